#pragma once
// Integer geometry of charts: the same bytes on every machine, so no floating point.

#include <cstdint>
#include <vector>

#include "layout/drawing.h"
#include "value/rational.h"

namespace gongkai {

/// 1/100 degree, clockwise from twelve o'clock.
using Angle = std::int32_t;
inline constexpr Angle full_turn = 36000;

/// sin(angle) · radius, rounded; angle any.
[[nodiscard]] Length sine(Angle angle, Length radius);
[[nodiscard]] Length cosine(Angle angle, Length radius);

/// The point of a circle at `angle`.
[[nodiscard]] Point on_circle(Point centre, Length radius, Angle angle);

/// Steps along the circle from where the path stands (at `from`) to `to`, from ≤ to.
void append_arc(std::vector<PathStep>& steps, Point centre, Length radius, Angle from, Angle to);

[[nodiscard]] PathStep move_to(Point point);
[[nodiscard]] PathStep line_to(Point point);
[[nodiscard]] PathStep close_path();

[[nodiscard]] Shape rectangle(Point top_left, Length width, Length height, std::string fill);
[[nodiscard]] Shape polyline(std::vector<Point> points, std::string stroke, Length width);

/// extent · part / whole, rounded; 0 when whole is 0 or the product can't be held.
[[nodiscard]] std::int32_t proportion(const Rational& part, const Rational& whole, std::int32_t extent);

}  // namespace gongkai
