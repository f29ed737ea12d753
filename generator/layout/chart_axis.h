#pragma once
// The value axis of a bar chart: round steps from zero, in the unit the chart prints.

#include <optional>
#include <string>

#include "document/chart.h"
#include "value/rational.h"

namespace gongkai {

struct ChartAxis {
  Rational step;  // base unit (money: 分)
  int above = 1;  // steps over the zero line
  int below = 0;  // steps under it
  [[nodiscard]] Rational span() const;
};

/// Steps of 1, 2 or 5 times a power of ten, at most five in all, covering every value and
/// zero. nullopt when the values are too large to be measured.
[[nodiscard]] std::optional<ChartAxis> choose_axis(const Chart& chart);

/// The number beside the `position`-th grid line (0 is the zero line).
[[nodiscard]] std::string tick_text(const Chart& chart, const ChartAxis& axis, int position);

}  // namespace gongkai
