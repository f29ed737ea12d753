#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "layout/title_lines.h"
#include "write/escape.h"
#include "write/header_names.h"
#include "write/html_parts.h"

namespace gongkai {

namespace {

// In columns: what scrolls by itself, what needs a page on its side, what needs one twice as large.
constexpr std::size_t wide_from = 11;
constexpr std::size_t landscape_from = 12;
constexpr std::size_t broad_from = 26;
constexpr std::size_t longest_name = 16;  // characters of a text that is set like a name

class TableView {
 public:
  TableView(HtmlPage& page, const Table& given) : table(given), headers_(given), id_(page.id("h")) {
    for (const Cell& cell : given.cells)
      if (headers_.is_named(cell)) numbers_[&cell] = ++page.header_cells;
    while (names + 1 < given.columns.size() && given.columns[names + 1].kind == CellKind::row_header) ++names;
  }

  /// "" for a header no cell names.
  [[nodiscard]] std::string id_of(const Cell& header) const {
    const auto number = numbers_.find(&header);
    return number == numbers_.end() ? std::string() : id_ + std::to_string(number->second);
  }
  /// For headers="…"; "" for none.
  [[nodiscard]] std::string headers_of(const Cell& cell) const {
    std::string ids;
    for (const Cell* header : headers_.of(cell)) ids += (ids.empty() ? "" : " ") + id_of(*header);
    return ids;
  }

  const Table& table;
  std::size_t names = 0;  // the column that tells the rows apart: the last of those before the first figure

 private:
  HeaderNames headers_;
  std::string id_;                                        // what the ids of header cells begin with
  std::unordered_map<const Cell*, std::size_t> numbers_;  // of the header cells that cells name
};

// None for an empty value.
void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out.append(" ").append(name).append("=\"").append(value).append("\"");
}

void append_spans(std::string& out, const Cell& cell) {
  if (cell.row_span > 1) out += " rowspan=\"" + std::to_string(cell.row_span) + '"';
  if (cell.column_span > 1) out += " colspan=\"" + std::to_string(cell.column_span) + '"';
}

void add_class(std::string& classes, std::string_view name) {
  if (name.empty()) return;
  if (!classes.empty()) classes += ' ';
  classes += name;
}

/// How a cell stands where nothing says so: a form's in the middle, other figures at the end, codes in the middle.
Align usual_align(const Cell& cell, bool form, bool slim) {
  if (form || slim || cell.kind == CellKind::column_header) return Align::centre;
  return cell.kind == CellKind::row_header ? Align::start : Align::end;
}

/// Only a form has figures and titles that stand otherwise.
std::string_view align_class(const Cell& cell, bool form, bool slim) {
  const bool text = cell.kind == CellKind::text || cell.kind == CellKind::row_header;
  const bool blank = cell.content.empty() && cell.state != CellState::unknown;
  if (blank || (!text && !form) || cell.align == usual_align(cell, form, slim)) return {};
  return cell.align == Align::start ? "start" : cell.align == Align::centre ? "centre" : "end";
}

/// Names keep their words whole; what is longer is running text.
bool is_name(const Cell& cell) {
  if (cell.kind == CellKind::figure) return false;
  return utf8::length(plain_text(cell.content)) <= (TableHeaders::names(cell) ? longest_title : longest_name);
}

std::string classes_of(const TableView& view, const Cell& cell) {
  std::string classes;
  const std::size_t last = std::size_t{cell.column} + cell.column_span - 1;
  const bool slim = !view.table.form && last < view.names && cell.column_span == 1;
  add_class(classes, align_class(cell, view.table.form, slim));
  if (cell.kind != CellKind::figure && !is_name(cell)) add_class(classes, "long");
  if (cell.indent > 0) add_class(classes, "in-" + std::to_string(std::min<int>(cell.indent, 4)));
  if (view.table.form) return classes;
  if (slim) add_class(classes, "slim");
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
  if (is_name(cell)) return append_name(page, cell.content);
  append_inlines(page, cell.content);
}

void append_cell(HtmlPage& page, const TableView& view, const Cell& cell) {
  const bool header = TableHeaders::names(cell);
  page.out += header ? "<th" : "<td";
  if (header) {
    append_attribute(page.out, "id", view.id_of(cell));
    append_attribute(page.out, "scope", cell.kind == CellKind::column_header ? "col" : "row");
  } else {
    append_attribute(page.out, "headers", view.headers_of(cell));
  }
  append_spans(page.out, cell);
  append_attribute(page.out, "class", classes_of(view, cell));
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
  page.out += "<caption id=\"" + page.id(table.id) + "-caption\"><div class=\"heading\">";
  if (!table.code.empty()) page.out += "<span class=\"code\">" + escaped(table.code) + "</span>";
  page.out += titled ? "<span class=\"title unseen\">" + escaped(table.title) : "<span class=\"title\">";
  if (!titled) append_name(page, {PlainText{table.title}});
  page.out += "</span>";
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

/// The copies of a form have one title; regions are told apart by name, so theirs is the label.
std::string name_attribute(const HtmlPage& page, const Table& table) {
  return table.label.empty() ? " aria-labelledby=\"" + page.id(table.id) + "-caption\""
                             : " aria-label=\"" + escaped(table.label) + '"';
}

}  // namespace

void append_table(HtmlPage& page, const Table& table, bool titled) {
  const TableView view(page, table);
  const std::size_t columns = table.columns.size();
  page.out += "<div class=\"table";
  if (columns >= wide_from) page.out += " wide";
  const bool lies = table.landscape || columns >= landscape_from;
  if (lies) page.out += columns >= broad_from ? " broad" : " landscape";
  if (table.form) page.out += " form";
  page.out += "\" id=\"" + page.id(table.id) + '"';
  if (lies) page.out += " style=\"--columns:" + std::to_string(columns) + '"';  // printed, its type goes by them
  page.out += ">\n";
  page.out += "<div class=\"box\" role=\"region\"" + name_attribute(page, table) + " tabindex=\"0\">\n";
  page.out += "<table>\n";
  append_caption(page, table, titled);
  if (table.form) append_shares(page, table);
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
