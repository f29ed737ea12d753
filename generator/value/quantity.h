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
  [[nodiscard]] bool exact() const { return step_.sign() == 0; }
  /// Grid on which an inexact figure was printed; 0 when exact.
  [[nodiscard]] const Rational& step() const { return step_; }
  /// How far the true figure may be from number(); 0 when exact. Adds up in sums.
  [[nodiscard]] const Rational& half_width() const { return half_width_; }
  [[nodiscard]] bool is_zero() const { return number_.sign() == 0; }
  [[nodiscard]] int sign() const { return number_.sign(); }
  /// The same figure known only to ±step/2: number rounded to the step.
  [[nodiscard]] std::optional<Quantity> printed_at(const Rational& step) const;
  [[nodiscard]] Quantity negated() const;
  [[nodiscard]] Quantity absolute() const;

 private:
  friend struct QuantityMath;
  Rational number_;
  Dimension dimension_ = Dimension::plain;
  Rational step_;
  Rational half_width_;
};

/// Why an operation on quantities has no result.
enum class QuantityError : std::uint8_t { none, dimension_mismatch, division_by_zero, overflow };

struct QuantityResult {
  std::optional<Quantity> quantity;
  QuantityError error = QuantityError::none;
};

// money ± money = money; money / money = ratio; money · ratio = money; plain mixes with
// anything by · and /; count/count = ratio; points like money among themselves.
// plain 0 may be added to or compared with any dimension.
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
