#include "ledger/slip.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "ledger/figure_text.h"
#include "value/number_text.h"

namespace gongkai {
namespace {

/// The digits somebody typed: the unit of the file for money, percent for a ratio, at the given places.
std::string typed(const Quantity& quantity, int digits, MoneyUnit unit) {
  NumberFormat format;
  format.unit = unit;
  format.digits = digits;
  format.minus_sign = false;
  return number_text(quantity, format);
}

int typed_digits(const Quantity& a, const Quantity& b, MoneyUnit unit) {
  const auto places = [unit](const Quantity& quantity) {
    const std::string text = figure_text(quantity, unit);
    const std::size_t point = text.find('.');
    if (point == std::string::npos) return 0;
    const std::size_t end = text.find_first_not_of("0123456789", point + 1);
    return static_cast<int>((end == std::string::npos ? text.size() : end) - point - 1);
  };
  return std::max(places(a), places(b));
}

bool is_times(const Quantity& a, const Quantity& b, int factor) {
  const auto product = Rational::multiply(b.number(), Rational(factor));
  return product && *product == a.number();
}

/// 1234.50 ↔ 1234.05; a digit may also have slipped over the point (12.34 ↔ 13.24).
std::string swapped_digits(const Quantity& found, const Quantity& expected, MoneyUnit unit) {
  const bool both_exact = found.exact() && expected.exact();
  const MoneyUnit typed_in = both_exact ? unit : MoneyUnit::wan_yuan;  // as figure_text tells them
  const int digits = typed_digits(found, expected, typed_in);
  const std::string right = typed(expected, digits, typed_in);
  const std::string wrong = typed(found, digits, typed_in);
  for (std::size_t i = 0; i + 1 < wrong.size(); ++i) {
    const std::size_t next = wrong[i + 1] == '.' ? i + 2 : i + 1;
    if (next >= wrong.size() || wrong[i] == '.' || wrong[i] == wrong[next]) continue;
    std::string turned = wrong;
    std::swap(turned[i], turned[next]);
    if (turned != right) continue;
    const std::string gap = next == i + 2 ? "." : "";
    return "相邻两位换位（" + wrong.substr(i, 1) + gap + wrong.substr(next, 1) + " ↔ " + right.substr(i, 1) + gap +
           right.substr(next, 1) + "）即可相等，可能是录入颠倒";
  }
  return {};
}

/// A swap inside one part changes the sum by 9·d·10^k with a single digit d.
std::string divisible_by_nine(const Quantity& found, const Quantity& expected, MoneyUnit unit) {
  const QuantityResult apart = subtract(found, expected);
  if (!apart.quantity || apart.quantity->dimension() != Dimension::money) return {};
  Rational number = apart.quantity->number().absolute();
  if (!number.is_integer() || number.sign() == 0) return {};
  Rational::Integer whole = number.numerator();
  while (whole % 10 == 0) whole /= 10;
  if (whole % 9 != 0 || whole / 9 > 9) return {};
  return "差额 " + figure_text(apart.quantity->absolute(), unit) + "能被 9 整除，请查各明细有无相邻两位录入颠倒";
}

std::string misplaced_point(const Quantity& found, const Quantity& expected, MoneyUnit unit) {
  return "小数点可能错位：" + figure_text(found, unit) + " 应为 " + figure_text(expected, unit);
}

/// Does a figure printed like `printed` stand for the exact one?
bool prints_as(const Rational& exact, const Quantity& printed) {
  const auto apart = Rational::subtract(exact, printed.number());
  // 0.05 of a percent: one digit, the coarsest that is printed.
  const Rational slack = std::max(printed.half_width(), *Rational::ratio(1, 2000));
  return apart && !(slack < apart->absolute());
}

/// The rate over this year: c/(last ± c) = r/(1 ± r) of the right rate r = c/last.
std::string wrong_base(const Quantity& found, const Quantity& expected, MoneyUnit /*unit*/) {
  if (found.dimension() != Dimension::ratio || expected.dimension() != Dimension::ratio) return {};
  const Rational rate = expected.number().absolute();
  for (const Rational& divisor : {Rational::add(1, rate).value_or(0), Rational::subtract(1, rate).value_or(0)}) {
    const auto by_this_year = Rational::divide(rate, divisor);
    if (by_this_year && prints_as(by_this_year->absolute(), found.absolute())) {
      return "可能除以了本年数，增减率应以上年数为基数";
    }
  }
  return {};
}

/// A rate is compared as printed, so a shift is looked for within its print.
std::string shifted_rate(const Quantity& found, const Quantity& expected, MoneyUnit unit) {
  if (found.dimension() != Dimension::ratio || expected.dimension() != Dimension::ratio) return {};
  const auto larger = Rational::multiply(expected.number(), 10);
  const auto smaller = Rational::divide(expected.number(), 10);
  const bool shifted = (larger && prints_as(*larger, found)) || (smaller && prints_as(*smaller, found));
  return shifted ? misplaced_point(found, expected, unit) : std::string();
}

/// 45.4562% printed 45.45%: digits were cut off that should have been rounded.
std::string cut_off(const Quantity& found, const Quantity& expected, MoneyUnit unit) {
  if (found.step().sign() == 0 || found.dimension() != expected.dimension()) return {};
  const auto steps = Rational::divide(expected.number().absolute(), found.step());
  const auto told = Rational::divide(found.number().absolute(), found.step());
  const auto cut = steps ? steps->truncate(0) : std::nullopt;
  if (!cut || !told || Rational::of(*cut) != *told) return {};
  return "像是截去了尾数，应四舍五入为 " + figure_text(expected, unit);
}

/// Can it have been typed where `part` was: with no more digits than that has?
bool on_grid_of(const Quantity& part, const Rational& meant) {
  const auto steps = Rational::divide(meant, part.exact() ? Rational(1) : part.step());
  return steps && steps->is_integer();
}

/// Does putting `meant` for `part` close the gap, but for the rounding of what is compared?
/// Too small a gap may have any cause.
bool explains(const Quantity& apart, const Quantity& part, const Rational& meant) {
  const auto closed = Rational::subtract(part.number(), meant);
  const auto left = closed ? Rational::subtract(*closed, apart.number()) : std::nullopt;
  const auto slack = Rational::multiply(apart.half_width(), 20);
  return left && slack && !(apart.half_width() < left->absolute()) && *slack < apart.number().absolute() &&
         on_grid_of(part, meant);
}

/// The slip in one part that explains the gap; "" if none does.
std::string slip_of_part(const Quantity& apart, const SlipCandidate& part, MoneyUnit unit) {
  const Quantity& wrong = part.quantity;
  if (wrong.sign() < 0 && explains(apart, wrong, wrong.number().absolute())) {
    return "“" + part.name + "”是负数，改为正数即可相等，符号可能写反";
  }
  const auto typed_as = [&wrong](const Rational& number) {
    return wrong.exact() ? Quantity(number, wrong.dimension()) : Quantity(number, wrong.dimension(), wrong.step());
  };
  for (const int factor : {10, 100, 10000}) {
    for (const auto& meant : {Rational::divide(wrong.number(), factor), Rational::multiply(wrong.number(), factor)}) {
      if (meant && explains(apart, wrong, *meant)) {
        return "“" + part.name + "”" + shifted_point(wrong, typed_as(*meant), unit);
      }
    }
  }
  const auto meant = Rational::subtract(wrong.number(), apart.number());
  if (!meant || meant->sign() <= 0 || !on_grid_of(wrong, *meant)) return {};
  const std::string swapped = swapped_digits(wrong, typed_as(*meant), unit);
  return swapped.empty() ? swapped : "“" + part.name + "”" + swapped;
}

}  // namespace

std::string shifted_point(const Quantity& found, const Quantity& expected, MoneyUnit unit) {
  if (found.is_zero() || expected.is_zero()) return {};
  if (is_times(found, expected, 10000)) return "正好大一万倍，可能把元填进了万元";
  if (is_times(expected, found, 10000)) return "正好小一万倍，可能把万元填进了元";
  for (const int factor : {10, 100}) {
    if (is_times(found, expected, factor) || is_times(expected, found, factor)) {
      return misplaced_point(found, expected, unit);
    }
  }
  return {};
}

std::string usual_slip(const Quantity& found, const Quantity& expected, MoneyUnit unit) {
  if (found.is_zero() || expected.is_zero() || compare(found, expected) == 0) return {};
  if (compare(found, expected.negated()) == 0) return "符号可能写反";
  for (const auto slip : {shifted_point, swapped_digits, shifted_rate, wrong_base, cut_off, divisible_by_nine}) {
    std::string text = slip(found, expected, unit);
    if (!text.empty()) return text;
  }
  return {};
}

std::string swap_in_a_part(const Quantity& found, const Quantity& expected, MoneyUnit unit) {
  return divisible_by_nine(found, expected, unit);
}

std::string taken_for(const Quantity& found, const Quantity& expected, const std::vector<SlipCandidate>& candidates) {
  if (found.is_zero()) return {};
  for (const SlipCandidate& candidate : candidates) {
    if (compare(candidate.quantity, found) == 0 && compare(candidate.quantity, expected) != 0) {
      return "与" + candidate.name + "相同，可能误填";
    }
  }
  return {};
}

std::string left_out(const Quantity& found, const Quantity& expected, const std::vector<SlipCandidate>& candidates,
                     MoneyUnit unit) {
  const QuantityResult apart = subtract(found, expected);
  if (!apart.quantity || apart.quantity->is_zero()) return {};
  const SlipCandidate* match = nullptr;
  for (const SlipCandidate& candidate : candidates) {
    if (compare(candidate.quantity.absolute(), apart.quantity->absolute()) != 0) continue;
    if (match != nullptr && match->name != candidate.name) return {};
    match = &candidate;
  }
  if (match == nullptr) return {};
  return "差额 " + figure_text(match->quantity.absolute(), unit) + "正好等于“" + match->name + "”，可能漏加或多加";
}

std::string wrong_part(const Quantity& apart, const std::vector<SlipCandidate>& parts, MoneyUnit unit,
                       const std::vector<SlipCandidate>& others) {
  std::vector<std::string> slips;
  const auto look = [&](const Quantity& gap, const std::vector<SlipCandidate>& side) {
    for (const SlipCandidate& part : side) {
      std::string slip = part.quantity.is_zero() ? std::string() : slip_of_part(gap, part, unit);
      if (!slip.empty()) slips.push_back(std::move(slip));
    }
  };
  look(apart, parts);
  look(apart.negated(), others);
  return slips.size() == 1 ? slips.front() : std::string();
}

}  // namespace gongkai
