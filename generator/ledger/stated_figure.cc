#include "ledger/stated_figure.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "ledger/finding.h"
#include "value/decimal.h"

namespace gongkai {
namespace {

Rational power_of_ten(int exponent) {
  Rational::Integer power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

struct Unit {
  std::string_view word;
  Dimension dimension;
  int exponent;  // of ten, to the base unit (分, a whole)
};
constexpr std::array<Unit, 4> units = {{{"%", Dimension::ratio, -2},
                                        {"亿元", Dimension::money, 10},
                                        {"万元", Dimension::money, 6},
                                        {"元", Dimension::money, 2}}};

Quantity with_step(const Decimal& number, const Unit& unit) {
  const Rational scale = power_of_ten(unit.exponent < 0 ? -unit.exponent : unit.exponent);
  const Rational written = Rational::of(number);
  const Rational base =
      (unit.exponent < 0 ? Rational::divide(written, scale) : Rational::multiply(written, scale)).value_or(Rational());
  const int least = unit.dimension == Dimension::money ? 2 : 0;        // trailing zeros of amounts are trimmed
  const int finest = std::max(least, number.scale()) - unit.exponent;  // the last digit is 10^-finest
  const bool money = unit.dimension == Dimension::money;
  const bool exact = money && (number.is_zero() || finest >= 0);
  if (exact) return {base, unit.dimension};
  const Rational step = finest < 0 ? power_of_ten(-finest) : Rational::divide(1, power_of_ten(finest)).value_or(0);
  return {base, unit.dimension, step};
}

std::string without_blanks_and_commas(std::string_view text) {
  std::string plain(text);
  std::erase_if(plain, [](char letter) { return letter == ' ' || letter == ','; });
  return plain;
}

/// The expression a text of the data is, worked out; nullopt after telling what is wrong with it.
std::optional<Value> value_of_text(const std::string& text, Span place, const Scope& scope, Diagnostics& diagnostics) {
  const auto expression = Expression::parse(text, place, diagnostics);
  return expression ? evaluate(*expression, scope, diagnostics) : std::nullopt;
}

/// A number without unit: a count, whose quotients are rates; with decimals a plain number.
std::optional<Quantity> bare_number(const std::string& text) {
  const auto number = Decimal::parse(text);
  if (!number) return std::nullopt;
  return Quantity(Rational::of(*number), number->scale() == 0 ? Dimension::count : Dimension::plain);
}

std::optional<Value> wrong_argument(Call& call) {
  call.diagnostics.error("ASK-08", "“" + std::string(call.text) + "”里应写一段文字，如 \"三公.合计\"、\"86.62%\"",
                         call.span);
  return std::nullopt;
}

/// What `work` makes of the one argument, or of every item of the list that it is.
template <typename Work>
std::optional<Value> each_of_argument(Call& call, const Work& work) {
  const Value* const given = call.argument(0, "");
  if (given == nullptr || call.arguments.size() != 1) return wrong_argument(call);
  if (given->if_list() == nullptr) return work(*given);
  List results;
  for (const Value& item : *given->if_list()) {
    std::optional<Value> result = work(item);
    if (!result) return std::nullopt;
    results.push_back(std::move(*result));
  }
  return Value::list(std::move(results), call.span);
}

}  // namespace

std::optional<Quantity> printed_figure(std::string_view text) {
  const std::string plain = without_blanks_and_commas(text);
  for (const Unit& unit : units) {
    if (!plain.ends_with(unit.word)) continue;
    const auto number = Decimal::parse(plain.substr(0, plain.size() - unit.word.size()));
    return number ? std::optional(with_step(*number, unit)) : std::nullopt;
  }
  return std::nullopt;
}

Function figure_function(std::function<const Scope&()> scope) {
  return [scope = std::move(scope)](Call& call) -> std::optional<Value> {
    const auto figure = [&](const Value& given) -> std::optional<Value> {
      if (given.is_absent() || given.is_unknown()) return given;
      const std::string* const text = given.if_text();
      if (text == nullptr) return wrong_argument(call);
      if (const auto printed = printed_figure(*text)) return Value(*printed, given.span);
      if (const auto counted = bare_number(*text)) return Value(*counted, given.span);
      return value_of_text(*text, given.span.known() ? given.span : call.span, scope(), call.diagnostics);
    };
    return each_of_argument(call, figure);
  };
}

Function last_year_function(const LastYear* last_year) {
  return [last_year](Call& call) -> std::optional<Value> {
    const Value* const given = call.argument(0, "");
    const std::string* const text = given == nullptr ? nullptr : given->if_text();
    if (text == nullptr) return wrong_argument(call);
    if (last_year == nullptr) return Value(Unknown{}, call.span);
    const Scope& scope = *last_year->scope;
    const auto value = value_of_text(*text, given->span.known() ? given->span : call.span, scope, call.diagnostics);
    if (!value || value->if_quantity() == nullptr) return value;
    Span place = value->origin == 0 ? value->span : data_place(*scope.journal, value->origin);
    if (place.known()) place.source = last_year->data;
    return Value(*value->if_quantity(), place);
  };
}

Function decimals_function() {
  return [](Call& call) -> std::optional<Value> {
    const auto decimals = [&](const Value& given) -> std::optional<Value> {
      const std::string* const text = given.if_text();
      if (text == nullptr) return wrong_argument(call);
      const std::size_t point = text->find('.');
      const std::size_t first = point == std::string::npos ? text->size() : point + 1;
      const std::size_t end = std::min(text->find_first_not_of("0123456789", first), text->size());
      return Value(Quantity(static_cast<int>(end - first), Dimension::plain), call.span);
    };
    return each_of_argument(call, decimals);
  };
}

}  // namespace gongkai
