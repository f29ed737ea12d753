#include "layout/character_map.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "layout/font_tables.h"

namespace gongkai {
namespace {

constexpr std::uint32_t last_character = 0x10FFFF;

/// How good a subtable is: all of Unicode before its first plane before none.
int preference(std::uint16_t platform, std::uint16_t encoding, std::uint16_t format) {
  const bool unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
  if (!unicode) return 0;
  if (format == 12) return 2;
  return format == 4 ? 1 : 0;
}

struct Subtable {
  int preference = 0;
  std::string_view bytes;
};

Subtable best_subtable(std::string_view cmap) {
  Subtable best;
  const std::size_t count = read_u16(cmap, 2);
  for (std::size_t at = 4; at < 4 + 8 * count; at += 8) {
    const std::size_t place = read_u32(cmap, at + 4);
    if (at + 8 > cmap.size() || place >= cmap.size()) continue;
    const std::string_view bytes = cmap.substr(place);
    const int found = preference(read_u16(cmap, at), read_u16(cmap, at + 2), read_u16(bytes, 0));
    if (found > best.preference) best = {found, bytes};
  }
  return best;
}

}  // namespace

bool CharacterMap::read(std::string_view cmap, std::uint32_t glyph_count) {
  glyph_count_ = glyph_count;
  const Subtable best = best_subtable(cmap);
  if (best.preference == 0) return false;
  return best.preference == 2 ? read_groups(best.bytes) : read_segments(best.bytes);
}

void CharacterMap::set(char32_t character, std::uint32_t glyph) {
  if (glyph == 0 || glyph >= glyph_count_) return;
  std::uint16_t& block = block_of_[character >> 8];
  if (block == 0) {
    block = static_cast<std::uint16_t>(blocks_.size());
    blocks_.emplace_back();
  }
  blocks_[block][character & 0xFF] = static_cast<std::uint16_t>(glyph);
}

/// Format 12: groups in ascending order; that they don't overlap bounds the work.
bool CharacterMap::read_groups(std::string_view subtable) {
  const std::uint64_t count = read_u32(subtable, 12);
  const auto groups = piece(subtable, 16, static_cast<std::size_t>(12 * count));
  if (!groups) return false;
  std::uint32_t next = 0;
  for (std::size_t at = 0; at < groups->size(); at += 12) {
    const std::uint32_t first = read_u32(*groups, at);
    const std::uint32_t last = read_u32(*groups, at + 4);
    const std::uint64_t glyph = read_u32(*groups, at + 8);
    if (first < next || last < first || last > last_character) return false;
    for (std::uint32_t code = first; code <= last; ++code) {
      if (glyph + (code - first) >= glyph_count_) break;
      set(code, static_cast<std::uint32_t>(glyph + (code - first)));
    }
    next = last + 1;
  }
  return true;
}

/// Format 4: segments of end, start, delta and an offset into glyph ids behind them.
bool CharacterMap::read_segments(std::string_view subtable) {
  const std::size_t count = read_u16(subtable, 6) / 2U;
  const std::size_t starts = 16 + 2 * count;
  const std::size_t deltas = starts + 2 * count;
  const std::size_t offsets = deltas + 2 * count;
  if (!piece(subtable, 14, 2 + 8 * count)) return false;
  std::uint32_t next = 0;
  for (std::size_t index = 0; index < count; ++index) {
    const std::uint32_t first = read_u16(subtable, starts + 2 * index);
    const std::uint32_t last = read_u16(subtable, 14 + 2 * index);
    const std::uint32_t delta = read_u16(subtable, deltas + 2 * index);
    const std::uint32_t offset = read_u16(subtable, offsets + 2 * index);
    if (first == 0xFFFF) continue;  // the closing segment; some fonts have two
    if (first < next || last < first) return false;
    for (std::uint32_t code = first; code <= last; ++code) {
      const std::size_t entry = offsets + 2 * index + offset + 2 * (code - first);
      const std::uint32_t listed = offset == 0 ? code : read_u16(subtable, entry);
      if (listed != 0) set(code, (listed + delta) & 0xFFFF);
    }
    next = last + 1;
  }
  return true;
}

}  // namespace gongkai
