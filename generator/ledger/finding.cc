#include "ledger/finding.h"

#include <algorithm>

#include "ledger/figure_text.h"
#include "ledger/region_space.h"
#include "ledger/slip.h"

namespace gongkai {
namespace {

using Named = std::pair<std::string, Value>;

struct Pair {
  const Named* first = nullptr;
  const Named* second = nullptr;
  [[nodiscard]] bool figures() const {
    return first != nullptr && second != nullptr && first->second.if_quantity() != nullptr &&
           second->second.if_quantity() != nullptr;
  }
};

Pair compared_pair(const Rule& rule, const RuleCase& found) {
  Pair pair;
  for (const Named& operand : found.operands) {
    if (rule.compared.size() == 2 && operand.first == rule.compared[0]) pair.first = &operand;
    if (rule.compared.size() == 2 && operand.first == rule.compared[1]) pair.second = &operand;
  }
  return pair;
}

std::string message_of(const Rule& rule, const RuleCase& found, MoneyUnit unit) {
  if (!rule.message.empty()) return filled(rule.message, found, unit);
  std::string text = rule.name + loop_text(found, unit) + "：" + listed(found, unit);
  const Pair pair = compared_pair(rule, found);
  if (!pair.figures()) return text;
  const QuantityResult apart = subtract(*pair.first->second.if_quantity(), *pair.second->second.if_quantity());
  return apart.quantity ? text + "，相差 " + figure_text(apart.quantity->absolute(), unit) : text;
}

bool within(const Span& inner, const Span& outer) {
  return inner.source == outer.source && inner.begin >= outer.begin && inner.end <= outer.end;
}

bool worked_out(const Value& value, const Journal* journal) {
  return journal != nullptr && value.origin != 0 && !journal->at(value.origin).operands.empty() &&
         journal->at(value.origin).kind != OriginKind::stated;
}

/// The formula elsewhere in the profile by which a figure was worked out.
Span formula_place(const Rule& rule, const Value& value, const Journal* journal) {
  if (!worked_out(value, journal)) return {};
  const OriginRecord& line = journal->at(value.origin);
  const bool elsewhere = line.kind == OriginKind::derived && !within(line.span, rule.span);
  return elsewhere ? line.span : Span{};
}

/// The finding stands where the first operand was entered; nowhere when none was.
void add_places(const Rule& rule, const RuleCase& found, const Journal* journal, Diagnostic& finding) {
  std::vector<Note> formulas;
  for (const auto& [name, value] : found.operands) {
    if (const Span formula = formula_place(rule, value, journal); formula.known())
      formulas.push_back({name + "的公式", formula});
    const Span place = figure_place(rule, value, journal);
    if (!place.known()) continue;
    if (!finding.span.known()) {
      finding.span = place;
    } else if (place != finding.span) {
      finding.notes.push_back({name, place});
    }
  }
  finding.notes.insert(finding.notes.end(), formulas.begin(), formulas.end());
  finding.notes.push_back({"规则", rule.span});
  if (!rule.basis.empty()) finding.notes.push_back({"依据：" + rule.basis, {}});
}

/// Where most figures are the same at both versions (决算 meets 调整预算), one more tells nothing.
bool usually_same(const Ledger& ledger, const Question& question, std::size_t axis, MemberId member) {
  const std::vector<Axis>& axes = ledger.accounts().axes;
  Region own = ledger.everything();
  own[axis] = question.region[axis];
  std::size_t same = 0;
  std::size_t different = 0;
  for (const std::string& name : ledger.find_measure(question.measure)->axes) {
    const auto of_name = [&name](const Axis& candidate) { return candidate.name() == name; };
    const auto other = static_cast<std::size_t>(std::find_if(axes.begin(), axes.end(), of_name) - axes.begin());
    if (other == axes.size() || other == axis || axes[other].exclusive) continue;
    for (const MemberId leaf : ledger.occurring(question.measure, own, name, 0)) {
      Region here = own;
      here[other] = leaf;
      Region there = here;
      there[axis] = member;
      const Amount a = ledger.ask(question.measure, here);
      const Amount b = ledger.ask(question.measure, there);
      if (a.known() && b.known()) ++(compare(a.quantity, b.quantity) == 0 ? same : different);
    }
  }
  return same > 0 && same >= different;
}

/// The same figure at the other versions: 上年决算, 年初预算 …
std::vector<SlipCandidate> other_versions(const Ledger& ledger, OriginId origin, const Journal* journal) {
  std::vector<SlipCandidate> found;
  if (journal == nullptr || origin == 0) return found;
  const OriginKind kind = journal->at(origin).kind;
  if (kind != OriginKind::entered && kind != OriginKind::stated) return found;  // only what was typed can be mistyped
  const auto question = ledger.question_of(origin);
  if (!question) return found;
  const std::vector<Axis>& axes = ledger.accounts().axes;
  for (std::size_t axis = 0; axis < axes.size(); ++axis) {
    if (!axes[axis].exclusive) continue;
    for (MemberId member = 1; member < axes[axis].size(); ++member) {
      if (member == question->region[axis] || usually_same(ledger, *question, axis, member)) continue;
      Region region = question->region;
      region[axis] = member;
      const Amount amount = ledger.ask(question->measure, region);
      if (amount.known()) found.push_back({axes[axis].at(member).key + "数", amount.quantity});
    }
  }
  return found;
}

/// The figures entered for an origin, one line each, in the order they are added up.
void collect_parts(const Journal& journal, OriginId origin, const std::string& name,
                   std::vector<SlipCandidate>& parts) {
  if (origin == 0) return;
  const OriginRecord& line = journal.at(origin);
  if (line.operands.empty() || line.kind == OriginKind::stated) {
    parts.push_back({line.label.empty() ? name : line.label, line.quantity});
    return;
  }
  for (const OriginId part : line.operands) collect_parts(journal, part, name, parts);
}

std::vector<SlipCandidate> entered_figures(const Journal& journal) {
  std::vector<SlipCandidate> found;
  for (OriginId id = 1; id <= journal.size(); ++id) {
    const OriginRecord& line = journal.at(id);
    const bool given = line.kind == OriginKind::entered || line.kind == OriginKind::stated;
    if (given && line.quantity.dimension() == Dimension::money && !line.quantity.is_zero()) {
      found.push_back({line.label, line.quantity});
    }
  }
  return found;
}

/// "公务用车运行维护费" of "三公经费 / 决算 / 公务用车运行维护费".
std::string last_step(const std::string& label) {
  const std::size_t bar = label.rfind(" / ");
  return bar == std::string::npos ? label : label.substr(bar + 3);
}

/// A rule that only bounds its figures (决算 above 预算): a part of the first whose point is
/// misplaced against the part of the second entered under the same key.
std::string misplaced_point_between(const RuleCase& found, const Ledger& ledger, const Journal& journal) {
  std::vector<SlipCandidate> parts[2];
  std::size_t sides = 0;
  for (const auto& [name, value] : found.operands) {
    if (value.if_quantity() == nullptr || value.origin == 0 || sides == 2) return {};
    collect_parts(journal, value.origin, name, parts[sides++]);
  }
  for (const SlipCandidate& part : parts[0]) {
    for (const SlipCandidate& other : parts[1]) {
      if (last_step(part.name) != last_step(other.name)) continue;
      const std::string slip = shifted_point(part.quantity, other.quantity, ledger.unit());
      if (!slip.empty()) return "“" + part.name + "”" + slip;
    }
  }
  return {};
}

/// The figures entered for a sum; none for a figure that stands alone.
std::vector<SlipCandidate> parts_of_sum(const Value& value, const Journal& journal) {
  std::vector<SlipCandidate> parts;
  collect_parts(journal, value.origin, {}, parts);
  if (parts.size() < 2) parts.clear();
  return parts;
}

/// The one slip in an entered part of either figure that explains why they differ.
std::string wrong_part_of(const Value& first, const Value& second, const Ledger& ledger, const Journal& journal) {
  const QuantityResult apart = subtract(*first.if_quantity(), *second.if_quantity());
  if (!apart.quantity) return {};
  return wrong_part(*apart.quantity, parts_of_sum(first, journal), ledger.unit(), parts_of_sum(second, journal));
}

/// Only what somebody typed can be mistyped: a figure entered as it stands, or told in a text.
bool was_typed(const Value& value, const Journal* journal) {
  if (journal == nullptr || value.origin == 0) return true;
  std::vector<SlipCandidate> parts;
  collect_parts(*journal, value.origin, {}, parts);
  return parts.size() == 1;
}

std::string likely_slip(const Pair& pair, const RuleCase& found, const Ledger& ledger, const Journal* journal) {
  if (!pair.figures()) return journal == nullptr ? std::string() : misplaced_point_between(found, ledger, *journal);
  const Value& first = pair.first->second;
  const Value& second = pair.second->second;
  const Quantity& a = *first.if_quantity();
  const Quantity& b = *second.if_quantity();
  std::string slip = taken_for(a, b, other_versions(ledger, first.origin, journal));
  if (slip.empty()) slip = taken_for(b, a, other_versions(ledger, second.origin, journal));
  if (slip.empty() && journal != nullptr) slip = wrong_part_of(first, second, ledger, *journal);
  if (slip.empty() && was_typed(first, journal)) slip = usual_slip(a, b, ledger.unit());
  if (slip.empty() && was_typed(second, journal)) slip = usual_slip(b, a, ledger.unit());
  if (slip.empty()) slip = swap_in_a_part(a, b, ledger.unit());
  if (slip.empty() && journal != nullptr) slip = left_out(a, b, entered_figures(*journal), ledger.unit());
  return slip;
}

/// "支出("301")、支出("303")", the first few.
std::string listed_parts(const std::vector<std::string>& parts) {
  constexpr std::size_t told = 3;
  std::string text;
  for (std::size_t at = 0; at < parts.size() && at < told; ++at) text += (at == 0 ? "" : "、") + parts[at];
  return parts.size() > told ? text + " 等 " + std::to_string(parts.size()) + " 项" : text;
}

/// Which figures an operand lacks, unless only the rule's own loops know ("项.上年").
std::string figure_to_give(const Rule& rule, const Missing& missing) {
  const std::string& operand = missing.name;
  const auto is_loop = [&rule](const std::pair<std::string, Span>& used) {
    return std::any_of(rule.loops.begin(), rule.loops.end(),
                       [&](const auto& loop) { return loop.first == used.first; });
  };
  for (const auto& [name, expression] : rule.operands) {
    if (name != operand) continue;
    const auto names = expression.names();
    const bool inner = !names.empty() && std::all_of(names.begin(), names.end(), is_loop);
    if (inner) return {};
    const bool whole = missing.parts.empty() || missing.parts.front() == expression.text();
    return "“" + operand + "”" + (whole ? "是 " + expression.text() : "里没有 " + listed_parts(missing.parts)) +
           "，补上所缺的数就能核对";
  }
  return {};
}

Diagnostic start(const Rule& rule, Severity severity) {
  Diagnostic finding;
  finding.severity = severity;
  finding.fault = Fault::finding;
  finding.code = rule.id;
  return finding;
}

}  // namespace

Span data_place(const Journal& journal, OriginId origin) {
  const OriginRecord& line = journal.at(origin);
  if (line.kind == OriginKind::entered || line.kind == OriginKind::stated) return line.span;
  std::vector<OriginId> parts = line.operands;
  std::erase(parts, 0);
  std::stable_sort(parts.begin(), parts.end(), [&](OriginId a, OriginId b) {
    return journal.at(b).quantity.number().absolute() < journal.at(a).quantity.number().absolute();
  });
  for (const OriginId part : parts) {
    if (const Span place = data_place(journal, part); place.known()) return place;
  }
  return {};
}

Span figure_place(const Rule& rule, const Value& value, const Journal* journal) {
  if (worked_out(value, journal)) {
    if (const Span place = data_place(*journal, value.origin); place.known()) return place;
  }
  return within(value.span, rule.span) ? Span{} : value.span;
}

Diagnostic broken_rule(const Rule& rule, const RuleCase& found, const Ledger& ledger, const Journal* journal) {
  Diagnostic finding = start(rule, rule.severity);
  finding.message = message_of(rule, found, ledger.unit());
  add_places(rule, found, journal, finding);
  finding.hint = filled(rule.hint, found, ledger.unit());
  const std::string slip = likely_slip(compared_pair(rule, found), found, ledger, journal);
  if (!slip.empty()) finding.hint += (finding.hint.empty() ? "" : "；") + slip;
  return finding;
}

Diagnostic rounding_tail(const Rule& rule, const RuleCase& found, const Ledger& ledger, const Journal* journal) {
  Diagnostic finding = start(rule, Severity::information);
  finding.message =
      rule.name + loop_text(found, ledger.unit()) + "：" + listed(found, ledger.unit()) + "，差额在尾差以内";
  add_places(rule, found, journal, finding);
  return finding;
}

Diagnostic not_applied(const Rule& rule, const Missing& missing) {
  constexpr std::size_t told_cases = 3;
  Diagnostic finding = start(rule, Severity::information);
  finding.message = rule.name + "：“" + missing.name + "”未提供，未核对";
  if (missing.times > 1) finding.message += "（共 " + std::to_string(missing.times) + " 处）";
  for (std::size_t i = 0; i < missing.cases.size() && i < told_cases; ++i) {
    finding.message += (i == 0 ? "：" : "、") + missing.cases[i];
  }
  if (missing.cases.size() > told_cases) finding.message += "等";
  finding.notes.push_back({"规则", rule.span});
  finding.hint = figure_to_give(rule, missing);
  return finding;
}

Diagnostic faulty_rule(const Rule& rule, const Diagnostics& why) {
  Diagnostic finding = start(rule, Severity::error);
  finding.code = "RULE-01";
  finding.message = "规则 " + rule.id + "（" + rule.name + "）不能计算";
  finding.span = rule.span;
  for (const Diagnostic& reason : why.all()) {
    // A name the data itself wrote is mended there.
    const bool in_data = reason.span.known() && reason.span.source < Sources::profile_texts;
    if (in_data && finding.span == rule.span) finding.span = reason.span;
    finding.notes.push_back({reason.message, reason.span});
    finding.notes.insert(finding.notes.end(), reason.notes.begin(), reason.notes.end());
    if (finding.hint.empty()) finding.hint = reason.hint;
  }
  return finding;
}

}  // namespace gongkai
