#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <span>

namespace gongkai::utf8 {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Unicode East_Asian_Width W and F, with neighbouring ranges joined over unassigned
// code points; of the emoji only the blocks in which (nearly) all are wide.
constexpr Range wide_on_terminals[] = {
    {0x1100, 0x115F},   {0x2329, 0x232A},   {0x2E80, 0x303E},   {0x3041, 0x3247},   {0x3250, 0x4DBF},
    {0x4E00, 0xA4CF},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE10, 0xFE19},
    {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18D08}, {0x1AFF0, 0x1B2FB},
    {0x1F200, 0x1F265}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD},
};

// Marks drawn over the character before them, and characters that draw nothing.
constexpr Range without_width[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x064B, 0x065F},   {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20F0},   {0x302A, 0x302D}, {0x3099, 0x309A},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

// Scripts written without blanks between words, and their punctuation.
constexpr Range without_blanks[] = {
    {0x2E80, 0x303E}, {0x3041, 0x30FF}, {0x3105, 0x312F}, {0x3190, 0x4DBF}, {0x4E00, 0x9FFF},   {0xF900, 0xFAFF},
    {0xFE10, 0xFE19}, {0xFE30, 0xFE4F}, {0xFF01, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1AFF0, 0x1B2FB}, {0x20000, 0x3FFFD},
};

bool is_in(std::span<const Range> ranges, char32_t code_point) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), code_point,
                                      [](char32_t value, const Range& range) { return value < range.first; });
  return after != ranges.begin() && code_point <= std::prev(after)->last;
}

std::size_t width_of(char32_t code_point) {
  if (code_point < 0x0300) return 1;
  if (is_in(without_width, code_point)) return 0;
  return is_in(wide_on_terminals, code_point) ? 2 : 1;
}

/// One code point at `offset` and its length in bytes; length 0 when the bytes are invalid.
struct Decoded {
  char32_t code_point = 0;
  std::size_t length = 0;
};

std::uint8_t byte_at(std::string_view text, std::size_t offset) { return static_cast<std::uint8_t>(text[offset]); }

std::size_t length_by_lead(std::uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;  // a continuation, or an overlong form of ASCII
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

/// Most characters of a Chinese text: a lead byte that leaves only the continuations to look at.
Decoded decode_three(std::string_view text, std::size_t offset) {
  const auto second = static_cast<std::uint8_t>(byte_at(text, offset + 1) ^ 0x80U);
  const auto third = static_cast<std::uint8_t>(byte_at(text, offset + 2) ^ 0x80U);
  if (second > 0x3F || third > 0x3F) return {};
  const char32_t lead = byte_at(text, offset) & 0x0FU;
  return {(lead << 12U) | (char32_t{second} << 6U) | third, 3};
}

Decoded decode_one(std::string_view text, std::size_t offset) {
  constexpr std::array<std::uint8_t, 5> lead_bits = {0, 0x7F, 0x1F, 0x0F, 0x07};
  constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
  const std::uint8_t lead = byte_at(text, offset);
  if (lead < 0x80) return {lead, 1};
  if (lead > 0xE0 && lead < 0xED && text.size() - offset > 2) return decode_three(text, offset);
  const std::size_t length = length_by_lead(lead);
  if (length == 0 || length > text.size() - offset) return {};
  auto code_point = static_cast<char32_t>(lead & lead_bits[length]);
  for (std::size_t i = 1; i < length; ++i) {
    const std::uint8_t next = byte_at(text, offset + i);
    if ((next & 0xC0U) != 0x80U) return {};
    code_point = (code_point << 6U) | (next & 0x3FU);
  }
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < smallest[length] || code_point > 0x10FFFF || surrogate) return {};
  return {code_point, length};
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const Decoded decoded = decode_one(text, offset);
    if (decoded.length == 0) return offset;
    offset += decoded.length;
  }
  return std::nullopt;
}

char32_t decode(std::string_view text, std::size_t& offset) {
  const Decoded decoded = decode_one(text, offset);
  offset += std::max<std::size_t>(decoded.length, 1);
  return decoded.length == 0 ? U'\uFFFD' : decoded.code_point;
}

void append(std::string& text, char32_t code_point) {
  const auto put = [&text](char32_t bits) { text.push_back(static_cast<char>(static_cast<std::uint8_t>(bits))); };
  const auto put_tail = [&put, code_point](unsigned shift) { put(0x80U | ((code_point >> shift) & 0x3FU)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
    put_tail(0);
  } else if (code_point < 0x10000) {
    put(0xE0U | (code_point >> 12U));
    put_tail(6);
    put_tail(0);
  } else {
    put(0xF0U | (code_point >> 18U));
    put_tail(12);
    put_tail(6);
    put_tail(0);
  }
}

std::u32string decode_all(std::string_view text) {
  std::u32string code_points;
  code_points.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) code_points.push_back(decode(text, offset));
  return code_points;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) decode(text, offset);
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) width += width_of(decode(text, offset));
  return width;
}

bool is_wide(char32_t code_point) { return is_in(without_blanks, code_point); }

}  // namespace gongkai::utf8
