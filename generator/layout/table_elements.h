#pragma once
// The elements of a table's grid: made once, whole and in order, however many pages and
// column parts it is drawn over.

#include <vector>

#include "document/table.h"
#include "layout/structure.h"

namespace gongkai {

class TableElements {
 public:
  /// Head and body with their rows and cells below `table`; none if that is no element.
  TableElements(const Table& table, ElementId element, Structure& structure);
  /// Whose text is about to be drawn: the cell's element the first time, and again for the rest
  /// of a cell that goes on; `repeated` for a header shown again.
  [[nodiscard]] ElementId show(const Cell& cell, bool rest);

 private:
  const Table& table_;
  std::vector<ElementId> of_cell_;  // by index into cells
  std::vector<bool> shown_;         // the same
};

}  // namespace gongkai
