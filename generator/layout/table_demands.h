#pragma once
// What the cells of a table ask of its columns.

#include <map>
#include <vector>

#include "document/table.h"
#include "layout/column_widths.h"
#include "layout/set_text.h"

namespace gongkai {

[[nodiscard]] FontRole cell_role(const Cell& cell, const TableStyle& style);
/// How far a cell's text stands in.
[[nodiscard]] Length cell_indent(const Cell& cell, Length size);

/// The demands of one table. They depend on the size of its type, not on the room it is tried in, so
/// each size is measured once. Table, style and fonts must outlive it.
class TableDemands {
 public:
  TableDemands(const Table& table, const TableStyle& style, const FontSet& fonts)
      : table_(table), style_(style), fonts_(fonts) {}
  /// One demand for each cell, in order, then one for each column that sets a least width.
  [[nodiscard]] const std::vector<CellDemand>& at(Length size);

 private:
  [[nodiscard]] std::vector<CellDemand> measured(Length size) const;

  const Table& table_;
  const TableStyle& style_;
  const FontSet& fonts_;
  std::map<Length, std::vector<CellDemand>> by_size_;
};

}  // namespace gongkai
