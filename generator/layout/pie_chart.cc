#include <algorithm>

#include "document/contrast.h"
#include "layout/chart_geometry.h"
#include "layout/chart_parts.h"
#include "layout/chart_text.h"

namespace gongkai {

namespace {

constexpr Length radius = 63'000;
constexpr Length elbow = radius + 9'000;         // where a leader line bends
constexpr Length column_edge = radius + 16'000;  // where it reaches its label
constexpr Length text_gap = 4'000;
constexpr Length margin = 8'000;
constexpr Length label_gap = 7'000;
constexpr Length separator = 1'200;
constexpr Angle narrow = 300;  // a slice below 3° would drown in its white separators
constexpr Length middle_x = chart_width / 2;
constexpr Length label_width = middle_x - column_edge - text_gap;

struct Slice {
  Angle from = 0;
  Angle to = 0;
  std::string colour;
  [[nodiscard]] Angle middle() const { return from + (to - from) / 2; }
  [[nodiscard]] bool whole() const { return to - from == full_turn; }
};

// The block of lines that names one slice.
struct SliceLabel {
  std::vector<std::string> name;
  std::vector<std::string> amount;  // "468.98万元，占53.66%"
  OriginId origin = 0;
  Point rim;  // where its slice is, relative to the centre
  Point bend;
  Length middle = 0;  // of the block, relative to the centre
  bool right = true;

