#include "document/table_headers.h"

#include <algorithm>

namespace gongkai {

TableHeaders::TableHeaders(const Table& table)
    : table_(table), grid_(cell_grid(table)), columns_(table.columns.size()) {
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    const Cell* before = nullptr;
    for (std::size_t row = 0; row < table.header_rows; ++row) {
      const Cell& cell = cell_at(row, column);
      if (&cell != before && names(cell)) columns_[column].push_back(&cell);
      before = &cell;
    }
  }
}

const Cell& TableHeaders::cell_at(std::size_t row, std::size_t column) const {
  return table_.cells[grid_[row * table_.columns.size() + column]];
}

std::vector<const Cell*> TableHeaders::over(const Cell& cell) const {
  std::vector<const Cell*> found = columns_[cell.column];
  const std::size_t above_body = found.size();
  for (std::size_t row = cell.row; table_.form && row-- > table_.header_rows;) {
    const Cell& upper = cell_at(row, cell.column);
    const bool title = upper.kind == CellKind::column_header;
    const bool same_place = upper.column == cell.column && upper.column_span == cell.column_span;
    const bool titles_met = found.size() > above_body;
    if (title ? !names(upper) : titles_met || !same_place) break;
    if (title) found.insert(found.begin() + static_cast<std::ptrdiff_t>(above_body), &upper);
    row = upper.row;
  }
  return found;
}

std::vector<const Cell*> TableHeaders::beside(const Cell& cell) const {
  std::vector<const Cell*> found;
  const Cell* before = nullptr;
  for (std::size_t column = cell.column; column-- > 0;) {
    const Cell& left = cell_at(cell.row, column);
    const bool header = left.kind == CellKind::row_header;
    if (!header && before != nullptr) break;
    if (header && &left != before && names(left)) found.push_back(&left);
    if (header) before = &left;
  }
  std::reverse(found.begin(), found.end());
  return found;
}

bool TableHeaders::names(const Cell& cell) {
  return (cell.kind == CellKind::column_header || cell.kind == CellKind::row_header) && !cell.content.empty();
}

}  // namespace gongkai
