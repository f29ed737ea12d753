#include "layout/table_layout.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "layout/column_widths.h"

namespace gongkai {
namespace {

FontRole role_of(const Cell& cell) { return cell.kind == CellKind::column_header ? FontRole::heading1 : FontRole::table; }

Length indent_of(const Cell& cell, Length size) { return static_cast<Length>(cell.indent) * size; }

/// A figure must not be broken; other cells break where lines may end, but names keep a
/// readable width of seven characters, headers one of four (three in very wide tables).
CellDemand demand_of(const Cell& cell, const PreparedText& text, Length header_characters, const TableStyle& style) {
  const TextDemand asked = text_demand(text.characters, text.advances);
  const Length sides = 2 * style.padding_x + indent_of(cell, text.size);
  Length least = asked.least;
  if (cell.kind == CellKind::figure) least = asked.preferred;
  if (cell.kind == CellKind::row_header) least = std::max(least, std::min(asked.preferred, 7 * text.size));
  if (cell.kind == CellKind::column_header) least = std::max(least, std::min(asked.preferred, header_characters * text.size));
  return {cell.column, cell.column_span, least + sides, asked.preferred + sides};
}

/// One demand for each cell, in order, then one for each column that sets a least width.
std::vector<CellDemand> demands_of(const Table& table, Length size, const TableStyle& style, const FontSet& fonts) {
  std::vector<CellDemand> demands;
  demands.reserve(table.cells.size());
  const Length header_characters = table.columns.size() <= 12 ? 4 : 3;
  for (const Cell& cell : table.cells)
    demands.push_back(demand_of(cell, prepare(cell.content, role_of(cell), size, fonts), header_characters, style));
  for (std::uint32_t column = 0; column < table.columns.size(); ++column) {
    const Length least = static_cast<Length>(table.columns[column].min_em10) * size / 10;
    if (least > 0) demands.push_back({column, 1, least, least});
  }
  return demands;
}

/// Which columns of the table a part shows, and where each stands in it.
struct Part {
  std::vector<std::uint32_t> columns;
  std::vector<Length> widths;
  std::vector<std::int64_t> position;  // by table column; -1: not shown
};

Part make_part(std::vector<std::uint32_t> columns, std::vector<Length> widths, std::size_t all) {
  Part part{std::move(columns), std::move(widths), std::vector<std::int64_t>(all, -1)};
  for (std::size_t index = 0; index < part.columns.size(); ++index) part.position[part.columns[index]] = static_cast<std::int64_t>(index);
  return part;
}

Justification justification_of(const Cell& cell) {
  if (cell.align == Align::centre) return Justification::centre;
  return cell.align == Align::end ? Justification::end : Justification::start;
}

class PartSetter {
 public:
  PartSetter(const Table& table, const std::vector<CellDemand>& demands, const Part& part, const TableStyle& style)
      : table_(table), demands_(demands), part_(part), style_(style) {}

  SetTable set(Length size, const FontSet& fonts, Diagnostics& diagnostics) {
    result_.table = &table_;
    result_.size = size;
    result_.fonts = &fonts;
    result_.column_x.resize(part_.columns.size() + 1, 0);
    std::partial_sum(part_.widths.begin(), part_.widths.end(), result_.column_x.begin() + 1);
    for (std::size_t index = 0; index < table_.cells.size(); ++index) add_cell(index, diagnostics);
    set_heights();
    shape_body();
    index_rows();
    return std::move(result_);
  }

 private:
  /// A header that spans several columns is shown over those of them that this part has.
  void add_cell(std::size_t index, Diagnostics& diagnostics) {
    const Cell& cell = table_.cells[index];
    SetCell set{&cell, cell.row, 0, cell.row_span, 0, 0};
    for (std::uint32_t column = cell.column; column < cell.column + cell.column_span; ++column) {
      if (part_.position[column] < 0) continue;
      if (set.column_span == 0) set.column = static_cast<std::uint32_t>(part_.position[column]);
      ++set.column_span;
    }
    if (set.column_span == 0) return;
    const Length width = result_.column_x[set.column + set.column_span] - result_.column_x[set.column];
    if (demands_[index].preferred <= width) {
      set.text_height = cell.content.empty() ? 0 : result_.leading();
    } else {
      const TextBlock text = result_.set_cell(set, style_);
      set.text_height = text.height();
      if (text.torn && cell.kind == CellKind::figure) report_torn(cell, diagnostics);
    }
    result_.cells.push_back(set);
  }

