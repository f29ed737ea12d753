// Two figures for one thing, compared: stated total against parts, list against list.

#include <algorithm>
#include <string_view>

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

/// What a department states against the sum of its units is a matter of the units alone,
/// however else their figures are divided.
std::vector<std::string> axes_of_parts(const Ledger::State& state, const Book& book, const Region& region,
                                       const Answer& first, const Answer& other) {
  std::vector<std::string> axes;
  for (const std::size_t axis : state.whole_axes) {
    const bool by_units = other.source == Answer::Source::parts || divides(state, book, region, other, axis);
    if (by_units && region[axis] == 0 && !divides(state, book, region, first, axis))
      return {state.accounts.axes[axis].name()};
  }
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

using Path = std::vector<std::string>;

Path split_path(const std::string& label) {
  constexpr std::string_view bar = " / ";
  Path path;
  for (std::size_t begin = 0; begin <= label.size();) {
    const std::size_t end = std::min(label.find(bar, begin), label.size());
    path.push_back(label.substr(begin, end - begin));
    begin = end + bar.size();
  }
  return path;
}

/// Which keys of the data an answer was entered under: those its figures have in common.
std::string path_of(const Journal& journal, const Answer& answer) {
  const bool entered = answer.source == Answer::Source::fact || answer.source == Answer::Source::list;
  if (!entered || answer.operands.empty()) return {};
  Path common = split_path(journal.at(answer.operands.front()).label);
  for (const OriginId operand : answer.operands) {
    const Path path = split_path(journal.at(operand).label);
    const auto [end, other] = std::mismatch(common.begin(), common.end(), path.begin(), path.end());
    common.erase(end, common.end());
  }
  std::string text;
  for (const std::string& step : common) text += (text.empty() ? "" : " / ") + step;
  return text;
}

/// "填列数（合计 / 支出总计）"; the path is left out where it says no more than `label`.
std::string told(const Journal& journal, const std::string& label, const Answer& answer) {
  const std::string path = path_of(journal, answer);
  return path.empty() || path == label ? kind_of(answer) : kind_of(answer) + "（" + path + "）";
}

std::vector<SlipCandidate> parts_of(const Journal& journal, const Answer& answer) {
  std::vector<SlipCandidate> parts;
  if (answer.source != Answer::Source::list) return parts;
  for (const OriginId operand : answer.operands)
    parts.push_back({journal.at(operand).label, journal.at(operand).quantity});
  return parts;
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

/// "（已抵销 12.00万元）": what a department's units paid each other is in no sum of theirs.
std::string taken_out(const Ledger::State& state, const Answer& answer) {
  Quantity sum;
  bool any = false;
  for (const OriginId operand : answer.operands) {
    const OriginRecord& line = state.journal->at(operand);
    if (line.kind != OriginKind::derived || line.quantity.sign() >= 0) continue;
    sum = any ? add(sum, line.quantity).quantity.value_or(sum) : line.quantity;
    any = true;
  }
  return any ? "（已抵销内部往来 " + figure_text(sum.absolute(), state.unit) + "）" : std::string();
}

Comparison side_by_side(const Ledger::State& state, const Book& book, const Region& region, const Answer& first,
                        const Answer& other) {
  const Journal& journal = *state.journal;
  std::string label = state.label(book, region);
  std::vector<Comparison::Side> sides{{told(journal, label, first), first.quantity, first.span},
                                      {told(journal, label, other), other.quantity, other.span}};
  return {book.measure->name, axes_of_parts(state, book, region, first, other), std::move(label), std::move(sides)};
}

Diagnostic finding_of(const Ledger::State& state, const Comparison& compared, const Answer& first, const Answer& other,
                      const Quantity& apart) {
  const MoneyUnit unit = state.unit;
  const Comparison::Side& left = compared.sides.front();
  const Comparison::Side& right = compared.sides.back();
  const bool within_tail = agree_within_tail(left.quantity, right.quantity);
  Diagnostic finding;
  finding.severity = within_tail ? Severity::information : Severity::error;
  finding.fault = Fault::finding;
  finding.code = "SUM-00";
  finding.message = compared.label + "：" + left.name + " " + figure_text(left.quantity, unit) + "，" + right.name +
                    " " + figure_text(right.quantity, unit) + taken_out(state, other) + "，相差 " +
                    figure_text(apart.absolute(), unit);
  if (within_tail) finding.message += "（尾差）";
  finding.span = left.place;
  if (right.place != left.place) finding.notes.push_back({kind_of(other), right.place});
  if (within_tail) return finding;
  finding.hint = wrong_part(apart.negated(), parts_of(*state.journal, other), unit);
  if (!finding.hint.empty()) return finding;
  const bool typed = first.operands.size() == 1;
  finding.hint =
      typed ? usual_slip(left.quantity, right.quantity, unit) : swap_in_a_part(left.quantity, right.quantity, unit);
  return finding;
}

}  // namespace

void Ledger::State::disagree(Comparison sides, Diagnostic finding) {
  shown.add(finding);
  disagreements.push_back({std::move(sides), std::move(finding)});
}

void compare_answers(Ledger::State& state, Book& book, const Region& region, const std::vector<Answer>& answers) {
  const Answer& first = answers.front();
  for (std::size_t i = 1; i < answers.size(); ++i) {
    const Answer& other = answers[i];
    if (same_facts(first, other) || is_told_by_list(book, other, answers)) continue;
    const QuantityResult apart = subtract(first.quantity, other.quantity);
    if (!apart.quantity) continue;
    if (!state.compared.insert(comparison_key(book, first, other, *apart.quantity)).second) continue;
    Comparison compared = side_by_side(state, book, region, first, other);
    if (first.quantity.number() == other.quantity.number()) {
      state.agreeing.push_back(std::move(compared));
    } else {
      Diagnostic finding = finding_of(state, compared, first, other, *apart.quantity);
      state.disagree(std::move(compared), std::move(finding));
    }
  }
}

}  // namespace gongkai
