#pragma once
// What the page knows of each figure's origin, for the panel that tells it.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "value/journal.h"

namespace gongkai {

/// Numbers the origins a page prints, from 1 on in the order they are met, and gives
/// their records and those of all they are made of as data of the page.
class HtmlProvenance {
 public:
  HtmlProvenance(const Journal& journal, const Sources& sources) : journal_(journal), sources_(sources) {}

  /// The page's number of this origin; 0 for none.
  [[nodiscard]] std::size_t number_of(OriginId origin);

  /// JSON, safe inside <script>: {"texts": [text], "records": [[label, exact value, kind,
  /// formula, path, line, column, number of each operand …]]}, record 1 first; "" when no
  /// figure was printed. A text is given as its index in "texts", text 0 being "": labels
  /// repeat each other, so a label is the list of its parts (between " / "). Line 0: no place.
  [[nodiscard]] std::string json();

 private:
  [[nodiscard]] std::size_t text_of(std::string_view text);
  [[nodiscard]] std::vector<std::size_t> label_of(std::string_view label);
  /// Value, kind, formula, path, line and column.
  [[nodiscard]] std::vector<std::size_t> facts_of(const OriginRecord& record, MoneyUnit unit);

  const Journal& journal_;
  const Sources& sources_;
  std::unordered_map<OriginId, std::size_t> numbers_;
  std::vector<OriginId> order_;
  std::unordered_map<std::string, std::size_t> text_numbers_ = {{"", 0}};
  std::vector<std::string> texts_ = {""};
};

/// The program of the panel, whole: without it the page reads the same, figures only
/// don't answer.
[[nodiscard]] std::string_view html_script();

}  // namespace gongkai
