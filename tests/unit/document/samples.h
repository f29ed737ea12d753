#pragma once
// Small documents that tests begin with and then break.

#include <string>
#include <utility>
#include <vector>

#include "document/document.h"

namespace gongkai::samples {

inline Cell cell(std::uint32_t row, std::uint32_t column, std::string text, CellKind kind = CellKind::text) {
  Cell result;
  result.row = row;
  result.column = column;
  result.kind = kind;
  if (!text.empty()) result.content = {PlainText{std::move(text)}};
  return result;
}

inline Cell header(std::uint32_t row, std::uint32_t column, std::string text) {
  return cell(row, column, std::move(text), CellKind::column_header);
}

inline Cell spanning(Cell result, std::uint32_t rows, std::uint32_t columns) {
  result.row_span = rows;
  result.column_span = columns;
  return result;
}

inline Cell figure(std::uint32_t row, std::uint32_t column, std::string text) {
  Cell result = cell(row, column, "", CellKind::figure);
  result.content = {Figure{std::move(text), Quantity(), 1}};
  return result;
}

/// 项目 (over two columns, 编码 名称 below) and 金额 (two rows high); a total and an item.
inline Table table() {
  Table result;
  result.id = "EX";
  result.code = "公开03表";
  result.title = "支出决算表";
  result.left_note = "部门：科协";
  result.right_note = "金额单位：万元";
  result.columns = {{.kind = CellKind::row_header}, {.kind = CellKind::row_header}, {.kind = CellKind::figure}};
  result.rows = {{RowRole::header}, {RowRole::header}, {RowRole::total, true}, {RowRole::normal}};
  result.header_rows = 2;
  result.cells = {spanning(header(0, 0, "项目"), 1, 2),
                  spanning(header(0, 2, "金额"), 2, 1),
                  header(1, 0, "编码"),
                  header(1, 1, "名称"),
                  spanning(cell(2, 0, "合计", CellKind::row_header), 1, 2),
                  figure(2, 2, "874.05"),
                  cell(3, 0, "2060702", CellKind::row_header),
                  cell(3, 1, "科普活动", CellKind::row_header),
                  cell(3, 2, "", CellKind::figure)};
  result.cells[7].indent = 2;
  result.cells[8].state = CellState::unknown;
  result.footnotes = {"注：本表反映支出情况。"};
  return result;
}

inline Chart chart() {
  Chart result;
  result.id = "收支总计";
  result.number = "图1";
  result.title = "收、支决算总计变动情况图";
  result.unit = "万元";
  result.values = {{"2022年度", "877.47", "", Quantity(), 0}, {"2023年度", "874.05", "99.61%", Quantity(), 0}};
  result.alternative = "2022年度877.47万元，2023年度874.05万元";
  return result;
}

inline Heading heading(int level, std::string number, std::string text, std::string id) {
  Heading result;
  result.level = level;
  result.number = std::move(number);
  result.text = {PlainText{std::move(text)}};
  result.id = std::move(id);
  return result;
}

inline Paragraph paragraph(Inlines text, ParagraphRole role = ParagraphRole::body) {
  Paragraph result;
  result.role = role;
  result.text = std::move(text);
  return result;
}

/// One of every block.
inline Document document() {
  Document result;
  result.title = "科协2023年度部门决算";
  result.author = "科协";
  result.subject = "部门决算";
  result.date = "2024-09-20";
  Paragraph item = paragraph({PlainText{"科普活动"}}, ParagraphRole::item);
  item.label = "（1）";
  item.level = 1;
  result.blocks = {paragraph({PlainText{"科协"}, LineBreak{}, PlainText{"部门决算"}}, ParagraphRole::cover_title),
                   PageBreak{},
                   Contents{},
                   heading(1, "第一部分", "部门概况", "s1"),
                   heading(2, "一、", "部门职责", "s1-1"),
                   paragraph({PlainText{"支出"}, Figure{"874.05", Quantity(), 1}, PlainText{"万元，"}, Strong{"持平"}}),
                   item,
                   chart(),
                   heading(2, "二、", "支出决算表", "s1-2"),
                   table()};
  return result;
}

}  // namespace gongkai::samples
