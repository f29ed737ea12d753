#include "layout/whole_names.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "layout/title_lines.h"

namespace gongkai {
namespace {

constexpr std::size_t least_beginning = 5;  // characters; fewer may begin other words alike

}  // namespace

WholeNames::WholeNames(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::u32string characters = utf8::decode_all(name);
    if (characters.size() >= 2 && characters.size() <= longest_title) names_.push_back(std::move(characters));
  }
  std::sort(names_.begin(), names_.end());
  names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

std::vector<WholeNames::Place> WholeNames::in(std::u32string_view text) const {
  std::vector<Place> places;
  for (std::size_t index = 0; index < text.size(); ++index) {
    const auto begun = static_cast<std::ptrdiff_t>(places.size());
    add_from(text, index, places);
    std::reverse(places.begin() + begun, places.end());
  }
  return places;
}

/// Character by character, fewer names are left that begin so; of those the shortest is the first.
void WholeNames::add_from(std::u32string_view text, std::size_t index, std::vector<Place>& places) const {
  auto first = names_.begin();
  auto last = names_.end();
  std::size_t alike = 0;
  while (first != last && index + alike < text.size()) {
    const auto character = [alike](const std::u32string& name) { return name[alike]; };
    const auto found = std::ranges::equal_range(first, last, text[index + alike], {}, character);
    if (found.empty()) break;
    first = found.begin();
    last = found.end();
    ++alike;
    if (first->size() > alike) continue;
    places.push_back({index, index + alike, true});
    ++first;
  }
  if (first != last && alike >= least_beginning) places.push_back({index, index + alike, false});
}

}  // namespace gongkai
