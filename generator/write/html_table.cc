#include <algorithm>

#include "document/table_headers.h"
#include "write/escape.h"
#include "write/html_parts.h"

namespace gongkai {

namespace {

constexpr std::size_t most_rows_with_headers = 1000;  // beyond, naming them in every cell outweighs the table
// In columns: what scrolls by itself, what needs a page on its side, what needs one twice as large.
constexpr std::size_t wide_from = 11;
constexpr std::size_t landscape_from = 14;
constexpr std::size_t broad_from = 26;

class TableView {
 public:
  TableView(HtmlPage& page, const Table& given);

  /// Its cells tell which headers are theirs.
  [[nodiscard]] bool names_headers() const { return !numbers_.empty(); }
  [[nodiscard]] std::string id_of(const Cell& header) const;
  /// For headers="…": those over the cell, then those beside it; "" for none.
  [[nodiscard]] std::string headers_of(const Cell& cell) const;

  const Table& table;
  std::size_t names = 0;  // the column that tells the rows apart: the last of those before the first figure

 private:
  void number_headers(HtmlPage& page);

  TableHeaders headers_;
  std::vector<std::size_t> numbers_;  // of header cells, by cell; empty when no cell names its headers
};

// scope="col" says enough for a plain header row; merged headers need their names in the cells.
bool has_merged_headers(const Table& table) {
  if (table.header_rows > 1) return true;
  return std::any_of(table.cells.begin(), table.cells.end(), [](const Cell& cell) {
    return cell.kind != CellKind::figure && (cell.row_span > 1 || cell.column_span > 1);
  });
}

TableView::TableView(HtmlPage& page, const Table& given) : table(given), headers_(given) {
  if (has_merged_headers(given) && given.rows.size() <= most_rows_with_headers) number_headers(page);
  while (names + 1 < table.columns.size() && table.columns[names + 1].kind == CellKind::row_header) ++names;
}

void TableView::number_headers(HtmlPage& page) {
  numbers_.resize(table.cells.size());
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    if (TableHeaders::names(table.cells[i])) numbers_[i] = ++page.header_cells;
  }
}

std::string TableView::id_of(const Cell& cell) const {
  return 'h' + std::to_string(numbers_[static_cast<std::size_t>(&cell - table.cells.data())]);
}

std::string TableView::headers_of(const Cell& cell) const {
  std::string ids;
  for (const Cell* header : headers_.over(cell)) ids += ' ' + id_of(*header);
  for (const Cell* header : headers_.beside(cell)) ids += ' ' + id_of(*header);
  return ids.empty() ? ids : ids.substr(1);
}

void append_spans(std::string& out, const Cell& cell) {
  if (cell.row_span > 1) out += " rowspan=\"" + std::to_string(cell.row_span) + '"';
  if (cell.column_span > 1) out += " colspan=\"" + std::to_string(cell.column_span) + '"';
}

// Labels of a form head what stands beside or below them, not groups of the whole table.
std::string_view scope_of(const Cell& cell, bool form) {
  if (form) return cell.kind == CellKind::column_header ? "col" : "row";
  if (cell.kind == CellKind::column_header) return cell.column_span > 1 ? "colgroup" : "col";
  return cell.row_span > 1 ? "rowgroup" : "row";
}

void add_class(std::string& classes, std::string_view name) {
  if (name.empty()) return;
  if (!classes.empty()) classes += ' ';
  classes += name;
}

/// How a cell that prints something is aligned, where its element doesn't say: a <td> is taken
/// for a figure, as most are, and only a form has figures and titles that stand otherwise.
std::string_view align_class(const Cell& cell, bool form) {
  const bool text = cell.kind == CellKind::text || cell.kind == CellKind::row_header;
  const bool blank = cell.content.empty() && cell.state != CellState::unknown;
  if (blank || (!text && !form)) return {};
  if (cell.kind == CellKind::row_header && cell.align == Align::start) return {};
  if (cell.kind == CellKind::column_header && cell.align == Align::centre) return {};
  if (cell.kind == CellKind::figure && cell.align == Align::end) return {};
  return cell.align == Align::start ? "start" : cell.align == Align::centre ? "centre" : "end";
}

std::string classes_of(const TableView& view, const Cell& cell) {
  std::string classes;
  const std::size_t last = std::size_t{cell.column} + cell.column_span - 1;
  add_class(classes, align_class(cell, view.table.form));
  if (cell.indent > 0) add_class(classes, "in-" + std::to_string(std::min<int>(cell.indent, 4)));
  if (view.table.form) return classes;
  if (last < view.names && cell.column_span == 1) add_class(classes, "slim");
  const bool over_several = cell.kind == CellKind::column_header && cell.column_span > 1;
  if (cell.column <= view.names && view.names <= last && !over_several) add_class(classes, "stay");
  return classes;
}

void append_content(HtmlPage& page, const Cell& cell) {
  if (cell.state == CellState::unknown) {
    page.out += "<span aria-hidden=\"true\">";
    append_escaped(page.out, cell.content.empty() ? "—" : plain_text(cell.content));
    page.out += "</span><span class=\"unseen\">未提供</span>";
    return;
  }
  const Quantity* silent = cell.content.empty() ? page.origins.quantity(cell.origin) : nullptr;
  if (silent != nullptr) append_figure(page, "", *silent, cell.origin);
  append_inlines(page, cell.content);
}

void append_cell(HtmlPage& page, const TableView& view, const Cell& cell) {
  const bool header = TableHeaders::names(cell);
  page.out += header ? "<th" : "<td";
  if (header) {
    if (view.names_headers()) page.out += " id=\"" + view.id_of(cell) + '"';
    page.out.append(" scope=\"").append(scope_of(cell, view.table.form)).append("\"");
  } else if (view.names_headers() && cell.kind != CellKind::column_header && !cell.content.empty()) {
    const std::string headers = view.headers_of(cell);
    if (!headers.empty()) page.out += " headers=\"" + headers + '"';
  }
  append_spans(page.out, cell);
  const std::string classes = classes_of(view, cell);
  if (!classes.empty()) page.out += " class=\"" + classes + '"';
  page.out += '>';
  append_content(page, cell);
  page.out += header ? "</th>" : "</td>";
}

std::string_view row_class(RowRole role) {
  switch (role) {
    case RowRole::total: return " class=\"total\"";
    case RowRole::subtotal: return " class=\"subtotal\"";
    case RowRole::blank: return " class=\"blank\"";
    case RowRole::header:
    case RowRole::normal: return "";
  }
  return "";
}

void append_rows(HtmlPage& page, const TableView& view, std::size_t first, std::size_t last) {
  std::size_t next = 0;  // cells are in row order, so they are passed once
  while (next < view.table.cells.size() && view.table.cells[next].row < first) ++next;
  for (std::size_t row = first; row < last; ++row) {
    page.out.append("<tr").append(row_class(view.table.rows[row].role)).append(">");
    for (; next < view.table.cells.size() && view.table.cells[next].row == row; ++next) {
      append_cell(page, view, view.table.cells[next]);
    }
    page.out += "</tr>\n";
  }
}

void append_caption(HtmlPage& page, const Table& table, bool titled) {
  page.out += "<caption id=\"" + escaped(table.id) + "-caption\"><div class=\"heading\">";
  if (!table.code.empty()) page.out += "<span class=\"code\">" + escaped(table.code) + "</span>";
  page.out += titled ? "<span class=\"title unseen\">" : "<span class=\"title\">";
  page.out += escaped(table.title) + "</span>";
  if (!table.left_note.empty() || !table.right_note.empty()) {
    page.out += "<span class=\"notes\"><span>" + escaped(table.left_note) + "</span> <span>" +
                escaped(table.right_note) + "</span></span>";
  }
  page.out += "</div></caption>\n";
}

// Widths of a form's columns, in percent of the whole.
void append_shares(HtmlPage& page, const Table& table) {
  std::uint32_t all = 0;
  for (const Column& column : table.columns) all += column.share;
  page.out += "<colgroup>";
  for (const Column& column : table.columns)
    page.out += "<col style=\"width:" + std::to_string(column.share * 100U / std::max(all, 1U)) + "%\">";
  page.out += "</colgroup>\n";
}

// One group for each cell of the first header row: what scope="colgroup" refers to.
void append_column_groups(HtmlPage& page, const Table& table) {
  for (const Cell& cell : table.cells) {
    if (cell.row != 0 || table.header_rows == 0) break;
    page.out += "<colgroup";
    if (cell.column_span > 1) page.out += " span=\"" + std::to_string(cell.column_span) + '"';
    page.out += "></colgroup>";
  }
  page.out += '\n';
}

/// The copies of a form have one title; regions are told apart by name, so theirs is the label.
std::string name_attribute(const Table& table) {
  return table.label.empty() ? " aria-labelledby=\"" + escaped(table.id) + "-caption\""
                             : " aria-label=\"" + escaped(table.label) + '"';
}

}  // namespace

