#include "ledger/rule_run.h"

#include <utility>

#include "ledger/finding.h"
#include "ledger/measure_function.h"
#include "ledger/rule_case.h"

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
  RuleRun(const Rule& rule, const RuleRunInput& input, DeclaredFindings& findings)
      : rule_(&rule), input_(&input), outer_(&input.scope), findings_(&findings) {
    outcome_.rule = &rule;
    late_ = applies_to_operands();
  }

  RuleOutcome run() {
    RuleCase found;
    scope_ = with_names(*outer_, found);
    loop(0, found);
    if (!mistakes_.all().empty()) findings_->add(faulty_rule(*rule_, mistakes_));
    if (missing_.times != 0) findings_->add(not_applied(*rule_, missing_));
    outcome_.faulty = faulty();
    return std::move(outcome_);
  }

 private:
  /// A faulty rule is reported once, not once a case.
  [[nodiscard]] bool faulty() const { return mistakes_.has_errors(); }
  [[nodiscard]] const Journal* journal() const { return outer_->journal; }
  [[nodiscard]] MoneyUnit unit() const { return input_->ledger.unit(); }

  std::optional<Value> value_of(const Expression& expression) { return evaluate(expression, scope_, mistakes_); }

  void settle(Outcome outcome, const RuleCase& found, std::string declared = {}) {
    CaseOutcome settled;
    settled.outcome = outcome;
    settled.declared = std::move(declared);
    if (input_->keeps_cases) describe(found, settled);
    outcome_.add(std::move(settled), input_->keeps_cases);
  }

  void describe(const RuleCase& found, CaseOutcome& told) const {
    told.subject = case_text(found, unit());
    for (const auto& [name, value] : found.operands) {
      std::string text = shown(value, unit());
      const bool is_name = value.if_text() != nullptr && told.subject.find(text) != std::string::npos;
      if (!is_name) told.figures.push_back({name, std::move(text), figure_place(*rule_, value, journal())});
    }
  }

  void loop(std::size_t depth, RuleCase& found) {
    if (depth == rule_->loops.size()) return check_case(found);
    const auto& [name, expression] = rule_->loops[depth];
    found.operands.clear();  // those of the case before
    const std::optional<Value> items = value_of(expression);
    if (!items) return;
    if (items->is_unknown() || items->is_absent()) return skip(name, expression, found);
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

  void skip(const std::string& name, const Expression& expression, const RuleCase& found) {
    if (missing_.times++ == 0) {
      missing_.name = name;
      missing_.parts = unknown_parts(expression, scope_);
    }
    if (std::string told = case_text(found, unit()); !told.empty()) missing_.cases.push_back(std::move(told));
    CaseOutcome settled;
    settled.outcome = Outcome::not_given;
    if (input_->keeps_cases) {
      describe(found, settled);
      settled.missing = unknown_parts(expression, scope_);
    }
    outcome_.add(std::move(settled), input_->keeps_cases);
  }

  enum class Verdict : std::uint8_t { no, yes, unclear };

  Verdict verdict(const Expression& expression, const RuleCase& found) {
    const std::optional<Value> value = value_of(expression);
    if (!value) return Verdict::unclear;
    if (value->is_unknown()) {
      skip(expression.text(), expression, found);
      return Verdict::unclear;
    }
    const std::optional<bool> truth = is_true(*value, expression.span(), mistakes_);
    if (!truth) return Verdict::unclear;
    return *truth ? Verdict::yes : Verdict::no;
  }

  bool applies(const RuleCase& found) {
    if (!rule_->applies) return true;
    const Verdict verdict_of = verdict(*rule_->applies, found);
    if (verdict_of == Verdict::no) settle(Outcome::not_applicable, found);
    return verdict_of == Verdict::yes;
  }

  /// 当 is asked before the operands, whose absence it may be about, unless it uses them.
  void check_case(RuleCase& found) {
    found.operands.clear();
    if (!late_ && !applies(found)) return;
    for (const auto& [name, expression] : rule_->operands) {
      std::optional<Value> value = value_of(expression);
      if (!value) return;
      if (value->is_unknown() || value->is_absent()) return skip(name, expression, found);
      found.operands.emplace_back(name, std::move(*value));
    }
    if (late_ && !applies(found)) return;
    if (rule_->condition) check_condition(found);
    if (!rule_->compared.empty()) compare_operands(found);
  }

  void check_condition(const RuleCase& found) {
    switch (verdict(*rule_->condition, found)) {
      case Verdict::no: return report(found);
      case Verdict::yes: return settle(Outcome::holds, found);
      case Verdict::unclear: return;
    }
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
    const bool tail = rule_->tolerance == Tolerance::tail && compare(*a, *b) != 0;
    if (tail) findings_->add(rounding_tail(*rule_, found, input_->ledger, journal()));
    settle(tail ? Outcome::within_tail : Outcome::holds, found);
  }

  void report(const RuleCase& found) {
    settle(Outcome::broken, found, findings_->add(broken_rule(*rule_, found, input_->ledger, journal())));
  }

  const Rule* rule_;
  const RuleRunInput* input_;
  const Scope* outer_;
  Scope scope_;  // the names of the case at hand, then the outer ones
  DeclaredFindings* findings_;
  RuleOutcome outcome_;
  Diagnostics mistakes_;
  Missing missing_;
  bool late_ = false;  // 当 is about operands
};

}  // namespace

RuleOutcome run_rule(const Rule& rule, const RuleRunInput& input, DeclaredFindings& findings) {
  return RuleRun(rule, input, findings).run();
}

}  // namespace gongkai
