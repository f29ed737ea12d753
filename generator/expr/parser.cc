#include "expr/parser.h"

#include <algorithm>
#include <array>
#include <utility>

#include "value/decimal.h"

namespace gongkai {
namespace {

// Far beyond what anybody writes, far below what the stack holds.
constexpr int most_nested = 100;

constexpr std::array<std::string_view, 8> operator_words = {"and", "or", "not", "in", "is", "if", "else", "for"};

bool is_operator_word(const Token& token) {
  return token.kind == Token::Kind::name &&
         std::find(operator_words.begin(), operator_words.end(), token.text) != operator_words.end();
}

Arithmetic arithmetic_of(std::string_view sign) {
  if (sign == "+") return Arithmetic::add;
  if (sign == "-") return Arithmetic::subtract;
  if (sign == "*") return Arithmetic::multiply;
  if (sign == "/") return Arithmetic::divide;
  return sign == "%" ? Arithmetic::modulo : Arithmetic::floor_divide;
}

}  // namespace

NodePointer Parser::whole() {
  NodePointer node = expression();
  if (!node) return nullptr;
  const Token& next = token();
  if (next.kind == Token::Kind::end) return node;
  if (next.is("=")) return unexpected("表达式到这里已经完整", "判断相等要写“==”");
  const bool operand_begins = next.kind != Token::Kind::symbol;
  return unexpected("表达式到这里已经完整", operand_begins ? "两个值之间要有运算符" : "");
}

NodePointer Parser::prefix(std::size_t& length) {
  NodePointer node = operation(power_or);
  length = node ? node->end : 0;
  if (node && at_ > 0) length = tokens_[at_ - 1].end;
  return node;
}

NodePointer Parser::expression() {
  const std::uint32_t begin = token().begin;
  NodePointer node = operation(power_or);
  while (node && take_word_if("if")) {
    NodePointer condition = operation(power_or);
    if (!condition) return nullptr;
    NodePointer otherwise;
    if (take_word_if("else")) {
      otherwise = expression();
      if (!otherwise) return nullptr;
    }
    node = make(ConditionalNode{std::move(condition), std::move(node), std::move(otherwise)}, begin);
  }
  return node;
}

int Parser::power_of_next() const {
  const Token& next = token();
  if (next.is_word("or")) return power_or;
  if (next.is_word("and")) return power_and;
  if (next.is_word("in") || (next.is_word("not") && after().is_word("in"))) return power_compare;
  if (next.kind != Token::Kind::symbol) return 0;
  if (next.text == "+" || next.text == "-") return power_sum;
  if (next.text == "~") return power_join;
  if (next.text == "*" || next.text == "/" || next.text == "//" || next.text == "%") return power_product;
  const bool compares = next.text == "==" || next.text == "!=" || next.text[0] == '<' || next.text[0] == '>';
  return compares ? power_compare : 0;
}

NodePointer Parser::operation(int least) {
  if (++nested_ > most_nested) return fail("表达式嵌套太深", span_of(token()), "拆成几个有名字的数");
  NodePointer left =
      token().is_word("not") ? (least <= power_not ? negated() : unexpected("这里要写一个值")) : signed_operand();
  for (int power = power_of_next(); left && power >= least; power = power_of_next()) {
    left = infix(std::move(left), power);
  }
  --nested_;
  return left;
}

NodePointer Parser::infix(NodePointer left, int power) {
  switch (power) {
    case power_or:
    case power_and: return logic(std::move(left), power);
    case power_compare: return compared(std::move(left));
    case power_join: return joined(std::move(left));
    default: break;
  }
  const Token sign = take();
  return arithmetic(std::move(left), arithmetic_of(sign.text), power);
}

NodePointer Parser::arithmetic(NodePointer left, Arithmetic operation_sign, int power) {
  const std::uint32_t begin = left->begin;
  NodePointer right = operation(power + 1);
  if (!right) return nullptr;
  return make(ArithmeticNode{operation_sign, std::move(left), std::move(right)}, begin);
}

NodePointer Parser::logic(NodePointer left, int power) {
  const std::uint32_t begin = left->begin;
  take();
  NodePointer right = operation(power + 1);
  if (!right) return nullptr;
  return make(LogicNode{power == power_and, std::move(left), std::move(right)}, begin);
}

NodePointer Parser::joined(NodePointer left) {
  const std::uint32_t begin = left->begin;
  std::vector<NodePointer> parts = {std::move(left)};
  while (take_if("~")) {
    NodePointer part = operation(power_join + 1);
    if (!part) return nullptr;
    parts.push_back(std::move(part));
  }
  return make(JoinNode{std::move(parts)}, begin);
}

std::optional<Comparator> Parser::comparator() {
  if (power_of_next() != power_compare) return std::nullopt;
  const Token sign = take();
  if (sign.is_word("in")) return Comparator::in;
  if (sign.is_word("not")) {
    take();
    return Comparator::not_in;
  }
  if (sign.text == "==") return Comparator::equal;
  if (sign.text == "!=") return Comparator::unequal;
  if (sign.text == "<") return Comparator::less;
  if (sign.text == "<=") return Comparator::less_equal;
  return sign.text == ">" ? Comparator::greater : Comparator::greater_equal;
}

NodePointer Parser::compared(NodePointer left) {
  const std::uint32_t begin = left->begin;
  std::vector<std::pair<Comparator, NodePointer>> rest;
  while (const auto sign = comparator()) {
    NodePointer right = operation(power_compare + 1);
    if (!right) return nullptr;
    rest.emplace_back(*sign, std::move(right));
  }
  return make(ComparisonNode{std::move(left), std::move(rest)}, begin);
}

NodePointer Parser::negated() {
  const std::uint32_t begin = take().begin;
  NodePointer operand = operation(power_not);
  if (!operand) return nullptr;
  return make(NotNode{std::move(operand)}, begin);
}

NodePointer Parser::signed_operand() {
  NodePointer node = operand();
  return node ? filtered(std::move(node)) : nullptr;
}

/// A primary with its postfixes, or a sign before one: filters come after the sign.
NodePointer Parser::operand() {
  if (!token().is("-") && !token().is("+")) {
    NodePointer node = primary();
    return node ? postfixed(std::move(node)) : nullptr;
  }
  if (++nested_ > most_nested) return fail("表达式嵌套太深", span_of(token()), "拆成几个有名字的数");
  const Token sign = take();
  NodePointer node = operand();
  --nested_;
  if (!node) return nullptr;
  return make(NegativeNode{std::move(node), sign.text == "-"}, sign.begin);
}

NodePointer Parser::primary() {
  const Token& next = token();
  switch (next.kind) {
    case Token::Kind::number: return number();
    case Token::Kind::text: {
      const Token literal = take();
      return make(LiteralNode{Value(Text{literal.text, true}, span_of(literal))}, literal.begin);
    }
    case Token::Kind::name: return word();
    case Token::Kind::symbol:
      if (next.text == "(") return parenthesized();
      if (next.text == "[") return list();
      if (next.text == "{") return record();
      break;
    case Token::Kind::end: break;
  }
  return unexpected("这里要写一个值");
}

NodePointer Parser::word() {
  if (is_operator_word(token())) return unexpected("这里要写一个值");
  const Token name = take();
  const Span span = span_of(name);
  const auto literal = [&](Value::Data data) { return make(LiteralNode{Value(std::move(data), span)}, name.begin); };
  if (name.text == "true" || name.text == "True" || name.text == "真") return literal(true);
  if (name.text == "false" || name.text == "False" || name.text == "假") return literal(false);
  if (name.text == "none" || name.text == "None" || name.text == "空") return literal(Absent{});
  return make(NameNode{name.text}, name.begin);
}

NodePointer Parser::number() {
  const Token digits = take();
  const auto decimal = Decimal::parse(digits.text);
  if (!decimal) return fail("数“" + digits.text + "”的位数太多", span_of(digits));
  return make(LiteralNode{Value(Quantity(Rational::of(*decimal), Dimension::plain), span_of(digits))}, digits.begin);
}

NodePointer Parser::parenthesized() {
  const std::uint32_t begin = take().begin;
  NodePointer inner = expression();
  if (!inner || !expect(")", "括号没有配对")) return nullptr;
  // The parentheses belong to it: they stand in its text and its place.
  return make(inner->kind, begin);
}

NodePointer Parser::list() {
  const std::uint32_t begin = take().begin;
  std::vector<NodePointer> items;
  while (!token().is("]")) {
    NodePointer item = expression();
    if (!item) return nullptr;
    items.push_back(std::move(item));
    if (!take_if(",")) break;
  }
  if (!expect("]", "列表没有写完")) return nullptr;
  return make(ListNode{std::move(items)}, begin);
}

NodePointer Parser::record() {
  const std::uint32_t begin = take().begin;
  std::vector<std::pair<NodePointer, NodePointer>> entries;
  while (!token().is("}")) {
    NodePointer key = expression();
    if (!key || !expect(":", "键的后面")) return nullptr;
    NodePointer value = expression();
    if (!value) return nullptr;
    entries.emplace_back(std::move(key), std::move(value));
    if (!take_if(",")) break;
  }
  if (!expect("}", "组没有写完")) return nullptr;
  return make(RecordNode{std::move(entries)}, begin);
}

}  // namespace gongkai
