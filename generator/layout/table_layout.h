#pragma once
// A table on pages: column widths by content, header rows repeated on every page, rows
// kept whole where they fit, cells that span a page break closed and reopened, and a table
// wider than any page split by column groups with its row headers repeated.

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "document/figure_cells.h"
#include "document/table.h"
#include "layout/page.h"
#include "layout/row_breaks.h"
#include "layout/set_text.h"
#include "layout/table_demands.h"
#include "layout/table_elements.h"

namespace gongkai {

/// One cell and how many lines it takes at its width. Its text is set again when it is
/// drawn: a table of 100,000 rows must not be held in memory line by line. Columns are
/// those of the shown part.
struct SetCell {
  const Cell* cell = nullptr;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  Length text_height = 0;
};

/// The type of a table: all its cells use one.
struct TableType {
  Length size = 0;
  Length leading = 0;
  Length padding_y = 0;
};
/// How far its lines and rows stand apart; the closer only where that saves a page.
enum class TableDensity : std::uint8_t { usual, closer };
[[nodiscard]] TableType table_type(Length size, TableDensity density, const TableStyle& style);

/// What cells are set with.
struct Lettering {
  const FontSet& fonts;
  const WholeNames& names;
};

/// A part of a table that is as wide as the page: all its columns, or one group of them.
struct SetTable {
  const Table* table = nullptr;
  std::vector<Length> column_x;             // columns + 1 edges
  std::vector<Length> row_height;           // all rows, header rows first
  std::vector<SetCell> cells;               // row-major
  std::vector<std::uint32_t> first_cell;    // by row: index into cells; rows + 1 entries
  std::vector<std::uint32_t> reaches_from;  // by row: first row whose cells reach into it
  std::vector<RowShape> body;               // rows below the header, for break_rows
  TableType type;
  Length header_height = 0;
  const Lettering* lettering = nullptr;
  [[nodiscard]] TextBlock set_cell(const SetCell& cell, const TableStyle& style) const;
  [[nodiscard]] Length width() const { return column_x.back(); }
};

/// Room for a table: on its first page, what stands above and below it already taken off, and on
/// the pages after that.
struct TableRoom {
  Length width = 0;
  Length depth = 0;
  Length page_depth = 0;
};

/// The table's parts: the type of the style in which it takes the fewest pages, the larger of two
/// that take as many, closer rows only if no size does as well (a table of many pages is not
/// made smaller); only when no size makes the columns fit is it split. A figure wider than a page adds LAYOUT-01, a
/// header taller than one LAYOUT-02, a cell of more than a thousand pages LAYOUT-03, each naming the cell.
/// `demands` are those of the table, by the style's type; `lettering`
/// must outlive the parts.
[[nodiscard]] std::vector<SetTable> set_table(const Table& table, TableDemands& demands, TableRoom room,
                                              const Style& style, const Lettering& lettering, Diagnostics& diagnostics);

/// Draws a table page by page, its fragments in order (LAYOUT-04 by lost()): what a cell that runs over pages has
/// shown already is kept from page to page.
class TableDrawer {
 public:
  TableDrawer(const SetTable& table, const Style& style, TableElements& elements, const FigureCells& cells)
      : table_(table), style_(style.table), elements_(elements), cells_(cells) {}
  /// Header and the fragment's rows with their upper left corner at `at`; returns the height drawn.
  Length draw(const RowFragment& fragment, Point at, Page& page);
  /// A cell whose last page had no room for the rest of its text; nullptr: all was drawn.
  [[nodiscard]] const Cell* lost() const { return lost_; }
  /// A cell that figures of the text lead to, and its upper edge.
  struct Target {
    const FigureCell* cell = nullptr;
    Length y = 0;
  };
  /// Those drawn since this was asked last.
  [[nodiscard]] std::vector<Target> take_targets() { return std::exchange(targets_, {}); }

 private:
  friend class FragmentDrawer;
  /// A cell whose text goes on: set once, not again for each page.
  struct OpenCell {
    TextBlock text;
    std::size_t shown = 0;  // lines
  };
  const SetTable& table_;
  const TableStyle& style_;
  TableElements& elements_;
  const FigureCells& cells_;
  std::vector<Target> targets_;
  std::map<const SetCell*, OpenCell> open_;
  const Cell* lost_ = nullptr;
};

}  // namespace gongkai
