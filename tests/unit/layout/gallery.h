#pragma once
// Documents made by hand for layout: tables of any shape, and a gallery of every construct.

#include <string>
#include <utility>
#include <vector>

#include "document/document.h"
#include "style_of_tree.h"

namespace gongkai::gallery {

inline Inlines words(std::string text) { return {PlainText{std::move(text)}}; }

inline std::string times(const std::string& text, std::size_t count) {
  std::string all;
  all.reserve(text.size() * count);
  for (std::size_t index = 0; index < count; ++index) all += text;
  return all;
}

inline Paragraph paragraph(const std::string& text, ParagraphRole role = ParagraphRole::body) {
  Paragraph paragraph;
  paragraph.role = role;
  paragraph.text = words(text);
  return paragraph;
}

inline Heading heading(int level, const std::string& number, const std::string& text, const std::string& id) {
  Heading heading;
  heading.level = level;
  heading.number = number;
  heading.text = words(text);
  heading.id = id;
  return heading;
}

inline Cell cell(std::uint32_t row, std::uint32_t column, CellKind kind, const std::string& text) {
  Cell cell;
  cell.row = row;
  cell.column = column;
  cell.kind = kind;
  cell.align = kind == CellKind::column_header ? Align::centre : kind == CellKind::figure ? Align::end : Align::start;
  if (text.empty()) cell.state = CellState::blank;
  if (!text.empty() && kind == CellKind::figure) cell.content = {Figure{text, {}, 0}};
  if (!text.empty() && kind != CellKind::figure) cell.content = words(text);
  return cell;
}

/// One header row, `rows` below it: a name and figures, all of them given by row and column.
inline Table table(const std::string& id, std::uint32_t columns, std::uint32_t rows) {
  Table table;
  table.id = id;
  table.title = "支出决算表";
  table.code = "公开03表";
  table.columns.resize(columns);
  table.columns.front().kind = CellKind::row_header;
  table.columns.front().repeats = true;
  table.rows.resize(rows + 1);
  table.rows.front().role = RowRole::header;
  table.header_rows = 1;
  for (std::uint32_t column = 0; column < columns; ++column)
    table.cells.push_back(
        cell(0, column, CellKind::column_header, column == 0 ? "科目名称" : "数" + std::to_string(column)));
  for (std::uint32_t row = 1; row <= rows; ++row) {
    table.cells.push_back(cell(row, 0, CellKind::row_header, "第" + std::to_string(row) + "行"));
    for (std::uint32_t column = 1; column < columns; ++column)
      table.cells.push_back(
          cell(row, column, CellKind::figure, std::to_string(row) + "." + std::to_string(10 + column)));
  }
  return table;
}

inline Cell& cell_at(Table& table, std::uint32_t row, std::uint32_t column) {
  return table.cells[static_cast<std::size_t>(row) * table.columns.size() + column];
}

/// The first cell of `row` down over `span` rows; those it covers are taken out.
inline void span_rows(Table& table, std::uint32_t row, std::uint32_t span, const std::string& text) {
  std::erase_if(table.cells,
                [&](const Cell& cell) { return cell.column == 0 && cell.row > row && cell.row < row + span; });
  for (Cell& cell : table.cells) {
    if (cell.row != row || cell.column != 0) continue;
    cell.row_span = span;
    cell.content = words(text);
  }
}

inline Chart chart(ChartKind kind, const std::string& id) {
  Chart chart;
  chart.kind = kind;
  chart.id = id;
  chart.number = "图1";
  chart.title = "支出结构图";
  chart.unit = "万元";
  const std::vector<std::pair<std::string, int>> values{{"基本支出", 46899}, {"项目支出", 40506}};
  for (const auto& [label, value] : values) {
    ChartValue item;
    item.label = label;
    item.printed = std::to_string(value / 100) + "." + std::to_string(value % 100);
    item.printed_share = value > 45000 ? "53.66%" : "46.34%";
    item.quantity = Quantity(Rational(value * 10000), Dimension::money);
    chart.values.push_back(std::move(item));
  }
  return chart;
}

/// 部门 | 支出 {合计, 其中: 基本支出, 项目支出}, a group over two rows, a total.
inline Table small_table() {
  Table small = table("EX", 4, 4);
  small.left_note = "部门：示例县科学技术协会";
  small.right_note = "金额单位：万元";
  small.footnotes = {"注：本表反映部门本年度各项支出情况。"};
  small.rows[1].role = RowRole::total;
  cell_at(small, 1, 0).content = words("合计");
  cell_at(small, 3, 0).indent = 1;
  span_rows(small, 3, 2, "跨两行的科目");
  return small;
}

/// Twenty-four figure columns in four groups: wider than any page.
inline Table wide_table() {
  Table wide = table("WIDE", 25, 3);
  wide.code = "公开07表";
  wide.title = "很宽的表";
  for (std::uint32_t column = 1; column < 25; ++column) wide.columns[column].group_start = column % 6 == 1;
  for (Cell& cell : wide.cells)
    if (cell.row > 0 && cell.column > 0) cell.content = {Figure{"123456.78", {}, 0}};
  return wide;
}

inline Document everything() {
  Document document;
  document.style = testing::report_style();
  document.title = "示例部门2023年度部门决算";
  auto& blocks = document.blocks;
  blocks.emplace_back(paragraph("示例县科学技术协会", ParagraphRole::cover_title));
  blocks.emplace_back(paragraph("2023年度部门决算", ParagraphRole::cover_subtitle));
  blocks.emplace_back(paragraph("二〇二四年九月", ParagraphRole::cover_line));
  blocks.emplace_back(Contents{});
  blocks.emplace_back(paragraph("公开时间：2024年9月20日", ParagraphRole::centred));
  blocks.emplace_back(heading(1, "第一部分", "部门概况", "s1"));
  blocks.emplace_back(heading(2, "一、", "部门职责", "s1-1"));
  Paragraph item = paragraph("组织学术交流，促进学科发展。", ParagraphRole::item);
  item.label = "1.";
  blocks.emplace_back(item);
  Paragraph mixed = paragraph("2023年度支出");
  mixed.text.emplace_back(Figure{"874.05", {}, 1});
  mixed.text.emplace_back(PlainText{"万元，"});
  mixed.text.emplace_back(Strong{"其中"});
  mixed.text.emplace_back(LineBreak{});
  mixed.text.emplace_back(PlainText{times("（“引号”）与《书名》，标点挤压——省略……", 4)});
  blocks.emplace_back(mixed);
  blocks.emplace_back(heading(3, "（一）", "支出情况", "s1-1-1"));
  blocks.emplace_back(heading(4, "1.", "更细的标题", "s1-1-1-1"));
  blocks.emplace_back(chart(ChartKind::pie, "c1"));
  blocks.emplace_back(chart(ChartKind::bar, "c2"));
  blocks.emplace_back(paragraph("注意事项。", ParagraphRole::note));
  blocks.emplace_back(paragraph("公开前须补填。", ParagraphRole::draft));
  blocks.emplace_back(PageBreak{});
  blocks.emplace_back(heading(2, "二、", "支出决算表", "s1-2"));
  blocks.emplace_back(small_table());
  Table empty = table("NONE", 3, 0);
  empty.statement = "说明：本年度没有此项支出，故本表无数据。";
  blocks.emplace_back(empty);
  blocks.emplace_back(wide_table());
  blocks.emplace_back(paragraph("示例县科学技术协会", ParagraphRole::closing));
  return document;
}

}  // namespace gongkai::gallery
