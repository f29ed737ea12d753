#pragma once
// Pages told in few lines: what stands on each, from where down, where its text begins and ends.
// Legible in a review, stable against what doesn't move a line.

#include <string>

#include "layout/font_set.h"
#include "layout/page.h"

namespace reports {

/// One line a page ("page 3 "1" upright, 28-248 mm"), one below it for each heading, figure, part of a
/// table and stretch of text, with the millimetre its first line's type begins at.
[[nodiscard]] std::string page_outline(const gongkai::Pages& pages);

}  // namespace reports
