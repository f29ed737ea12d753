#include "layout/chart_axis.h"

#include <array>

#include "value/number_text.h"

namespace gongkai {

namespace {

constexpr int most_steps = 5;

Dimension dimension_of(const Chart& chart) { return chart.values.front().quantity.dimension(); }

MoneyUnit unit_of(const Chart& chart) { return chart.unit == "元" ? MoneyUnit::yuan : MoneyUnit::wan_yuan; }

// The smallest step worth a grid line: a hundredth of the printed unit, one for things counted.
Rational finest_step(const Chart& chart) {
  switch (dimension_of(chart)) {
    case Dimension::money: return unit_of(chart) == MoneyUnit::yuan ? Rational(1) : Rational(10'000);
    case Dimension::ratio: return Rational::ratio(1, 10'000).value_or(Rational(1));
    case Dimension::count: return Rational(1);
    case Dimension::points:
    case Dimension::plain: return Rational::ratio(1, 100).value_or(Rational(1));
  }
  return Rational(1);
}

// How many steps reach `value`; most_steps + 1 when they don't.
int steps_to(const Rational& value, const Rational& step) {
  for (int count = 0; count <= most_steps; ++count) {
    const auto reached = Rational::multiply(step, Rational(count));
    if (reached && !(*reached < value)) return count;
  }
  return most_steps + 1;
}

}  // namespace

Rational ChartAxis::span() const { return Rational::multiply(step, Rational(above + below)).value_or(Rational(1)); }

std::optional<ChartAxis> choose_axis(const Chart& chart) {
  Rational highest;
  Rational lowest;
  for (const ChartValue& value : chart.values) {
    if (highest < value.quantity.number()) highest = value.quantity.number();
    if (value.quantity.number() < lowest) lowest = value.quantity.number();
  }
  std::optional<Rational> power = finest_step(chart);
  while (power) {
    for (const int factor : {1, 2, 5}) {
      const auto step = Rational::multiply(*power, Rational(factor));
      if (!step) return std::nullopt;
      const int above = steps_to(highest, *step);
      const int below = steps_to(lowest.negated(), *step);
      if (above + below <= most_steps) return ChartAxis{*step, above, below};
    }
    power = Rational::multiply(*power, Rational(10));
  }
  return std::nullopt;
}

std::string tick_text(const Chart& chart, const ChartAxis& axis, int position) {
  const auto number = Rational::multiply(axis.step, Rational(position));
  NumberFormat format;
  format.unit = unit_of(chart);
  format.trim = true;
  return number_text(Quantity(number.value_or(Rational()), dimension_of(chart)), format);
}

}  // namespace gongkai
