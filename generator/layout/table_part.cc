#include "layout/table_part.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::size_t most_totals = 6;     // kept together at a table's end
constexpr std::size_t most_lines = 60000;  // of a cell; its height must stay in a Length's range
constexpr std::size_t most_name = 24;      // characters of a cell's text in a message

Justification justification_of(const Cell& cell) {
  if (cell.align == Align::centre) return Justification::centre;
  return cell.align == Align::end ? Justification::end : Justification::start;
}

class PartSetter {
 public:
  PartSetter(const Table& table, const std::vector<CellDemand>& demands, const TablePart& part, Length page_depth,
             const TableStyle& style)
      : table_(table), demands_(demands), part_(part), page_depth_(page_depth), style_(style) {}

  SetTable set(const TableType& type, const Lettering& lettering, Diagnostics& diagnostics) {
    result_.table = &table_;
    result_.type = type;
    result_.lettering = &lettering;
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
      set.text_height = cell.content.empty() ? 0 : result_.type.leading;
    } else {
      const TextBlock text = result_.set_cell(set, style_);
      const bool endless = text.lines.size() > most_lines;
      if (endless) report(cell, "LAYOUT-03", "太长，要排上千页", "检查这一格的文字", diagnostics);
      set.text_height = endless ? result_.type.leading : text.height();
      if (cell.kind == CellKind::figure)
        report(cell, "LAYOUT-01", "比整页还宽，排不下", "检查这个数字的位数和单位", diagnostics);
    }
    result_.cells.push_back(set);
  }

  void report(const Cell& cell, const char* code, const char* what, const char* hint, Diagnostics& diagnostics) const {
    diagnostics.error(code, cell_name(table_, cell) + what, table_.span, hint);
  }

  /// Rows are as high as their own cells need; what a spanning cell lacks goes to its last row.
  void set_heights() {
    result_.row_height.assign(table_.rows.size(), result_.type.leading + 2 * result_.type.padding_y);
    for (const SetCell& cell : result_.cells) {
      if (cell.row_span != 1) continue;
      Length& height = result_.row_height[cell.row];
      height = std::max(height, cell.text_height + 2 * result_.type.padding_y);
    }
    const bool breaks =
        std::accumulate(result_.row_height.begin(), result_.row_height.end(), std::int64_t{0}) > page_depth_;
    for (const SetCell& cell : result_.cells) {
      if (cell.row_span == 1 || cell.text_height == 0) continue;
      std::int64_t have = 0;
      for (std::uint32_t row = cell.row; row < cell.row + cell.row_span; ++row) have += result_.row_height[row];
      const Length lost =
          breaks && cell.row >= table_.header_rows ? lost_at_breaks(std::max<std::int64_t>(have, cell.text_height)) : 0;
      const std::int64_t lack = std::int64_t{cell.text_height} + 2 * result_.type.padding_y + lost - have;
      if (lack > 0) result_.row_height[cell.row + cell.row_span - 1] += static_cast<Length>(lack);
    }
  }

  /// A cell over several rows is not broken at its lines: each break can cost it one. Pages may
  /// be filled to the half only.
  [[nodiscard]] Length lost_at_breaks(std::int64_t height) const {
    const std::int64_t breaks = 1 + 2 * height / std::max(page_depth_, points(100));
    return static_cast<Length>(breaks * (result_.type.leading + result_.type.padding_y));
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
      for (std::uint32_t row = cell.row; row + 1 < cell.row + cell.row_span; ++row)
        result_.body[row - first].crossed_below = true;
    }
    keep_ends_together();
    cut_tall_rows();
  }

  /// Neither the first row nor the last stands alone on a page, and totals at the end (合计,
  /// 总计) not without the row before them.
  void keep_ends_together() {
    const std::size_t rows = result_.body.size();
    if (rows < 2) return;
    result_.body.front().keep_with_next = true;
    std::size_t last = rows - 1;
    const auto is_total = [this](std::size_t row) {
      return table_.rows[table_.header_rows + row].role == RowRole::total;
    };
    while (last > 1 && rows - last < most_totals && is_total(last) && is_total(last - 1)) --last;
    for (; last < rows; ++last) result_.body[last - 1].keep_with_next = true;
  }

  /// Every line end of a row's own cells is a place to cut it; all cells use one leading.
  void cut_tall_rows() {
    for (std::size_t row = 0; row < result_.body.size(); ++row) {
      RowShape& shape = result_.body[row];
      if (shape.height < points(200)) continue;  // never taller than a page
      const Length leading = result_.type.leading;
      for (Length cut = result_.type.padding_y + leading; cut + result_.type.padding_y < shape.height; cut += leading)
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
  const TablePart& part_;
  Length page_depth_;
  const TableStyle& style_;
  SetTable result_;
};

}  // namespace

SetTable set_part(const Table& table, const std::vector<CellDemand>& demands, const TablePart& part,
                  const TableType& type, Length page_depth, const TableStyle& style, const Lettering& lettering,
                  Diagnostics& diagnostics) {
  return PartSetter(table, demands, part, page_depth, style).set(type, lettering, diagnostics);
}

std::string cell_name(const Table& table, const Cell& cell) {
  const std::u32string characters = utf8::decode_all(plain_text(cell.content));
  std::string begin;
  for (const char32_t character : characters.substr(0, most_name))
    utf8::append(begin, character == U'\n' ? U' ' : character);
  if (characters.size() > most_name) begin += "…";
  return table_name(table) + "第" + std::to_string(cell.row + 1) + "行第" + std::to_string(cell.column + 1) + "列“" +
         begin + "”";
}

TextBlock SetTable::set_cell(const SetCell& cell, const TableStyle& style) const {
  const Length width = column_x[cell.column + cell.column_span] - column_x[cell.column] - 2 * style.padding_x;
  const Length indent = cell_indent(*cell.cell, type.size);
  const LineRoom room{width, indent, indent, justification_of(*cell.cell), LineEnding::by_words, &lettering->names};
  return set_text(prepare(cell.cell->content, cell_role(*cell.cell, style), type.size, lettering->fonts), room,
                  type.leading, style.colour);
}

}  // namespace gongkai
