#pragma once
// What a user asked of a report, found among its printed figures: by the printed text
// (86.62%), by a row (206, 科学技术支出) or by a cell (公开03表 206 基本支出).

#include <string>
#include <string_view>
#include <vector>

#include "document/figure_places.h"

namespace gongkai {

/// A figure with every place it is printed in.
struct FoundFigure {
  OriginId origin = 0;
  std::vector<FigurePlace> places;
};

/// The bare number a reader would copy: no unit, no thousands separators, ASCII minus.
/// "" when the text is not a number.
[[nodiscard]] std::string bare_number(std::string_view text);

/// Printed as `number`, a bare one.
[[nodiscard]] std::vector<FoundFigure> find_printed(const std::vector<FigurePlace>& places, const std::string& number);

/// Every word names the table or chart (code, title or both words of them), a row header
/// or a column header of the place, none of them the same; blanks divide words. At least
/// one word must be a row or a column.
[[nodiscard]] std::vector<FoundFigure> find_cell(const std::vector<FigurePlace>& places, std::string_view words);

/// Why find_cell found nothing, when `words` do name cells: the first word no table has,
/// with the nearest one they have; "" when no word is known.
[[nodiscard]] std::string missing_cell(const std::vector<FigurePlace>& places, std::string_view words);

}  // namespace gongkai
