#include <doctest/doctest.h>

#include "document/document.h"
#include "document/samples.h"

using gongkai::CellKind;
using gongkai::CellState;
using gongkai::Chart;
using gongkai::Contents;
using gongkai::Document;
using gongkai::Figure;
using gongkai::PlainText;
using gongkai::Quantity;
using gongkai::RowRole;
using gongkai::Table;
using gongkai::verify;
namespace samples = gongkai::samples;

namespace {

/// The breach found after `spoil` has been at the sample table.
template <class Spoil>
std::string breach(Spoil spoil) {
  Table table = samples::table();
  spoil(table);
  Document document;
  document.blocks = {table};
  return verify(document);
}

template <class... Blocks>
std::string breach_of(Blocks... blocks) {
  Document document;
  document.blocks = {blocks...};
  return verify(document);
}

}  // namespace

TEST_CASE("a whole document has no breach") {
  CHECK(verify(samples::document()) == "");
  CHECK(verify(Document()) == "");
  CHECK(breach([](Table&) {}) == "");
}

TEST_CASE("a place no cell covers is found") {
  CHECK(breach([](Table& table) { table.cells.pop_back(); }) == "表“EX”：第 4 行第 3 列没有单元格");
}

TEST_CASE("cells that overlap are found") {
  CHECK(breach([](Table& table) { table.cells[6].column_span = 2; }) == "表“EX”：有单元格互相重叠");
  CHECK(breach([](Table& table) { table.cells.push_back(table.cells.back()); }) == "表“EX”：有单元格互相重叠");
}

TEST_CASE("a cell that reaches out of the table is found") {
  CHECK(breach([](Table& table) { table.cells[8].row_span = 2; }) == "表“EX”：第 4 行第 3 列的单元格超出表格");
  CHECK(breach([](Table& table) { table.cells[8].column_span = 0xFFFFFFFF; }) ==
        "表“EX”：第 4 行第 3 列的单元格超出表格");
  CHECK(breach([](Table& table) { table.cells[8].column_span = 0; }) == "表“EX”：第 4 行第 3 列的单元格跨度为零");
}

TEST_CASE("header cells stay in the header") {
  CHECK(breach([](Table& table) { table.cells[1].row_span = 3; }) == "表“EX”：第 1 行第 3 列的表头单元格跨入表身");
  CHECK(breach([](Table& table) { table.cells[6].kind = CellKind::column_header; }) ==
        "表“EX”：第 4 行第 1 列的列标题不在表头");
  CHECK(breach([](Table& table) { table.rows[1].role = RowRole::normal; }) == "表“EX”：第 2 行的角色与表头行数不符");
  CHECK(breach([](Table& table) { table.rows[3].role = RowRole::header; }) == "表“EX”：第 4 行的角色与表头行数不符");
  CHECK(breach([](Table& table) { table.header_rows = 5; }) == "表“EX”：表头的行数多于表格的行数");
}

TEST_CASE("cells stand in the order of reading") {
  CHECK(breach([](Table& table) { std::swap(table.cells[7], table.cells[8]); }) == "表“EX”：单元格没有按行列排序");
}

TEST_CASE("a blank cell is empty and a figure has a text") {
  CHECK(breach([](Table& table) { table.cells[5].state = CellState::blank; }) ==
        "表“EX”：第 3 行第 3 列标为空白，却有内容");
  CHECK(breach([](Table& table) {
          table.cells[5].content = {Figure{"", Quantity(), 1}};
        }) == "表“EX”：第 3 行第 3 列：有一个数字没有印出的文字");
  CHECK(breach_of(samples::paragraph({PlainText{"支出"}, Figure{" ", Quantity(), 1}})) ==
        "段落“支出 ”：有一个数字没有印出的文字");
}

TEST_CASE("headings have a text, a level and an anchor") {
  CHECK(breach_of(samples::heading(1, "一、", " ", "s1")) == "标题“一、”没有文字");
  CHECK(breach_of(samples::heading(5, "一、", "甲", "s1")) == "标题“一、甲”的级别不在 1 至 4 之间");
  CHECK(breach_of(samples::heading(1, "一、", "甲", "")) == "有一个标题没有标识");
}

TEST_CASE("no two blocks share an anchor, whatever they are") {
  CHECK(breach_of(samples::heading(1, "", "甲", "s1"), samples::heading(1, "", "乙", "s1")) == "标识“s1”用了两次");
  CHECK(breach_of(samples::heading(1, "", "甲", "EX"), samples::table()) == "标识“EX”用了两次");
  CHECK(breach_of(samples::chart(), samples::chart()) == "标识“收支总计”用了两次");
}

TEST_CASE("a chart shows values or says why not") {
  Chart chart = samples::chart();
  chart.values.clear();
  CHECK(breach_of(chart) == "图“收支总计”：没有数值，也没有说明");
  chart.statement = "两年均为零。";
  CHECK(breach_of(chart) == "");
  chart.values = {{"2022年度", "", "", Quantity(), 0}};
  CHECK(breach_of(chart) == "图“收支总计”：“2022年度”没有印出的数字");
}

TEST_CASE("contents have levels and texts are UTF-8") {
  CHECK(breach_of(Contents{"目录", 0}) == "目录没有级别");
  CHECK(breach_of(samples::paragraph({PlainText{"\xFF"}})) == "段落“\xFF”：文字不是有效的 UTF-8");
}
