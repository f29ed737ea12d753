#include "document/document.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace gongkai {

namespace {

/// 、 ） . and the like already part the number from the title.
bool ends_with_mark(std::string_view number) {
  constexpr std::u32string_view marks = U"、）)．.：:，";
  const std::u32string letters = utf8::decode_all(number);
  return letters.empty() || marks.find(letters.back()) != std::u32string_view::npos;
}

}  // namespace

std::string heading_text(const Heading& heading) {
  std::string title = plain_text(heading.text);
  std::replace(title.begin(), title.end(), '\n', ' ');
  return heading.number + (ends_with_mark(heading.number) ? "" : " ") + title;
}

bool is_titled_by_heading(const std::vector<Block>& blocks, std::size_t index) {
  const auto* heading = index == 0 ? nullptr : std::get_if<Heading>(&blocks[index - 1]);
  const auto* table = std::get_if<Table>(&blocks[index]);
  return heading != nullptr && table != nullptr && plain_text(heading->text) == table->title;
}

std::vector<ContentsLine> contents_lines(const Document& document, int levels) {
  std::vector<ContentsLine> lines;
  for (const Block& block : document.blocks) {
    const Heading* heading = std::get_if<Heading>(&block);
    if (heading == nullptr || !heading->in_contents || heading->level > levels) continue;
    lines.push_back({heading->level, heading_text(*heading), heading->id});
  }
  return lines;
}

}  // namespace gongkai
