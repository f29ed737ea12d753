#pragma once
// Column widths of a table by content. Pure integer arithmetic over what the cells need;
// knows no fonts and no pages.

#include <cstdint>
#include <vector>

#include "layout/drawing.h"

namespace gongkai {

/// What one cell asks of the columns it covers, padding included.
struct CellDemand {
  std::uint32_t column = 0;
  std::uint32_t column_span = 1;
  Length least = 0;      // widest piece that can't be broken
  Length preferred = 0;  // everything on one line
  bool heads = false;    // a column header: may rather wrap than make the rows below it wrap
  Length words = 0;      // its widest word, wanted if there is room for it
};

struct ColumnWidths {
  std::vector<Length> widths;
  bool fits = true;  // false: even the least widths exceed the room; widths are the least ones
};

/// Every column gets at least what its widest unbreakable piece needs. What is left of
/// `room` goes first to what cells of the rows prefer, then to whole words of headers, then to what
/// headers prefer: columns that miss little get it all, the others in proportion to what they miss. Once each has
/// what it prefers, the rest is shared in proportion so that the table fills the room
/// (`fill`) or is left. Sums to exactly `room` when it fits and fills.
[[nodiscard]] ColumnWidths column_widths(const std::vector<CellDemand>& demands, std::size_t columns, Length room,
                                         bool fill);

/// Columns of a form: `room` in proportion to `shares` (one for each column, none 0), but none
/// below what its widest unbreakable piece needs, nor below its words as far as there is room for
/// them; what that takes, the others give in proportion.
[[nodiscard]] ColumnWidths shared_widths(const std::vector<CellDemand>& demands,
                                         const std::vector<std::uint16_t>& shares, Length room);

/// Makes widths that exceed `room` sum to it: columns not `firm` give way first, down to a
/// quarter of the room together, then all.
void squeeze_widths(std::vector<Length>& widths, const std::vector<bool>& firm, Length room);

/// Splits columns into parts that fit `room`, each headed by the repeated columns (those
/// with `repeats`); a part ends before a column with `may_start`, or anywhere when a
/// group is wider than a page. Each part lists column indexes in order; a table whose
/// repeated columns leave no room for the next column gives that column a part of its own.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> split_columns(const std::vector<Length>& least,
                                                                    const std::vector<bool>& repeats,
                                                                    const std::vector<bool>& may_start, Length room);

}  // namespace gongkai
