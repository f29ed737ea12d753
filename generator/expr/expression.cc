#include "expr/expression.h"

#include <algorithm>

#include "expr/match.h"
#include "expr/parser.h"

namespace gongkai {
namespace {

using Names = std::vector<std::pair<std::string, Span>>;

void collect_names(const ExpressionNode& node, Names& names) {
  if (const NameNode* const use = std::get_if<NameNode>(&node.kind)) {
    const auto same = [use](const auto& known) { return known.first == use->name; };
    if (std::none_of(names.begin(), names.end(), same)) names.emplace_back(use->name, node.span);
  }
  for (const NodePointer& child : children(node)) collect_names(*child, names);
}

std::vector<NodePointer> values_of(const std::vector<ArgumentNode>& arguments) {
  std::vector<NodePointer> values;
  for (const ArgumentNode& argument : arguments) values.push_back(argument.value);
  return values;
}

std::vector<NodePointer> with_first(const NodePointer& first, std::vector<NodePointer> rest) {
  rest.insert(rest.begin(), first);
  return rest;
}

std::vector<NodePointer> compared_values(const ComparisonNode& node) {
  std::vector<NodePointer> values = {node.first};
  for (const auto& [comparator, value] : node.rest) values.push_back(value);
  return values;
}

std::vector<NodePointer> parts_of(const RecordNode& node) {
  std::vector<NodePointer> parts;
  for (const auto& [key, value] : node.entries) {
    parts.push_back(key);
    parts.push_back(value);
  }
  return parts;
}

std::vector<NodePointer> present(std::vector<NodePointer> nodes) {
  nodes.erase(std::remove(nodes.begin(), nodes.end(), nullptr), nodes.end());
  return nodes;
}

}  // namespace

std::vector<NodePointer> children(const ExpressionNode& node) {
  using Nodes = std::vector<NodePointer>;
  return std::visit(
      Match{[](const LiteralNode&) { return Nodes(); }, [](const NameNode&) { return Nodes(); },
            [](const AttributeNode& part) { return Nodes{part.object}; },
            [](const SubscriptNode& part) {
              return Nodes{part.object, part.index};
            },
            [](const NegativeNode& part) { return Nodes{part.operand}; },
            [](const NotNode& part) { return Nodes{part.operand}; },
            [](const ArithmeticNode& part) {
              return Nodes{part.left, part.right};
            },
            [](const JoinNode& part) { return part.parts; },
            [](const LogicNode& part) {
              return Nodes{part.left, part.right};
            },
            [](const ComparisonNode& part) { return compared_values(part); },
            [](const ConditionalNode& part) {
              return present({part.chosen, part.condition, part.otherwise});
            },
            [](const CallNode& part) { return values_of(part.arguments); },
            [](const FilterNode& part) { return with_first(part.subject, values_of(part.arguments)); },
            [](const TestNode& part) {
              return present({part.subject, part.argument});
            },
            [](const ListNode& part) { return part.items; }, [](const RecordNode& part) { return parts_of(part); }},
      node.kind);
}

std::optional<Expression> Expression::parse(std::string_view text, Span where, Diagnostics& diagnostics) {
  const Placement placement(text, where);
  auto tokens = tokenize(text, placement, diagnostics);
  if (!tokens) return std::nullopt;
  Expression expression;
  expression.root_ = Parser(std::move(*tokens), placement, diagnostics).whole();
  if (!expression.root_) return std::nullopt;
  expression.text_ = std::string(text);
  expression.span_ = expression.root_->span;
  return expression;
}

std::optional<Expression> Expression::parse_prefix(std::string_view text, Span where, std::size_t& length,
                                                   Diagnostics& diagnostics) {
  const Placement placement(text, where);
  auto tokens = tokenize(text, placement, diagnostics);
  if (!tokens) return std::nullopt;
  Expression expression;
  expression.root_ = Parser(std::move(*tokens), placement, diagnostics).prefix(length);
  if (!expression.root_) return std::nullopt;
  expression.text_ = std::string(text.substr(0, length));
  expression.span_ = expression.root_->span;
  return expression;
}

std::vector<std::pair<std::string, Span>> Expression::names() const {
  Names names;
  collect_names(*root_, names);
  return names;
}

const Value* Call::argument(std::size_t index, std::string_view name) const {
  std::size_t position = 0;
  for (const Argument& argument : arguments) {
    if (!argument.name.empty() && argument.name == name) return &argument.value;
    if (argument.name.empty() && position++ == index) return &argument.value;
  }
  return nullptr;
}

}  // namespace gongkai
