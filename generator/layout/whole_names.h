#pragma once
// The names a document's data gives (departments, units, projects): lines of titles and of cells do
// not end inside them while a line can hold them. GB/T 9704-2012 7.3.1 ("回行时，要做到词意完整").

#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

class WholeNames {
 public:
  WholeNames() = default;
  /// UTF-8; what is no name by its length, one character or more than a title has, is left out.
  explicit WholeNames(const std::vector<std::string>& names);

  /// A name in a text, or the beginning of one, as titles shorten names: characters [first, last).
  struct Place {
    std::size_t first = 0;
    std::size_t last = 0;
    bool whole = true;
  };
  /// Where names stand in a text, in order, of those that begin at one place the longer first: each whole name
  /// and the longest beginning of one. A name may stand in another, where that could be parted if need be. Takes
  /// as many steps a character as names go on alike, each the logarithm of their number.
  [[nodiscard]] std::vector<Place> in(std::u32string_view text) const;

 private:
  void add_from(std::u32string_view text, std::size_t index, std::vector<Place>& places) const;

  std::vector<std::u32string> names_;  // sorted, each once
};

}  // namespace gongkai
