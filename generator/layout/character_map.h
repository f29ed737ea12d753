#pragma once
// Character → glyph of one font, flattened from its cmap when the font is opened: one look-up
// is two reads, and nothing is written afterwards.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gongkai {

class CharacterMap {
 public:
  /// From the cmap table: the Unicode subtable of format 12 or else 4. Glyphs not below
  /// `glyph_count` are left out. False when there is no such subtable or it is damaged.
  [[nodiscard]] bool read(std::string_view cmap, std::uint32_t glyph_count);
  [[nodiscard]] std::uint16_t glyph(char32_t character) const {
    return character > 0x10FFFF ? std::uint16_t{0} : blocks_[block_of_[character >> 8]][character & 0xFF];
  }

 private:
  using Block = std::array<std::uint16_t, 256>;

  void set(char32_t character, std::uint32_t glyph);
  [[nodiscard]] bool read_segments(std::string_view subtable);
  [[nodiscard]] bool read_groups(std::string_view subtable);

  std::uint32_t glyph_count_ = 0;
  std::vector<std::uint16_t> block_of_ = std::vector<std::uint16_t>(0x1100, 0);
  std::vector<Block> blocks_ = std::vector<Block>(1);  // the first stays empty
};

}  // namespace gongkai
