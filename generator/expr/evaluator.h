#pragma once
// Walks an expression's tree over a scope. Inner part of the room.

#include <optional>
#include <string_view>
#include <vector>

#include "expr/expression.h"
#include "expr/node.h"
#include "expr/operators.h"

namespace gongkai {

class Evaluator {
 public:
  Evaluator(const Expression& expression, const Scope& scope, Diagnostics& diagnostics)
      : expression_(&expression), scope_(&scope), diagnostics_(&diagnostics) {}

  [[nodiscard]] std::optional<Value> value(const ExpressionNode& node);

 private:
  using Result = std::optional<Value>;

  Result of(const LiteralNode& part, const ExpressionNode& node);
  Result of(const NameNode& part, const ExpressionNode& node);
  Result of(const AttributeNode& part, const ExpressionNode& node);
  Result of(const SubscriptNode& part, const ExpressionNode& node);
  Result of(const NegativeNode& part, const ExpressionNode& node);
  Result of(const NotNode& part, const ExpressionNode& node);
  Result of(const ArithmeticNode& part, const ExpressionNode& node);
  Result of(const JoinNode& part, const ExpressionNode& node);
  Result of(const LogicNode& part, const ExpressionNode& node);
  Result of(const ComparisonNode& part, const ExpressionNode& node);
  Result of(const ConditionalNode& part, const ExpressionNode& node);
  Result of(const CallNode& part, const ExpressionNode& node);
  Result of(const FilterNode& part, const ExpressionNode& node);
  Result of(const TestNode& part, const ExpressionNode& node);
  Result of(const ListNode& part, const ExpressionNode& node);
  Result of(const RecordNode& part, const ExpressionNode& node);

  /// The figure of an arithmetic node without an origin of its own; the origins of what it
  /// is made of are added to `operands`. A formula is one line of the journal, not one a sign.
  Result reckon(const ExpressionNode& node, std::vector<OriginId>& operands);
  Result reckon_part(const ExpressionNode& node, std::vector<OriginId>& operands);
  Result derived(const ExpressionNode& node);
  /// As value(), but x[key] with a key that is not there is Absent.
  Result lenient(const ExpressionNode& node);
  Result subscript(const SubscriptNode& part, const ExpressionNode& node, bool lenient);
  Result item(const Operand& object, const Operand& index, bool lenient);
  Result key(const Operand& object, const std::string& key, Span key_span, bool lenient);
  Result missing_key(const Operand& object, const std::string& key, Span key_span);
  Result missing_name(const std::string& name, const ExpressionNode& node);
  Result call(const Function& function, Value subject, const std::vector<ArgumentNode>& arguments,
              const ExpressionNode& node);
  std::optional<Truth> verdict(const ExpressionNode& node);
  std::optional<Truth> test_verdict(const TestNode& part, const Operand& subject);

  [[nodiscard]] std::string_view text(const ExpressionNode& node) const;
  [[nodiscard]] Operand operand(const Value& value, const ExpressionNode& node) const;
  Result fail(std::string code, std::string message, Span span, std::string hint = {});

  const Expression* expression_;
  const Scope* scope_;
  Diagnostics* diagnostics_;
  Journal unread_;  // where a scope has no journal
};

/// A test of `is`: defined, none, … nullopt after an error (a name nobody knows).
[[nodiscard]] std::optional<Truth> run_test(const TestNode& test, const Operand& subject, const Operand* argument,
                                            Diagnostics& diagnostics);

/// “是否想写“…”？” or "".
[[nodiscard]] std::string near_miss(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace gongkai
