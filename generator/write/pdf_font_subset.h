#pragma once
// A TrueType file with some glyphs of another, renumbered; parts of composite glyphs
// come along. Instructions for hinting are left out: what they need isn't taken either.

#include <optional>
#include <string>
#include <vector>

#include "layout/font.h"

namespace gongkai {

struct UsedGlyph;

struct FontSubset {
  std::string file;                 // glyf head hhea hmtx loca maxp: all that /FontFile2 of a CID font needs
  std::optional<char32_t> damaged;  // the first character whose outline can't be read
  bool overflown = false;           // more than 65,535 glyphs with their parts
};

/// Glyph i of the subset is glyphs[i]; parts follow.
[[nodiscard]] FontSubset font_subset(const Font& font, const std::vector<UsedGlyph>& glyphs);

}  // namespace gongkai
