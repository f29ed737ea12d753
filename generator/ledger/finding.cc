#include "ledger/finding.h"

#include "ledger/figure_text.h"
#include "ledger/region_space.h"
#include "ledger/slip.h"

namespace gongkai {
namespace {

using Named = std::pair<std::string, Value>;

std::string shown(const Value& value) {
  if (const Quantity* const quantity = value.if_quantity()) return figure_text(*quantity);
  if (const std::string* const text = value.if_text()) return *text;
  const Value* const code = value.find("编码");
  const Value* const name = value.find("名称");
  if (code != nullptr && name != nullptr && code->if_text() != nullptr && name->if_text() != nullptr) {
    return *code->if_text() == *name->if_text() ? *name->if_text() : *code->if_text() + " " + *name->if_text();
  }
  return std::string(kind_name(value));
}

const Value* look_up(const RuleCase& found, const std::string& name) {
  for (const auto* const names : {&found.operands, &found.loops}) {
    for (const auto& [known, value] : *names) {
      if (known == name) return &value;
    }
  }
  return nullptr;
}

/// "科目.名称" → the value of the case; nullptr when there is none.
const Value* look_up_path(const RuleCase& found, const std::string& path) {
  std::size_t dot = path.find('.');
  const Value* value = look_up(found, path.substr(0, dot));
  while (value != nullptr && dot != std::string::npos) {
    const std::size_t next = path.find('.', dot + 1);
    value = value->find(path.substr(dot + 1, next == std::string::npos ? next : next - dot - 1));
    dot = next;
  }
  return value;
}

/// Replaces {收入} and {科目.名称}; a name the rule does not have stays as written.
std::string filled(const std::string& message, const RuleCase& found) {
  std::string text;
  std::size_t at = 0;
  while (at < message.size()) {
    const std::size_t open = message.find('{', at);
    const std::size_t close = open == std::string::npos ? open : message.find('}', open);
    if (close == std::string::npos) break;
    const Value* const value = look_up_path(found, message.substr(open + 1, close - open - 1));
    text += message.substr(at, open - at);
    text += value == nullptr ? message.substr(open, close - open + 1) : shown(*value);
    at = close + 1;
  }
  return text + message.substr(at);
}

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

std::string listed(const RuleCase& found) {
  std::string text;
  for (const auto& [name, value] : found.operands) text += (text.empty() ? "" : "，") + name + " " + shown(value);
  return text;
}

std::string loop_text(const RuleCase& found) {
  std::string text;
  for (const auto& [name, value] : found.loops) text += (text.empty() ? "" : "，") + name + " " + shown(value);
  return text.empty() ? text : "（" + text + "）";
}

std::string message_of(const Rule& rule, const RuleCase& found) {
  if (!rule.message.empty()) return filled(rule.message, found);
  std::string text = rule.name + loop_text(found) + "：" + listed(found);
  const Pair pair = compared_pair(rule, found);
  if (!pair.figures()) return text;
  const QuantityResult apart = subtract(*pair.first->second.if_quantity(), *pair.second->second.if_quantity());
  return apart.quantity ? text + "，相差 " + figure_text(apart.quantity->absolute()) : text;
}

void add_places(const Rule& rule, const RuleCase& found, Diagnostic& finding) {
  for (const auto& [name, value] : found.operands) {
    if (!value.span.known()) continue;
    if (!finding.span.known()) {
      finding.span = value.span;
    } else if (value.span != finding.span) {
      finding.notes.push_back({name, value.span});
    }
  }
  if (finding.span.known()) {
    finding.notes.push_back({"规则", rule.span});
  } else {
    finding.span = rule.span;
  }
  if (!rule.basis.empty()) finding.notes.push_back({"依据：" + rule.basis, {}});
}

/// The same figure at the other versions: 上年决算, 年初预算 …
std::vector<SlipCandidate> other_versions(const Ledger& ledger, OriginId origin) {
  std::vector<SlipCandidate> found;
  const auto question = ledger.question_of(origin);
  if (!question) return found;
  const std::vector<Axis>& axes = ledger.accounts().axes;
  for (std::size_t axis = 0; axis < axes.size(); ++axis) {
    if (!axes[axis].exclusive) continue;
    for (MemberId member = 1; member < axes[axis].size(); ++member) {
      if (member == question->region[axis]) continue;
      Region region = question->region;
      region[axis] = member;
      const Amount amount = ledger.ask(question->measure, region);
      if (amount.known()) found.push_back({axes[axis].at(member).key + "数", amount.quantity});
    }
  }
  return found;
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

std::string likely_slip(const Pair& pair, const Ledger& ledger, const Journal* journal) {
  if (!pair.figures()) return {};
  const Value& first = pair.first->second;
  const Value& second = pair.second->second;
  const Quantity& a = *first.if_quantity();
  const Quantity& b = *second.if_quantity();
  std::string slip = taken_for(a, b, other_versions(ledger, first.origin));
  if (slip.empty()) slip = taken_for(b, a, other_versions(ledger, second.origin));
  if (slip.empty()) slip = usual_slip(a, b);
  if (slip.empty()) slip = usual_slip(b, a);
  if (slip.empty() && journal != nullptr) slip = left_out(a, b, entered_figures(*journal));
  return slip;
}

Diagnostic start(const Rule& rule, Severity severity) {
  Diagnostic finding;
  finding.severity = severity;
  finding.fault = Fault::finding;
  finding.code = rule.id;
  return finding;
}

}  // namespace

Diagnostic broken_rule(const Rule& rule, const RuleCase& found, const Ledger& ledger, const Journal* journal) {
  Diagnostic finding = start(rule, rule.severity);
  finding.message = message_of(rule, found);
  add_places(rule, found, finding);
  finding.hint = filled(rule.hint, found);
  const std::string slip = likely_slip(compared_pair(rule, found), ledger, journal);
  if (!slip.empty()) finding.hint += (finding.hint.empty() ? "" : "；") + slip;
  return finding;
}

Diagnostic rounding_tail(const Rule& rule, const RuleCase& found) {
  Diagnostic finding = start(rule, Severity::information);
  finding.message = rule.name + loop_text(found) + "：" + listed(found) + "，差额在尾差以内";
  add_places(rule, found, finding);
  return finding;
}

Diagnostic not_applied(const Rule& rule, const std::string& name, std::size_t times) {
  Diagnostic finding = start(rule, Severity::information);
  finding.message =
      rule.name + "：“" + name + "”未提供，未核对" + (times > 1 ? "（共 " + std::to_string(times) + " 处）" : "");
  finding.span = rule.span;
  return finding;
}

Diagnostic faulty_rule(const Rule& rule, const Diagnostics& why) {
  Diagnostic finding = start(rule, Severity::error);
  finding.code = "RULE-01";
  finding.message = "规则 " + rule.id + "（" + rule.name + "）不能计算";
  finding.span = rule.span;
  for (const Diagnostic& reason : why.all()) {
    finding.notes.push_back({reason.message, reason.span});
    finding.notes.insert(finding.notes.end(), reason.notes.begin(), reason.notes.end());
    if (finding.hint.empty()) finding.hint = reason.hint;
  }
  return finding;
}

}  // namespace gongkai
