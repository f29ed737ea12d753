#pragma once
// Short ways to write figures in tests.

#include <string>
#include <string_view>

#include "value/number_text.h"
#include "value/quantity.h"

namespace gongkai::figures {

inline Rational number(std::string_view text) { return Rational::of(Decimal::parse(text).value()); }

/// An amount entered in 元: exact.
inline Quantity yuan(std::string_view text) {
  return {Rational::multiply(number(text), 100).value(), Dimension::money};
}

/// An amount printed in 万元 with two digits: known to ±0.005 万元.
inline Quantity wan(std::string_view text) {
  return {Rational::multiply(number(text), 1'000'000).value(), Dimension::money, 10'000};
}

inline Quantity plain(std::string_view text) { return {number(text), Dimension::plain}; }
inline Quantity count(std::string_view text) { return {number(text), Dimension::count}; }
inline Quantity points(std::string_view text) { return {number(text), Dimension::points}; }

/// A percentage printed with as many digits as are written here.
inline Quantity percent(std::string_view text) {
  const Decimal written = Decimal::parse(text).value();
  const Rational step = Rational::of(Decimal(1, written.scale() + 2));
  return {Rational::divide(Rational::of(written), 100).value(), Dimension::ratio, step};
}

/// Money in 万元, others as they are, to six digits trimmed; "±" and the half width if there is one.
inline std::string text(const Quantity& quantity) {
  const NumberFormat format{.unit = MoneyUnit::wan_yuan, .digits = 6, .trim = true, .minus_sign = false};
  const std::string figure = number_text(quantity, format);
  if (quantity.exact()) return figure;
  return figure + "±" + number_text(Quantity(quantity.half_width(), quantity.dimension()), format);
}

inline std::string text(const QuantityResult& result) {
  switch (result.error) {
    case QuantityError::none: return text(*result.quantity);
    case QuantityError::dimension_mismatch: return "mismatch";
    case QuantityError::division_by_zero: return "division by zero";
    case QuantityError::overflow: return "overflow";
  }
  return "";
}

}  // namespace gongkai::figures
