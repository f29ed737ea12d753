#pragma once
// One TrueType font file, read by ourselves: cmap (formats 4 and 12), head, hhea, hmtx, maxp,
// loca, glyf, name, OS/2. Everything is bounds-checked when the font is opened, so that
// look-ups are cheap, can't fail and may be made from several threads; only outlines
// are checked when they are asked for. Lengths are in 1/1000 of the em.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/source.h"
#include "layout/character_map.h"
#include "layout/font_tables.h"

namespace gongkai {

using GlyphId = std::uint16_t;  // 0 is the glyph of a character the font lacks

struct FontMetrics {
  std::int32_t ascent = 880;    // of the em box (OS/2 typographic, else hhea)
  std::int32_t descent = -120;  // below the base line: negative
  std::int32_t cap_height = 700;
  std::int32_t italic_angle = 0;  // degrees, rounded
  std::int32_t x_min = 0;         // of all glyphs
  std::int32_t y_min = 0;
  std::int32_t x_max = 1000;
  std::int32_t y_max = 1000;
  int weight = 400;  // 100–900
  bool fixed_pitch = false;
};

/// Bounds of one glyph.
struct GlyphBox {
  std::int32_t x_min = 0;
  std::int32_t y_min = 0;
  std::int32_t x_max = 0;
  std::int32_t y_max = 0;
};

class Font {
 public:
  /// `shown` names the file in messages; `number` chooses a font of a collection (.ttc).
  /// nullopt after an error: FONT-04 the file is damaged, FONT-05 it is no TrueType font
  /// (CFF outlines can't be embedded by us), FONT-06 its licence bits forbid embedding.
  [[nodiscard]] static std::optional<Font> open(FileBytes file, const std::string& shown, std::uint32_t number,
                                                Span where, Diagnostics& diagnostics);

  [[nodiscard]] GlyphId glyph(char32_t character) const { return characters_.glyph(character); }
  /// `glyph` must be below glyph_count().
  [[nodiscard]] std::int32_t advance(GlyphId glyph) const { return scaled(raw_advance(glyph)); }
  [[nodiscard]] const FontMetrics& metrics() const { return metrics_; }
  /// As in the name table, cut to what a PDF name may hold: "NotoSerifSC-Regular".
  [[nodiscard]] const std::string& postscript_name() const { return postscript_name_; }
  [[nodiscard]] const std::string& shown() const { return shown_; }
  [[nodiscard]] std::uint32_t glyph_count() const { return glyph_count_; }

  /// The glyf entry as it stands in the file, "" for a blank; nullopt when it is damaged or
  /// there is no such glyph.
  [[nodiscard]] std::optional<std::string_view> outline(GlyphId glyph) const;
  [[nodiscard]] std::optional<GlyphBox> box(GlyphId glyph) const;

  // In the font's own units, for subsets.
  [[nodiscard]] std::uint16_t raw_advance(GlyphId glyph) const;
  [[nodiscard]] std::uint16_t raw_left_bearing(GlyphId glyph) const;
  [[nodiscard]] std::string_view table(FontTag tag) const { return tables_.find(tag); }

 private:
  friend class FontReader;
  Font() = default;
  [[nodiscard]] std::int32_t scaled(std::int32_t units) const;

  std::shared_ptr<const void> owner_;
  std::string shown_;
  std::string postscript_name_;
  FontTables tables_;
  CharacterMap characters_;
  FontMetrics metrics_;
  std::string_view glyf_;
  std::string_view loca_;
  std::string_view hmtx_;
  std::uint32_t glyph_count_ = 0;
  std::uint32_t advance_count_ = 0;
  std::int32_t units_per_em_ = 1000;
  bool long_loca_ = false;
};

}  // namespace gongkai
