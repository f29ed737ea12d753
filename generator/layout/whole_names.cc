#include "layout/whole_names.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "layout/title_lines.h"

namespace gongkai {
namespace {

constexpr std::size_t least_beginning = 5;  // characters; fewer may begin other words alike

/// How many characters both begin with.
std::size_t common(std::u32string_view one, std::u32string_view other) {
  const auto end = std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first;
  return static_cast<std::size_t>(end - one.begin());
}

}  // namespace

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
    const auto begun = static_cast<std::ptrdiff_t>(places.size());
    for (const std::u32string& name : names_) {
      const std::size_t alike = common(name, text.substr(index));
      const bool whole = alike == name.size();
      if (whole || alike >= least_beginning) places.push_back({index, index + alike, whole});
    }
    std::stable_sort(places.begin() + begun, places.end(),
                     [](const Place& one, const Place& other) { return one.last > other.last; });
  }
  return places;
}

}  // namespace gongkai
