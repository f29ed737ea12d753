#include "write/markdown_table.h"

#include <algorithm>

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

void append_html_cell(std::string& out, const Cell& cell) {
  const bool header = cell.kind == CellKind::column_header;
  out += header ? "<th" : "<td";
  if (cell.row_span > 1) out += " rowspan=\"" + std::to_string(cell.row_span) + '"';
  if (cell.column_span > 1) out += " colspan=\"" + std::to_string(cell.column_span) + '"';
  const bool right = cell.kind == CellKind::figure && !cell.content.empty();
  if (right) out += " align=\"right\"";
  out += '>';
  // A blank line would end the HTML block, so no line end comes out of a text.
  const std::size_t begin = out.size();
  append_html_content(out, cell.content);
  std::replace(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), '\n', ' ');
  out += header ? "</th>" : "</td>";
}

void append_html_table(std::string& out, const Table& table) {
  out += "<table>\n<thead>\n";
  std::size_t next = 0;
  for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
    if (row == table.header_rows) out += "</thead>\n<tbody>\n";
    out += "<tr>";
    for (; next < table.cells.size() && table.cells[next].row == row; ++next) append_html_cell(out, table.cells[next]);
    out += "</tr>\n";
  }
  if (table.rows.size() <= table.header_rows) out += "</thead>\n<tbody>\n";
  out += "</tbody>\n</table>\n";
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
