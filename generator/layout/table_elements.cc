#include "layout/table_elements.h"

namespace gongkai {
namespace {

/// Header rows head columns, 科目编码 and the like head their rows.
Element element_of(const Cell& cell, ElementId row) {
  Element element{.role = ElementRole::data_cell, .parent = row};
  element.row_span = cell.row_span;
  element.column_span = cell.column_span;
  if (cell.kind == CellKind::column_header) element.scope = HeaderScope::column;
  if (cell.kind == CellKind::row_header && !cell.content.empty()) element.scope = HeaderScope::row;
  if (element.scope != HeaderScope::none) element.role = ElementRole::header_cell;
  return element;
}

}  // namespace

TableElements::TableElements(const Table& table, ElementId element, Structure& structure)
    : table_(table), shown_(table.cells.size(), false) {
  if (!is_element(element)) return;
  of_cell_.reserve(table.cells.size());
  ElementId part = decoration;
  std::size_t cell = 0;
  for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
    if (row == 0 && table.header_rows > 0) part = structure.add({.role = ElementRole::table_head, .parent = element});
    if (row == table.header_rows) part = structure.add({.role = ElementRole::table_body, .parent = element});
    const ElementId line = structure.add({.role = ElementRole::row, .parent = part});
    for (; cell < table.cells.size() && table.cells[cell].row == row; ++cell)
      of_cell_.push_back(structure.add(element_of(table.cells[cell], line)));
  }
}

ElementId TableElements::show(const Cell& cell, bool rest) {
  const auto index = static_cast<std::size_t>(&cell - table_.cells.data());
  if (shown_[index] && !rest) return repeated;
  shown_[index] = true;
  return index < of_cell_.size() ? of_cell_[index] : decoration;
}

}  // namespace gongkai
