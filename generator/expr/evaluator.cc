#include "expr/evaluator.h"

#include <algorithm>
#include <utility>

#include "base/diagnostic_text.h"
#include "expr/match.h"

namespace gongkai {
namespace {

Value truth_value(Truth truth, Span span) {
  if (truth == Truth::unknown) return Value(Unknown{}, span);
  return Value(truth == Truth::yes, span);
}

bool is_arithmetic(const ExpressionNode& node) {
  return std::holds_alternative<ArithmeticNode>(node.kind) || std::holds_alternative<NegativeNode>(node.kind);
}

void add_once(std::vector<OriginId>& origins, OriginId origin) {
  if (origin == 0 || std::find(origins.begin(), origins.end(), origin) != origins.end()) return;
  origins.push_back(origin);
}

}  // namespace

std::string near_miss(const std::string& word, const std::vector<std::string>& candidates) {
  const std::string near = nearest(word, candidates);
  return near.empty() ? std::string() : "是否想写“" + near + "”？";
}

std::string_view Evaluator::text(const ExpressionNode& node) const {
  return std::string_view(expression_->text()).substr(node.begin, node.end - node.begin);
}

Operand Evaluator::operand(const Value& value, const ExpressionNode& node) const {
  return {value, text(node), node.span};
}

std::optional<Value> Evaluator::fail(std::string code, std::string message, Span span, std::string hint) {
  diagnostics_->error(std::move(code), std::move(message), span, std::move(hint));
  return std::nullopt;
}

std::optional<Value> Evaluator::value(const ExpressionNode& node) {
  return std::visit([&](const auto& part) { return of(part, node); }, node.kind);
}

std::optional<Value> Evaluator::lenient(const ExpressionNode& node) {
  const SubscriptNode* const part = std::get_if<SubscriptNode>(&node.kind);
  return part == nullptr ? value(node) : subscript(*part, node, true);
}

std::optional<Truth> Evaluator::verdict(const ExpressionNode& node) {
  const Result found = value(node);
  if (!found) return std::nullopt;
  return truth_of(*found);
}

std::optional<Value> Evaluator::of(const LiteralNode& part, const ExpressionNode&) { return part.value; }

std::optional<Value> Evaluator::of(const NegativeNode&, const ExpressionNode& node) { return derived(node); }

std::optional<Value> Evaluator::of(const ArithmeticNode&, const ExpressionNode& node) { return derived(node); }

std::optional<Value> Evaluator::derived(const ExpressionNode& node) {
  std::vector<OriginId> operands;
  Result result = reckon(node, operands);
  if (!result || operands.empty() || scope_->journal == nullptr) return result;
  if (const Quantity* const quantity = result->if_quantity()) {
    result->origin =
        scope_->journal->add({OriginKind::derived, node.span, std::string(text(node)), *quantity, std::move(operands)});
  }
  return result;
}

std::optional<Value> Evaluator::reckon_part(const ExpressionNode& node, std::vector<OriginId>& operands) {
  if (is_arithmetic(node)) return reckon(node, operands);
  Result result = value(node);
  if (result) add_once(operands, result->origin);
  return result;
}

std::optional<Value> Evaluator::reckon(const ExpressionNode& node, std::vector<OriginId>& operands) {
  if (const NegativeNode* const part = std::get_if<NegativeNode>(&node.kind)) {
    const Result inner = reckon_part(*part->operand, operands);
    if (!inner) return std::nullopt;
    return with_sign(part->negative, operand(*inner, *part->operand), *diagnostics_);
  }
  const ArithmeticNode& part = std::get<ArithmeticNode>(node.kind);
  const Result left = reckon_part(*part.left, operands);
  const Result right = reckon_part(*part.right, operands);
  if (!left || !right) return std::nullopt;
  const Value whole;
  return calculate(part.operation, operand(*left, *part.left), operand(*right, *part.right), operand(whole, node),
                   *diagnostics_);
}

std::optional<Value> Evaluator::of(const NotNode& part, const ExpressionNode& node) {
  const auto truth = verdict(*part.operand);
  if (!truth) return std::nullopt;
  if (*truth == Truth::unknown) return Value(Unknown{}, node.span);
  return Value(*truth == Truth::no, node.span);
}

std::optional<Value> Evaluator::of(const JoinNode& part, const ExpressionNode& node) {
  Phrase pieces;
  bool whole = true;
  for (const NodePointer& piece : part.parts) {
    const Result found = value(*piece);
    const auto printed = found ? in_print(operand(*found, *piece), *diagnostics_) : std::nullopt;
    whole = whole && printed.has_value();
    if (printed) pieces.insert(pieces.end(), printed->begin(), printed->end());
  }
  if (!whole) return std::nullopt;
  return phrase_value(std::move(pieces), node.span);
}

/// As in Jinja2 the operand that decides is the result. An unclear left side leaves the
/// decision to the right one; if that does not decide either, it stays unclear.
std::optional<Value> Evaluator::of(const LogicNode& part, const ExpressionNode&) {
  const Truth decides = part.conjunction ? Truth::no : Truth::yes;
  Result left = value(*part.left);
  if (!left) return std::nullopt;
  const Truth first = truth_of(*left);
  if (first == decides) return left;
  Result right = value(*part.right);
  if (!right || first != Truth::unknown) return right;
  return truth_of(*right) == decides ? right : left;
}

std::optional<Value> Evaluator::of(const ComparisonNode& part, const ExpressionNode& node) {
  Result left = value(*part.first);
  const ExpressionNode* left_node = part.first.get();
  Truth all = Truth::yes;
  for (const auto& [comparator, right_node] : part.rest) {
    Result right = value(*right_node);
    if (!left || !right) return std::nullopt;
    const auto truth =
        compare_values(comparator, operand(*left, *left_node), operand(*right, *right_node), *diagnostics_);
    if (!truth) return std::nullopt;
    if (*truth == Truth::no) return Value(false, node.span);
    if (*truth == Truth::unknown) all = Truth::unknown;
    left = std::move(right);
    left_node = right_node.get();
  }
  return truth_value(all, node.span);
}

std::optional<Value> Evaluator::of(const ConditionalNode& part, const ExpressionNode& node) {
  const Result condition = value(*part.condition);
  if (!condition) return std::nullopt;
  const auto truth = is_true(*condition, part.condition->span, *diagnostics_);
  if (!truth) return std::nullopt;
  if (*truth) return value(*part.chosen);
  return part.otherwise ? value(*part.otherwise) : Value::text("", node.span);
}

std::optional<Value> Evaluator::of(const ListNode& part, const ExpressionNode& node) {
  List items;
  for (const NodePointer& item : part.items) {
    Result found = value(*item);
    if (!found) return std::nullopt;
    items.push_back(std::move(*found));
  }
  return Value::list(std::move(items), node.span);
}

std::optional<Value> Evaluator::of(const RecordNode& part, const ExpressionNode& node) {
  Record entries;
  for (const auto& [key_node, value_node] : part.entries) {
    const Result key = value(*key_node);
    Result found = key ? value(*value_node) : std::nullopt;
    if (!found) return std::nullopt;
    const auto name = characters(*key);
    if (!name)
      return fail("EXPR-06", "组的键应为文字，却是" + std::string(kind_name(*key)), key_node->span, "键要加引号");
    const auto same = [&name](const Entry& entry) { return entry.key == *name; };
    if (std::any_of(entries.begin(), entries.end(), same)) {
      return fail("EXPR-06", "键“" + *name + "”写了两次", key_node->span);
    }
    entries.push_back({*name, key_node->span, std::move(*found)});
  }
  return Value::record(std::move(entries), node.span);
}

namespace {

bool lacking(const std::optional<Value>& value) { return value && (value->is_unknown() || value->is_absent()); }

void collect_unknown(Evaluator& evaluator, const ExpressionNode& node, const std::string& text,
                     std::vector<std::string>& parts) {
  const std::size_t before = parts.size();
  for (const NodePointer& child : children(node)) {
    if (lacking(evaluator.value(*child))) collect_unknown(evaluator, *child, text, parts);
  }
  std::string own = text.substr(node.begin, node.end - node.begin);
  const bool told = parts.size() != before || std::find(parts.begin(), parts.end(), own) != parts.end();
  if (!told) parts.push_back(std::move(own));
}

}  // namespace

std::vector<std::string> unknown_parts(const Expression& expression, const Scope& scope) {
  Diagnostics ignored;  // the asker has told them
  Evaluator evaluator(expression, scope, ignored);
  std::vector<std::string> parts;
  collect_unknown(evaluator, expression.root(), expression.text(), parts);
  return parts;
}

std::optional<Value> evaluate(const Expression& expression, const Scope& scope, Diagnostics& diagnostics) {
  return Evaluator(expression, scope, diagnostics).value(expression.root());
}

std::optional<bool> is_true(const Value& value, Span asked, Diagnostics& diagnostics) {
  const Truth truth = truth_of(value);
  if (truth != Truth::unknown) return truth == Truth::yes;
  operand_error(diagnostics, "EXPR-07", "这里要判断真假，所用的数却未提供", {value, "", asked},
                "先用 is 未知 判断，或在数据里补上");
  return std::nullopt;
}

}  // namespace gongkai
