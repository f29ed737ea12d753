#include "write/markdown_table.h"

#include <algorithm>

#include "document/table_headers.h"
#include "write/escape.h"
#include "write/markdown_escape.h"

namespace gongkai {

namespace {

// A column is aligned as its figures are.
void append_rule(std::string& out, const Table& table) {
  for (const Column& column : table.columns) out += column.kind == CellKind::figure ? "| ---: " : "| --- ";
  out += "|\n";
}

void append_pipe_table(std::string& out, const Table& table) {
  std::uint32_t row = 0;
  for (const Cell& cell : table.cells) {
    if (cell.row != row) {
      out += "|\n";
      if (row == 0) append_rule(out, table);
      row = cell.row;
    }
    out += "| ";
    append_pipe_cell(out, cell.content);
    if (!cell.content.empty()) out += ' ';
  }
  out += "|\n";
  if (row == 0) append_rule(out, table);
}

void append_html_content(std::string& out, const Inlines& content) {
  for (const Inline& part : content) {
    if (const auto* text = std::get_if<PlainText>(&part)) append_escaped(out, text->text);
    if (const auto* figure = std::get_if<Figure>(&part)) append_escaped(out, figure->text);
    if (const auto* strong = std::get_if<Strong>(&part)) out += "<strong>" + escaped(strong->text) + "</strong>";
    if (std::holds_alternative<LineBreak>(part)) out += "<br>";
  }
}

std::string_view attribute_of(Align align) {
  switch (align) {
    case Align::start: return " align=\"left\"";
    case Align::centre: return " align=\"center\"";
    case Align::end: return " align=\"right\"";
  }
  return {};
}

// Only a form has cells aligned otherwise than their kind is.
std::string_view align_of(const Cell& cell, bool form) {
  if (cell.content.empty()) return {};
  if (!form) return cell.kind == CellKind::figure ? attribute_of(Align::end) : std::string_view();
  const Align usual = TableHeaders::names(cell) ? Align::centre : Align::start;
  return cell.align == usual || cell.kind == CellKind::column_header ? std::string_view() : attribute_of(cell.align);
}

// In a form every label is a header; in a table only the titles of its columns are.
bool is_header(const Cell& cell, bool form) {
  return form ? TableHeaders::names(cell) : cell.kind == CellKind::column_header;
}

void append_html_cell(std::string& out, const Cell& cell, bool form) {
  const bool header = is_header(cell, form);
  out += header ? "<th" : "<td";
  if (cell.row_span > 1) out += " rowspan=\"" + std::to_string(cell.row_span) + '"';
  if (cell.column_span > 1) out += " colspan=\"" + std::to_string(cell.column_span) + '"';
  out += align_of(cell, form);
  out += '>';
  // A blank line would end the HTML block, so no line end comes out of a text.
  const std::size_t begin = out.size();
  append_html_content(out, cell.content);
  std::replace(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), '\n', ' ');
  out += header ? "</th>" : "</td>";
}

// A table has a row a line, as one reads it; a form, whose cells are facts of their own, a cell a line.
void append_html_table(std::string& out, const Table& table) {
  const std::string_view between = table.form ? "\n" : "";
  out += "<table>\n";
  if (table.header_rows > 0) out += "<thead>\n";
  std::size_t next = 0;
  for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
    if (row == table.header_rows) out += row > 0 ? "</thead>\n<tbody>\n" : "<tbody>\n";
    out.append("<tr>").append(between);
    for (; next < table.cells.size() && table.cells[next].row == row; ++next) {
      append_html_cell(out, table.cells[next], table.form);
      out += between;
    }
    out += "</tr>\n";
  }
  out += table.rows.size() > table.header_rows ? "</tbody>\n</table>\n" : "</thead>\n</table>\n";
}

}  // namespace

bool fits_pipes(const Table& table) {
  return table.header_rows == 1 && std::none_of(table.cells.begin(), table.cells.end(), [](const Cell& cell) {
           return cell.row_span > 1 || cell.column_span > 1;
         });
}

void append_pipe_cell(std::string& out, const Inlines& content) {
  bool after_strong = false;
  for (const Inline& part : content) {
    if (const auto* text = std::get_if<PlainText>(&part)) append_markdown(out, text->text);
    if (const auto* figure = std::get_if<Figure>(&part)) append_markdown(out, figure->text);
    const auto* strong = std::get_if<Strong>(&part);
    if (strong != nullptr) append_markdown_strong(out, strong->text, after_strong);
    if (std::holds_alternative<LineBreak>(part)) out += "<br>";
    after_strong = strong != nullptr;
  }
}

void append_markdown_grid(std::string& out, const Table& table) {
  if (table.columns.empty() || table.cells.empty()) return;
  if (fits_pipes(table)) {
    append_pipe_table(out, table);
  } else {
    append_html_table(out, table);
  }
}

}  // namespace gongkai
