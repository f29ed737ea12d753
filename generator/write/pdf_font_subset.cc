#include "write/pdf_font_subset.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "write/pdf_font.h"

namespace gongkai {
namespace {

constexpr std::size_t header_size = 10;  // of a glyph: number of contours and bounds
constexpr std::size_t most_glyphs = 0xFFFF;

void append_u16(std::string& out, std::uint32_t number) {
  out.push_back(static_cast<char>(number >> 8 & 0xFF));
  out.push_back(static_cast<char>(number & 0xFF));
}

void append_u32(std::string& out, std::uint32_t number) {
  append_u16(out, number >> 16);
  append_u16(out, number & 0xFFFF);
}

void put_u16(std::string& bytes, std::size_t at, std::uint32_t number) {
  bytes[at] = static_cast<char>(number >> 8 & 0xFF);
  bytes[at + 1] = static_cast<char>(number & 0xFF);
}

void pad(std::string& out) { out.resize((out.size() + 3) / 4 * 4, '\0'); }

// Flags of a part of a composite glyph.
constexpr unsigned wide_arguments = 0x0001;
constexpr unsigned one_scale = 0x0008;
constexpr unsigned more_parts = 0x0020;
constexpr unsigned two_scales = 0x0040;
constexpr unsigned matrix = 0x0080;
constexpr unsigned instructions = 0x0100;

std::size_t part_size(unsigned flags) {
  std::size_t size = 4 + ((flags & wide_arguments) != 0 ? 4U : 2U);
  if ((flags & one_scale) != 0) return size + 2;
  if ((flags & two_scales) != 0) return size + 4;
  return (flags & matrix) != 0 ? size + 8 : size;
}

/// Collects outlines; numbers parts behind the glyphs that are shown.
class OutlineCollector {
 public:
  OutlineCollector(const Font& font, const std::vector<UsedGlyph>& glyphs) : font_(font) {
    for (const UsedGlyph& glyph : glyphs) {
      numbers_.try_emplace(glyph.glyph, static_cast<std::uint16_t>(order_.size()));
      order_.push_back(glyph.glyph);
    }
  }

  [[nodiscard]] bool overflown() const { return order_.size() > most_glyphs; }
  [[nodiscard]] const std::vector<GlyphId>& order() const { return order_; }
  [[nodiscard]] const std::string& glyf() const { return glyf_; }
  [[nodiscard]] const std::string& loca() const { return loca_; }

  /// Number of the glyph in the subset at which the outline is damaged, or nullopt.
  std::optional<std::size_t> run() {
    for (std::size_t index = 0; index < order_.size() && !overflown(); ++index) {
      append_u32(loca_, static_cast<std::uint32_t>(glyf_.size()));
      const std::optional<std::string_view> outline = font_.outline(order_[index]);
      if (!outline || !add(*outline)) return index;
      pad(glyf_);
    }
    append_u32(loca_, static_cast<std::uint32_t>(glyf_.size()));
    return std::nullopt;
  }

 private:
  bool add(std::string_view outline) {
    if (outline.empty()) return true;
    if (outline.size() < header_size) return false;
    const std::int16_t contours = read_i16(outline, 0);
    if (contours == 0) return true;
    return contours > 0 ? add_simple(outline, static_cast<std::size_t>(contours)) : add_composite(outline);
  }

  bool add_simple(std::string_view outline, std::size_t contours) {
    const std::size_t place = header_size + 2 * contours;
    const auto ends = piece(outline, 0, place + 2);
    if (!ends) return false;
    const std::size_t points = place + 2 + read_u16(outline, place);
    if (points > outline.size()) return false;
    glyf_.append(outline.substr(0, place));
    append_u16(glyf_, 0);
    glyf_.append(outline.substr(points));
    return true;
  }

  bool add_composite(std::string_view outline) {
    glyf_.append(outline.substr(0, header_size));
    unsigned flags = more_parts;
    for (std::size_t at = header_size; (flags & more_parts) != 0;) {
      flags = read_u16(outline, at);
      const auto part = piece(outline, at, part_size(flags));
      if (!part || read_u16(*part, 2) >= font_.glyph_count()) return false;
      append_u16(glyf_, flags & ~instructions);
      append_u16(glyf_, number(read_u16(*part, 2)));
      glyf_.append(part->substr(4));
      at += part->size();
    }
    return true;
  }

