#pragma once
// The fonts of a PDF: Type 0 with an embedded TrueType subset. Codes are two bytes, given to
// glyphs in the order in which they are used, and are the glyph ids of the subset
// (Identity-H, CIDToGIDMap Identity). A glyph that stands for two characters gets two
// codes, so that each copies as what was written.

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "layout/font_set.h"
#include "write/pdf_canvas.h"
#include "write/pdf_stream.h"

namespace gongkai {

struct UsedGlyph {
  GlyphId glyph = 0;  // of the whole font
  char32_t character = 0;
};

/// What a document shows of one font. The first entry is .notdef.
class FontUse {
 public:
  [[nodiscard]] std::uint16_t code(GlyphId glyph, char32_t character);
  [[nodiscard]] const std::vector<UsedGlyph>& glyphs() const { return glyphs_; }
  [[nodiscard]] bool used() const { return glyphs_.size() > 1; }
  [[nodiscard]] bool overflown() const { return overflown_; }

 private:
  std::vector<UsedGlyph> glyphs_ = {UsedGlyph{}};
  std::vector<std::uint16_t> first_code_;                        // by glyph; 0: none yet
  std::unordered_map<std::uint64_t, std::uint16_t> more_codes_;  // glyphs of two characters
  bool overflown_ = false;
};

class UsedFonts {
 public:
  explicit UsedFonts(std::size_t count) : uses_(count) {}
  [[nodiscard]] std::uint16_t code(std::uint16_t font, GlyphId glyph, char32_t character) {
    return uses_[font].code(glyph, character);
  }
  [[nodiscard]] const std::vector<FontUse>& uses() const { return uses_; }

 private:
  std::vector<FontUse> uses_;
};

/// Writes one font and everything it needs. nullopt after an error FONT-08 or PDF-03.
[[nodiscard]] std::optional<PdfObject> add_font(PdfCanvas& canvas, Deflater& deflater, const Font& font,
                                                const FontUse& use, Diagnostics& diagnostics);

}  // namespace gongkai
