#pragma once
// What the page knows of each figure's origin, for the panel that tells it.

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "value/journal.h"

namespace gongkai {

/// Numbers the origins a page prints, from 1 on in the order they are met, and gives
/// their records and those of all they are made of as data of the page. A figure is known by its place
/// among those printed, so that none carries its number.
class HtmlProvenance {
 public:
  HtmlProvenance(const Journal& journal, const Sources& sources) : journal_(journal), sources_(sources) {}

  /// The page's next <data> with text has this origin, 0 for none.
  void print(OriginId origin);

  /// JSON, safe inside <script>: {"texts": [text], "ways": [[kind, formula, path]], "figures": [record],
  /// "records": [[label, exact value, way, line, column, record of each operand …]]}, record 1 first;
  /// "" when no figure was printed. A text is given as its index in "texts", text 0 being "": labels
  /// repeat each other, so a label is the list of its parts (between " / "). Line 0: no place. In a list
  /// of records 3, -7 is 3 to 7.
  [[nodiscard]] std::string json();

 private:
  [[nodiscard]] std::size_t number_of(OriginId origin);
  [[nodiscard]] std::size_t text_of(std::string_view text);
  [[nodiscard]] std::vector<std::size_t> label_of(std::string_view label);
  [[nodiscard]] std::size_t way_of(const OriginRecord& record);
  /// Value, way, line and column.
  [[nodiscard]] std::array<std::size_t, 4> facts_of(const OriginRecord& record);

  const Journal& journal_;
  const Sources& sources_;
  std::unordered_map<OriginId, std::size_t> numbers_;
  std::vector<OriginId> order_;
  std::vector<std::size_t> figures_;
  std::unordered_map<std::string, std::size_t> text_numbers_ = {{"", 0}};
  std::vector<std::string> texts_ = {""};
  std::map<std::array<std::size_t, 3>, std::size_t> way_numbers_;
  std::vector<std::array<std::size_t, 3>> ways_;
};

/// The program of the panel, whole: without it the page reads the same, figures only
/// don't answer.
[[nodiscard]] std::string_view html_script();

}  // namespace gongkai
