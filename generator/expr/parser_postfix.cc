// What follows an operand: keys, indexes, calls, filters, tests; and the parser's tools.

#include <algorithm>
#include <utility>

#include "expr/parser.h"

namespace gongkai {
namespace {

// Far beyond what anybody writes, far below what the stack holds.
constexpr std::uint32_t deepest_tree = 400;

std::uint32_t deepest_of(const ExpressionNode& node) {
  std::uint32_t deepest = 0;
  for (const NodePointer& child : children(node)) deepest = std::max(deepest, child->depth);
  return deepest;
}

}  // namespace

NodePointer Parser::postfixed(NodePointer node) {
  while (node) {
    if (token().is(".")) {
      node = attribute(std::move(node));
    } else if (token().is("[")) {
      node = subscript(std::move(node));
    } else if (token().is("(")) {
      node = call(std::move(node));
    } else {
      return node;
    }
  }
  return nullptr;
}

NodePointer Parser::filtered(NodePointer node) {
  while (node) {
    if (token().is("|")) {
      node = filter(std::move(node));
    } else if (token().is_word("is")) {
      node = test(std::move(node));
    } else {
      return node;
    }
  }
  return nullptr;
}

NodePointer Parser::attribute(NodePointer object) {
  take();
  if (token().kind != Token::Kind::name) return unexpected("“.”后面要写键的名字");
  const Token key = take();
  const std::uint32_t begin = object->begin;
  return make(AttributeNode{std::move(object), key.text, span_of(key)}, begin);
}

NodePointer Parser::subscript(NodePointer object) {
  take();
  NodePointer index = expression();
  if (!index || !expect("]", "方括号没有配对")) return nullptr;
  const std::uint32_t begin = object->begin;
  return make(SubscriptNode{std::move(object), std::move(index)}, begin);
}

NodePointer Parser::call(NodePointer function) {
  const NameNode* const name = std::get_if<NameNode>(&function->kind);
  if (name == nullptr) return fail("只有函数的名字后面能写括号", span_of(token()));
  take();
  std::vector<ArgumentNode> given;
  if (!arguments(given)) return nullptr;
  return make(CallNode{name->name, std::move(given)}, function->begin);
}

bool Parser::arguments(std::vector<ArgumentNode>& given) {
  while (!token().is(")")) {
    if (!one_argument(given)) return false;
    if (!take_if(",")) break;
  }
  return expect(")", "参数没有写完");
}

bool Parser::one_argument(std::vector<ArgumentNode>& given) {
  ArgumentNode argument;
  const Token first = token();
  if (first.kind == Token::Kind::name && after().is("=")) {
    argument.name = take().text;
    take();
  } else if (!given.empty() && !given.back().name.empty()) {
    fail("没有名字的参数要写在有名字的参数前面", span_of(first));
    return false;
  }
  for (const ArgumentNode& other : given) {
    if (argument.name.empty() || other.name != argument.name) continue;
    fail("参数“" + argument.name + "”写了两次", span_of(first));
    return false;
  }
  argument.value = expression();
  if (!argument.value) return false;
  given.push_back(std::move(argument));
  return true;
}

NodePointer Parser::filter(NodePointer subject) {
  take();
  if (token().kind != Token::Kind::name) return unexpected("“|”后面要写过滤器的名字");
  const Token name = take();
  std::vector<ArgumentNode> given;
  if (take_if("(") && !arguments(given)) return nullptr;
  const std::uint32_t begin = subject->begin;
  return make(FilterNode{name.text, span_of(name), std::move(subject), std::move(given)}, begin);
}

NodePointer Parser::test(NodePointer subject) {
  take();
  TestNode node;
  node.negated = take_word_if("not");
  const bool named = token().kind == Token::Kind::name || token().is("==") || token().is("!=");
  if (!named) return unexpected("is 后面要写判断的名字，如 已填、未知");
  const Token name = take();
  node.test = name.text;
  node.name_span = span_of(name);
  const std::size_t before = diagnostics_->all().size();
  node.argument = test_argument();
  if (diagnostics_->all().size() != before) return nullptr;
  const std::uint32_t begin = subject->begin;
  node.subject = std::move(subject);
  return make(std::move(node), begin);
}

/// `is 整除(3)` or `is 整除 3`; null when there is none.
NodePointer Parser::test_argument() {
  const Token& next = token();
  const bool operator_word = next.is_word("and") || next.is_word("or") || next.is_word("not") || next.is_word("if") ||
                             next.is_word("else") || next.is_word("in") || next.is_word("is") || next.is_word("for");
  const bool begins = (next.kind == Token::Kind::name && !operator_word) || next.kind == Token::Kind::number ||
                      next.kind == Token::Kind::text || next.is("(") || next.is("[") || next.is("{");
  if (!begins) return nullptr;
  if (next.is("(") && after().is(")")) {
    take();
    take();
    return nullptr;
  }
  NodePointer node = primary();
  return node ? postfixed(std::move(node)) : nullptr;
}

bool Parser::take_if(std::string_view symbol) {
  if (!token().is(symbol)) return false;
  take();
  return true;
}

bool Parser::take_word_if(std::string_view word) {
  if (!token().is_word(word)) return false;
  take();
  return true;
}

bool Parser::expect(std::string_view symbol, std::string_view purpose) {
  if (take_if(symbol)) return true;
  fail(std::string(purpose) + "：应为“" + std::string(symbol) + "”，却是" + found(), span_of(token()));
  return false;
}

std::string Parser::found() const {
  switch (token().kind) {
    case Token::Kind::end: return "结尾";
    case Token::Kind::text: return "文字“" + token().text + "”";
    default: return "“" + token().text + "”";
  }
}

NodePointer Parser::make(ExpressionNode::Kind kind, std::uint32_t begin) {
  auto node = std::make_shared<ExpressionNode>();
  node->kind = std::move(kind);
  node->begin = begin;
  node->end = at_ > 0 ? tokens_[at_ - 1].end : begin;
  node->span = placement_->span(node->begin, node->end);
  node->depth = 1 + deepest_of(*node);
  if (node->depth > deepest_tree) return fail("表达式太长", node->span, "拆成几个有名字的数");
  return node;
}

NodePointer Parser::fail(std::string message, Span span, std::string hint) {
  diagnostics_->error("EXPR-02", std::move(message), span, std::move(hint));
  return nullptr;
}

NodePointer Parser::unexpected(std::string_view wanted, std::string hint) {
  return fail(std::string(wanted) + "，却是" + found(), span_of(token()), std::move(hint));
}

}  // namespace gongkai
