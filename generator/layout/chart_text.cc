#include "layout/chart_text.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace gongkai {

namespace {

// Thousandths of an em, on the wide side of what usual faces have.
Length em_thousandths(char32_t character) {
  if (utf8::is_wide(character)) return 1000;
  if (character >= U'0' && character <= U'9') return 600;
  if (character == U'.' || character == U',' || character == U' ' || character == U':') return 340;
  if (character == U'%' || character == U'W' || character == U'M') return 950;
  if (character >= U'A' && character <= U'Z') return 740;
  if (character < 0x80) return 580;
  return 1000;
}

bool contains(std::u32string_view set, char32_t character) { return set.find(character) != std::u32string_view::npos; }

bool never_first(char32_t character) { return contains(U"，。、；：！？）》〉】〕”’…%", character); }
bool never_last(char32_t character) { return contains(U"（《〈【〔“‘", character); }

bool may_break_between(char32_t before, char32_t after) {
  if (never_first(after) || never_last(before) || after == U' ') return false;
  return before == U' ' || utf8::is_wide(before) || utf8::is_wide(after);
}

Length width_of(const std::u32string& text, std::size_t begin, std::size_t end, Length size) {
  std::int64_t thousandths = 0;
  for (std::size_t i = begin; i < end; ++i) thousandths += em_thousandths(text[i]);
  return static_cast<Length>(thousandths * size / 1000);
}

std::string encode(const std::u32string& text, std::size_t begin, std::size_t end) {
  while (end > begin && text[end - 1] == U' ') --end;
  std::string line;
  for (std::size_t i = begin; i < end; ++i) utf8::append(line, text[i]);
  return line;
}

// Where the line that begins at `begin` ends: the last allowed break that fits, else
// wherever it is full.
std::size_t line_end(const std::u32string& text, std::size_t begin, Length size, Length width) {
  std::size_t allowed = begin;
  std::size_t end = begin;
  std::int64_t used = 0;
  while (end < text.size()) {
    used += std::int64_t{em_thousandths(text[end])} * size / 1000;
    if (used > width && end > begin) return allowed > begin ? allowed : end;
    ++end;
    if (end < text.size() && may_break_between(text[end - 1], text[end])) allowed = end;
  }
  return end;
}

std::vector<std::string> wrap_at(const std::u32string& text, Length size, Length width) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = line_end(text, begin, size, width);
    lines.push_back(encode(text, begin, end));
    begin = end;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace

Length estimate_text_width(const std::string& text, Length size) {
  const std::u32string characters = utf8::decode_all(text);
  return width_of(characters, 0, characters.size(), size);
}

std::vector<std::string> wrap_label(const std::string& text, Length size, Length width) {
  const std::u32string characters = utf8::decode_all(text);
  const std::vector<std::string> lines = wrap_at(characters, size, width);
  if (lines.size() < 2) return lines;
  // The same number of lines, as even as they get: no single character left over.
  const Length even = width_of(characters, 0, characters.size(), size) / static_cast<Length>(lines.size());
  for (Length narrower = even; narrower < width; narrower += size / 2) {
    std::vector<std::string> balanced = wrap_at(characters, size, narrower);
    if (balanced.size() == lines.size()) return balanced;
  }
  return lines;
}

Length widest(const std::vector<std::string>& lines, Length size) {
  Length width = 0;
  for (const std::string& line : lines) width = std::max(width, estimate_text_width(line, size));
  return width;
}

}  // namespace gongkai
