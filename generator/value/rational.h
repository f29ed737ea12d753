#pragma once
// Exact arithmetic behind every figure: a reduced fraction of 128-bit integers. A
// share or a rate stays a fraction until it is printed, so it is rounded once.
// Numerators lie in −(2^127−1) … 2^127−1, so that every number has its negative;
// products on the way may be twice as long (see wide.h), only results must fit.

#include <optional>
#include <string>

#include "value/decimal.h"

namespace gongkai {

class Rational {
 public:
  using Integer = Int128;

  Rational() = default;
  Rational(Integer integer) : numerator_(integer) {}  // NOLINT: integers are numbers
  Rational(int integer) : numerator_(integer) {}      // NOLINT
  [[nodiscard]] static Rational of(const Decimal& decimal);
  /// numerator/denominator reduced; denominator must not be zero. nullopt on overflow.
  [[nodiscard]] static std::optional<Rational> ratio(Integer numerator, Integer denominator);

  [[nodiscard]] Integer numerator() const { return numerator_; }
  [[nodiscard]] Integer denominator() const { return denominator_; }  // > 0
  [[nodiscard]] int sign() const { return (numerator_ > 0) - (numerator_ < 0); }
  [[nodiscard]] bool is_integer() const { return denominator_ == 1; }
  [[nodiscard]] Rational negated() const;
  [[nodiscard]] Rational absolute() const;

  // Checked: nullopt when the exact result does not fit (or for a division by zero).
  [[nodiscard]] static std::optional<Rational> add(const Rational& a, const Rational& b);
  [[nodiscard]] static std::optional<Rational> subtract(const Rational& a, const Rational& b);
  [[nodiscard]] static std::optional<Rational> multiply(const Rational& a, const Rational& b);
  [[nodiscard]] static std::optional<Rational> divide(const Rational& a, const Rational& b);

  /// The program's only rounding: to `digits` places, half away from zero (四舍五入,
  /// domain.md §3). nullopt when the result does not fit or digits are not 0 … Decimal::max_scale.
  [[nodiscard]] std::optional<Decimal> round(int digits) const;
  /// Cut off instead of rounded; only to recognise figures somebody truncated.
  [[nodiscard]] std::optional<Decimal> truncate(int digits) const;

  friend bool operator==(const Rational&, const Rational&) = default;
  friend bool operator<(const Rational& a, const Rational& b);  // exact, never overflows

 private:
  Integer numerator_ = 0;
  Integer denominator_ = 1;
};

}  // namespace gongkai
