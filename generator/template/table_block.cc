#include "template/table_block.h"

#include <algorithm>
#include <utility>

#include "template/line.h"
#include "value/number_text.h"

namespace gongkai {
namespace {

bool is_figure(ViewColumn::Content content) {
  return content == ViewColumn::Content::figure || content == ViewColumn::Content::value;
}

Inlines plain(std::string text) {
  if (text.empty()) return {};
  return {PlainText{std::move(text)}};
}

class TableMaker {
 public:
  TableMaker(const TableDefinition& definition, const View& view, const TableHabits& style, NumberFormat format)
      : definition_(&definition), view_(&view), style_(&style), format_(format) {}

  Table make() {
    table_.id = definition_->id;
    table_.code = definition_->code;
    table_.title = definition_->title;
    table_.landscape = definition_->landscape;
    table_.span = definition_->span;
    make_columns();
    make_header();
    for (std::size_t row = 0; row < view_->rows.size(); ++row) make_row(row);
    std::sort(table_.cells.begin(), table_.cells.end(),
              [](const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
    return std::move(table_);
  }

 private:
  void make_columns() {
    const bool one_panel = view_->columns.empty() || view_->columns.back().panel == 0;
    for (const ViewColumn& source : view_->columns) {
      Column column;
      column.kind = source.content == ViewColumn::Content::figure ? CellKind::figure
                    : is_figure(source.content)                   ? CellKind::text
                                                                  : CellKind::row_header;
      column.repeats = one_panel && column.kind == CellKind::row_header;
      column.group_start = source.group_start;
      table_.columns.push_back(column);
    }
  }

  void make_header() {
    std::size_t depth = 0;
    for (const ViewColumn& column : view_->columns) depth = std::max(depth, column.path.size());
    table_.header_rows = static_cast<std::uint32_t>(depth);
    for (std::size_t level = 0; level < depth; ++level) make_header_level(level);
    if (definition_->numbers_columns) number_columns();
    table_.rows.assign(table_.header_rows, Row{RowRole::header, true});
  }

  /// One cell for each run of columns under the same header node; a leaf reaches down to
  /// the last header row.
  void make_header_level(std::size_t level) {
    const std::vector<ViewColumn>& columns = view_->columns;
    for (std::size_t first = 0; first < columns.size();) {
      std::size_t end = first + 1;
      if (level < columns[first].path.size()) {
        while (end < columns.size() && level < columns[end].nodes.size() &&
               columns[end].nodes[level] == columns[first].nodes[level]) {
          ++end;
        }
        const bool leaf = columns[first].path.size() == level + 1;
        Cell& cell = header_cell(level, first, end - first, columns[first].path[level]);
        if (leaf) cell.row_span = table_.header_rows - static_cast<std::uint32_t>(level);
      }
      first = end;
    }
  }

  Cell& header_cell(std::size_t row, std::size_t column, std::size_t columns, std::string text) {
    Cell cell;
    cell.row = static_cast<std::uint32_t>(row);
    cell.column = static_cast<std::uint32_t>(column);
    cell.column_span = static_cast<std::uint32_t>(columns);
    cell.kind = CellKind::column_header;
    cell.align = Align::centre;
    cell.state = text.empty() ? CellState::blank : CellState::value;
    cell.content = plain(std::move(text));
    return table_.cells.emplace_back(std::move(cell));
  }

  /// 栏次 | 1 | 2 | 3 …
  void number_columns() {
    const std::size_t row = table_.header_rows++;
    int number = 0;
    for (std::size_t column = 0; column < view_->columns.size();) {
      std::size_t end = column + 1;
      if (is_figure(view_->columns[column].content)) {
        header_cell(row, column, 1, std::to_string(++number));
      } else {
        while (end < view_->columns.size() && !is_figure(view_->columns[end].content) &&
               view_->columns[end].panel == view_->columns[column].panel) {
          ++end;
        }
        header_cell(row, column, end - column, "栏次");
      }
      column = end;
    }
  }

  void make_row(std::size_t index) {
    const ViewRow& source = view_->rows[index];
    Row row;
    switch (source.role) {
      case ViewRow::Role::normal: row.role = RowRole::normal; break;
      case ViewRow::Role::total: row.role = RowRole::total; break;
      case ViewRow::Role::subtotal: row.role = RowRole::subtotal; break;
      case ViewRow::Role::blank: row.role = RowRole::blank; break;
    }
    // A total never stands alone on a page: not the first without its parts, not the last.
    const bool last = index + 1 == view_->rows.size();
    const bool total_follows = !last && view_->rows[index + 1].role == ViewRow::Role::total;
    row.keep_with_next = !last && (total_follows || (index == 0 && row.role == RowRole::total));
    const auto number = static_cast<std::uint32_t>(table_.rows.size());
    table_.rows.push_back(row);
    for (std::size_t column = 0; column < source.cells.size(); column += source.cells[column].column_span) {
      Cell cell = make_cell(source.cells[column], view_->columns[column].content);
      cell.row = number;
      cell.column = static_cast<std::uint32_t>(column);
      cell.column_span = source.cells[column].column_span;
      if (cell.kind == CellKind::row_header && cell.column_span > 1) cell.align = Align::centre;
      table_.cells.push_back(std::move(cell));
    }
  }

  Cell make_cell(const ViewCell& source, ViewColumn::Content content) const {
    Cell cell;
    cell.indent = source.indent;
    if (content == ViewColumn::Content::figure) {
      cell.kind = CellKind::figure;
      cell.align = Align::end;
    } else if (!is_figure(content)) {
      cell.kind = CellKind::row_header;
      const bool name = content == ViewColumn::Content::name || content == ViewColumn::Content::title;
      cell.align = name ? Align::start : Align::centre;
    }
    switch (source.kind) {
      case ViewCell::Kind::blank: cell.state = CellState::blank; break;
      case ViewCell::Kind::label: cell.content = plain(source.text); break;
      case ViewCell::Kind::figure: print(source.amount, cell); break;
      case ViewCell::Kind::text: print(source, cell); break;
    }
    if (cell.content.empty() && cell.state == CellState::value) cell.state = CellState::blank;
    return cell;
  }

  void print(const Amount& amount, Cell& cell) const {
    if (!amount.known()) return print_unknown(cell);
    print(amount.quantity, amount.origin, cell);
  }

  void print_unknown(Cell& cell) const {
    cell.state = CellState::unknown;
    cell.content = plain(style_->unknown);
  }

  void print(const Quantity& quantity, OriginId origin, Cell& cell) const {
    cell.origin = origin;
    cell.state = quantity.is_zero() ? CellState::zero : CellState::value;
    if (quantity.is_zero() && style_->blank_zero) return;
    cell.content = {Figure{printed(quantity), quantity, origin}};
  }

  [[nodiscard]] std::string printed(const Quantity& quantity) const {
    NumberFormat format = format_;
    if (quantity.dimension() != Dimension::money && quantity.dimension() != Dimension::ratio) format.trim = true;
    return number_text(quantity, format) + (quantity.dimension() == Dimension::ratio ? "%" : "");
  }

  /// A 固定 text or the value of a 值 expression.
  void print(const ViewCell& source, Cell& cell) const {
    if (!source.value) {
      cell.content = plain(source.text);
      return;
    }
    const Value& value = *source.value;
    if (value.is_unknown()) return print_unknown(cell);
    if (const Quantity* const quantity = value.if_quantity()) {
      cell.kind = CellKind::figure;
      cell.align = Align::end;
      print(*quantity, value.origin, cell);
    } else if (const auto* const phrase = std::get_if<Phrase>(&value.data)) {
      for (const Piece& piece : *phrase) cell.content.push_back(inline_of(piece));
    } else if (const std::string* const text = value.if_text()) {
      cell.content = plain(*text);
    } else if (const bool* const truth = std::get_if<bool>(&value.data)) {
      cell.content = plain(*truth ? "是" : "否");
    }
  }

  static Inline inline_of(const Piece& piece) {
    if (piece.quantity) return Figure{piece.text, *piece.quantity, piece.origin};
    return PlainText{piece.text};
  }

  const TableDefinition* definition_;
  const View* view_;
  const TableHabits* style_;
  NumberFormat format_;
  Table table_;
};

/// Fills the lines around the grid; false after an error.
class NoteFiller {
 public:
  NoteFiller(const Report& report, const Scope& scope, Journal& journal, Diagnostics& diagnostics)
      : report_(&report), scope_(&scope), journal_(&journal), diagnostics_(&diagnostics) {}

  bool fill(const TableDefinition& definition, const View& view, Table& table) {
    const TableHabits& style = report_->profile.table_style;
    set(style.left_note, table.left_note);
    set(style.right_note, table.right_note);
    for (const TableNote& note : definition.footnotes) add(note, table.footnotes);
    if (view.collapsed != 0) add(style.collapsed_note, table.footnotes);
    if (view.has_tail) add(style.tail_note, table.footnotes);
    if (view.all_unknown) {
      set(style.unknown_statement, table.statement);
    } else if (view.some_unknown) {
      set(style.partly_unknown_statement, table.statement);
    } else if (view.all_zero) {
      set(definition.empty_statement, table.statement);
    }
    return good_;
  }

 private:
  void set(const std::optional<TableNote>& note, std::string& text) {
    if (!note || note->text.empty()) return;
    const auto filled = fill_line(note->text, note->span, *report_, *scope_, *journal_, *diagnostics_);
    good_ = good_ && filled.has_value();
    if (filled) text = plain_text(*filled);
  }

  void add(const std::optional<TableNote>& note, std::vector<std::string>& notes) {
    std::string text;
    set(note, text);
    if (!text.empty()) notes.push_back(std::move(text));
  }

  const Report* report_;
  const Scope* scope_;
  Journal* journal_;
  Diagnostics* diagnostics_;
  bool good_ = true;
};

bool is_printable(const Value& value) { return value.if_list() == nullptr && value.if_record() == nullptr; }

/// A list or a record in a 值 column has no text.
bool check_values(const View& view, Diagnostics& diagnostics) {
  bool good = true;
  for (const ViewRow& row : view.rows) {
    for (const ViewCell& cell : row.cells) {
      if (!cell.value || is_printable(*cell.value)) continue;
      diagnostics.error("TABLE-21", "表格里不能印" + std::string(kind_name(*cell.value)), cell.value->span);
      good = false;
    }
  }
  return good;
}

}  // namespace

std::optional<Table> make_table(const TableDefinition& definition, const Report& report, const Scope& scope,
                                Journal& journal, Diagnostics& diagnostics) {
  const std::optional<View> view = settle_view(definition, report.ledger, scope, diagnostics);
  if (!view || !check_values(*view, diagnostics)) return std::nullopt;
  const NumberStyle* const style = report.profile.number(definition.number_style);
  const NumberFormat format = style == nullptr ? NumberFormat{} : style->format;
  Table table = TableMaker(definition, *view, report.profile.table_style, format).make();
  if (!NoteFiller(report, scope, journal, diagnostics).fill(definition, *view, table)) return std::nullopt;
  return table;
}

}  // namespace gongkai
