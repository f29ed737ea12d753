#pragma once
// A drawing as SVG: text stays text (selectable, searchable, in the reader's own face).

#include <string>
#include <string_view>

#include "layout/drawing.h"
#include "write/origin_text.h"

namespace gongkai {

struct SvgFrame {
  std::string title;        // what a screen reader calls the picture
  std::string description;  // the text alternative
};

/// A file of its own, on the drawing's ground so that it reads on a dark page too.
[[nodiscard]] std::string svg_file(const Drawing& drawing, const SvgFrame& frame);

/// An element of a web page; `id` makes the ids inside unique on the page. Figures carry
/// data-origin.
void append_inline_svg(std::string& out, const Drawing& drawing, const SvgFrame& frame, std::string_view id,
                       OriginText& origins);

}  // namespace gongkai
