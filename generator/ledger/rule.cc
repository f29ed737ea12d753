#include "ledger/rule.h"

#include <algorithm>
#include <map>
#include <memory>

#include "base/diagnostic_text.h"
#include "ledger/finding.h"
#include "ledger/measure_function.h"

namespace gongkai {
namespace {

/// A scope in which the names of a case come first.
Scope with_names(const Scope& outer, const RuleCase& found) {
  Scope scope = outer;
  scope.find = [&outer, &found](std::string_view name, Span use) -> std::optional<Value> {
    for (const auto* const names : {&found.operands, &found.loops}) {
      for (const auto& [known, value] : *names) {
        if (known == name) return value;
      }
    }
    return outer.find(name, use);
  };
  scope.names = [&outer, &found] {
    std::vector<std::string> names = outer.names();
    for (const auto& [name, value] : found.operands) names.push_back(name);
    for (const auto& [name, value] : found.loops) names.push_back(name);
    return names;
  };
  return scope;
}

/// Is the printed one of the two a rounding of the other? Half widths bound quotients too; a
/// quotient known exactly has one rounding, half away from zero.
bool within_interval(const Quantity& a, const Quantity& b) {
  const Quantity& printed = a.step().sign() != 0 ? a : b;
  const Quantity& other = &printed == &a ? b : a;
  if (!other.exact() || printed.step().sign() == 0) return agree_within_tail(a, b);
  const auto rounded = other.printed_at(printed.step());
  return rounded && rounded->number() == printed.number();
}

bool agree(const Quantity& a, const Quantity& b, Tolerance tolerance) {
  switch (tolerance) {
    case Tolerance::exact: return compare(a, b) == 0;
    case Tolerance::same_print: return same_print(a, b);
    case Tolerance::tail: return agree_within_tail(a, b);
    case Tolerance::interval: return within_interval(a, b);
  }
  return false;
}

/// Evaluates one rule in every case of its loops.
class RuleRun {
 public:
  RuleRun(const Rule& rule, const Ledger& ledger, const Scope& scope, Diagnostics& findings)
      : rule_(&rule), ledger_(&ledger), outer_(&scope), findings_(&findings) {}

  void run() {
    RuleCase found;
    loop(0, found);
    if (!mistakes_.all().empty()) findings_->add(faulty_rule(*rule_, mistakes_));
    if (missing_.times != 0) findings_->add(not_applied(*rule_, missing_));
  }

 private:
  /// A faulty rule is reported once, not once a case.
  [[nodiscard]] bool faulty() const { return mistakes_.has_errors(); }

  std::optional<Value> value_of(const Expression& expression, const RuleCase& found) {
    return evaluate(expression, with_names(*outer_, found), mistakes_);
  }

  void loop(std::size_t depth, RuleCase& found) {
    if (depth == rule_->loops.size()) return check_case(found);
    const auto& [name, expression] = rule_->loops[depth];
    const std::optional<Value> items = value_of(expression, found);
    if (!items) return;
    if (items->is_unknown() || items->is_absent()) return skip(name, found);
    const List* const list = items->if_list();
    if (list == nullptr) {
      mistakes_.error("RULE-02", "遍历“" + name + "”应得到列表，却是" + std::string(kind_name(*items)),
                      expression.span());
      return;
    }
    for (const Value& item : *list) {
      if (faulty()) return;
      found.loops.emplace_back(name, item);
      loop(depth + 1, found);
      found.loops.pop_back();
    }
  }

  [[nodiscard]] bool applies_to_operands() const {
    if (!rule_->applies) return false;
    for (const auto& [used, span] : rule_->applies->names()) {
      for (const auto& [name, expression] : rule_->operands) {
        if (name == used) return true;
      }
    }
    return false;
  }

  void skip(const std::string& name, const RuleCase& found) {
    if (missing_.times++ == 0) missing_.name = name;
    if (std::string told = case_text(found, *ledger_); !told.empty()) missing_.cases.push_back(std::move(told));
  }

  enum class Verdict : std::uint8_t { no, yes, unclear };

  Verdict verdict(const Expression& expression, const RuleCase& found) {
    const std::optional<Value> value = value_of(expression, found);
    if (!value) return Verdict::unclear;
    if (value->is_unknown()) {
      skip(expression.text(), found);
      return Verdict::unclear;
    }
    const std::optional<bool> truth = is_true(*value, expression.span(), mistakes_);
    if (!truth) return Verdict::unclear;
    return *truth ? Verdict::yes : Verdict::no;
  }

  /// 当 is asked before the operands, whose absence it may be about, unless it uses them.
  void check_case(RuleCase& found) {
    found.operands.clear();
    const bool late = applies_to_operands();
    if (!late && rule_->applies && verdict(*rule_->applies, found) != Verdict::yes) return;
    for (const auto& [name, expression] : rule_->operands) {
      std::optional<Value> value = value_of(expression, found);
      if (!value) return;
      if (value->is_unknown() || value->is_absent()) return skip(name, found);
      found.operands.emplace_back(name, std::move(*value));
    }
    if (late && verdict(*rule_->applies, found) != Verdict::yes) return;
    if (rule_->condition && verdict(*rule_->condition, found) == Verdict::no) report(found);
    if (!rule_->compared.empty()) compare_operands(found);
  }

  const Value* operand(const RuleCase& found, const std::string& name) {
    for (const auto& [known, value] : found.operands) {
      if (known == name) return &value;
    }
    return nullptr;
  }

