#pragma once
// A page's placed things → operators of its content stream. Origin and direction of y
// are turned here; lengths stay integers to the last digit printed.

#include <string>
#include <vector>

#include "layout/font_set.h"
#include "layout/page.h"
#include "write/pdf_font.h"

namespace gongkai {

struct PageContent {
  std::string operators;
  std::vector<ElementId> marked;  // by marked-content identifier: the element it is content of
};

/// Glyphs are numbered in `used` in the order in which they are met. What belongs to no element is
/// an artifact; without a structure nothing is marked.
[[nodiscard]] PageContent page_content(const Page& page, const Structure& structure, const FontSet& fonts,
                                       UsedFonts& used);

}  // namespace gongkai
