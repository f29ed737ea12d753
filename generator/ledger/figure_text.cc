#include "ledger/figure_text.h"

#include "value/number_text.h"

namespace gongkai {
namespace {

constexpr int wan_yuan_digits = 6;  // 1 分 = 0.000001 万元

/// Digits after the point of 万元 that show the whole figure.
int digits_needed(const Rational& fen) {
  Rational::Integer step = 10000;  // 0.01 万元
  int digits = 2;
  while (digits < wan_yuan_digits && (!fen.is_integer() || fen.numerator() % step != 0)) {
    step /= 10;
    ++digits;
  }
  return digits;
}

}  // namespace

std::string figure_text(const Quantity& quantity, MoneyUnit unit) {
  NumberFormat format;
  format.minus_sign = false;
  switch (quantity.dimension()) {
    case Dimension::money:
      if (unit == MoneyUnit::yuan && quantity.exact()) {
        format.unit = MoneyUnit::yuan;
        return number_text(quantity, format) + "元";
      }
      format.digits = digits_needed(quantity.number());
      return number_text(quantity, format) + "万元";
    case Dimension::ratio: return number_text(quantity, format) + "%";
    case Dimension::count:
    case Dimension::points:
    case Dimension::plain: format.trim = true; return number_text(quantity, format);
  }
  return {};
}

}  // namespace gongkai
