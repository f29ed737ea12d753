// Document as text for tests: one block a line, ‹figures› marked, tables as grids in
// which ← and ↑ stand where a cell from the left or from above reaches.

#include <string_view>

#include "document/document.h"

namespace gongkai {

namespace {

std::string inline_dump(const PlainText& run) { return run.text; }
std::string inline_dump(const Figure& figure) { return "‹" + figure.text + "›"; }
std::string inline_dump(const Strong& strong) { return "**" + strong.text + "**"; }
std::string inline_dump(const LineBreak&) { return "⏎"; }

std::string inlines_dump(const Inlines& inlines) {
  std::string text;
  for (const Inline& part : inlines) {
    text += std::visit([](const auto& run) { return inline_dump(run); }, part);
  }
  return text;
}

std::string_view role_name(ParagraphRole role) {
  switch (role) {
    case ParagraphRole::body: return "paragraph";
    case ParagraphRole::item: return "item";
    case ParagraphRole::cover_title: return "cover-title";
    case ParagraphRole::cover_subtitle: return "cover-subtitle";
    case ParagraphRole::cover_line: return "cover-line";
    case ParagraphRole::centred: return "centred";
    case ParagraphRole::note: return "note";
    case ParagraphRole::closing: return "closing";
    case ParagraphRole::caption: return "caption";
    case ParagraphRole::annexes: return "annexes";
    case ParagraphRole::draft: return "draft";
  }
  return {};
}

std::string_view row_name(RowRole role) {
  switch (role) {
    case RowRole::header: return "header";
    case RowRole::total: return "total";
    case RowRole::subtotal: return "subtotal";
    case RowRole::normal: return "row";
    case RowRole::blank: return "blank";
  }
  return {};
}

/// ": text" or nothing, so that an empty field leaves no trailing mark.
std::string labelled(std::string_view label, const std::string& text) {
  return text.empty() ? std::string() : "  " + std::string(label) + ": " + text + "\n";
}

std::string cell_dump(const Cell& cell) {
  std::string text;
  for (int level = 0; level < cell.indent; ++level) text += "·";
  text += inlines_dump(cell.content);
  if (cell.state == CellState::unknown) text += "?";
  if (cell.state == CellState::zero && cell.content.empty()) text += "(0)";
  return text;
}

std::string place_dump(const Table& table, std::uint32_t index, std::size_t row, std::size_t column) {
  if (index == no_cell) return "!";
  const Cell& cell = table.cells[index];
  if (cell.column != column) return "←";
  return cell.row == row ? cell_dump(cell) : "↑";
}

std::string row_dump(const Table& table, const std::vector<std::uint32_t>& grid, std::size_t row) {
  const std::size_t width = table.columns.size();
  std::string line = "  " + std::string(row_name(table.rows[row].role)) + (table.rows[row].keep_with_next ? "+" : "");
  for (std::size_t column = 0; column < width; ++column) {
    const std::string content = place_dump(table, grid[row * width + column], row, column);
    line += content.empty() ? " |" : " | " + content;
  }
  return line + "\n";
}

std::string block_dump(const Heading& heading) {
  const std::string contents = heading.in_contents ? "" : " not in contents";
  const std::string number = heading.number.empty() ? "" : heading.number + " ";
  return "heading " + std::to_string(heading.level) + " #" + heading.id + contents + ": " + number +
         inlines_dump(heading.text) + "\n";
}

std::string block_dump(const Paragraph& paragraph) {
  std::string head(role_name(paragraph.role));
  if (paragraph.level != 0) head += " " + std::to_string(paragraph.level);
  const std::string label = paragraph.label.empty() ? "" : paragraph.label + " ";
  return head + ": " + label + inlines_dump(paragraph.text) + "\n";
}

std::string block_dump(const Table& table) {
  std::string text = "table #" + table.id + (table.landscape ? " landscape" : "") + (table.form ? " form" : "");
  text += ": " + table.code + (table.code.empty() ? "" : " ") + table.title + "\n";
  text += labelled("label", table.label) + labelled("left", table.left_note) + labelled("right", table.right_note);
  const std::vector<std::uint32_t> grid = cell_grid(table);
  for (std::size_t row = 0; row < table.rows.size(); ++row) text += row_dump(table, grid, row);
  for (const std::string& footnote : table.footnotes) text += labelled("footnote", footnote);
  return text + labelled("statement", table.statement);
}

std::string block_dump(const Chart& chart) {
  std::string text = chart.kind == ChartKind::bar ? "bar chart" : "pie chart";
  text += " #" + chart.id + ": " + chart.number + (chart.number.empty() ? "" : " ") + chart.title;
  if (!chart.unit.empty()) text += "（" + chart.unit + "）";
  text += "\n";
  for (const ChartValue& value : chart.values) {
    const std::string share = value.printed_share.empty() ? "" : " (" + value.printed_share + ")";
    text += labelled(value.label, "‹" + value.printed + "›" + share);
  }
  return text + labelled("statement", chart.statement) + labelled("alternative", chart.alternative);
}

std::string block_dump(const Contents& contents) {
  return "contents to level " + std::to_string(contents.levels) + ": " + contents.title + "\n";
}

std::string block_dump(const PageBreak&) { return "page break\n"; }

}  // namespace

std::string dump(const Document& document) {
  std::string text = "document: " + document.title + "\n";
  text += labelled("author", document.author) + labelled("subject", document.subject);
  text += labelled("date", document.date) + labelled("language", document.language);
  text += labelled("source", document.source);
  for (const Block& block : document.blocks) {
    text += std::visit([](const auto& content) { return block_dump(content); }, block);
  }
  return text;
}

}  // namespace gongkai
