// Names, keys, calls, filters and tests: everything an expression finds by a word.

#include <utility>

#include "expr/evaluator.h"
#include "expr/standard.h"

namespace gongkai {
namespace {

std::vector<std::string> keys_of(const Record& record) {
  std::vector<std::string> keys;
  for (const Entry& entry : record) keys.push_back(entry.key);
  return keys;
}

bool is_default(const std::string& filter) { return filter == "默认" || filter == "default" || filter == "d"; }

std::vector<std::string> known_names(const Scope& scope) {
  std::vector<std::string> names;
  if (scope.names) names = scope.names();
  for (const std::string& name : standard_names()) names.push_back(name);
  return names;
}

bool is_cited(const std::string& name) { return name.starts_with("“") && name.ends_with("”"); }

}  // namespace

std::optional<Value> Evaluator::of(const NameNode& part, const ExpressionNode& node) {
  Result found = scope_->find ? scope_->find(part.name, node.span) : std::nullopt;
  return found ? found : missing_name(part.name, node);
}

std::optional<Value> Evaluator::missing_name(const std::string& name, const ExpressionNode& node) {
  const bool function = scope_->function && scope_->function(name) != nullptr;
  if (function) {
    return fail("EXPR-03", "“" + name + "”是函数，不是数", node.span, "函数的后面要写括号，如 " + name + "()");
  }
  const std::size_t bracket = name.find("（");
  if (bracket != std::string::npos && scope_->function && scope_->function(name.substr(0, bracket)) != nullptr) {
    return fail("EXPR-03", "没有名字“" + name + "”", node.span, "函数的括号要用半角的 ( )");
  }
  if (is_cited(name)) return fail("EXPR-03", "没有名字" + name, node.span, "文字要用半角引号，如 \"基本支出\"");
  const std::vector<std::string> candidates = scope_->names ? scope_->names() : std::vector<std::string>();
  return fail("EXPR-03", "没有名字“" + name + "”", node.span, near_miss(name, candidates));
}

std::optional<Value> Evaluator::of(const AttributeNode& part, const ExpressionNode&) {
  const Result object = value(*part.object);
  if (!object) return std::nullopt;
  return key(operand(*object, *part.object), part.key, part.key_span, false);
}

std::optional<Value> Evaluator::of(const SubscriptNode& part, const ExpressionNode& node) {
  return subscript(part, node, false);
}

std::optional<Value> Evaluator::subscript(const SubscriptNode& part, const ExpressionNode&, bool lenient) {
  const Result object = value(*part.object);
  const Result index = value(*part.index);
  if (!object || !index) return std::nullopt;
  return item(operand(*object, *part.object), operand(*index, *part.index), lenient);
}

std::optional<Value> Evaluator::item(const Operand& object, const Operand& index, bool lenient) {
  const auto name = characters(index.value);
  if (name) return key(object, *name, index.span, lenient);
  if (object.value.is_absent() || object.value.is_unknown()) return object.value;
  const List* const list = object.value.if_list();
  const auto number = whole_number(index.value);
  if (list == nullptr || !number) {
    return fail("EXPR-04",
                quoted(object.text) + "是" + std::string(kind_name(object.value)) + "，不能用" +
                    std::string(kind_name(index.value)) + quoted(index.text) + "取其中一项",
                index.span);
  }
  const std::int64_t size = static_cast<std::int64_t>(list->size());
  const std::int64_t place = *number < 0 ? *number + size : *number;
  if (place >= 0 && place < size) return (*list)[static_cast<std::size_t>(place)];
  if (lenient) return Value(Absent{}, object.value.span);
  operand_error(*diagnostics_, "EXPR-04",
                quoted(object.text) + "只有 " + std::to_string(size) + " 项，没有第 " + std::to_string(*number) + " 项",
                {object.value, index.text, index.span}, "从 0 数起，第一项是 [0]");
  return std::nullopt;
}

std::optional<Value> Evaluator::key(const Operand& object, const std::string& name, Span key_span, bool lenient) {
  // A group left out has none of its keys; a group not known has them unknown.
  if (object.value.is_absent() || object.value.is_unknown()) return object.value;
  if (const Value* const found = object.value.find(name)) return *found;
  if (lenient && object.value.if_record() != nullptr) return Value(Absent{}, object.value.span);
  return missing_key(object, name, key_span);
}

std::optional<Value> Evaluator::missing_key(const Operand& object, const std::string& name, Span key_span) {
  const Record* const record = object.value.if_record();
  if (record == nullptr) {
    operand_error(*diagnostics_, "EXPR-04",
                  quoted(object.text) + "是" + std::string(kind_name(object.value)) + "，没有“" + name + "”",
                  {object.value, object.text, key_span});
    return std::nullopt;
  }
  operand_error(*diagnostics_, "EXPR-04", quoted(object.text) + "没有“" + name + "”",
                {object.value, object.text, key_span}, near_miss(name, keys_of(*record)));
  return std::nullopt;
}

std::optional<Value> Evaluator::of(const CallNode& part, const ExpressionNode& node) {
  const Function* const function = scope_->function ? scope_->function(part.function) : nullptr;
  if (function != nullptr) return call(*function, Value(), part.arguments, node);
  const bool name = scope_->find && scope_->find(part.function, node.span).has_value();
  if (name) return fail("EXPR-05", "“" + part.function + "”不是函数，后面不能写括号", node.span);
  return fail("EXPR-05", "没有函数“" + part.function + "”", node.span, near_miss(part.function, known_names(*scope_)));
}

std::optional<Value> Evaluator::of(const FilterNode& part, const ExpressionNode& node) {
  const Function* const filter = scope_->filter ? scope_->filter(part.filter) : nullptr;
  if (filter == nullptr) {
    return fail("EXPR-05", "没有过滤器“" + part.filter + "”", part.name_span,
                near_miss(part.filter, known_names(*scope_)));
  }
  Result subject = is_default(part.filter) ? lenient(*part.subject) : value(*part.subject);
  if (!subject) return std::nullopt;
  return call(*filter, std::move(*subject), part.arguments, node);
}

std::optional<Value> Evaluator::call(const Function& function, Value subject,
                                     const std::vector<ArgumentNode>& arguments, const ExpressionNode& node) {
  Journal& journal = scope_->journal != nullptr ? *scope_->journal : unread_;
  Call given{std::move(subject), {}, node.span, journal, *diagnostics_, text(node)};
  given.arguments.reserve(arguments.size());
  for (const ArgumentNode& argument : arguments) {
    Result found = value(*argument.value);
    if (!found) return std::nullopt;
    given.arguments.push_back({argument.name, std::move(*found), argument.value->span});
  }
  return function(given);
}

std::optional<Value> Evaluator::of(const TestNode& part, const ExpressionNode& node) {
  const Result subject = lenient(*part.subject);
  if (!subject) return std::nullopt;
  const auto truth = test_verdict(part, operand(*subject, *part.subject));
  if (!truth) return std::nullopt;
  if (*truth == Truth::unknown) return Value(Unknown{}, subject->span);
  return Value((*truth == Truth::yes) != part.negated, node.span);
}

std::optional<Truth> Evaluator::test_verdict(const TestNode& part, const Operand& subject) {
  if (!part.argument) return run_test(part, subject, nullptr, *diagnostics_);
  const Result argument = value(*part.argument);
  if (!argument) return std::nullopt;
  const Operand given = operand(*argument, *part.argument);
  return run_test(part, subject, &given, *diagnostics_);
}

}  // namespace gongkai
