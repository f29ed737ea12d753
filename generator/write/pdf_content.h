#pragma once
// A page's placed things → operators of its content stream. Origin and direction of y
// are turned here; lengths stay integers to the last digit printed.

#include <string>

#include "layout/font_set.h"
#include "layout/page.h"
#include "write/pdf_font.h"

namespace gongkai {

/// Glyphs are numbered in `used` in the order in which they are met.
[[nodiscard]] std::string page_content(const Page& page, const FontSet& fonts, UsedFonts& used);

}  // namespace gongkai
