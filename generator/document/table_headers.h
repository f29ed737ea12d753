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

  /// Header cells over a cell with something in them, top down. In a form also the column
  /// titles in the body from which cells like this one, as wide, lead down to it.
  [[nodiscard]] std::vector<const Cell*> over(const Cell& cell) const;

  /// The run of row headers next to the left of the cell, from left to right: in
  /// side-by-side panels each figure has its own.
  [[nodiscard]] std::vector<const Cell*> beside(const Cell& cell) const;

  /// A header cell that has something to say.
  [[nodiscard]] static bool names(const Cell& cell);

 private:
  const Table& table_;
  std::vector<std::uint32_t> grid_;
  std::vector<std::vector<const Cell*>> columns_;  // header rows alone
};

}  // namespace gongkai
