#include "template/table_block.h"

#include <algorithm>
#include <utility>

#include "template/cell_printer.h"
#include "template/form_block.h"
#include "template/line.h"
#include "template/locals.h"
#include "template/parsed.h"
#include "template/table_surroundings.h"

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
  TableMaker(const TableDefinition& definition, const View& view, const CellPrinter& printer)
      : definition_(&definition), view_(&view), printer_(&printer) {}

  Table make() {
    table_.id = definition_->id;
    table_.code = definition_->code;
    table_.landscape = definition_->landscape;
    table_.span = definition_->span;
    make_columns();
    make_header();
    CellMerger merger(table_);
    for (std::size_t row = 0; row < view_->rows.size(); ++row) make_row(row, merger);
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

  void make_row(std::size_t index, CellMerger& merger) {
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
    merger.begin_row();
    for (std::size_t column = 0; column < source.cells.size(); column += source.cells[column].column_span) {
      Cell cell = make_cell(source.cells[column], view_->columns[column].content);
      cell.row = number;
      cell.column = static_cast<std::uint32_t>(column);
      cell.column_span = source.cells[column].column_span;
      if (cell.kind == CellKind::row_header && cell.column_span > 1) cell.align = Align::centre;
      merger.add(std::move(cell), view_->columns[column].merges, source.cells[column].run);
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
      case ViewCell::Kind::figure: printer_->print(source.amount, cell); break;
      case ViewCell::Kind::text: printer_->print(source.value ? *source.value : Value::text(source.text), cell); break;
    }
    if (cell.content.empty() && cell.state == CellState::value) cell.state = CellState::blank;
    return cell;
  }

  const TableDefinition* definition_;
  const View* view_;
  const CellPrinter* printer_;
  Table table_;
};

/// A list or a record in a 值 column has no text.
bool check_values(const View& view, Diagnostics& diagnostics) {
  bool good = true;
  for (const ViewRow& row : view.rows) {
    for (const ViewCell& cell : row.cells) {
      if (!cell.value || CellPrinter::is_printable(*cell.value)) continue;
      diagnostics.error("TABLE-21", "表格里不能印" + std::string(kind_name(*cell.value)), cell.value->span);
      good = false;
    }
  }
  return good;
}

const FormPlan* form_of(const TableDefinition& definition, const Templates::Parsed& parsed) {
  for (const FormPlan& form : parsed.forms) {
    if (form.table == definition.id) return &form;
  }
  return nullptr;
}

/// 万元 or 元, as the table's number style prints.
Value unit_of(const TableDefinition& definition, const Profile& profile) {
  const NumberStyle* const style = profile.number(definition.number_style);
  return style == nullptr ? Value() : Value::text(style->suffix);
}

}  // namespace

std::optional<Table> make_table(const TableDefinition& definition, const Report& report, const Scope& outer,
                                Journal& journal, Diagnostics& diagnostics) {
  Locals locals;
  locals.set(table_unit_name, unit_of(definition, report.profile));
  const Scope scope = scope_with(locals, outer);
  const NoteText line_text = [&](const TableNote& line, const Scope& inner) -> std::optional<std::string> {
    const auto filled = fill_line(line.text, line.span, report, inner, journal, diagnostics);
    return filled ? std::optional(plain_text(*filled)) : std::nullopt;
  };
  if (definition.form) {
    const FormPlan* const form = form_of(definition, report.templates.parsed());
    if (form == nullptr) return std::nullopt;
    return make_form(definition, *form, report.profile, {scope, line_text}, diagnostics);
  }
  const std::optional<View> view = settle_view(definition, report.ledger, scope, line_text, diagnostics);
  if (!view || !check_values(*view, diagnostics)) return std::nullopt;
  Table table = TableMaker(definition, *view, CellPrinter(definition, report.profile)).make();
  const TableState state{view->collapsed != 0, view->has_tail, view->all_zero, view->all_unknown, view->some_unknown};
  if (!write_surroundings(definition, state, report.profile.table_style, {scope, line_text}, table))
    return std::nullopt;
  return table;
}

}  // namespace gongkai