  void compare_operands(const RuleCase& found) {
    const Value* const first = operand(found, rule_->compared.front());
    const Value* const second = operand(found, rule_->compared.back());
    const Quantity* const a = first == nullptr ? nullptr : first->if_quantity();
    const Quantity* const b = second == nullptr ? nullptr : second->if_quantity();
    if (a == nullptr || b == nullptr || !comparable(*a, *b)) {
      mistakes_.error("RULE-03",
                      "“" + rule_->compared.front() + "”和“" + rule_->compared.back() + "”不是可以比较的两个数",
                      rule_->span);
      return;
    }
    if (!agree(*a, *b, rule_->tolerance)) return report(found);
    if (rule_->tolerance == Tolerance::tail && compare(*a, *b) != 0)
      findings_->add(rounding_tail(*rule_, found, *ledger_, outer_->journal));
  }

  void report(const RuleCase& found) { findings_->add(broken_rule(*rule_, found, *ledger_, outer_->journal)); }

  const Rule* rule_;
  const Ledger* ledger_;
  const Scope* outer_;
  Diagnostics* findings_;
  Diagnostics mistakes_;
  Missing missing_;
};

bool claims(const Rule& rule, const Disagreement& disagreement) {
  if (rule.off || !rule.claims || disagreement.finding.code != "SUM-00") return false;
  if (rule.claims_partial && !disagreement.partial) return false;
  if (!rule.claims_measure.empty() && rule.claims_measure != disagreement.measure) return false;
  const auto& axes = disagreement.axes;
  return rule.claims_axis.empty() || std::find(axes.begin(), axes.end(), rule.claims_axis) != axes.end();
}

/// A rule has told the same of the same place, in its own words.
bool told_by_rule(const Diagnostics& findings, const Diagnostic& finding) {
  return std::any_of(findings.all().begin(), findings.all().end(),
                     [&](const Diagnostic& other) { return other.code == finding.code && other.span == finding.span; });
}

/// The ledger's own disagreements, each under the first rule that claims it.
void add_disagreements(const std::vector<Rule>& rules, const Ledger& ledger, Diagnostics& findings) {
  ledger.reconcile();
  for (const Disagreement& disagreement : ledger.all_disagreements()) {
    Diagnostic finding = disagreement.finding;
    if (finding.code != "SUM-00" && told_by_rule(findings, finding)) continue;
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const Rule& candidate) { return claims(candidate, disagreement); });
    if (rule != rules.end()) {
      finding.code = rule->id;
      if (!rule->name.empty()) finding.message = rule->name + "：" + finding.message;
      if (finding.severity == Severity::error) finding.severity = rule->severity;
      finding.notes.push_back({"规则", rule->span});
      if (!rule->basis.empty()) finding.notes.push_back({"依据：" + rule->basis, {}});
      if (finding.severity != Severity::information && finding.hint.empty()) finding.hint = rule->hint;
    }
    findings.add(std::move(finding));
  }
}

void accept_declared(const std::vector<Declaration>& declarations, std::vector<bool>& used, Diagnostic& finding) {
  if (finding.severity == Severity::information || finding.code == "RULE-01") return;
  for (std::size_t i = 0; i < declarations.size(); ++i) {
    if (declarations[i].rule != finding.code) continue;
    if (finding.message.find(declarations[i].holding) == std::string::npos) continue;
    used[i] = true;
    finding.declared = true;
    finding.severity = Severity::warning;
    finding.notes.push_back({"已声明：" + declarations[i].reason, {}});
  }
}

void warn_unused(const std::vector<Rule>& rules, const Declaration& declaration, Diagnostics& findings) {
  Diagnostic finding;
  finding.severity = Severity::warning;
  finding.fault = Fault::finding;
  finding.span = declaration.span;
  std::vector<std::string> ids{"SUM-00", "SUM-05"};
  for (const Rule& rule : rules) ids.push_back(rule.id);
  const bool known = std::find(ids.begin(), ids.end(), declaration.rule) != ids.end();
  finding.code = known ? "RULE-05" : "RULE-04";
  const bool any = declaration.holding.empty();
  const std::string about = any ? "，但这条规则没有发现问题" : "，但没有含“" + declaration.holding + "”的问题";
  finding.message = known ? "声明了规则 " + declaration.rule + about : "声明的规则“" + declaration.rule + "”不存在";
  finding.hint = "删去这条声明";
  if (const std::string near = known ? "" : nearest(declaration.rule, ids); !near.empty()) {
    finding.hint = "是否想写 " + near + "？";
  }
  findings.add(std::move(finding));
}

}  // namespace

void check(const std::vector<Rule>& rules, const std::vector<Declaration>& declarations, const Ledger& ledger,
           const Scope& scope, Diagnostics& findings, Span report, Diagnostics proofs) {
  Diagnostics found = std::move(proofs);
  for (const Rule& rule : rules) {
    if (!rule.off) RuleRun(rule, ledger, scope, found).run();
  }
  add_disagreements(rules, ledger, found);
  std::vector<bool> used(declarations.size());
  for (Diagnostic finding : found.all()) {
    if (!finding.span.known()) finding.span = report;
    accept_declared(declarations, used, finding);
    findings.add(std::move(finding));
  }
  for (std::size_t i = 0; i < declarations.size(); ++i) {
    if (!used[i]) warn_unused(rules, declarations[i], findings);
  }
}

}  // namespace gongkai
