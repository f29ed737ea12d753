#include "layout/table_layout.h"

#include <algorithm>
#include <numeric>

#include "layout/column_widths.h"
#include "layout/table_part.h"

namespace gongkai {
namespace {

constexpr std::int64_t many_pages = 4;  // no use to set such a table smaller

TablePart make_part(std::vector<std::uint32_t> columns, std::vector<Length> widths, std::size_t all) {
  TablePart part{std::move(columns), std::move(widths), std::vector<std::int64_t>(all, -1)};
  for (std::size_t index = 0; index < part.columns.size(); ++index)
    part.position[part.columns[index]] = static_cast<std::int64_t>(index);
  return part;
}

/// The demands of the cells a part shows, by its own columns; a cell over several columns asks
/// only of those that the part has.
std::vector<CellDemand> part_demands(const std::vector<CellDemand>& demands, const TablePart& part) {
  std::vector<CellDemand> shown;
  for (CellDemand demand : demands) {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    for (std::uint32_t column = demand.column; column < demand.column + demand.column_span; ++column) {
      if (part.position[column] < 0) continue;
      if (count++ == 0) first = static_cast<std::uint32_t>(part.position[column]);
    }
    if (count == 0) continue;
    const bool whole = count == demand.column_span;
    demand.column = first;
    demand.column_span = count;
    if (!whole) demand.least = demand.preferred = 0;  // what is cut off may wrap
    shown.push_back(demand);
  }
  return shown;
}

class TableSetter {
 public:
  TableSetter(const Table& table, TableDemands& demands, TableRoom room, const Style& style, const Lettering& lettering,
              Diagnostics& diagnostics)
      : table_(table),
        demands_(demands),
        room_(room),
        style_(style),
        lettering_(lettering),
        diagnostics_(diagnostics) {}

  std::vector<SetTable> set() {
    std::vector<SetTable> parts = set_whole();
    if (parts.empty()) parts = set_split();
    for (const SetTable& part : parts) check_header(part);
    return parts;
  }

 private:
  struct Sized {
    Length size = 0;
    const std::vector<CellDemand>& demands;
    ColumnWidths widths;
  };

  [[nodiscard]] Sized at(Length size) const {
    const std::vector<CellDemand>& demands = demands_.at(size);
    return {size, demands,
            table_.form ? shared_widths(demands, shares(), room_.width)
                        : column_widths(demands, table_.columns.size(), room_.width, true)};
  }

  [[nodiscard]] std::vector<std::uint16_t> shares() const {
    std::vector<std::uint16_t> found;
    for (const Column& column : table_.columns) found.push_back(std::max<std::uint16_t>(column.share, 1));
    return found;
  }

  /// One part or several, and how many pages they take.
  struct Setting {
    std::vector<SetTable> parts;
    std::int64_t pages = 0;
  };

  std::vector<SetTable> set_whole() {
    Setting best;
    std::vector<Sized> fitting;
    for (const Length size : style_.table.sizes) {
      if (is_settled(best)) break;
      Sized sized = at(size);
      if (!sized.widths.fits) continue;
      take_shorter(best, {whole(sized, TableDensity::usual)});
      fitting.push_back(std::move(sized));
    }
    for (const Sized& sized : fitting)
      if (!is_settled(best)) take_shorter(best, {whole(sized, TableDensity::closer)});
    return std::move(best.parts);
  }

  /// On one page, or on so many that smaller type is of no use.
  static bool is_settled(const Setting& setting) { return setting.pages == 1 || setting.pages > many_pages; }

  void take_shorter(Setting& best, std::vector<SetTable> parts) const {
    std::int64_t pages = 0;
    for (const SetTable& part : parts) pages += pages_of(part);
    if (best.parts.empty() || pages < best.pages) best = {std::move(parts), pages};
  }

