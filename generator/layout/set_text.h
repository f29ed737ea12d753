#pragma once
// Inlines → lines of glyph runs, through the fonts of a role.

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "document/inline.h"
#include "document/style.h"
#include "layout/compose.h"
#include "layout/font_set.h"
#include "layout/page.h"

namespace gongkai {

/// Characters with their glyphs at one size: what compose() needs and what is drawn.
struct PreparedText {
  std::u32string characters;
  std::vector<Glyph> glyphs;
  std::vector<Length> advances;
  std::vector<OriginId> origins;
  std::vector<std::uint16_t> parts;  // which inline
  Length size = 0;
};

struct TextLine {
  std::vector<GlyphRun> runs;  // at.x from the block's left edge, at.y = 0 on the base line
  Length width = 0;
};

struct TextBlock {
  std::vector<TextLine> lines;
  Length leading = 0;
  Length ascent = 0;  // from a line's top to its base line
  Length margin = 0;  // of a line above its type, and as much below
  bool torn = false;
  [[nodiscard]] Length height() const { return static_cast<Length>(lines.size()) * leading; }
};

[[nodiscard]] PreparedText prepare(const Inlines& inlines, FontRole role, Length size, const FontSet& fonts);
[[nodiscard]] PreparedText prepare(const std::string& text, FontRole role, Length size, const FontSet& fonts);
[[nodiscard]] TextBlock set_text(const PreparedText& text, const LineRoom& room, Length leading, Colour colour);
/// With the style's size, leading, indent and justification; the lines of centred text end between
/// words and outside `names`.
[[nodiscard]] TextBlock set_text(const Inlines& inlines, const TextStyle& style, Length width, const FontSet& fonts,
                                 const WholeNames& names = {});
[[nodiscard]] TextBlock set_text(const std::string& text, const TextStyle& style, Length width, const FontSet& fonts);

/// A title or heading, wherever it stands: its lines end between words and outside `names`.
[[nodiscard]] TextBlock set_title(const std::string& text, const TextStyle& style, Length width, const FontSet& fonts,
                                  const WholeNames& names);

/// A run moved to its place; `top_left` is the block's left and the line's upper edge.
void place_run(GlyphRun run, const TextBlock& block, Point top_left, Page& page);
/// The line's runs moved to a place on the page.
void place_line(const TextBlock& block, std::size_t line, Point top_left, Page& page);

}  // namespace gongkai
