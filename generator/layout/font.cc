#include "layout/font.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::size_t longest_name = 63;  // of PostScript names

std::optional<std::string_view> table_of(const FontTables& tables, FontTag tag, std::size_t least) {
  const std::string_view bytes = tables.find(tag);
  return bytes.size() < least ? std::nullopt : std::optional(bytes);
}

/// Letters, digits and hyphens of a name in UTF-16BE or one byte a character.
std::string plain_letters(std::string_view bytes) {
  std::string letters;
  for (const char letter : bytes) {
    const bool alphanumeric =
        (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    if ((alphanumeric || letter == '-') && letters.size() < longest_name) letters.push_back(letter);
  }
  return letters;
}

/// Name 6, or the file's name when there is none that can be used.
std::string find_postscript_name(std::string_view names, const std::string& shown) {
  const std::size_t storage = read_u16(names, 4);
  const std::size_t count = read_u16(names, 2);
  for (std::size_t index = 0; index < count; ++index) {
    const std::size_t at = 6 + 12 * index;
    if (at + 12 > names.size()) break;
    if (read_u16(names, at + 6) != 6) continue;
    const auto bytes = piece(names, storage + read_u16(names, at + 10), read_u16(names, at + 8));
    const std::string letters = bytes ? plain_letters(*bytes) : std::string();
    if (!letters.empty()) return letters;
  }
  const std::size_t folder = shown.rfind('/');
  const std::string file = shown.substr(folder == std::string::npos ? 0 : folder + 1);
  const std::string letters = plain_letters(file.substr(0, file.rfind('.')));
  return letters.empty() ? "Font" : letters;
}

/// Bits 0–3 of fsType; Restricted alone forbids embedding, bit 9 forbids outlines.
bool forbids_embedding(std::string_view os2) {
  const unsigned bits = read_u16(os2, 8);
  const bool restricted = (bits & 0xF) == 2;
  const bool bitmaps_only = (bits & 0x200) != 0;
  return restricted || bitmaps_only;
}

/// Offsets into glyf ascend and end inside it.
bool whole_loca(std::string_view loca, std::uint32_t glyph_count, bool long_form, std::size_t glyf_size) {
  const std::size_t entry = long_form ? 4 : 2;
  if (loca.size() / entry < std::size_t{glyph_count} + 1) return false;
  const std::size_t last = long_form ? read_u32(loca, 4 * std::size_t{glyph_count})
                                     : std::size_t{2} * read_u16(loca, 2 * std::size_t{glyph_count});
  return last <= glyf_size;
}

}  // namespace

/// Opens a font step by step; the first step that fails says so.
class FontReader {
 public:
  FontReader(std::string shown, Span where, Diagnostics& diagnostics)
      : shown_(std::move(shown)), where_(where), diagnostics_(diagnostics) {}

  std::optional<Font> run(FileBytes file, std::uint32_t number) {
    font_.owner_ = std::move(file.owner);
    font_.shown_ = shown_;
    if (!read_tables(file.bytes, number) || !read_sizes() || !read_metrics() || !read_outlines()) return std::nullopt;
    if (!font_.characters_.read(font_.table(font_tag("cmap")), font_.glyph_count_)) return damaged("字符表 cmap");
    font_.postscript_name_ = find_postscript_name(font_.table(font_tag("name")), shown_);
    return std::move(font_);
  }

 private:
  std::nullopt_t damaged(const std::string& part) {
    diagnostics_.error("FONT-04", "字体文件 " + shown_ + " 损坏：" + part + "不完整", where_, "换一份完好的字体文件");
    return std::nullopt;
  }

  bool read_tables(std::string_view file, std::uint32_t number) {
    const FontTables::Outcome outcome = font_.tables_.read(file, number);
    if (outcome == FontTables::Outcome::damaged) return damaged("文件头"), false;
    const bool outlines = !font_.table(font_tag("glyf")).empty() && !font_.table(font_tag("loca")).empty();
    if (outcome == FontTables::Outcome::good && outlines) return true;
    diagnostics_.error("FONT-05", "字体文件 " + shown_ + " 不是 TrueType 轮廓的字体，不能嵌入", where_,
                       "请用 .ttf（glyf 轮廓）的字体；.otf（CFF 轮廓）须先转换");
    return false;
  }

  bool read_sizes() {
    const auto head = table_of(font_.tables_, font_tag("head"), 54);
    const auto maxp = table_of(font_.tables_, font_tag("maxp"), 6);
    if (!head) return damaged("表 head"), false;
    if (!maxp) return damaged("表 maxp"), false;
    font_.units_per_em_ = read_u16(*head, 18);
    font_.long_loca_ = read_i16(*head, 50) != 0;
    font_.glyph_count_ = read_u16(*maxp, 4);
    if (font_.units_per_em_ < 16 || font_.units_per_em_ > 16384) return damaged("表 head"), false;
    if (font_.glyph_count_ == 0) return damaged("表 maxp"), false;
    font_.metrics_.x_min = font_.scaled(read_i16(*head, 36));
    font_.metrics_.y_min = font_.scaled(read_i16(*head, 38));
    font_.metrics_.x_max = font_.scaled(read_i16(*head, 40));
    font_.metrics_.y_max = font_.scaled(read_i16(*head, 42));
    return true;
  }