  SetTable whole(const Sized& sized, TableDensity density) {
    std::vector<std::uint32_t> columns(table_.columns.size());
    std::iota(columns.begin(), columns.end(), 0U);
    return set_one(sized, density, make_part(std::move(columns), sized.widths.widths, table_.columns.size()));
  }

  SetTable set_one(const Sized& sized, TableDensity density, const TablePart& part) {
    return set_part(table_, sized.demands, part, table_type(sized.size, density, style_.table), room_.page_depth,
                    style_.table, lettering_, diagnostics_);
  }

  [[nodiscard]] std::int64_t pages_of(const SetTable& set) const {
    const auto height = std::accumulate(set.row_height.begin(), set.row_height.end(), std::int64_t{0});
    if (height <= room_.depth) return 1;
    const std::int64_t page = std::max(room_.page_depth - set.header_height, points(20));
    return 1 + (height - room_.depth + page - 1) / page;
  }

  /// At the smallest size, by column groups; in closer rows if that saves pages.
  std::vector<SetTable> set_split() {
    const Sized sized = at(style_.table.sizes.back());
    std::vector<bool> repeats;
    std::vector<bool> starts;
    for (const Column& column : table_.columns) {
      repeats.push_back(column.repeats);
      starts.push_back(column.group_start);
    }
    std::vector<TablePart> groups;
    for (auto& columns : split_columns(sized.widths.widths, repeats, starts, room_.width))
      groups.push_back(widened(make_part(std::move(columns), {}, table_.columns.size()), sized.demands));
    Setting best;
    for (const TableDensity density : {TableDensity::usual, TableDensity::closer}) {
      const auto least = static_cast<std::int64_t>(groups.size());  // a page each
      if (best.pages == least || best.pages > least * many_pages) break;
      std::vector<SetTable> parts;
      for (const TablePart& group : groups) parts.push_back(set_one(sized, density, group));
      take_shorter(best, std::move(parts));
    }
    return std::move(best.parts);
  }

  /// Fills the page; what is wider than it, long words and at last figures, must break.
  [[nodiscard]] TablePart widened(TablePart part, const std::vector<CellDemand>& demands) const {
    const std::vector<CellDemand> shown = part_demands(demands, part);
    ColumnWidths widths = column_widths(shown, part.columns.size(), room_.width, true);
    if (!widths.fits) {
      std::vector<bool> figures;
      for (const std::uint32_t column : part.columns)
        figures.push_back(table_.columns[column].kind == CellKind::figure);
      squeeze_widths(widths.widths, figures, room_.width);
    }
    part.widths = std::move(widths.widths);
    return part;
  }

  /// It stands on every page of the table, above a row's line at least.
  void check_header(const SetTable& set) {
    if (set.header_height + set.type.leading + 2 * set.type.padding_y <= room_.page_depth) return;
    const SetCell* tallest = nullptr;
    for (const SetCell& cell : set.cells)
      if (cell.row < table_.header_rows && (tallest == nullptr || cell.text_height > tallest->text_height))
        tallest = &cell;
    const std::string name = tallest == nullptr ? table_name(table_) : cell_name(table_, *tallest->cell);
    diagnostics_.error("LAYOUT-02", name + "使表头比整页还高，排不下", table_.span, "缩短表头的文字");
  }

  const Table& table_;
  TableDemands& demands_;
  TableRoom room_;
  const Style& style_;
  const Lettering& lettering_;
  Diagnostics& diagnostics_;
};

}  // namespace

TableType table_type(Length size, TableDensity density, const TableStyle& style) {
  const bool closer = density == TableDensity::closer;
  return {size, static_cast<Length>(std::int64_t{size} * (closer ? 122 : 140) / 100),
          closer ? style.padding_y * 2 / 5 : style.padding_y};
}

std::vector<SetTable> set_table(const Table& table, TableDemands& demands, TableRoom room, const Style& style,
                                const Lettering& lettering, Diagnostics& diagnostics) {
  return TableSetter(table, demands, room, style, lettering, diagnostics).set();
}

}  // namespace gongkai
