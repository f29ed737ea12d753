#include "document/table.h"

#include <algorithm>

namespace gongkai {

std::string table_name(const Table& table) {
  if (!table.label.empty()) return table.label;
  return table.code + (table.code.empty() ? "" : " ") + table.title;
}

std::vector<std::uint32_t> cell_grid(const Table& table) {
  const std::size_t width = table.columns.size();
  const std::size_t height = table.rows.size();
  std::vector<std::uint32_t> grid(width * height, no_cell);
  for (std::uint32_t index = 0; index < table.cells.size(); ++index) {
    const Cell& cell = table.cells[index];
    const std::size_t bottom = std::min(height, std::size_t{cell.row} + cell.row_span);
    const std::size_t right = std::min(width, std::size_t{cell.column} + cell.column_span);
    for (std::size_t row = cell.row; row < bottom; ++row) {
      for (std::size_t column = cell.column; column < right; ++column) {
        std::uint32_t& owner = grid[row * width + column];
        if (owner == no_cell) owner = index;
      }
    }
  }
  return grid;
}

}  // namespace gongkai
