#pragma once
// Setting one part of a table: the steps between its content and its pages.

#include <cstdint>
#include <vector>

#include "layout/table_demands.h"
#include "layout/table_layout.h"

namespace gongkai {

/// Which columns of the table a part shows, how wide, and where each stands in it.
struct TablePart {
  std::vector<std::uint32_t> columns;
  std::vector<Length> widths;
  std::vector<std::int64_t> position;  // by table column; -1: not shown
};

/// Lines, heights and row shapes of a part; adds LAYOUT-01 where a figure doesn't fit its cell.
/// `page_depth` bounds how often a cell can be broken.
[[nodiscard]] SetTable set_part(const Table& table, const std::vector<CellDemand>& demands, const TablePart& part,
                                const TableType& type, Length page_depth, const TableStyle& style,
                                const Lettering& lettering, Diagnostics& diagnostics);

/// "公开03表支出决算表第2行第5列“…”": a cell by its place and the beginning of its text.
[[nodiscard]] std::string cell_name(const Table& table, const Cell& cell);

}  // namespace gongkai
