#pragma once
// Which rows of a table stand on which page. Pure arithmetic over row heights; the header
// is repeated on every page and already taken off the room by the caller.

#include <cstdint>
#include <vector>

#include "layout/drawing.h"

namespace gongkai {

struct RowShape {
  Length height = 0;
  bool keep_with_next = false;
  /// The boundary below this row is crossed by a cell that spans further rows.
  bool crossed_below = false;
  /// Heights at which the row may be cut between lines, ascending, inside (0, height).
  /// Looked at when the row is taller than a page, or the table's first and taller than half
  /// of one with no room here: a header must not stand without a row.
  std::vector<Length> cuts;
};

/// Rows [first, last) on one page. A cut row stands on several pages: the first shows it up
/// to `last_until`, the next from `first_from` on; 0 means the row is whole.
struct RowFragment {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Length first_from = 0;
  Length last_until = 0;
  friend bool operator==(const RowFragment&, const RowFragment&) = default;
};

/// Rows are kept whole where they fit a page and cut between lines where they don't; a
/// row marked keep_with_next does not end a page while there is another way; a break at a
/// boundary that no spanning cell crosses is preferred if it wastes no more than a quarter
/// of the page. `tail` is the height of what stands below the table (its notes): the last row
/// takes it along onto its page unless that is more than half a page. An empty first
/// fragment ({0, 0}) means: start on a new page. Cost is linear.
[[nodiscard]] std::vector<RowFragment> break_rows(const std::vector<RowShape>& rows, Length first_room,
                                                  Length page_room, Length tail = 0);

}  // namespace gongkai
