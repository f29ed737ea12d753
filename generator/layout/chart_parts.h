#pragma once
// The kinds of chart, inside the layout room; draw_chart chooses between them.

#include <string>
#include <vector>

#include "layout/drawing.h"

namespace gongkai {

/// Narrow enough to read on a telephone, where it is shown smaller; 141 mm on paper, less
/// than the text of an A4 page.
inline constexpr Length chart_width = 400'000;
inline constexpr Length label_size = 10'500;  // 五号
inline constexpr Length small_size = 9'000;
inline constexpr Length line_pitch = 13'000;

/// More values or longer names than these make no picture, only a table.
inline constexpr std::size_t most_values = 60;
inline constexpr std::size_t longest_name = 200;  // characters

/// Upright bars: few values with short labels, read from left to right as years are.
[[nodiscard]] bool columns_fit(const Chart& chart);
[[nodiscard]] Drawing draw_columns(const Chart& chart, const ChartStyle& style);

/// Lying bars: many values or long labels.
[[nodiscard]] Drawing draw_rows(const Chart& chart, const ChartStyle& style);

/// `values` are those above zero, at least one.
[[nodiscard]] Drawing draw_pie(const std::vector<ChartValue>& values, const std::string& unit, const ChartStyle& style);

/// One label a line, the first base line at `first`, line_pitch apart.
void add_lines(Drawing& drawing, const std::vector<std::string>& lines, Label::Anchor anchor, Point first);

}  // namespace gongkai
