#include "layout/place_chart.h"

#include <algorithm>
#include <variant>

#include "layout/drawing.h"

namespace gongkai {
namespace {

/// A length of a drawing that is shown `shown` wide instead of `width`.
Length scaled(Length value, Length shown, Length width) {
  return width == shown ? value : static_cast<Length>(static_cast<std::int64_t>(value) * shown / width);
}

class ChartPlacer {
 public:
  ChartPlacer(const Drawing& drawing, Point at, Length width, Placing& placing)
      : drawing_(drawing), at_(at), width_(width), placing_(placing) {}

  void place() {
    for (const DrawingItem& item : drawing_.items) {
      if (const auto* shape = std::get_if<Shape>(&item)) place(*shape);
      if (const auto* label = std::get_if<Label>(&item)) place(*label);
    }
  }

 private:
  [[nodiscard]] Length scale(Length value) const { return scaled(value, width_, drawing_.width); }
  [[nodiscard]] Point scale(Point point) const { return {scale(point.x), scale(point.y)}; }

  void place(Shape shape) {
    for (PathStep& step : shape.steps) {
      step.to = scale(step.to);
      step.control1 = scale(step.control1);
      step.control2 = scale(step.control2);
    }
    shape.stroke_width = scale(shape.stroke_width);
    placing_.flow.page().placed.emplace_back(PlacedShape{at_, std::move(shape)});
  }

  void place(const Label& label) {
    const FontRole role = label.strong ? FontRole::heading1 : FontRole::table;
    const PreparedText text = prepare(label.text, role, scale(label.size), placing_.fonts);
    TextBlock block = set_text(text, {points(2000), 0, 0, Justification::start}, text.size, drawing_.ink);
    if (block.lines.empty()) return;
    block.ascent = 0;  // labels name their base line
    const Length width = block.lines.front().width;
    Point at{at_.x + scale(label.at.x), at_.y + scale(label.at.y)};
    if (label.anchor == Label::Anchor::middle) at.x -= width / 2;
    if (label.anchor == Label::Anchor::end) at.x -= width;
    place_line(block, 0, at, placing_.flow.page());
  }

  const Drawing& drawing_;
  Point at_;
  Length width_;
  Placing& placing_;
};

Length width_for_height(const Drawing& drawing, Length height) {
  return static_cast<Length>(static_cast<std::int64_t>(drawing.width) * std::max(height, 0) / drawing.height);
}

/// As wide as the drawing is: narrower if it is wider than charts are or higher than a page.
Length full_width(const Drawing& drawing, Length captioned, const Placing& placing) {
  const Length width = std::min({drawing.width, placing.flow.room(), placing.style.chart.width});
  return std::min(width, width_for_height(drawing, placing.flow.depth() - captioned));
}

/// How narrow it may become to fit what is left of the page.
Length least_width(Length full, const Placing& placing) {
  return static_cast<Length>(std::int64_t{full} * placing.style.chart.least / 100);
}

Length shown_width(const Drawing& drawing, Length captioned, const Placing& placing) {
  const Length full = full_width(drawing, captioned, placing);
  const Length here = width_for_height(drawing, placing.flow.left() - captioned);
  return here >= least_width(full, placing) ? std::min(full, here) : full;
}

/// What stands for a picture that can't be drawn: why, or else the values.
std::string words_for(const Chart& chart, const Drawing& drawing) {
  if (!chart.statement.empty() || drawing.width > 0) return chart.statement;
  std::string words;
  for (const ChartValue& value : chart.values)
    words += (words.empty() ? "" : "；") + value.label + " " + value.printed + chart.unit;
  return words;
}

Length above(const Placing& placing) { return placing.style.caption.after; }

struct SetChart {
  Drawing drawing;
  Length width = 0;
  Length height = 0;
  TextBlock caption;
  TextBlock words;
  Length captioned = 0;  // the height of all but the picture
};

SetChart set_chart(const Chart& chart, const Placing& placing) {
  SetChart set;
  set.drawing = draw_chart(chart, placing.style.chart);
  TextStyle centred = placing.style.table_note;
  centred.justification = Justification::centre;
  set.caption = set_title(chart.number + "　" + chart.title, placing.style.caption, placing.flow.room(), placing.fonts,
                          placing.names);
  set.words = set_text(words_for(chart, set.drawing), centred, placing.flow.room(), placing.fonts);
  set.captioned = above(placing) + set.caption.height() + set.words.height();
  if (set.drawing.width == 0) return set;
  set.width = shown_width(set.drawing, set.captioned, placing);
  set.height = scaled(set.drawing.height, set.width, set.drawing.width);
  return set;
}

void place_figure(const Chart& chart, const SetChart& set, Placing& placing) {
  Flow& flow = placing.flow;
  Point at = flow.reserve(set.height);
  at.x += (flow.room() - set.width) / 2;
  const ElementId figure = flow.begin(ElementRole::figure);
  ChartPlacer(set.drawing, at, set.width, placing).place();
  flow.end();
  if (is_element(figure))
    flow.structure().describe({figure, chart.alternative, flow.page_number(), at, set.width, set.height});
}

void put_as(ElementRole role, const TextBlock& block, Flow& flow) {
  if (block.lines.empty()) return;
  flow.begin(role);
  flow.put(block);
  flow.end();
}

}  // namespace

Length least_chart_height(const Chart& chart, Placing& placing) {
  const SetChart set = set_chart(chart, placing);
  if (set.width == 0) return set.captioned;
  const Length width = least_width(full_width(set.drawing, set.captioned, placing), placing);
  const std::int64_t covered = std::int64_t{set.drawing.height} * width;
  return set.captioned + static_cast<Length>((covered + set.drawing.width - 1) / set.drawing.width);
}

bool chart_fits(const Chart& chart, Placing& placing) {
  return placing.flow.page_is_fresh() || least_chart_height(chart, placing) <= placing.flow.left();
}

void place_chart(const Chart& chart, Placing& placing) {
  Flow& flow = placing.flow;
  const SetChart set = set_chart(chart, placing);
  flow.need(set.captioned + set.height);
  flow.skip(above(placing));
  flow.note_place(chart.id);
  flow.begin(ElementRole::group);
  if (set.width > 0) place_figure(chart, set, placing);
  put_as(ElementRole::caption, set.caption, flow);
  put_as(ElementRole::paragraph, set.words, flow);
  flow.end();
  flow.skip(placing.style.caption.after);
}

}  // namespace gongkai
