#include "expr/operators.h"

#include <utility>

namespace gongkai {
namespace {

std::string_view sign_of(Arithmetic operation) {
  switch (operation) {
    case Arithmetic::add: return "+";
    case Arithmetic::subtract: return "-";
    case Arithmetic::multiply: return "*";
    case Arithmetic::divide: return "/";
    case Arithmetic::floor_divide: return "//";
    case Arithmetic::modulo: return "%";
  }
  return {};
}

std::string_view dimension_name(Dimension dimension) {
  switch (dimension) {
    case Dimension::money: return "金额";
    case Dimension::ratio: return "比率";
    case Dimension::count: return "数量";
    case Dimension::points: return "分数";
    case Dimension::plain: return "数字";
  }
  return {};
}

std::optional<Rational> floor_of(const std::optional<Rational>& number) {
  const auto cut = number ? number->truncate(0) : std::nullopt;
  if (!cut) return std::nullopt;
  const Rational whole = Rational::of(*cut);
  return *number < whole ? Rational::subtract(whole, 1) : whole;
}

bool counts(const Quantity& quantity) {
  return quantity.dimension() == Dimension::plain || quantity.dimension() == Dimension::count;
}

/// // and % are for counting (every third row), never for figures with a unit.
QuantityResult divide_whole(const Quantity& a, const Quantity& b, bool remainder) {
  if (!counts(a) || !counts(b)) return {std::nullopt, QuantityError::dimension_mismatch};
  if (b.is_zero()) return {std::nullopt, QuantityError::division_by_zero};
  const auto quotient = floor_of(Rational::divide(a.number(), b.number()));
  const auto taken = quotient ? Rational::multiply(*quotient, b.number()) : std::nullopt;
  const auto rest = taken ? Rational::subtract(a.number(), *taken) : std::nullopt;
  if (!rest) return {std::nullopt, QuantityError::overflow};
  return {Quantity(remainder ? *rest : *quotient, remainder ? a.dimension() : Dimension::plain), QuantityError::none};
}

QuantityResult reckon(Arithmetic operation, const Quantity& a, const Quantity& b) {
  switch (operation) {
    case Arithmetic::add: return add(a, b);
    case Arithmetic::subtract: return subtract(a, b);
    case Arithmetic::multiply: return multiply(a, b);
    case Arithmetic::divide: return divide(a, b);
    case Arithmetic::floor_divide: return divide_whole(a, b, false);
    case Arithmetic::modulo: return divide_whole(a, b, true);
  }
  return {};
}

void reckoning_error(QuantityError error, Arithmetic operation, const Operand& left, const Operand& right,
                     const Operand& whole, Diagnostics& diagnostics) {
  if (error == QuantityError::division_by_zero) {
    const bool by_print = !right.value.if_quantity()->is_zero();
    return operand_error(diagnostics, "EXPR-08", "除数" + quoted(right.text) + (by_print ? "印出来是零" : "是零"),
                         right, "先判断是不是零，再作除法");
  }
  if (error == QuantityError::overflow) {
    return diagnostics.error("EXPR-08", quoted(whole.text) + "的结果太大，算不出来", whole.span);
  }
  diagnostics.error("EXPR-08",
                    std::string(dimension_name(left.value.if_quantity()->dimension())) + quoted(left.text) + "与" +
                        std::string(dimension_name(right.value.if_quantity()->dimension())) + quoted(right.text) +
                        "不能用“" + std::string(sign_of(operation)) + "”计算",
                    whole.span);
}

std::optional<Value> joined_by_plus(const Operand& left, const Operand& right, const Operand& whole) {
  if (const List* const first = left.value.if_list()) {
    const List* const second = right.value.if_list();
    if (second == nullptr) return std::nullopt;
    List items = *first;
    items.insert(items.end(), second->begin(), second->end());
    return Value::list(std::move(items), whole.span);
  }
  if (!characters(left.value) || !characters(right.value)) return std::nullopt;
  Diagnostics none;
  Phrase pieces = in_print(left, none).value_or(Phrase());
  const Phrase more = in_print(right, none).value_or(Phrase());
  pieces.insert(pieces.end(), more.begin(), more.end());
  return phrase_value(std::move(pieces), whole.span);
}

void not_a_figure(const Operand& operand, std::string_view sign, Diagnostics& diagnostics) {
  if (operand.value.is_absent()) {
    return operand_error(diagnostics, "EXPR-06",
                         quoted(operand.text) + "没有填写，不能参加“" + std::string(sign) + "”计算", operand,
                         "先用 is 已填 判断，或用 | 默认(0)");
  }
  const bool text = characters(operand.value).has_value();
  operand_error(
      diagnostics, "EXPR-06",
      quoted(operand.text) + "是" + std::string(kind_name(operand.value)) + "，不能参加“" + std::string(sign) + "”计算",
      operand, text ? "连接文字用“~”" : "");
}

}  // namespace

std::optional<Value> calculate(Arithmetic operation, const Operand& left, const Operand& right, const Operand& whole,
                               Diagnostics& diagnostics) {
  if (operation == Arithmetic::add) {
    if (auto joined = joined_by_plus(left, right, whole)) return joined;
  }
  for (const Operand* const operand : {&left, &right}) {
    if (operand->value.is_unknown() || operand->value.if_quantity() != nullptr) continue;
    not_a_figure(*operand, sign_of(operation), diagnostics);
    return std::nullopt;
  }
  for (const Operand* const operand : {&left, &right}) {
    if (operand->value.is_unknown()) return Value(Unknown{}, operand->value.span);
  }
  const QuantityResult result = reckon(operation, *left.value.if_quantity(), *right.value.if_quantity());
  if (result.quantity) return Value(*result.quantity, whole.span);
  reckoning_error(result.error, operation, left, right, whole, diagnostics);
  return std::nullopt;
}

std::optional<Value> with_sign(bool negative, const Operand& operand, Diagnostics& diagnostics) {
  if (operand.value.is_unknown()) return operand.value;
  const Quantity* const quantity = operand.value.if_quantity();
  if (quantity != nullptr) return Value(negative ? quantity->negated() : *quantity, operand.span);
  not_a_figure(operand, negative ? "-" : "+", diagnostics);
  return std::nullopt;
}

std::optional<std::int64_t> whole_number(const Value& value) {
  const Quantity* const quantity = value.if_quantity();
  if (quantity == nullptr || !counts(*quantity) || !quantity->number().is_integer()) return std::nullopt;
  constexpr std::int64_t most = 1'000'000'000;
  const Rational::Integer number = quantity->number().numerator();
  if (number > most || number < -most) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

}  // namespace gongkai
