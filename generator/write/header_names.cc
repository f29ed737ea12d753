#include "write/header_names.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gongkai {
namespace {

std::vector<const Cell*> as_set(std::vector<const Cell*> cells) {
  std::sort(cells.begin(), cells.end());
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  return cells;
}

bool comes_before(const Cell& header, const Cell& cell, bool over) {
  return over ? header.row < cell.row : header.column < cell.column;
}

bool is_as_wide(const Cell& one, const Cell& other, bool over) {
  return over ? one.column == other.column && one.column_span == other.column_span
              : one.row == other.row && one.row_span == other.row_span;
}

}  // namespace

HeaderNames::HeaderNames(const Table& table) : headers_(table) {
  if (table.rows.size() > most_rows) return;
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    columns_.push_back(line(table.rows.size(), column, true));
  for (std::size_t row = 0; row < table.rows.size(); ++row) rows_.push_back(line(table.columns.size(), row, false));
  for (const Cell& cell : table.cells) {
    if (TableHeaders::names(cell) || cell.kind == CellKind::column_header || cell.content.empty()) continue;
    std::vector<const Cell*> headers = wanted(cell);
    if (as_set(headers) == as_set(scoped(cell))) continue;
    needed_.insert(headers.begin(), headers.end());
    named_.emplace(&cell, std::move(headers));
  }
}

HeaderNames::Line HeaderNames::line(std::size_t count, std::size_t at, bool is_column) const {
  Line found;
  const Cell* before = nullptr;
  for (std::size_t place = 0; place < count; ++place) {
    const Cell& cell = is_column ? headers_.cell_at(place, at) : headers_.cell_at(at, place);
    if (&cell == before) continue;
    before = &cell;
    if (TableHeaders::names(cell)) {
      found.push_back({&cell, false});
    } else if (!found.empty()) {
      found.back().data_after = true;
    }
  }
  return found;
}

// From the cell outwards; a header as wide as one of an earlier run of headers is shut off by it.
void HeaderNames::add_scoped(const Line& line, const Cell& cell, bool over, std::vector<const Cell*>& found) const {
  const CellKind kind = over ? CellKind::column_header : CellKind::row_header;
  const auto end = std::partition_point(line.begin(), line.end(),
                                        [&](const Header& header) { return comes_before(*header.cell, cell, over); });
  std::vector<const Cell*> run;
  std::vector<const Cell*> opaque;
  for (auto header = std::make_reverse_iterator(end); header != line.rend(); ++header) {
    if (header->data_after) {
      opaque.insert(opaque.end(), run.begin(), run.end());
      run.clear();
    }
    run.push_back(header->cell);
    const bool shut = std::any_of(opaque.begin(), opaque.end(),
                                  [&](const Cell* other) { return is_as_wide(*other, *header->cell, over); });
    if (!shut && header->cell->kind == kind) found.push_back(header->cell);
  }
}

std::vector<const Cell*> HeaderNames::scoped(const Cell& cell) const {
  std::vector<const Cell*> found;
  for (std::size_t column = cell.column; column < std::size_t{cell.column} + cell.column_span; ++column)
    add_scoped(columns_[column], cell, true, found);
  for (std::size_t row = cell.row; row < std::size_t{cell.row} + cell.row_span; ++row)
    add_scoped(rows_[row], cell, false, found);
  return found;
}

std::vector<const Cell*> HeaderNames::wanted(const Cell& cell) const {
  std::vector<const Cell*> found = headers_.over(cell);
  const std::vector<const Cell*> beside = headers_.beside(cell);
  found.insert(found.end(), beside.begin(), beside.end());
  return found;
}

}  // namespace gongkai
