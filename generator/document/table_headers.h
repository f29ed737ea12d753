#pragma once
// Which headers name a cell: what a screen reader says before a figure, and what a reader
// calls it by ("支出决算表，206 科学技术支出，基本支出").

#include <cstdint>
#include <vector>

#include "document/table.h"

namespace gongkai {

class TableHeaders {
 public:
  /// `table` must outlive this.
  explicit TableHeaders(const Table& table);

  [[nodiscard]] const Cell& cell_at(std::size_t row, std::size_t column) const;

  /// Header cells over a column with something in them, top down.
  [[nodiscard]] const std::vector<const Cell*>& over(std::size_t column) const { return columns_[column]; }

  /// The run of row headers next to the left of the cell, from left to right: in
  /// side-by-side panels each figure has its own.
  [[nodiscard]] std::vector<const Cell*> beside(const Cell& cell) const;

  /// A header cell that has something to say.
  [[nodiscard]] static bool names(const Cell& cell);

 private:
  const Table& table_;
  std::vector<std::uint32_t> grid_;
  std::vector<std::vector<const Cell*>> columns_;
};

}  // namespace gongkai
