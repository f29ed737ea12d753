// Document's verifier: what every writer may rely on without looking.

#include <algorithm>
#include <set>
#include <string_view>

#include "base/utf8.h"
#include "document/document.h"

namespace gongkai {

namespace {

using Breach = std::string;  // "" when whole

std::string quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

Breach verify_inline(const Inline& part) {
  const Figure* figure = std::get_if<Figure>(&part);
  if (figure != nullptr && is_blank(figure->text)) return "有一个数字没有印出的文字";
  return {};
}

Breach verify_inlines(const Inlines& inlines) {
  for (const Inline& part : inlines) {
    if (Breach breach = verify_inline(part); !breach.empty()) return breach;
  }
  if (utf8::first_invalid(plain_text(inlines))) return "文字不是有效的 UTF-8";
  return {};
}

std::string place_of(const Cell& cell) {
  return "第 " + std::to_string(cell.row + 1) + " 行第 " + std::to_string(cell.column + 1) + " 列";
}

Breach verify_extent(const Table& table, const Cell& cell) {
  if (cell.row_span == 0 || cell.column_span == 0) return place_of(cell) + "的单元格跨度为零";
  const std::size_t bottom = std::size_t{cell.row} + cell.row_span;
  const std::size_t right = std::size_t{cell.column} + cell.column_span;
  if (bottom > table.rows.size() || right > table.columns.size()) return place_of(cell) + "的单元格超出表格";
  const bool in_header = cell.row < table.header_rows;
  if (in_header && bottom > table.header_rows) return place_of(cell) + "的表头单元格跨入表身";
  return {};
}

Breach verify_content(const Table& table, const Cell& cell) {
  const bool in_header = cell.row < table.header_rows;
  if (cell.kind == CellKind::column_header && !in_header && !table.form) return place_of(cell) + "的列标题不在表头";
  if (cell.state == CellState::blank && !cell.content.empty()) return place_of(cell) + "标为空白，却有内容";
  const Breach breach = verify_inlines(cell.content);
  return breach.empty() ? Breach() : place_of(cell) + "：" + breach;
}

/// With every extent inside the table and the areas adding up to it, a place covered
/// twice leaves another one uncovered, so one look at the grid finds both.
Breach verify_cover(const Table& table) {
  const std::size_t width = table.columns.size();
  std::size_t area = 0;
  for (const Cell& cell : table.cells) area += std::size_t{cell.row_span} * cell.column_span;
  const std::vector<std::uint32_t> grid = cell_grid(table);
  const auto hole = std::find(grid.begin(), grid.end(), no_cell);
  if (hole != grid.end()) {
    const auto at = static_cast<std::size_t>(hole - grid.begin());
    return "第 " + std::to_string(at / width + 1) + " 行第 " + std::to_string(at % width + 1) + " 列没有单元格";
  }
  return area == grid.size() ? Breach() : "有单元格互相重叠";
}

bool stands_before(const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; }

Breach verify_cells(const Table& table) {
  for (const Cell& cell : table.cells) {
    if (Breach breach = verify_extent(table, cell); !breach.empty()) return breach;
    if (Breach breach = verify_content(table, cell); !breach.empty()) return breach;
  }
  if (Breach breach = verify_cover(table); !breach.empty()) return breach;
  if (!std::is_sorted(table.cells.begin(), table.cells.end(), stands_before)) return "单元格没有按行列排序";
  return {};
}

Breach verify_table(const Table& table) {
  if (table.header_rows > table.rows.size()) return "表头的行数多于表格的行数";
  for (std::uint32_t row = 0; row < table.rows.size(); ++row) {
    const bool is_header = table.rows[row].role == RowRole::header;
    if (is_header != (row < table.header_rows)) return "第 " + std::to_string(row + 1) + " 行的角色与表头行数不符";
  }
  return verify_cells(table);
}

Breach verify_chart(const Chart& chart) {
  if (chart.values.empty() && chart.statement.empty()) return "没有数值，也没有说明";
  for (const ChartValue& value : chart.values) {
    if (is_blank(value.printed)) return quoted(value.label) + "没有印出的数字";
  }
  return {};
}

Breach verify_block(const Heading& heading) {
  if (heading.level < 1 || heading.level > 4) return "标题" + quoted(heading_text(heading)) + "的级别不在 1 至 4 之间";
  if (is_blank(plain_text(heading.text))) return "标题" + quoted(heading.number) + "没有文字";
  const Breach breach = verify_inlines(heading.text);
  return breach.empty() ? Breach() : "标题" + quoted(heading_text(heading)) + "：" + breach;
}

Breach verify_block(const Paragraph& paragraph) {
  const Breach breach = verify_inlines(paragraph.text);
  return breach.empty() ? Breach() : "段落" + quoted(plain_text(paragraph.text)) + "：" + breach;
}

Breach verify_block(const Table& table) {
  const Breach breach = verify_table(table);
  return breach.empty() ? Breach() : "表" + quoted(table.id) + "：" + breach;
}

Breach verify_block(const Chart& chart) {
  const Breach breach = verify_chart(chart);
  return breach.empty() ? Breach() : "图" + quoted(chart.id) + "：" + breach;
}

Breach verify_block(const Contents& contents) { return contents.levels < 1 ? "目录没有级别" : Breach(); }

Breach verify_block(const PageBreak&) { return {}; }

/// The anchor of a block; nullptr for blocks that have none.
const std::string* anchor_of(const Block& block) {
  if (const Heading* heading = std::get_if<Heading>(&block)) return &heading->id;
  if (const Table* table = std::get_if<Table>(&block)) return &table->id;
  if (const Chart* chart = std::get_if<Chart>(&block)) return &chart->id;
  return nullptr;
}

std::string_view anchored_kind(const Block& block) {
  if (std::holds_alternative<Heading>(block)) return "标题";
  return std::holds_alternative<Table>(block) ? "表" : "图";
}

Breach verify_anchor(const Block& block, std::set<std::string_view>& taken) {
  const std::string* anchor = anchor_of(block);
  if (anchor == nullptr) return {};
  if (anchor->empty()) return "有一个" + std::string(anchored_kind(block)) + "没有标识";
  return taken.insert(*anchor).second ? Breach() : "标识" + quoted(*anchor) + "用了两次";
}

}  // namespace

std::string verify(const Document& document) {
  std::set<std::string_view> anchors;
  for (const Block& block : document.blocks) {
    const auto verified = [](const auto& content) { return verify_block(content); };
    if (Breach breach = std::visit(verified, block); !breach.empty()) return breach;
    if (Breach breach = verify_anchor(block, anchors); !breach.empty()) return breach;
  }
  return {};
}

}  // namespace gongkai