  bool read_metrics() {
    const auto hhea = table_of(font_.tables_, font_tag("hhea"), 36);
    if (!hhea) return damaged("表 hhea"), false;
    font_.advance_count_ = std::min<std::uint32_t>(read_u16(*hhea, 34), font_.glyph_count_);
    font_.hmtx_ = font_.table(font_tag("hmtx"));
    const std::size_t bearings = font_.glyph_count_ - font_.advance_count_;
    const bool whole = font_.hmtx_.size() >= std::size_t{4} * font_.advance_count_ + 2 * bearings;
    if (font_.advance_count_ == 0 || !whole) return damaged("表 hmtx"), false;
    read_heights(*hhea);
    const std::string_view post = font_.table(font_tag("post"));
    font_.metrics_.italic_angle = read_i16(post, 4);
    font_.metrics_.fixed_pitch = read_u32(post, 12) != 0;
    return true;
  }

  /// From OS/2 where it is there, else hhea; a font that gives nothing usable keeps 880 : 120.
  void read_heights(std::string_view hhea) {
    const std::string_view os2 = font_.table(font_tag("OS/2"));
    const bool typographic = os2.size() >= 72 && read_i16(os2, 68) > 0;
    const std::int32_t ascent = typographic ? read_i16(os2, 68) : read_i16(hhea, 4);
    const std::int32_t descent = typographic ? read_i16(os2, 70) : read_i16(hhea, 6);
    if (ascent > 0 && descent <= 0) {
      font_.metrics_.ascent = font_.scaled(ascent);
      font_.metrics_.descent = font_.scaled(descent);
    }
    const bool has_cap_height = read_u16(os2, 0) >= 2 && os2.size() >= 90 && read_i16(os2, 88) > 0;
    if (has_cap_height) font_.metrics_.cap_height = font_.scaled(read_i16(os2, 88));
    const int weight = read_u16(os2, 4);
    if (weight >= 1 && weight <= 1000) font_.metrics_.weight = weight;
  }

  bool read_outlines() {
    font_.glyf_ = font_.table(font_tag("glyf"));
    font_.loca_ = font_.table(font_tag("loca"));
    const bool whole = whole_loca(font_.loca_, font_.glyph_count_, font_.long_loca_, font_.glyf_.size());
    if (!whole) return damaged("轮廓表 glyf"), false;
    if (!forbids_embedding(font_.table(font_tag("OS/2")))) return true;
    diagnostics_.error("FONT-06", "字体文件 " + shown_ + " 的许可标志（fsType）不允许嵌入文档", where_,
                       "换用允许嵌入的字体，或向字体厂商取得可嵌入的版本");
    return false;
  }

  std::string shown_;
  Span where_;
  Diagnostics& diagnostics_;
  Font font_;
};

std::optional<Font> Font::open(FileBytes file, const std::string& shown, std::uint32_t number, Span where,
                               Diagnostics& diagnostics) {
  return FontReader(shown, where, diagnostics).run(std::move(file), number);
}

std::int32_t Font::scaled(std::int32_t units) const {
  if (units_per_em_ == 1000) return units;
  const std::int32_t half = units_per_em_ / 2;
  return (units * 1000 + (units < 0 ? -half : half)) / units_per_em_;
}

std::uint16_t Font::raw_advance(GlyphId glyph) const {
  const std::size_t index = std::min<std::size_t>(glyph, advance_count_ - 1);
  return read_u16(hmtx_, 4 * index);
}

std::uint16_t Font::raw_left_bearing(GlyphId glyph) const {
  if (glyph < advance_count_) return read_u16(hmtx_, std::size_t{4} * glyph + 2);
  return read_u16(hmtx_, std::size_t{4} * advance_count_ + 2 * std::size_t{glyph - advance_count_});
}

std::optional<std::string_view> Font::outline(GlyphId glyph) const {
  if (glyph >= glyph_count_) return std::nullopt;
  const std::size_t index = glyph;
  const std::size_t first = long_loca_ ? read_u32(loca_, 4 * index) : std::size_t{2} * read_u16(loca_, 2 * index);
  const std::size_t last =
      long_loca_ ? read_u32(loca_, 4 * index + 4) : std::size_t{2} * read_u16(loca_, 2 * index + 2);
  if (last < first || last - first > glyf_.size()) return std::nullopt;
  return piece(glyf_, first, last - first);
}

std::optional<GlyphBox> Font::box(GlyphId glyph) const {
  const auto bytes = outline(glyph);
  if (!bytes || (!bytes->empty() && bytes->size() < 10)) return std::nullopt;
  return GlyphBox{scaled(read_i16(*bytes, 2)), scaled(read_i16(*bytes, 4)), scaled(read_i16(*bytes, 6)),
                  scaled(read_i16(*bytes, 8))};
}

}  // namespace gongkai
