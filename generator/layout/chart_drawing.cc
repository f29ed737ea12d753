#include <algorithm>

#include "base/utf8.h"
#include "layout/chart_parts.h"
#include "layout/drawing.h"

namespace gongkai {

namespace {

bool can_be_drawn(const Chart& chart) {
  const auto is_zero = [](const ChartValue& value) { return value.quantity.is_zero(); };
  const auto is_long = [](const ChartValue& value) {
    return utf8::length(value.label) > longest_name || value.printed.size() > longest_name;
  };
  const std::vector<ChartValue>& values = chart.values;
  return values.size() <= most_values && !std::all_of(values.begin(), values.end(), is_zero) &&
         std::none_of(values.begin(), values.end(), is_long);
}

}  // namespace

void add_lines(Drawing& drawing, const std::vector<std::string>& lines, Label::Anchor anchor, Point first) {
  for (const std::string& line : lines) {
    Label label;
    label.anchor = anchor;
    label.at = first;
    label.size = label_size;
    label.text = line;
    drawing.items.emplace_back(std::move(label));
    first.y += line_pitch;
  }
}

Drawing draw_chart(const Chart& chart, const ChartStyle& style) {
  if (!can_be_drawn(chart) || style.slices.empty()) return {};
  std::vector<ChartValue> values = chart.values;
  const auto is_zero = [](const ChartValue& value) { return value.quantity.is_zero(); };
  const auto is_negative = [](const ChartValue& value) { return value.quantity.sign() < 0; };
  // A slice can't be less than nothing: such a structure is shown as bars.
  const bool negative = std::any_of(values.begin(), values.end(), is_negative);
  if (chart.kind == ChartKind::pie && !negative) {
    values.erase(std::remove_if(values.begin(), values.end(), is_zero), values.end());
    return draw_pie(values, chart.unit, style);
  }
  return columns_fit(chart) ? draw_columns(chart, style) : draw_rows(chart, style);
}

}  // namespace gongkai
