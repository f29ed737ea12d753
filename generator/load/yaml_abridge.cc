#include "load/yaml_abridge.h"

#include <algorithm>

namespace gongkai {

namespace {

constexpr char letter = 'x';
// Shorter ones gain nothing, and "null" or "~" must reach the parser as they are.
constexpr std::size_t least_length = 5;

}  // namespace

bool AbridgedYaml::abridges(const YamlExtent& extent, std::string_view written) {
  return extent.style == YamlStyle::plain && written.size() >= least_length &&
         written.find('\n') == std::string_view::npos;
}

AbridgedYaml::AbridgedYaml(std::string_view text, std::size_t skipped, const YamlLayout& layout) {
  text_.reserve(text.size() / 2);
  resume(skipped);
  std::size_t at = skipped;
  for (const YamlExtent& extent : layout.nodes) {
    const std::string_view written = text.substr(extent.begin, extent.end - extent.begin);
    if (extent.begin < at || extent.style == YamlStyle::flow) continue;
    copy(text, at, extent.begin);
    at = extent.end;
    if (!abridges(extent, written)) {
      text_ += written;
      continue;
    }
    text_ += letter;
    resume(at);
  }
  copy(text, at, text.size());
}

/// What stands between scalars, without the comments that fill a line of their own.
void AbridgedYaml::copy(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin < end) {
    const std::size_t line = std::min(text.find('\n', begin), end - 1) + 1;
    const std::size_t content = std::min(text.find_first_not_of(' ', begin), line);
    const bool at_line_start = begin == 0 || text[begin - 1] == '\n';
    const bool comment = at_line_start && content < line && text[content] == '#' && text[line - 1] == '\n';
    if (comment) {
      text_ += '\n';
      resume(line);
    } else {
      text_ += text.substr(begin, line - begin);
    }
    begin = line;
  }
}

void AbridgedYaml::resume(std::size_t original) {
  shifts_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(original)});
}

std::uint32_t AbridgedYaml::original(std::size_t offset) const {
  const auto after = std::upper_bound(shifts_.begin(), shifts_.end(), offset,
                                      [](std::size_t at, const Shift& shift) { return at < shift.abridged; });
  const Shift& shift = *(after - 1);
  return shift.original + static_cast<std::uint32_t>(offset - shift.abridged);
}

}  // namespace gongkai
