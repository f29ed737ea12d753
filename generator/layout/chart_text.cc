#include "layout/chart_text.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "layout/line_break.h"
#include "layout/title_lines.h"

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

std::string encode(const std::u32string& text, std::size_t begin, std::size_t end) {
  while (end > begin && text[end - 1] == U' ') --end;
  std::string line;
  for (std::size_t i = begin; i < end; ++i) utf8::append(line, text[i]);
  return line;
}

// The label as the title it is, measured by estimate.
MeasuredTitle measured(const std::u32string& text, Length size, const WholeNames& names) {
  MeasuredTitle title{text, line_end_allowed(text), {0}, std::vector<Length>(text.size(), 0), names};
  std::int64_t thousandths = 0;
  for (const char32_t character : text) {
    thousandths += em_thousandths(character);
    title.reach.push_back(thousandths * size / 1000);
  }
  return title;
}

// Full lines: each ends at the last place that fits, else between a number and its unit, else
// wherever it is full.
std::vector<std::size_t> full_lines(const MeasuredTitle& title, Length width) {
  std::vector<std::size_t> ends;
  std::size_t begin = 0;
  std::size_t place = 0;
  std::size_t edge = 0;
  for (std::size_t i = 0; i < title.text.size(); ++i) {
    if (i > begin && title.reach[i + 1] - title.reach[begin] > width) {
      begin = place > begin ? place : edge > begin ? edge : i;
      ends.push_back(begin);
    }
    if (title.allowed[i]) place = i + 1;
    const bool number_ends = character_class(title.text[i]) == CharacterClass::word;
    if (number_ends && utf8::is_wide(title.text[std::min(i + 1, title.text.size() - 1)])) edge = i + 1;
  }
  ends.push_back(title.text.size());
  return ends;
}

}  // namespace

Length estimate_text_width(const std::string& text, Length size) {
  std::int64_t thousandths = 0;
  for (const char32_t character : utf8::decode_all(text)) thousandths += em_thousandths(character);
  return static_cast<Length>(thousandths * size / 1000);
}

std::vector<std::string> wrap_label(const std::string& text, Length size, Length width) {
  const std::u32string characters = utf8::decode_all(text);
  const WholeNames none;
  const MeasuredTitle title = measured(characters, size, none);
  std::vector<std::size_t> ends = full_lines(title, width);
  if (ends.size() > 1 && characters.size() <= longest_title) {
    std::vector<std::size_t> even = title_line_ends(title, {width, width, true}, ends.size());
    if (!even.empty()) ends = std::move(even);
  }
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    lines.push_back(encode(characters, begin, end));
    begin = end;
  }
  return lines;
}

Length widest(const std::vector<std::string>& lines, Length size) {
  Length width = 0;
  for (const std::string& line : lines) width = std::max(width, estimate_text_width(line, size));
  return width;
}

}  // namespace gongkai
