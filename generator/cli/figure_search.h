#pragma once
// What a user asked of a report, found among its printed figures: by the printed text
// (86.62%), by the amount as it was entered (1,234,500.00), by a row (206, 科学技术支出) or
// by a cell (公开03表 206 基本支出).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/figure_places.h"
#include "value/journal.h"

namespace gongkai {

/// A figure with every place it is printed in.
struct FoundFigure {
  OriginId origin = 0;
  std::vector<FigurePlace> places;
};

/// The bare number a reader would copy: no unit, no thousands separators, ASCII minus.
/// "" when the text is not a number.
[[nodiscard]] std::string bare_number(std::string_view text);

/// A number as a user types it.
struct AskedNumber {
  std::string number;             // bare
  std::optional<MoneyUnit> unit;  // 元 or 万元, if it says so
};
/// nullopt when the text is not a number.
[[nodiscard]] std::optional<AskedNumber> asked_number(std::string_view text);

/// Printed with these digits; with a unit, only amounts that come to this number of it.
[[nodiscard]] std::vector<FoundFigure> find_printed(const std::vector<FigurePlace>& places, const Journal& journal,
                                                    const AskedNumber& asked);

/// Amounts of just this size, however they are printed: of the unit, without one of 元 or
/// 万元. Where none is printed, those entered that are not; they have no places.
[[nodiscard]] std::vector<FoundFigure> find_amount(const std::vector<FigurePlace>& places, const Journal& journal,
                                                   const AskedNumber& asked);

/// Every word names the table or chart (code, title or both words of them), a row header
/// or a column header of the place, none of them the same; blanks divide words. At least
/// one word must be a row or a column.
[[nodiscard]] std::vector<FoundFigure> find_cell(const std::vector<FigurePlace>& places, std::string_view words);

/// Why find_cell found nothing, when `words` do name cells: the first word no table has,
/// with the nearest one they have; "" when no word is known.
[[nodiscard]] std::string missing_cell(const std::vector<FigurePlace>& places, std::string_view words);

}  // namespace gongkai
