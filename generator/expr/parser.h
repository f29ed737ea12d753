#pragma once
// Tokens → tree, by precedence climbing. Inner part of the room.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "expr/node.h"
#include "expr/token.h"

namespace gongkai {

class Parser {
 public:
  Parser(std::vector<Token> tokens, const Placement& placement, Diagnostics& diagnostics)
      : tokens_(std::move(tokens)), placement_(&placement), diagnostics_(&diagnostics) {}

  /// A whole expression up to the end; null after an error.
  [[nodiscard]] NodePointer whole();
  /// An or_expr at the beginning; `length` becomes the bytes it takes. Null after an error.
  [[nodiscard]] NodePointer prefix(std::size_t& length);

 private:
  /// How tightly an operator binds, loosest first: the order of Jinja2.
  enum Power : int { power_or = 1, power_and, power_not, power_compare, power_sum, power_join, power_product };

  NodePointer expression();
  NodePointer operation(int least);
  NodePointer infix(NodePointer left, int power);
  NodePointer arithmetic(NodePointer left, Arithmetic operation, int power);
  NodePointer logic(NodePointer left, int power);
  NodePointer joined(NodePointer left);
  NodePointer compared(NodePointer left);
  NodePointer negated();
  NodePointer signed_operand();
  NodePointer operand();
  NodePointer primary();
  NodePointer postfixed(NodePointer node);
  NodePointer filtered(NodePointer node);
  NodePointer attribute(NodePointer object);
  NodePointer subscript(NodePointer object);
  NodePointer call(NodePointer function);
  NodePointer filter(NodePointer subject);
  NodePointer test(NodePointer subject);
  NodePointer test_argument();
  NodePointer parenthesized();
  NodePointer word();
  NodePointer number();
  NodePointer list();
  NodePointer record();
  bool arguments(std::vector<ArgumentNode>& arguments);
  bool one_argument(std::vector<ArgumentNode>& arguments);

  [[nodiscard]] int power_of_next() const;
  [[nodiscard]] std::optional<Comparator> comparator();
  [[nodiscard]] const Token& token() const { return tokens_[at_]; }
  [[nodiscard]] const Token& after() const { return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_]; }
  Token take() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  bool take_if(std::string_view symbol);
  bool take_word_if(std::string_view word);
  bool expect(std::string_view symbol, std::string_view purpose);
  [[nodiscard]] std::string found() const;

  NodePointer make(ExpressionNode::Kind kind, std::uint32_t begin);
  NodePointer fail(std::string message, Span span, std::string hint = {});
  NodePointer unexpected(std::string_view wanted, std::string hint = {});
  [[nodiscard]] Span span_of(const Token& token) const { return placement_->span(token.begin, token.end); }

  std::vector<Token> tokens_;
  const Placement* placement_;
  Diagnostics* diagnostics_;
  std::size_t at_ = 0;
  int nested_ = 0;
};

}  // namespace gongkai
