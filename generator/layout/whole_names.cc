#include "layout/whole_names.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "layout/title_lines.h"

namespace gongkai {

WholeNames::WholeNames(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::u32string characters = utf8::decode_all(name);
    if (characters.size() < 2 || characters.size() > longest_title) continue;
    if (heads_.find(characters.front()) == std::u32string::npos) heads_ += characters.front();
    names_.push_back(std::move(characters));
  }
  std::stable_sort(names_.begin(), names_.end(),
                   [](const std::u32string& one, const std::u32string& other) { return one.size() > other.size(); });
}

std::vector<WholeNames::Place> WholeNames::in(std::u32string_view text) const {
  std::vector<Place> places;
  for (std::size_t index = 0; index < text.size(); ++index) {
    if (heads_.find(text[index]) == std::u32string::npos) continue;
    for (const std::u32string& name : names_)
      if (text.substr(index).starts_with(name)) places.push_back({index, index + name.size()});
  }
  return places;
}

}  // namespace gongkai
