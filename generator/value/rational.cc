#include "value/rational.h"

#include <cstdint>
#include <numeric>
#include <utility>

#include "value/wide.h"

namespace gongkai {

namespace {

using Integer = Rational::Integer;

constexpr Magnitude largest = ~Magnitude{0} >> 1U;  // of a numerator or denominator, 2^127−1

Magnitude magnitude(Integer number) {
  return number < 0 ? Magnitude{0} - static_cast<Magnitude>(number) : static_cast<Magnitude>(number);
}

Magnitude greatest_common_divisor(Magnitude a, Magnitude b) {
  constexpr Magnitude word = ~std::uint64_t{0};
  while (b != 0) {
    // Division of 128-bit numbers is a library call; nearly all figures fit into a word.
    if (a <= word && b <= word) return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
    a = std::exchange(b, a % b);
  }
  return a;
}

std::optional<Integer> signed_integer(const Wide& value, bool negative) {
  if (value.high != 0 || value.low > largest) return std::nullopt;
  const auto integer = static_cast<Integer>(value.low);
  return negative ? -integer : integer;
}

/// A sum of two signed magnitudes.
struct SignedWide {
  Wide size;
  bool negative = false;
};

SignedWide signed_sum(const SignedWide& a, const SignedWide& b) {
  if (a.negative == b.negative) return {sum(a.size, b.size), a.negative};
  if (a.size < b.size) return {difference(b.size, a.size), b.negative};
  return {difference(a.size, b.size), a.negative};
}

std::optional<Magnitude> power_of_ten(int digits) {
  if (digits < 0 || digits > Decimal::max_scale) return std::nullopt;
  Magnitude power = 1;
  for (int i = 0; i < digits; ++i) power *= 10;
  return power;
}

}  // namespace

Rational Rational::of(const Decimal& decimal) {
  // Both fit: a coefficient as it is, 10^18 below 2^60.
  return *ratio(decimal.coefficient(), static_cast<Integer>(*power_of_ten(decimal.scale())));
}

std::optional<Rational> Rational::ratio(Integer numerator, Integer denominator) {
  if (denominator == 0) return std::nullopt;
  if (denominator == 1 && magnitude(numerator) <= largest) return Rational(numerator);
  const Magnitude over = magnitude(numerator);
  const Magnitude under = magnitude(denominator);
  const Magnitude common = greatest_common_divisor(over, under);
  const bool negative = (numerator < 0) != (denominator < 0);
  const auto reduced_over = signed_integer({0, over / common}, negative);
  const auto reduced_under = signed_integer({0, under / common}, false);
  if (!reduced_over || !reduced_under) return std::nullopt;
  Rational result(*reduced_over);
  result.denominator_ = *reduced_under;
  return result;
}

Rational Rational::negated() const {
  Rational result = *this;
  result.numerator_ = -numerator_;
  return result;
}

Rational Rational::absolute() const { return numerator_ < 0 ? negated() : *this; }

std::optional<Rational> Rational::add(const Rational& a, const Rational& b) {
  Integer whole = 0;
  const bool are_integers = a.denominator_ == 1 && b.denominator_ == 1;
  if (are_integers && !__builtin_add_overflow(a.numerator_, b.numerator_, &whole) && magnitude(whole) <= largest)
    return Rational(whole);
  // Knuth 4.5.1: with g = gcd(b, d), a/b + c/d = t / (b/g·d) where t = a·(d/g) + c·(b/g),
  // and only gcd(t, g) is left to cancel.
  const Magnitude common =
      greatest_common_divisor(static_cast<Magnitude>(a.denominator_), static_cast<Magnitude>(b.denominator_));
  const Magnitude a_rest = static_cast<Magnitude>(a.denominator_) / common;
  const Magnitude b_rest = static_cast<Magnitude>(b.denominator_) / common;
  const SignedWide total = signed_sum({product(magnitude(a.numerator_), b_rest), a.numerator_ < 0},
                                      {product(magnitude(b.numerator_), a_rest), b.numerator_ < 0});
  const Magnitude cancels = greatest_common_divisor(gongkai::divide(total.size, common).remainder, common);
  const auto numerator = signed_integer(gongkai::divide(total.size, cancels).quotient, total.negative);
  const auto denominator = signed_integer(product(a_rest, static_cast<Magnitude>(b.denominator_) / cancels), false);
  if (!numerator || !denominator) return std::nullopt;
  Rational result(*numerator);
  result.denominator_ = *denominator;
  return result;
}

std::optional<Rational> Rational::subtract(const Rational& a, const Rational& b) { return add(a, b.negated()); }

std::optional<Rational> Rational::multiply(const Rational& a, const Rational& b) {
  const Magnitude a_over = magnitude(a.numerator_);
  const Magnitude b_over = magnitude(b.numerator_);
  const auto a_under = static_cast<Magnitude>(a.denominator_);
  const auto b_under = static_cast<Magnitude>(b.denominator_);
  const Magnitude first = greatest_common_divisor(a_over, b_under);
  const Magnitude second = greatest_common_divisor(b_over, a_under);
  const bool negative = (a.numerator_ < 0) != (b.numerator_ < 0);
  const auto numerator = signed_integer(product(a_over / first, b_over / second), negative);
  const auto denominator = signed_integer(product(a_under / second, b_under / first), false);
  if (!numerator || !denominator) return std::nullopt;
  Rational result(*numerator);
  result.denominator_ = *denominator;
  return result;
}

std::optional<Rational> Rational::divide(const Rational& a, const Rational& b) {
  if (b.numerator_ == 0) return std::nullopt;
  Rational reciprocal(b.numerator_ < 0 ? -b.denominator_ : b.denominator_);
  reciprocal.denominator_ = b.numerator_ < 0 ? -b.numerator_ : b.numerator_;
  return multiply(a, reciprocal);
}

std::optional<Decimal> Rational::round(int digits) const {
  const auto power = power_of_ten(digits);
  if (!power) return std::nullopt;
  const auto under = static_cast<Magnitude>(denominator_);
  WideDivision division = gongkai::divide(product(magnitude(numerator_), *power), under);
  const bool half_or_more = division.remainder >= under - division.remainder;
  if (half_or_more) division.quotient = sum(division.quotient, {0, 1});
  const auto coefficient = signed_integer(division.quotient, numerator_ < 0);
  if (!coefficient) return std::nullopt;
  return Decimal(*coefficient, digits);
}

std::optional<Decimal> Rational::truncate(int digits) const {
  const auto power = power_of_ten(digits);
  if (!power) return std::nullopt;
  const WideDivision division =
      gongkai::divide(product(magnitude(numerator_), *power), static_cast<Magnitude>(denominator_));
  const auto coefficient = signed_integer(division.quotient, numerator_ < 0);
  if (!coefficient) return std::nullopt;
  return Decimal(*coefficient, digits);
}

bool operator<(const Rational& a, const Rational& b) {
  if (a.sign() != b.sign()) return a.sign() < b.sign();
  const Wide left = product(magnitude(a.numerator_), static_cast<Magnitude>(b.denominator_));
  const Wide right = product(magnitude(b.numerator_), static_cast<Magnitude>(a.denominator_));
  return a.sign() < 0 ? right < left : left < right;
}

}  // namespace gongkai
