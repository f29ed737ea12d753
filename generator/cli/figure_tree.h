#pragma once
// Where a figure comes from, as a tree: value ← formula ← operands ← data lines.

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "document/document.h"
#include "value/journal.h"

namespace gongkai {

/// "874.05 万元", "0.39%", "12"; with "（±0.005）" when known only that closely.
[[nodiscard]] std::string exact_text(const Quantity& quantity);

/// One line a figure, operands below it; a figure met before is named, not repeated.
/// Places in the source `typed`, what the user typed, are not told.
[[nodiscard]] std::string figure_tree(OriginId origin, const Journal& journal, const Sources& sources,
                                      SourceId typed = 0);

/// A figure as it stands in the document, with the heading or table it stands in.
struct PrintedFigure {
  std::string text;
  std::string where;
  OriginId origin = 0;
  std::string row;  // what the row of a table or the value of a chart is called
};
[[nodiscard]] std::vector<PrintedFigure> printed_figures(const Document& document);

/// The bare number a reader would copy: no unit, no thousands separators, ASCII minus.
/// "" when the text is not a number.
[[nodiscard]] std::string bare_number(std::string_view text);

}  // namespace gongkai
