#include <algorithm>
#include <utility>

#include "layout/chart_axis.h"
#include "layout/chart_geometry.h"
#include "layout/chart_parts.h"
#include "layout/chart_text.h"

namespace gongkai {

namespace {

constexpr Length hairline = 500;
constexpr Length base_line_width = 1'000;
constexpr Length widest_bar = 64'000;
constexpr Length plot_height = 165'000;
constexpr std::size_t most_label_lines = 3;

const std::string& bar_colour(std::size_t index, std::size_t count, const ChartStyle& style) {
  // Two bars are last year and this one: the report's own year stands out.
  return count == 2 && index == 0 ? style.earlier : style.latest;
}

Drawing empty_drawing(const ChartStyle& style) { return {0, 0, style.ground, style.ink}; }

Label figure_label(const ChartValue& value, Label::Anchor anchor, Point at) {
  Label label;
  label.anchor = anchor;
  label.at = at;
  label.size = label_size;
  label.text = value.printed;
  label.strong = true;
  label.origin = value.origin;
  return label;
}

Label small_label(std::string text, Label::Anchor anchor, Point at) {
  Label label;
  label.anchor = anchor;
  label.at = at;
  label.size = small_size;
  label.text = std::move(text);
  return label;
}

// Upright bars between the axis and the right edge.
struct ColumnPlot {
  Length left = 0;
  Length top = 0;
  Length zero = 0;  // y of the zero line
  Length slot = 0;  // width given to one bar
  ChartAxis axis;
};

ColumnPlot plan_columns(const Chart& chart, const ChartAxis& axis) {
  ColumnPlot plot;
  plot.axis = axis;
  Length ticks = 0;
  for (int i = -axis.below; i <= axis.above; ++i) {
    ticks = std::max(ticks, estimate_text_width(tick_text(chart, axis, i), small_size));
  }
  plot.left = ticks + 8'000;
  plot.top = 36'000;  // the unit, and the figure of a bar that reaches the top
  plot.zero = plot.top + plot_height * axis.above / (axis.above + axis.below);
  plot.slot = (chart_width - plot.left) / static_cast<Length>(chart.values.size());
  return plot;
}

void draw_grid(Drawing& drawing, const Chart& chart, const ColumnPlot& plot, const ChartStyle& style) {
  const Length step = plot_height / (plot.axis.above + plot.axis.below);
  for (int i = -plot.axis.below; i <= plot.axis.above; ++i) {
    const Length y = plot.zero - i * step;
    const bool base = i == 0;
    if (!base) {
      drawing.items.emplace_back(polyline({{plot.left, y}, {chart_width, y}}, style.grid, hairline));
    }
    drawing.items.emplace_back(
        small_label(tick_text(chart, plot.axis, i), Label::Anchor::end, {plot.left - 5'000, y + small_size / 3}));
  }
  drawing.items.emplace_back(small_label("单位：" + chart.unit, Label::Anchor::start, {0, small_size}));
}

void draw_column(Drawing& drawing, const Chart& chart, const ColumnPlot& plot, std::size_t index,
                 const ChartStyle& style) {
  const ChartValue& value = chart.values[index];
  const Length width = std::min(widest_bar, plot.slot * 6 / 10);
  const Length middle = plot.left + plot.slot * static_cast<Length>(index) + plot.slot / 2;
  const Length height = proportion(value.quantity.absolute().number(), plot.axis.span(), plot_height);
  const bool negative = value.quantity.sign() < 0;
  const Length top = negative ? plot.zero : plot.zero - height;
  if (height > 0) {
    drawing.items.emplace_back(
        rectangle({middle - width / 2, top}, width, height, bar_colour(index, chart.values.size(), style)));
  }
  const Length figure_y = negative ? plot.zero + height + line_pitch : top - 5'000;
  drawing.items.emplace_back(figure_label(value, Label::Anchor::middle, {middle, figure_y}));
}

// Lying bars: names to the left of the zero line, figures beyond the ends of the bars.
struct RowPlot {
  Length names = 0;   // width of the column of names
  Length zero = 0;    // x of the zero line
  Length extent = 0;  // of the largest span, negative to positive
  Rational span;
};

constexpr Length thickness = 14'000;
constexpr Length row_gap = 9'000;

RowPlot plan_rows(const Chart& chart) {
  RowPlot plot;
  Rational highest;
  Rational lowest;
  Length figures = 0;
  for (const ChartValue& value : chart.values) {
    if (highest < value.quantity.number()) highest = value.quantity.number();
    if (value.quantity.number() < lowest) lowest = value.quantity.number();
    figures = std::max(figures, estimate_text_width(value.printed, label_size) + 5'000);
    plot.names = std::max(plot.names, widest(wrap_label(value.label, label_size, 150'000), label_size));
  }
  plot.span = Rational::subtract(highest, lowest).value_or(highest);
  const bool negative = lowest.sign() < 0;
  const Length left = plot.names + 8'000 + (negative ? figures : 0);
  plot.extent = std::max(chart_width - left - figures, 40'000);
  plot.zero = left + proportion(lowest.absolute(), plot.span, plot.extent);
  return plot;
}

Length draw_row(Drawing& drawing, const RowPlot& plot, const ChartValue& value, Length top, const ChartStyle& style) {
  const auto lines = wrap_label(value.label, label_size, 150'000);
  const Length height = std::max(thickness, line_pitch * static_cast<Length>(lines.size()));
  const Length middle = top + height / 2;
  const Length text_top = middle - line_pitch * static_cast<Length>(lines.size()) / 2;
  add_lines(drawing, lines, Label::Anchor::end, {plot.names, text_top + label_size});
  const Length length = proportion(value.quantity.absolute().number(), plot.span, plot.extent);
  const bool negative = value.quantity.sign() < 0;
  if (length > 0) {
    const Length left = negative ? plot.zero - length : plot.zero;
    drawing.items.emplace_back(rectangle({left, middle - thickness / 2}, length, thickness, style.latest));
  }
  const Length beyond = length + 5'000;
  const Length x = negative ? plot.zero - beyond : plot.zero + beyond;
  drawing.items.emplace_back(
      figure_label(value, negative ? Label::Anchor::end : Label::Anchor::start, {x, middle + label_size * 3 / 8}));
  return height;
}

}  // namespace

bool columns_fit(const Chart& chart) {
  const auto axis = choose_axis(chart);
  if (!axis) return false;
  const Length slot = plan_columns(chart, *axis).slot;
  return std::all_of(chart.values.begin(), chart.values.end(), [slot](const ChartValue& value) {
    return estimate_text_width(value.printed, label_size) + 4'000 <= slot &&
           wrap_label(value.label, label_size, slot - 6'000).size() <= most_label_lines;
  });
}

Drawing draw_columns(const Chart& chart, const ChartStyle& style) {
  Drawing drawing = empty_drawing(style);
  const auto axis = choose_axis(chart);
  if (!axis) return drawing;
  const ColumnPlot plot = plan_columns(chart, *axis);
  draw_grid(drawing, chart, plot, style);
  for (std::size_t i = 0; i < chart.values.size(); ++i) draw_column(drawing, chart, plot, i, style);
  drawing.items.emplace_back(polyline({{plot.left, plot.zero}, {chart_width, plot.zero}}, style.axis, base_line_width));
  // Names stand under the plot, clear of the figures of bars that hang below zero.
  const Length names = plot.top + plot_height + (axis->below > 0 ? 2 : 1) * line_pitch + 4'000;
  std::size_t lines = 1;
  for (std::size_t i = 0; i < chart.values.size(); ++i) {
    const auto wrapped = wrap_label(chart.values[i].label, label_size, plot.slot - 6'000);
    const Length middle = plot.left + plot.slot * static_cast<Length>(i) + plot.slot / 2;
    add_lines(drawing, wrapped, Label::Anchor::middle, {middle, names});
    lines = std::max(lines, wrapped.size());
  }
  drawing.width = chart_width;
  drawing.height = names + line_pitch * static_cast<Length>(lines - 1) + 6'000;
  return drawing;
}

Drawing draw_rows(const Chart& chart, const ChartStyle& style) {
  Drawing drawing = empty_drawing(style);
  const RowPlot plot = plan_rows(chart);
  drawing.items.emplace_back(small_label("单位：" + chart.unit, Label::Anchor::start, {0, small_size}));
  Length y = 24'000;
  const Length top = y - row_gap / 2;
  for (const ChartValue& value : chart.values) y += draw_row(drawing, plot, value, y, style) + row_gap;
  drawing.items.emplace_back(polyline({{plot.zero, top}, {plot.zero, y - row_gap / 2}}, style.axis, base_line_width));
  drawing.width = chart_width;
  drawing.height = y;
  return drawing;
}

}  // namespace gongkai