  std::uint16_t number(GlyphId glyph) {
    const auto [entry, fresh] = numbers_.try_emplace(glyph, static_cast<std::uint16_t>(order_.size()));
    if (fresh) order_.push_back(glyph);
    return entry->second;
  }

  const Font& font_;
  std::vector<GlyphId> order_;
  std::unordered_map<GlyphId, std::uint16_t> numbers_;
  std::string glyf_;
  std::string loca_;
};

/// A copy of a table, as long as the format says.
std::string copied(const Font& font, FontTag tag, std::size_t size) {
  std::string bytes(font.table(tag).substr(0, size));
  bytes.resize(size, '\0');
  return bytes;
}

std::string head_table(const Font& font) {
  std::string head = copied(font, font_tag("head"), 54);
  put_u16(head, 8, 0);  // checkSumAdjustment: worked out at the end
  put_u16(head, 10, 0);
  put_u16(head, 50, 1);  // loca in four bytes
  return head;
}

std::string hhea_table(const Font& font, std::size_t glyphs) {
  std::string hhea = copied(font, font_tag("hhea"), 36);
  put_u16(hhea, 34, static_cast<std::uint32_t>(glyphs));
  return hhea;
}

std::string maxp_table(const Font& font, std::size_t glyphs) {
  constexpr std::size_t twilight_points = 16;
  constexpr std::size_t component_elements = 28;
  std::string maxp = copied(font, font_tag("maxp"), 32);
  put_u16(maxp, 4, static_cast<std::uint32_t>(glyphs));
  for (std::size_t at = twilight_points; at < component_elements; ++at) maxp[at] = '\0';  // about instructions
  return maxp;
}

std::string hmtx_table(const Font& font, const std::vector<GlyphId>& order) {
  std::string hmtx;
  for (const GlyphId glyph : order) {
    append_u16(hmtx, font.raw_advance(glyph));
    append_u16(hmtx, font.raw_left_bearing(glyph));
  }
  return hmtx;
}

std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) sum += read_u32(bytes, at);
  return sum;
}

using Table = std::pair<FontTag, std::string>;

/// The file of some tables, which are in the order of their tags.
std::string sfnt(std::array<Table, 6> tables) {
  std::string file;
  append_u32(file, 0x00010000);
  append_u16(file, tables.size());
  append_u16(file, 64);  // search range, entry selector and range shift of six tables
  append_u16(file, 2);
  append_u16(file, 32);
  std::size_t place = file.size() + 16 * tables.size();
  std::size_t head_place = 0;
  for (auto& [tag, bytes] : tables) {
    const std::size_t length = bytes.size();
    pad(bytes);
    append_u32(file, tag);
    append_u32(file, checksum(bytes));
    append_u32(file, static_cast<std::uint32_t>(place));
    append_u32(file, static_cast<std::uint32_t>(length));
    if (tag == font_tag("head")) head_place = place;
    place += bytes.size();
  }
  file.reserve(place);
  for (const auto& table : tables) file += table.second;
  const std::uint32_t adjustment = 0xB1B0AFBAU - checksum(file);
  put_u16(file, head_place + 8, adjustment >> 16);
  put_u16(file, head_place + 10, adjustment & 0xFFFF);
  return file;
}

}  // namespace

FontSubset font_subset(const Font& font, const std::vector<UsedGlyph>& glyphs) {
  FontSubset subset;
  OutlineCollector outlines(font, glyphs);
  const std::optional<std::size_t> damaged = outlines.run();
  subset.overflown = outlines.overflown();
  // Damage in a part is told of the last character shown: parts have none of their own.
  if (damaged) subset.damaged = glyphs[std::min(*damaged, glyphs.size() - 1)].character;
  if (damaged || subset.overflown) return subset;
  const std::vector<GlyphId>& order = outlines.order();
  subset.file = sfnt({{{font_tag("glyf"), outlines.glyf()},
                       {font_tag("head"), head_table(font)},
                       {font_tag("hhea"), hhea_table(font, order.size())},
                       {font_tag("hmtx"), hmtx_table(font, order)},
                       {font_tag("loca"), outlines.loca()},
                       {font_tag("maxp"), maxp_table(font, order.size())}}});
  return subset;
}

}  // namespace gongkai
