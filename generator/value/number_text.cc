#include "value/number_text.h"

#include <algorithm>
#include <string_view>

namespace gongkai {

namespace {

constexpr int fen_per_yuan = 100;
constexpr int fen_per_wan_yuan = 1'000'000;

/// The number a reader sees: money in the unit, a ratio as percent.
std::optional<Rational> in_print(const Quantity& quantity, MoneyUnit unit) {
  switch (quantity.dimension()) {
    case Dimension::money:
      return Rational::divide(quantity.number(), unit == MoneyUnit::yuan ? fen_per_yuan : fen_per_wan_yuan);
    case Dimension::ratio: return Rational::multiply(quantity.number(), 100);
    case Dimension::count:
    case Dimension::points:
    case Dimension::plain: return quantity.number();
  }
  return std::nullopt;
}

std::string without_trailing_zeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// Commas between groups of three before the point; `text` begins with a digit.
std::string with_groups(std::string text) {
  std::size_t at = std::min(text.find('.'), text.size());
  while (at > 3) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

std::string plain_decimal(const Rational& number, int digits) {
  const auto rounded = number.round(digits);
  return rounded ? without_trailing_zeros(rounded->text()) : "###";
}

/// "（±0.005）", "" when exact.
std::string tolerance_text(const Quantity& quantity, const NumberFormat& format) {
  if (quantity.exact()) return {};
  return "（±" + number_text(Quantity(quantity.half_width(), quantity.dimension()), format) + "）";
}

}  // namespace

std::string number_text(const Quantity& quantity, const NumberFormat& format) {
  const auto number = in_print(quantity, format.unit);
  const auto rounded = number ? number->round(format.digits) : std::nullopt;
  if (!rounded) return "###";
  std::string text = rounded->text();
  if (rounded->is_negative()) text.erase(0, 1);
  if (format.trim) text = without_trailing_zeros(text);
  if (format.grouping) text = with_groups(text);
  if (rounded->is_negative()) text.insert(0, format.minus_sign ? "−" : "-");
  return text;
}

std::string machine_text(const Quantity& quantity) {
  constexpr int most_digits = 6;
  if (quantity.dimension() != Dimension::money) return plain_decimal(quantity.number(), most_digits);
  const auto yuan = in_print(quantity, MoneyUnit::yuan);
  if (!yuan) return "###";
  // An average may lie between two 分; it shows more places instead of a wrong second one.
  if (!quantity.number().is_integer()) return plain_decimal(*yuan, most_digits);
  const auto exact = yuan->round(2);
  return exact ? exact->text() : "###";
}

std::string exact_text(const Quantity& quantity, MoneyUnit zeros_in) {
  // 1 分 is 0.000001 万元: six digits print every amount whole.
  constexpr NumberFormat whole{.digits = 6, .trim = true, .minus_sign = false};
  const std::string number = number_text(quantity, whole);
  switch (quantity.dimension()) {
    case Dimension::ratio: return number + "%" + tolerance_text(quantity, whole);
    case Dimension::points: return number + " 分";
    case Dimension::count:
    case Dimension::plain: return number;
    case Dimension::money: break;
  }
  if (quantity.exact() && quantity.is_zero()) return zeros_in == MoneyUnit::yuan ? "0 元" : "0 万元";
  return quantity.exact() ? machine_text(quantity) + " 元" : number + " 万元" + tolerance_text(quantity, whole);
}

std::string chinese_number(int number) {
  static constexpr std::string_view digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  static constexpr std::string_view places[] = {"千", "百", "十", ""};
  if (number <= 0 || number >= 10'000) return std::to_string(number);
  std::string text;
  bool gap = false;
  int weight = 1000;
  for (const std::string_view place : places) {
    const int digit = number / weight % 10;
    weight /= 10;
    if (digit == 0) {
      gap = !text.empty();
      continue;
    }
    if (gap) text += digits[0];
    gap = false;
    const bool plain_ten = text.empty() && digit == 1 && place == "十";  // 十一, not 一十一
    if (!plain_ten) text += digits[digit];
    text += place;
  }
  return text;
}

}  // namespace gongkai
