// Two figures for one thing, compared: stated total against parts, list against list.

#include <algorithm>

#include "ledger/figure_text.h"
#include "ledger/ledger_state.h"
#include "ledger/slip.h"

namespace gongkai {
namespace {

std::string source_key(const Answer& answer) {
  return std::to_string(static_cast<int>(answer.source)) + ":" + std::to_string(answer.number);
}

/// A total stated once is compared once with each list; two lists that differ by the same
/// amount at a code and at all its parents differ once.
std::string comparison_key(const Book& book, const Answer& first, const Answer& other, const Quantity& apart) {
  std::string key = book.measure->name + "|" + source_key(first) + "|" + source_key(other);
  if (first.source != Answer::Source::fact) key += "|" + figure_text(apart);
  return key;
}

/// Is some part of the answer on this axis below the region asked?
bool divides(const Ledger::State& state, const Book& book, const Region& region, const Answer& answer,
             std::size_t axis) {
  const auto below = [&](const Fact& fact) {
    return fact.point[axis] != region[axis] && state.space.within(axis, fact.point[axis], region[axis]);
  };
  const std::vector<Fact>& facts = book.index.facts();
  if (answer.source == Answer::Source::fact) return below(facts[answer.number]);
  if (answer.source != Answer::Source::list) return false;
  return std::any_of(facts.begin(), facts.end(),
                     [&](const Fact& fact) { return fact.list == answer.number + 1 && below(fact); });
}

std::vector<std::string> axes_of_parts(const Ledger::State& state, const Book& book, const Region& region,
                                       const Answer& first, const Answer& other) {
  std::vector<std::string> axes;
  for (std::size_t axis = 0; axis < region.size(); ++axis) {
    const bool divided = divides(state, book, region, first, axis) || divides(state, book, region, other, axis);
    if (divided) axes.push_back(state.accounts.axes[axis].name());
  }
  return axes;
}

std::string kind_of(const Answer& answer) {
  switch (answer.source) {
    case Answer::Source::fact: return answer.kind == OriginKind::inferred ? "上一级合计" : "填列数";
    case Answer::Source::list: return answer.operands.empty() ? "明细" : "各明细之和";
    case Answer::Source::formula: return "公式计算";
    case Answer::Source::parts: return "各部分之和";
  }
  return {};
}

bool same_facts(const Answer& first, const Answer& other) {
  return first.source == Answer::Source::fact && other.source == Answer::Source::list && other.operands.size() == 1 &&
         other.operands.front() == first.operands.front();
}

/// A part of a list that is among the answers: the list speaks for it.
bool is_told_by_list(const Book& book, const Answer& answer, const std::vector<Answer>& answers) {
  if (answer.source != Answer::Source::fact) return false;
  const std::uint32_t list = book.index.facts()[answer.number].list;
  return list != 0 && std::any_of(answers.begin(), answers.end(), [&](const Answer& other) {
           return other.source == Answer::Source::list && other.number + 1 == list;
         });
}

Diagnostic finding_of(const std::string& label, const Answer& first, const Answer& other, const Quantity& apart,
                      bool within_tail) {
  Diagnostic finding;
  finding.severity = within_tail ? Severity::information : Severity::error;
  finding.fault = Fault::finding;
  finding.code = "SUM-00";
  finding.message = label + "：" + kind_of(first) + " " + figure_text(first.quantity) + "，" + kind_of(other) + " " +
                    figure_text(other.quantity) + "，相差 " + figure_text(apart.absolute());
  if (within_tail) finding.message += "（尾差）";
  finding.span = first.span;
  if (other.span != first.span) finding.notes.push_back({kind_of(other), other.span});
  if (!within_tail) finding.hint = usual_slip(first.quantity, other.quantity);
  return finding;
}

}  // namespace

void Ledger::State::disagree(Book& book, std::vector<std::string> axes, Diagnostic finding) {
  shown.add(finding);
  disagreements.push_back({book.measure->name, std::move(axes), std::move(finding)});
}

void compare_answers(Ledger::State& state, Book& book, const Region& region, const std::vector<Answer>& answers) {
  const Answer& first = answers.front();
  for (std::size_t i = 1; i < answers.size(); ++i) {
    const Answer& other = answers[i];
    if (same_facts(first, other) || is_told_by_list(book, other, answers)) continue;
    if (first.quantity.number() == other.quantity.number()) continue;
    const QuantityResult apart = subtract(first.quantity, other.quantity);
    if (!apart.quantity) continue;
    if (!state.compared.insert(comparison_key(book, first, other, *apart.quantity)).second) continue;
    const bool within_tail = agree_within_tail(first.quantity, other.quantity);
    state.disagree(book, axes_of_parts(state, book, region, first, other),
                   finding_of(state.label(book, region), first, other, *apart.quantity, within_tail));
  }
}

}  // namespace gongkai