  void report_torn(const Cell& cell, Diagnostics& diagnostics) const {
    diagnostics.error("LAYOUT-01",
                      table_.code + table_.title + "第" + std::to_string(cell.row + 1) + "行第" +
                          std::to_string(cell.column + 1) + "列的数字“" + plain_text(cell.content).substr(0, 120) +
                          "”比整页还宽，排不下",
                      table_.span, "检查这个数字的位数和单位");
  }

  /// Rows are as high as their own cells need; what a spanning cell lacks goes to its last row.
  void set_heights() {
    result_.row_height.assign(table_.rows.size(), result_.leading() + 2 * style_.padding_y);
    for (const SetCell& cell : result_.cells) {
      if (cell.row_span != 1) continue;
      Length& height = result_.row_height[cell.row];
      height = std::max(height, cell.text_height + 2 * style_.padding_y);
    }
    for (const SetCell& cell : result_.cells) {
      if (cell.row_span == 1) continue;
      Length have = 0;
      for (std::uint32_t row = cell.row; row < cell.row + cell.row_span; ++row) have += result_.row_height[row];
      const Length lack = cell.text_height + 2 * style_.padding_y - have;
      if (lack > 0) result_.row_height[cell.row + cell.row_span - 1] += lack;
    }
  }

  void shape_body() {
    const std::uint32_t first = table_.header_rows;
    for (std::uint32_t row = 0; row < first; ++row) result_.header_height += result_.row_height[row];
    result_.body.resize(table_.rows.size() - first);
    for (std::size_t row = 0; row < result_.body.size(); ++row) {
      result_.body[row].height = result_.row_height[first + row];
      result_.body[row].keep_with_next = table_.rows[first + row].keep_with_next;
    }
    for (const SetCell& cell : result_.cells) {
      if (cell.row < first) continue;
      for (std::uint32_t row = cell.row; row + 1 < cell.row + cell.row_span; ++row) result_.body[row - first].crossed_below = true;
    }
    cut_tall_rows();
  }

  /// Every line end of a row's own cells is a place to cut it; all cells use one leading.
  void cut_tall_rows() {
    for (std::size_t row = 0; row < result_.body.size(); ++row) {
      RowShape& shape = result_.body[row];
      if (shape.height < points(200)) continue;  // never taller than a page
      const Length leading = result_.leading();
      for (Length cut = style_.padding_y + leading; cut + style_.padding_y < shape.height; cut += leading)
        shape.cuts.push_back(cut);
    }
  }

  /// Where each row's cells begin, and how far up the cells reach that stand in a row.
  void index_rows() {
    const std::size_t rows = table_.rows.size();
    result_.first_cell.assign(rows + 1, static_cast<std::uint32_t>(result_.cells.size()));
    result_.reaches_from.resize(rows);
    std::iota(result_.reaches_from.begin(), result_.reaches_from.end(), 0U);
    for (std::size_t index = result_.cells.size(); index-- > 0;) {
      const SetCell& cell = result_.cells[index];
      result_.first_cell[cell.row] = static_cast<std::uint32_t>(index);
      for (std::uint32_t row = cell.row + 1; row < cell.row + cell.row_span; ++row)
        result_.reaches_from[row] = std::min(result_.reaches_from[row], cell.row);
    }
    for (std::size_t row = rows; row-- > 0;)
      result_.first_cell[row] = std::min(result_.first_cell[row], result_.first_cell[row + 1]);
  }

