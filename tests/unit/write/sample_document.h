#pragma once
// Documents made by hand, and writers run on them.

#include <string>
#include <utility>
#include <vector>

#include "style_of_tree.h"
#include "write/format.h"

namespace gongkai::sample {

/// 万元 with two digits to money.
inline Quantity money(const std::string& text) {
  const auto fen = Rational::multiply(Rational::of(*Decimal::parse(text)), Rational(1'000'000));
  return Quantity(*fen, Dimension::money);
}

inline Paragraph paragraph(std::string text, ParagraphRole role = ParagraphRole::body) {
  Paragraph paragraph;
  paragraph.role = role;
  paragraph.text = {PlainText{std::move(text)}};
  return paragraph;
}

inline Heading heading(int level, std::string number, std::string text, std::string id) {
  Heading heading;
  heading.level = level;
  heading.number = std::move(number);
  heading.text = {PlainText{std::move(text)}};
  heading.id = std::move(id);
  return heading;
}

inline Cell cell(std::uint32_t row, std::uint32_t column, CellKind kind, const std::string& text) {
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.kind = kind;
  if (text.empty()) {
    cell.state = CellState::blank;
  } else if (kind == CellKind::figure) {
    cell.content = {Figure{text, money(text), 0}};
  } else {
    cell.content = {PlainText{text}};
  }
  return cell;
}

inline Table table(std::string id, std::size_t columns, std::size_t rows, std::uint32_t header_rows) {
  Table table;
  table.id = std::move(id);
  table.title = "支出决算表";
  table.columns.resize(columns);
  table.columns.front().kind = CellKind::row_header;
  table.rows.resize(rows);
  table.header_rows = header_rows;
  for (std::uint32_t row = 0; row < header_rows; ++row) table.rows[row].role = RowRole::header;
  return table;
}

/// 项目 | 本年支出{合计, 基本支出}, two rows of figures.
inline Table merged_table() {
  Table merged = table("EX", 3, 4, 2);
  merged.code = "公开03表";
  merged.left_note = "部门：示例";
  merged.right_note = "金额单位：万元";
  merged.footnotes = {"注：本表反映部门本年度各项支出情况。"};
  Cell item = cell(0, 0, CellKind::column_header, "项目");
  item.row_span = 2;
  Cell spending = cell(0, 1, CellKind::column_header, "本年支出");
  spending.column_span = 2;
  Cell unknown = cell(3, 2, CellKind::text, "—");
  unknown.kind = CellKind::figure;
  unknown.state = CellState::unknown;
  merged.cells = {item,
                  spending,
                  cell(1, 1, CellKind::column_header, "合计"),
                  cell(1, 2, CellKind::column_header, "基本支出"),
                  cell(2, 0, CellKind::row_header, "合计"),
                  cell(2, 1, CellKind::figure, "874.05"),
                  cell(2, 2, CellKind::figure, "468.98"),
                  cell(3, 0, CellKind::row_header, "科学技术支出"),
                  cell(3, 1, CellKind::figure, "694.62"),
                  unknown};
  merged.rows[2].role = RowRole::total;
  merged.cells[7].indent = 1;
  return merged;
}

/// 项目 | 决算数, the cells as given, row by row.
inline Table plain_table(const std::vector<std::pair<std::string, std::string>>& rows) {
  Table plain = table("PL", 2, rows.size() + 1, 1);
  plain.cells = {cell(0, 0, CellKind::column_header, "项目"), cell(0, 1, CellKind::column_header, "决算数")};
  for (std::uint32_t row = 1; row <= rows.size(); ++row) {
    plain.cells.push_back(cell(row, 0, CellKind::row_header, rows[row - 1].first));
    plain.cells.push_back(cell(row, 1, CellKind::figure, rows[row - 1].second));
  }
  return plain;
}

inline Chart chart(ChartKind kind, const std::vector<std::pair<std::string, std::string>>& values) {
  Chart chart;
  chart.kind = kind;
  chart.id = "structure";
  chart.number = "图1";
  chart.title = "支出决算结构图";
  chart.unit = "万元";
  chart.alternative = "支出的构成。";
  for (const auto& [label, amount] : values) {
    ChartValue value;
    value.label = label;
    value.printed = amount;
    value.quantity = money(amount);
    if (kind == ChartKind::pie) value.printed_share = "50%";
    chart.values.push_back(value);
  }
  return chart;
}

inline Document document(std::vector<Block> blocks) {
  Document document;
  document.style = testing::report_style();
  document.title = "示例局2023年度部门决算";
  document.blocks = std::move(blocks);
  return document;
}

inline Written written(const Document& document, std::string_view format, const Journal& journal = {},
                       const Sources& sources = {}) {
  Diagnostics diagnostics;
  return find_format(format)->write({document, journal, sources, "report"}, diagnostics).value();
}

/// The bytes between the first `begin` and the next `end`, both left out; "" if absent.
inline std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  if (from == std::string::npos) return "";
  const std::size_t to = text.find(end, from + begin.size());
  return text.substr(from + begin.size(), to - from - begin.size());
}

}  // namespace gongkai::sample