void append_table(HtmlPage& page, const Table& table, bool titled) {
  const TableView view(page, table);
  const std::size_t columns = table.columns.size();
  page.out += "<div class=\"table";
  if (columns >= wide_from) page.out += " wide";
  if (columns >= broad_from) {
    page.out += " broad";
  } else if (table.landscape || columns >= landscape_from) {
    page.out += " landscape";
  }
  if (table.form) page.out += " form";
  page.out += "\" id=\"" + escaped(table.id) + "\">\n";
  page.out += "<div class=\"box\" role=\"region\"" + name_attribute(table) + " tabindex=\"0\">\n";
  page.out += "<table>\n";
  append_caption(page, table, titled);
  if (table.form) {
    append_shares(page, table);
  } else {
    append_column_groups(page, table);
  }
  if (table.header_rows > 0) {
    page.out += "<thead>\n";
    append_rows(page, view, 0, table.header_rows);
    page.out += "</thead>\n";
  }
  page.out += "<tbody>\n";
  append_rows(page, view, table.header_rows, table.rows.size());
  page.out += "</tbody>\n</table>\n</div>\n";
  for (const std::string& footnote : table.footnotes) append_line(page, "footnote", footnote);
  if (!table.statement.empty()) append_line(page, "statement", table.statement);
  page.out += "</div>\n";
}

}  // namespace gongkai
