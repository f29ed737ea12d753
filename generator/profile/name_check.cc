#include "profile/name_check.h"

#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic_text.h"
#include "expr/node.h"
#include "expr/standard.h"
#include "ledger/table_plan.h"
#include "load/schema.h"

namespace gongkai {
namespace {

NameCheck::Locals locals_of(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

void check_rule(const Rule& rule, NameCheck& names) {
  NameCheck::Locals locals;
  for (const auto* const named : {&rule.loops, &rule.operands}) {
    for (const auto& [name, expression] : *named) {
      names.check(expression, locals);
      locals.insert(name);
    }
  }
  if (rule.applies) names.check(*rule.applies, locals);
  if (rule.condition) names.check(*rule.condition, locals);
}

void check_wording(const Wording& wording, NameCheck& names) {
  NameCheck::Locals locals = locals_of(wording.parameters);
  for (const auto& [name, expression] : wording.lets) locals.insert(name);
  for (const auto& [name, expression] : wording.lets) names.check(expression, locals);
  for (const WordingBranch& branch : wording.branches) {
    if (branch.condition) names.check(*branch.condition, locals);
  }
}

/// What fields with 沿用 ask of last year's report: it has the same names.
void check_kept(const Schema& schema, NameCheck& names, Diagnostics& diagnostics) {
  for (const Schema::Kept& kept : schema.kept()) {
    const auto expression = Expression::parse(kept.expression, kept.span, diagnostics);
    if (expression) names.check(*expression, {"键"});
  }
}

}  // namespace

NameCheck::NameCheck(const Profile& profile, Diagnostics& diagnostics) : diagnostics_(&diagnostics) {
  for (const NamedFigure& figure : profile.names)
    names_.emplace(figure.name.substr(0, figure.name.find('.')), figure.expression.span());
  for (const std::string& key : profile.data_keys) names_.emplace(key, Span());
  if (const Record* const constants = profile.constants.if_record()) {
    for (const Entry& entry : *constants) names_.emplace(entry.key, entry.key_span);
  }
  names_.emplace("有上年报告", Span());
  for (const char* const name : {"成员", "印数相同", "数", "小数位", "上年报告"}) functions_.emplace(name, Span());
  for (const Measure& measure : profile.accounts.measures) functions_.emplace(measure.name, Span());
  for (const Wording& wording : profile.wording) functions_.emplace(wording.name, wording.span);
  for (const NumberStyle& style : profile.numbers) filters_.emplace(style.name, style.span);
}

void NameCheck::check(const Expression& expression, const Locals& locals) { check(expression.root(), locals); }

void NameCheck::check(const ExpressionNode& node, const Locals& locals) {
  if (const auto* const name = std::get_if<NameNode>(&node.kind)) {
    const bool known = names_.contains(name->name) || locals.contains(name->name);
    if (!known) missing("名字", name->name, node.span, names_, locals);
  }
  if (const auto* const call = std::get_if<CallNode>(&node.kind)) {
    const bool known = functions_.contains(call->function) || standard_function(call->function) != nullptr;
    if (!known) missing("函数", call->function, node.span, functions_, locals);
  }
  if (const auto* const filter = std::get_if<FilterNode>(&node.kind)) {
    const bool known = filters_.contains(filter->filter) || standard_filter(filter->filter) != nullptr;
    if (!known) missing("过滤器", filter->filter, filter->name_span, filters_, locals);
  }
  for (const NodePointer& child : children(node)) check(*child, locals);
}

void NameCheck::missing(const std::string& kind, const std::string& name, Span span, const Known& known,
                        const Locals& locals) {
  std::vector<std::string> candidates;
  for (const auto& [candidate, where] : known) candidates.push_back(candidate);
  candidates.insert(candidates.end(), locals.begin(), locals.end());
  candidates.insert(candidates.end(), standard_names().begin(), standard_names().end());
  Diagnostic found;
  found.code = "NAME-02";
  found.message = "没有" + kind + "“" + name + "”";
  found.span = span;
  const std::string near = nearest(name, candidates);
  if (!near.empty()) found.hint = "是否想写“" + near + "”？";
  const auto defined = known.find(near);
  if (defined != known.end() && defined->second.known()) found.notes.push_back({"“" + near + "”", defined->second});
  if (kind == "名字" && functions_.contains(name)) found.hint = "它是函数，后面要写括号，如 " + name + "()";
  diagnostics_->add(std::move(found));
}

void check_names(const Profile& profile, Diagnostics& diagnostics) {
  NameCheck names(profile, diagnostics);
  if (profile.schema) check_kept(*profile.schema, names, diagnostics);
  for (const NamedFigure& figure : profile.names) names.check(figure.expression, {});
  for (const Rule& rule : profile.rules) check_rule(rule, names);
  for (const Wording& wording : profile.wording) check_wording(wording, names);
  for (const TableDefinition& table : profile.tables) {
    if (!table.listed) continue;  // what a text prints may use names that the text makes
    for (const PlanExpression& used : expressions_of(*table.plan)) names.check(used.expression, locals_of(used.locals));
  }
}

}  // namespace gongkai
