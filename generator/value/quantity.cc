#include "value/quantity.h"

namespace gongkai {

namespace {

/// Half of a step. A step whose half does not fit is beyond any figure; it stays whole,
/// which is still a bound.
Rational half_of(const Rational& step) { return Rational::divide(step, 2).value_or(step); }

}  // namespace

Quantity::Quantity(Rational number, Dimension dimension, Rational step)
    : number_(number), dimension_(dimension), step_(step), half_width_(half_of(step)) {}

std::optional<Quantity> Quantity::printed_at(const Rational& step) const {
  const auto steps = Rational::divide(number_, step);
  const auto whole = steps ? steps->round(0) : std::nullopt;
  const auto number = whole ? Rational::multiply(Rational::of(*whole), step) : std::nullopt;
  if (!number) return std::nullopt;
  if (*number == number_ && step == step_) return *this;  // it stands on this grid already
  Quantity result(*number, dimension_, step);
  const auto half_width = Rational::add(result.half_width_, half_width_);
  if (!half_width) return std::nullopt;
  result.half_width_ = *half_width;
  return result;
}

Quantity Quantity::negated() const {
  Quantity result = *this;
  result.number_ = number_.negated();
  return result;
}

Quantity Quantity::absolute() const { return sign() < 0 ? negated() : *this; }

}  // namespace gongkai
