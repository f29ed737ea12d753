#include <algorithm>

#include "value/quantity.h"

namespace gongkai {

using Fraction = std::optional<Rational>;

/// Builds results of arithmetic: the only place besides the constructors that sets a width.
struct QuantityMath {
  static QuantityResult make(const Fraction& number, Dimension dimension, const Rational& step,
                             const Fraction& half_width) {
    if (!number || !half_width) return {std::nullopt, QuantityError::overflow};
    Quantity quantity(*number, dimension);
    quantity.half_width_ = *half_width;
    if (!quantity.exact()) quantity.step_ = step;
    return {quantity, QuantityError::none};
  }

  /// `exact` as its neighbour stands in print: on the neighbour's grid, its half width the
  /// distance it was moved, because the exact figure is known.
  static Quantity onto_grid_of(const Quantity& neighbour, const Quantity& exact) {
    if (!exact.exact() || neighbour.step().sign() == 0 || exact.is_zero()) return exact;
    auto printed = exact.printed_at(neighbour.step());
    if (!printed) return exact;
    const Fraction moved = Rational::subtract(printed->number(), exact.number());
    if (!moved) return exact;
    printed->half_width_ = moved->absolute();
    return *printed;
  }
};

namespace {

Fraction plus(const Fraction& a, const Fraction& b) { return a && b ? Rational::add(*a, *b) : std::nullopt; }

Fraction times(const Fraction& a, const Fraction& b) { return a && b ? Rational::multiply(*a, *b) : std::nullopt; }

/// Up to 12 places, never below: a bound must stay a bound, but need not grow for ever.
Fraction rounded_up(const Fraction& width) {
  constexpr int digits = 12;
  if (!width) return std::nullopt;
  const auto cut = width->truncate(digits);
  if (!cut) return std::nullopt;
  const Rational below = Rational::of(*cut);
  if (below == *width) return below;
  return Rational::add(below, Rational::of(Decimal(1, digits)));
}

/// Dimension of a sum or a comparison.
std::optional<Dimension> common_dimension(const Quantity& a, const Quantity& b) {
  if (a.dimension() == b.dimension()) return a.dimension();
  if (a.dimension() != Dimension::plain && b.dimension() != Dimension::plain) return std::nullopt;
  const Quantity& plain = a.dimension() == Dimension::plain ? a : b;
  const Quantity& other = a.dimension() == Dimension::plain ? b : a;
  if (other.dimension() == Dimension::money && !plain.is_zero()) return std::nullopt;
  return other.dimension();
}

bool has_no_unit(Dimension dimension) { return dimension == Dimension::plain || dimension == Dimension::ratio; }

std::optional<Dimension> dimension_of_product(Dimension a, Dimension b) {
  if (a == Dimension::plain) return b;
  if (b == Dimension::plain || b == Dimension::ratio) return a;
  if (a == Dimension::ratio) return b;
  if (a == Dimension::count) return b;
  if (b == Dimension::count) return a;
  return std::nullopt;  // money · money, points · points, money · points
}

std::optional<Dimension> dimension_of_quotient(Dimension a, Dimension b) {
  if (a == b) return a == Dimension::plain ? Dimension::plain : Dimension::ratio;
  if (has_no_unit(b)) return a;
  if (b == Dimension::count && (a == Dimension::money || a == Dimension::points)) return a;
  // A plain number takes the other's dimension, as in a sum: 90 / 权重 is a ratio.
  if (a == Dimension::plain && b != Dimension::money) return Dimension::ratio;
  return std::nullopt;
}

/// Grid of a product or quotient: that of the operand whose dimension it keeps.
Rational kept_grid(const Quantity& a, const Quantity& b, Dimension dimension) {
  if (has_no_unit(dimension)) return {};
  const Rational of_a = a.dimension() == dimension ? a.step() : Rational();
  const Rational of_b = b.dimension() == dimension ? b.step() : Rational();
  return std::max(of_a, of_b);
}

Fraction product_width(const Quantity& a, const Quantity& b) {
  if (a.exact() && b.exact()) return Rational();
  const Fraction by_b = times(a.number().absolute(), b.half_width());
  const Fraction by_a = times(b.number().absolute(), a.half_width());
  return rounded_up(plus(plus(by_b, by_a), times(a.half_width(), b.half_width())));
}

Fraction quotient_width(const Quantity& a, const Quantity& b) {
  if (a.exact() && b.exact()) return Rational();
  const Rational divisor = b.number().absolute();
  const Fraction least = Rational::subtract(divisor, b.half_width());
  if (!least || least->sign() <= 0) return no_bound();
  const Fraction spread = plus(times(a.number().absolute(), b.half_width()), times(divisor, a.half_width()));
  const Fraction under = times(divisor, least);
  return spread && under ? rounded_up(Rational::divide(*spread, *under)) : std::nullopt;
}

constexpr QuantityError mismatch = QuantityError::dimension_mismatch;

}  // namespace

Rational no_bound() { return Rational::Integer{1'000'000'000'000}; }

QuantityResult add(const Quantity& a, const Quantity& b) {
  const auto dimension = common_dimension(a, b);
  if (!dimension) return {std::nullopt, mismatch};
  if (a.exact() && b.exact())
    return QuantityMath::make(Rational::add(a.number(), b.number()), *dimension, {}, Rational());
  const Quantity left = QuantityMath::onto_grid_of(b, a);
  const Quantity right = QuantityMath::onto_grid_of(a, b);
  return QuantityMath::make(Rational::add(left.number(), right.number()), *dimension,
                            std::max(left.step(), right.step()), Rational::add(left.half_width(), right.half_width()));
}

QuantityResult subtract(const Quantity& a, const Quantity& b) { return add(a, b.negated()); }

QuantityResult multiply(const Quantity& a, const Quantity& b) {
  const auto dimension = dimension_of_product(a.dimension(), b.dimension());
  if (!dimension) return {std::nullopt, mismatch};
  return QuantityMath::make(Rational::multiply(a.number(), b.number()), *dimension, kept_grid(a, b, *dimension),
                            product_width(a, b));
}

QuantityResult divide(const Quantity& a, const Quantity& b) {
  const auto dimension = dimension_of_quotient(a.dimension(), b.dimension());
  if (!dimension) return {std::nullopt, mismatch};
  if (b.is_zero()) return {std::nullopt, QuantityError::division_by_zero};
  // Like a sum, a share of an exact and a printed figure is worked out from print.
  const bool alike = a.dimension() == b.dimension();
  const Quantity over = alike ? QuantityMath::onto_grid_of(b, a) : a;
  const Quantity under = alike ? QuantityMath::onto_grid_of(a, b) : b;
  if (under.is_zero()) return {std::nullopt, QuantityError::division_by_zero};
  return QuantityMath::make(Rational::divide(over.number(), under.number()), *dimension,
                            kept_grid(over, under, *dimension), quotient_width(over, under));
}

int compare(const Quantity& a, const Quantity& b) {
  if (a.number() == b.number()) return 0;
  return a.number() < b.number() ? -1 : 1;
}

bool comparable(const Quantity& a, const Quantity& b) { return common_dimension(a, b).has_value(); }

bool agree_within_tail(const Quantity& a, const Quantity& b) {
  if (!comparable(a, b)) return false;
  const Fraction apart = Rational::subtract(a.number(), b.number());
  const Fraction allowed = Rational::add(a.half_width(), b.half_width());
  return apart && allowed && !(*allowed < apart->absolute());
}

}  // namespace gongkai
