// What rules, tables and templates see of one report: names.yaml, the data, settings,
// and the measures as functions.

#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

#include "expr/standard.h"
#include "ledger/measure_function.h"
#include "ledger/rule.h"
#include "ledger/stated_figure.h"

namespace gongkai {
namespace {

/// Named figures, worked out when first used. A group 三公: {合计: …} is one record, whose
/// entries may use those above them.
class NamedFigures {
 public:
  explicit NamedFigures(const std::vector<std::pair<std::string, Expression>>& names) {
    for (const auto& [path, expression] : names) {
      const std::size_t dot = path.find('.');
      const std::string top = path.substr(0, dot);
      if (!groups_.contains(top)) order_.push_back(top);
      const std::string inner = dot == std::string::npos ? std::string() : path.substr(dot + 1);
      groups_[top].figures.emplace_back(inner, expression);
    }
  }

  [[nodiscard]] const std::vector<std::string>& names() const { return order_; }

  std::optional<Value> find(const std::string& name, Span use, const Scope& scope, Diagnostics& diagnostics) {
    const auto found = groups_.find(name);
    if (found == groups_.end()) return std::nullopt;
    Group& group = found->second;
    if (group.value) return group.value;
    if (group.working) return inside_itself(name, group, use, diagnostics);
    group.working = true;
    Value value = work_out(group, scope, diagnostics);
    group.working = false;
    group.value = std::move(value);
    return group.value;
  }

 private:
  struct Group {
    std::vector<std::pair<std::string, Expression>> figures;  // path within the group, "" for a plain name
    std::optional<Value> value;
    Record so_far;
    bool working = false;
  };

  static std::optional<Value> inside_itself(const std::string& name, const Group& group, Span use,
                                            Diagnostics& diagnostics) {
    const bool plain = group.figures.size() == 1 && group.figures.front().first.empty();
    if (!plain) return Value::record(group.so_far, group.figures.front().second.span());
    Diagnostic circle;
    circle.code = "NAME-01";
    circle.message = "数字“" + name + "”用到了它自己";
    circle.span = use;
    circle.notes.push_back({"定义", group.figures.front().second.span()});
    diagnostics.add(std::move(circle));
    return Value();
  }

  /// A figure that fails has been reported; Absent stands for it from then on.
  static Value work_out(Group& group, const Scope& scope, Diagnostics& diagnostics) {
    if (group.figures.size() == 1 && group.figures.front().first.empty()) {
      return evaluate(group.figures.front().second, scope, diagnostics).value_or(Value());
    }
    for (const auto& [path, expression] : group.figures) {
      put(group.so_far, path, evaluate(expression, scope, diagnostics).value_or(Value()), expression.span());
    }
    return Value::record(group.so_far, group.figures.front().second.span());
  }

  static void put(Record& record, const std::string& path, Value value, Span span) {
    const std::size_t dot = path.find('.');
    const std::string key = path.substr(0, dot);
    if (dot == std::string::npos) {
      record.push_back({key, span, std::move(value)});
      return;
    }
    for (Entry& entry : record) {
      if (entry.key != key || entry.value.if_record() == nullptr) continue;
      Record inner = *entry.value.if_record();
      put(inner, path.substr(dot + 1), std::move(value), span);
      entry.value = Value::record(std::move(inner), span);
      return;
    }
    Record inner;
    put(inner, path.substr(dot + 1), std::move(value), span);
    record.push_back({key, span, Value::record(std::move(inner), span)});
  }

  std::unordered_map<std::string, Group> groups_;
  std::vector<std::string> order_;
};

/// Everything the scope's functions share; it lives as long as any copy of the scope.
struct ReportNames {
  ReportNames(const std::vector<std::pair<std::string, Expression>>& names, Value data, Value settings)
      : figures(names), record(std::move(data)), constants(std::move(settings)) {}
  NamedFigures figures;
  Value record;
  Value constants;
  bool has_prior = false;
  std::map<std::string, Function, std::less<>> functions;
  /// Named figures are worked out here, never among the locals of where they are used.
  Scope outermost;
};

std::vector<std::string> all_names(const ReportNames& report) {
  std::vector<std::string> names = report.figures.names();
  for (const Value* const values : {&report.record, &report.constants}) {
    if (values->if_record() == nullptr) continue;
    for (const Entry& entry : *values->if_record()) names.push_back(entry.key);
  }
  for (const auto& [name, function] : report.functions) names.push_back(name);
  return names;
}

std::optional<Value> find_name(ReportNames& report, std::string_view name, Span use, Diagnostics& diagnostics) {
  if (auto figure = report.figures.find(std::string(name), use, report.outermost, diagnostics)) return figure;
  for (const Value* const values : {&report.record, &report.constants}) {
    if (const Value* const value = values->find(name)) return *value;
  }
  if (name == "有上年报告") return Value(Value::Data(report.has_prior), use);
  return std::nullopt;
}

void add_functions(ReportNames& report, const Ledger& ledger) {
  for (const Measure& measure : ledger.accounts().measures) {
    report.functions.emplace(measure.name, measure_function(ledger, measure.name));
  }
  report.functions.emplace("成员", members_function(ledger));
  report.functions.emplace("印数相同", same_print_function());
  report.functions.emplace("数", figure_function([&report]() -> const Scope& { return report.outermost; }));
  report.functions.emplace("小数位", decimals_function());
}

/// `report` is a plain pointer for the scope that the names hold themselves, a shared one
/// for the scopes given out.
template <typename Pointer>
Scope scope_over(Pointer report, Journal& journal, Diagnostics& diagnostics) {
  Scope scope;
  scope.journal = &journal;
  scope.find = [report, &diagnostics](std::string_view name, Span use) {
    return find_name(*report, name, use, diagnostics);
  };
  scope.function = [report](std::string_view name) -> const Function* {
    const auto found = report->functions.find(name);
    return found != report->functions.end() ? &found->second : standard_function(name);
  };
  scope.filter = [](std::string_view name) { return standard_filter(name); };
  scope.names = [report] { return all_names(*report); };
  return scope;
}

}  // namespace

Scope ledger_scope(const Ledger& ledger, const std::vector<std::pair<std::string, Expression>>& names,
                   const Value& record, Journal& journal, Diagnostics& diagnostics, const Value& constants,
                   const LastYear* last_year) {
  auto report = std::make_shared<ReportNames>(names, record, constants);
  report->has_prior = last_year != nullptr;
  add_functions(*report, ledger);
  report->functions.emplace("上年报告", last_year_function(last_year));
  report->outermost = scope_over(report.get(), journal, diagnostics);
  return scope_over(report, journal, diagnostics);
}

}  // namespace gongkai
