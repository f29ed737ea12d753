#pragma once
// A figure: an exact number, what it measures, and how precisely it is known.
//
// Money is held in 分. An amount entered in 元 is exact; one entered as 0.34 万元 is
// known to ±0.005 万元 and says so in `half_width`. Derived figures are computed from
// exact operands where all are exact, else from the printed ones (the exact operand is
// first rounded to the other's step), so that a reader can redo every calculation from
// the page (design.md §2).

#include <cstdint>
#include <optional>
#include <string>

#include "value/rational.h"

namespace gongkai {

/// money in 分; ratio as a plain fraction (0.0039, printed 0.39%); count with no unit
/// here; points (得分, 权重); plain numbers of a template or a rule.
enum class Dimension : std::uint8_t { money, ratio, count, points, plain };

class Quantity {
 public:
  Quantity() = default;
  Quantity(Rational number, Dimension dimension) : number_(number), dimension_(dimension) {}
  /// A figure known only to ±step/2; step in the base unit (for 万元 with two digits: 10000 分).
  Quantity(Rational number, Dimension dimension, Rational step);

  [[nodiscard]] const Rational& number() const { return number_; }  // in the base unit
  [[nodiscard]] Dimension dimension() const { return dimension_; }
  [[nodiscard]] bool exact() const { return half_width_.sign() == 0; }
  /// Grid on which an inexact figure was printed, the coarsest one of a sum's parts.
  /// 0 when exact, and for what never stood on a grid: a ratio worked out from figures.
  [[nodiscard]] const Rational& step() const { return step_; }
  /// How far the true figure may be from number(); 0 when exact. Adds up in sums.
  [[nodiscard]] const Rational& half_width() const { return half_width_; }
  [[nodiscard]] bool is_zero() const { return number_.sign() == 0; }
  [[nodiscard]] int sign() const { return number_.sign(); }
  /// The same figure as a reader knows it from print: number rounded to the step, known to
  /// ±step/2 on top of what was uncertain before. step > 0; nullopt on overflow.
  [[nodiscard]] std::optional<Quantity> printed_at(const Rational& step) const;
  [[nodiscard]] Quantity negated() const;
  [[nodiscard]] Quantity absolute() const;

 private:
  friend struct QuantityMath;  // quantity_math.cc
  Rational number_;
  Dimension dimension_ = Dimension::plain;
  Rational step_;
  Rational half_width_;
};

/// Why an operation on quantities has no result.
enum class QuantityError : std::uint8_t { none, dimension_mismatch, division_by_zero, overflow };

/// Half width of a quotient whose divisor is not known to differ from zero.
[[nodiscard]] Rational no_bound();

struct QuantityResult {
  std::optional<Quantity> quantity;
  QuantityError error = QuantityError::none;
};

// Like adds to like. A plain number, having no unit of its own, may also be added to or
// compared with a count, a ratio or points; with money only 0 may (its unit is hidden in
// the base unit). A plain number or a ratio times anything is of the other's dimension, a
// count times money is money. Like divided by like is a ratio (plain by plain stays plain);
// anything divided by a plain number or a ratio keeps its dimension; money or points
// divided by a count are money or points.
//
// What becomes of precision: in a sum, difference or quotient of like figures one of which
// stands on a grid, the exact one is first rounded to that grid, and its half width is what
// the rounding moved it (0 for a true zero, which stays exact). Half widths add up. A product
// carries |a|·hb + |b|·ha + ha·hb, a quotient (|a|·hb + |b|·ha) / (|b|·(|b| − hb)), which
// bounds every quotient of true figures (the interval XP of domain.md §2); both are
// rounded up to 12 places, so that long calculations stay within 128 bits. A divisor that
// might be zero leaves the quotient unbounded: its half width is then no_bound().
[[nodiscard]] QuantityResult add(const Quantity& a, const Quantity& b);
[[nodiscard]] QuantityResult subtract(const Quantity& a, const Quantity& b);
[[nodiscard]] QuantityResult multiply(const Quantity& a, const Quantity& b);
[[nodiscard]] QuantityResult divide(const Quantity& a, const Quantity& b);
/// <0, 0, >0 by number; dimension_mismatch is for the caller to test with comparable().
[[nodiscard]] int compare(const Quantity& a, const Quantity& b);
[[nodiscard]] bool comparable(const Quantity& a, const Quantity& b);

/// |a − b| ≤ half_width(a) + half_width(b): the rounding tail XR(n) of domain.md §2 when
/// the figures come from print, plain equality when both are exact.
[[nodiscard]] bool agree_within_tail(const Quantity& a, const Quantity& b);

}  // namespace gongkai
