#pragma once
// Texts of charts: estimated widths and wrapping. A drawing is made before anyone knows
// the face it will be shown in (a browser picks its own), so room is left for any.

#include <string>
#include <vector>

#include "layout/drawing.h"

namespace gongkai {

/// Lines no wider than `width` by estimate_text_width (a single character may be), broken as those
/// of titles are (title_lines.h): between words, about equally long. At least one.
[[nodiscard]] std::vector<std::string> wrap_label(const std::string& text, Length size, Length width);

/// The widest of the lines.
[[nodiscard]] Length widest(const std::vector<std::string>& lines, Length size);

}  // namespace gongkai