  [[nodiscard]] Length height() const { return line_pitch * static_cast<Length>(name.size() + amount.size()); }
};

/// Of neighbouring slices, told apart on paper without colours (document/contrast.h).
constexpr int least_contrast = 150;

/// In turn; the last slice touches the first, too: where it is like one of its neighbours it gets the colour
/// that is least like both.
std::vector<std::string> slice_colours(std::size_t count, const ChartStyle& style) {
  std::vector<std::string> colours;
  for (std::size_t i = 0; i < count; ++i) colours.push_back(style.slices.at(i % style.slices.size()));
  if (count < 2) return colours;
  const auto apart = [&](const std::string& colour) {
    return std::min(contrast(colour, colours[count - 2]), contrast(colour, colours.front()));
  };
  if (apart(colours.back()) < least_contrast)
    colours.back() =
        *std::max_element(style.slices.begin(), style.slices.end(),
                          [&](const std::string& one, const std::string& other) { return apart(one) < apart(other); });
  return colours;
}

Rational total_of(const std::vector<ChartValue>& values) {
  Rational total;
  for (const ChartValue& value : values) total = Rational::add(total, value.quantity.number()).value_or(total);
  return total;
}

std::vector<Slice> cut(const std::vector<ChartValue>& values, const ChartStyle& style) {
  const Rational total = total_of(values);
  const std::vector<std::string> colours = slice_colours(values.size(), style);
  std::vector<Slice> slices;
  Rational passed;
  Angle from = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    passed = Rational::add(passed, values[i].quantity.number()).value_or(passed);
    // Each end is rounded from the exact sum, so the slices close without a gap.
    const Angle to = i + 1 == values.size() ? full_turn : proportion(passed, total, full_turn);
    slices.push_back({from, to, colours[i]});
    from = to;
  }
  return slices;
}

Shape slice_shape(const Slice& slice, Point centre) {
  Shape shape;
  shape.fill = slice.colour;
  if (slice.whole()) {
    shape.steps.push_back(move_to(on_circle(centre, radius, 0)));
  } else {
    shape.steps = {move_to(centre), line_to(on_circle(centre, radius, slice.from))};
  }
  append_arc(shape.steps, centre, radius, slice.from, slice.to);
  shape.steps.push_back(close_path());
  return shape;
}

void draw_slices(Drawing& drawing, const std::vector<Slice>& slices, Point centre, const ChartStyle& style) {
  for (const Slice& slice : slices) {
    if (slice.to > slice.from) drawing.items.emplace_back(slice_shape(slice, centre));
  }
  for (std::size_t i = 0; i < slices.size() && slices.size() > 1; ++i) {
    const Slice& before = slices[(i + slices.size() - 1) % slices.size()];
    if (before.to - before.from < narrow || slices[i].to - slices[i].from < narrow) continue;
    drawing.items.emplace_back(polyline({centre, on_circle(centre, radius, slices[i].from)}, style.ground, separator));
  }
  Shape outline;
  outline.steps.push_back(move_to(on_circle(centre, radius, 0)));
  append_arc(outline.steps, centre, radius, 0, full_turn);
  outline.steps.push_back(close_path());
  outline.stroke = style.axis;
  outline.stroke_width = 500;
  drawing.items.emplace_back(std::move(outline));
}

SliceLabel label_of(const ChartValue& value, const Slice& slice, const std::string& unit) {
  // A whole circle has no middle of its own: it is named on the right.
  const Angle angle = slice.whole() ? full_turn / 4 : slice.middle();
  SliceLabel label;
  label.name = wrap_label(value.label, label_size, label_width);
  std::string amount = value.printed + unit;
  const std::string& share = value.printed_share;
  if (!share.empty()) amount += (share.front() >= '0' && share.front() <= '9' ? "，占" : "，占比") + share;
  label.amount = wrap_label(amount, label_size, label_width);
  label.origin = value.origin;
  label.rim = on_circle({0, 0}, radius, angle);
  label.bend = on_circle({0, 0}, elbow, angle);
  label.middle = label.bend.y;
  label.right = angle <= full_turn / 2;
  return label;
}

// Stacks the labels `from` … `to` away from the horizontal, none nearer to it than its
// slice: so no leader line runs back over the pie, and none crosses another.
void stack(std::vector<SliceLabel*>& labels, std::ptrdiff_t from, std::ptrdiff_t to, Length push) {
  const std::ptrdiff_t step = from <= to ? 1 : -1;
  const auto outward = static_cast<Length>(step);
  labels[static_cast<std::size_t>(from)]->middle += outward * push;
  for (std::ptrdiff_t i = from; i != to; i += step) {
    const SliceLabel& inner = *labels[static_cast<std::size_t>(i)];
    SliceLabel& outer = *labels[static_cast<std::size_t>(i + step)];
    const Length nearest = inner.middle + outward * ((inner.height() + outer.height()) / 2 + label_gap);
    outer.middle = step > 0 ? std::max(outer.middle, nearest) : std::min(outer.middle, nearest);
  }
}

// Moves the labels of one side apart, those of the upper half upwards, the others down.
void spread(std::vector<SliceLabel*>& labels) {
  std::sort(labels.begin(), labels.end(),
            [](const SliceLabel* a, const SliceLabel* b) { return a->middle < b->middle; });
  const auto lower =
      std::find_if(labels.begin(), labels.end(), [](const SliceLabel* label) { return label->middle >= 0; });
  const std::ptrdiff_t uppers = lower - labels.begin();
  const auto count = static_cast<std::ptrdiff_t>(labels.size());
  Length overlap = 0;  // of the two labels on either side of the horizontal
  if (uppers > 0 && uppers < count) {
    const SliceLabel& above = *labels[static_cast<std::size_t>(uppers - 1)];
    const SliceLabel& below = **lower;
    const Length needed = (above.height() + below.height()) / 2 + label_gap;
    overlap = std::max(0, needed - (below.middle - above.middle));
  }
  if (uppers > 0) stack(labels, uppers - 1, 0, overlap / 2);
  if (uppers < count) stack(labels, uppers, count - 1, overlap - overlap / 2);
}

void draw_label(Drawing& drawing, const SliceLabel& label, Point centre, const ChartStyle& style) {
  const Length side = label.right ? 1 : -1;
  const Length edge = centre.x + side * column_edge;
  const Length y = centre.y + label.middle;
  drawing.items.emplace_back(polyline(
      {{centre.x + label.rim.x, centre.y + label.rim.y}, {centre.x + label.bend.x, centre.y + label.bend.y}, {edge, y}},
      style.axis, 500));
  const auto anchor = label.right ? Label::Anchor::start : Label::Anchor::end;
  const Point first = {edge + side * text_gap, y - label.height() / 2 + label_size};
  add_lines(drawing, label.name, anchor, first);
  const std::size_t figures = drawing.items.size();
  add_lines(drawing, label.amount, anchor, {first.x, first.y + line_pitch * static_cast<Length>(label.name.size())});
  std::get<Label>(drawing.items[figures]).origin = label.origin;
}

}  // namespace

Drawing draw_pie(const std::vector<ChartValue>& values, const std::string& unit, const ChartStyle& style) {
  const std::vector<Slice> slices = cut(values, style);
  std::vector<SliceLabel> labels;
  for (std::size_t i = 0; i < values.size(); ++i) labels.push_back(label_of(values[i], slices[i], unit));
  Length top = -elbow;
  Length bottom = elbow;
  for (const bool right : {true, false}) {
    std::vector<SliceLabel*> side;
    for (SliceLabel& label : labels) {
      if (label.right == right) side.push_back(&label);
    }
    spread(side);
    for (const SliceLabel* label : side) {
      top = std::min(top, label->middle - label->height() / 2);
      bottom = std::max(bottom, label->middle + label->height() / 2);
    }
  }
  Drawing drawing{0, 0, style.ground, style.ink};
  const Point centre = {middle_x, margin - top};
  draw_slices(drawing, slices, centre, style);
  for (const SliceLabel& label : labels) draw_label(drawing, label, centre, style);
  drawing.width = chart_width;
  drawing.height = bottom - top + 2 * margin;
  return drawing;
}

}  // namespace gongkai
