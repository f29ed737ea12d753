#pragma once
// The parsed expression. Inner part of the room; template/ reads it to see whether a
// reference in a data text is more than a name.

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "value/value.h"

namespace gongkai {

struct ExpressionNode;
using NodePointer = std::shared_ptr<const ExpressionNode>;

enum class Arithmetic : std::uint8_t { add, subtract, multiply, divide, floor_divide, modulo };
enum class Comparator : std::uint8_t { equal, unequal, less, less_equal, greater, greater_equal, in, not_in };

struct ArgumentNode {
  std::string name;  // "" when positional
  NodePointer value;
};

struct LiteralNode {
  Value value;
};
struct NameNode {
  std::string name;
};
struct AttributeNode {
  NodePointer object;
  std::string key;
  Span key_span;
};
struct SubscriptNode {
  NodePointer object, index;
};
struct NegativeNode {
  NodePointer operand;
  bool negative = true;  // false: unary +
};
struct NotNode {
  NodePointer operand;
};
struct ArithmeticNode {
  Arithmetic operation;
  NodePointer left, right;
};
struct JoinNode {
  std::vector<NodePointer> parts;
};
struct LogicNode {
  bool conjunction;  // and; else or
  NodePointer left, right;
};
struct ComparisonNode {
  NodePointer first;
  std::vector<std::pair<Comparator, NodePointer>> rest;
};
struct ConditionalNode {
  NodePointer condition, chosen, otherwise;  // otherwise may be null
};
struct CallNode {
  std::string function;
  std::vector<ArgumentNode> arguments;
};
struct FilterNode {
  std::string filter;
  Span name_span;
  NodePointer subject;
  std::vector<ArgumentNode> arguments;
};
struct TestNode {
  std::string test;
  Span name_span;
  bool negated = false;
  NodePointer subject, argument;  // argument may be null
};
struct ListNode {
  std::vector<NodePointer> items;
};
struct RecordNode {
  std::vector<std::pair<NodePointer, NodePointer>> entries;
};

struct ExpressionNode {
  using Kind =
      std::variant<LiteralNode, NameNode, AttributeNode, SubscriptNode, NegativeNode, NotNode, ArithmeticNode, JoinNode,
                   LogicNode, ComparisonNode, ConditionalNode, CallNode, FilterNode, TestNode, ListNode, RecordNode>;
  Kind kind;
  Span span;
  std::uint32_t begin = 0, end = 0;  // in the expression's own text
  std::uint32_t depth = 1;           // of the tree below: walking it can't exhaust the stack
};

/// Every node directly below, in the order of the text.
[[nodiscard]] std::vector<NodePointer> children(const ExpressionNode& node);

}  // namespace gongkai