  const Table& table_;
  const std::vector<CellDemand>& demands_;
  const Part& part_;
  const TableStyle& style_;
  SetTable result_;
};

std::vector<Length> pick(const std::vector<Length>& values, const std::vector<std::uint32_t>& columns) {
  std::vector<Length> picked;
  for (const std::uint32_t column : columns) picked.push_back(values[column]);
  return picked;
}

/// Widens the figure columns of a part evenly so that it fills the page.
void fill_room(std::vector<Length>& widths, Length room) {
  const Length used = std::accumulate(widths.begin(), widths.end(), 0);
  const auto count = static_cast<Length>(widths.size());
  if (count == 0 || used >= room) return;
  for (Length index = 0; index < count; ++index)
    widths[static_cast<std::size_t>(index)] += (room - used) / count + (index < (room - used) % count ? 1 : 0);
}

std::vector<Part> split_parts(const Table& table, const std::vector<Length>& least, Length room) {
  std::vector<bool> repeats;
  std::vector<bool> starts;
  for (const Column& column : table.columns) {
    repeats.push_back(column.repeats);
    starts.push_back(column.group_start);
  }
  std::vector<Part> parts;
  for (auto& columns : split_columns(least, repeats, starts, room)) {
    std::vector<Length> widths = pick(least, columns);
    fill_room(widths, room);
    parts.push_back(make_part(std::move(columns), std::move(widths), table.columns.size()));
  }
  return parts;
}

}  // namespace

TextBlock SetTable::set_cell(const SetCell& cell, const TableStyle& style) const {
  const Length width = column_x[cell.column + cell.column_span] - column_x[cell.column];
  const Length indent = indent_of(*cell.cell, size);
  const LineRoom room{width - 2 * style.padding_x, indent, indent, justification_of(*cell.cell)};
  return set_text(prepare(cell.cell->content, role_of(*cell.cell), size, *fonts), room, leading(), "#000000");
}

namespace {

struct Sized {
  Length size = 0;
  std::vector<CellDemand> demands;
  ColumnWidths widths;
};

Sized at(Length size, const Table& table, Length width, const Style& style, const FontSet& fonts) {
  Sized sized{size, demands_of(table, size, style.table, fonts), {}};
  sized.widths = column_widths(sized.demands, table.columns.size(), width, true);
  return sized;
}

SetTable set_whole(const Table& table, Sized sized, const Style& style, const FontSet& fonts, Diagnostics& diagnostics) {
  std::vector<std::uint32_t> columns(table.columns.size());
  std::iota(columns.begin(), columns.end(), 0U);
  const Part part = make_part(std::move(columns), std::move(sized.widths.widths), table.columns.size());
  return PartSetter(table, sized.demands, part, style.table).set(sized.size, fonts, diagnostics);
}

Length height_of(const SetTable& table) { return std::accumulate(table.row_height.begin(), table.row_height.end(), Length{0}); }

/// A table a little too long for its page is set smaller; one that takes many pages anyway is not.
bool worth_shrinking(const SetTable& table, Length depth) {
  const Length height = height_of(table);
  return height > depth && height < depth / 2 * 3;
}

}  // namespace

std::vector<SetTable> set_table(const Table& table, TableRoom room, const Style& style, const FontSet& fonts,
                                Diagnostics& diagnostics) {
  std::optional<SetTable> chosen;
  Sized sized;
  for (const Length size : style.table.sizes) {
    sized = at(size, table, room.width, style, fonts);
    if (!sized.widths.fits) continue;
    SetTable set = set_whole(table, sized, style, fonts, diagnostics);
    const bool shorter = chosen && height_of(set) > room.depth;
    if (!chosen || !shorter) chosen = std::move(set);
    if (!worth_shrinking(*chosen, room.depth)) break;
  }
  std::vector<SetTable> parts;
  if (chosen) {
    parts.push_back(std::move(*chosen));
    return parts;
  }
  for (const Part& part : split_parts(table, sized.widths.widths, room.width))
    parts.push_back(PartSetter(table, sized.demands, part, style.table).set(sized.size, fonts, diagnostics));
  return parts;
}

}  // namespace gongkai
