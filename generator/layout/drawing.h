#pragma once
// A chart drawn: shapes at integer 1/1000 pt, origin top left, y down. Made once by
// chart_drawing, then written as SVG (HTML, Markdown) and onto PDF pages.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "document/chart.h"
#include "document/style.h"
#include "layout/colour.h"
#include "value/journal.h"

namespace gongkai {

struct Point {
  Length x = 0;
  Length y = 0;
};

struct PathStep {
  enum class Kind : std::uint8_t { move, line, curve, close } kind = Kind::move;
  Point to;        // end point
  Point control1;  // curve only
  Point control2;
};

struct Shape {
  std::vector<PathStep> steps;
  Colour fill;
  Colour stroke;
  Length stroke_width = 0;
};

struct Label {
  enum class Anchor : std::uint8_t { start, middle, end } anchor = Anchor::start;
  Point at;  // base line
  Length size = 10000;
  std::string text;
  bool strong = false;
  OriginId origin = 0;  // of the figure it prints, 0 if none
};

using DrawingItem = std::variant<Shape, Label>;

struct Drawing {
  Length width = 0;
  Length height = 0;
  Colour ground;
  Colour ink;  // of labels
  std::vector<DrawingItem> items = {};
};

/// Bars for two-year totals, pie slices with labels that don't collide; zero slices left
/// out. Integer geometry (a sine table of our own): same bytes everywhere. Nothing to draw, or a
/// style without colours: width 0.
[[nodiscard]] Drawing draw_chart(const Chart& chart, const ChartStyle& style);

/// Width of a text at `size` by character class (full-width 1 em, digits 0.55 em …); charts
/// leave room enough for any face.
[[nodiscard]] Length estimate_text_width(const std::string& text, Length size);

}  // namespace gongkai
