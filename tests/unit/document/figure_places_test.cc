#include "document/figure_places.h"

#include <doctest/doctest.h>

#include "document/samples.h"
#include "document/table_headers.h"

using namespace gongkai;

namespace {

std::string told(const std::vector<FigurePlace>& places) {
  std::string text;
  for (const FigurePlace& place : places) {
    text += place.text + " @" + place.where() + "\n";
  }
  return text;
}

// 收入 | 决算数 | 支出 | 决算数, one row: two panels side by side.
Table panels() {
  Table table;
  table.id = "IE";
  table.code = "公开01表";
  table.title = "收支总表";
  table.columns.resize(4);
  table.rows = {{RowRole::header}, {RowRole::normal}};
  table.header_rows = 1;
  table.cells = {samples::header(0, 0, "收入"),
                 samples::header(0, 1, "决算数"),
                 samples::header(0, 2, "支出"),
                 samples::header(0, 3, "决算数"),
                 samples::cell(1, 0, "一、财政拨款", CellKind::row_header),
                 samples::figure(1, 1, "5"),
                 samples::cell(1, 2, "一、教育支出", CellKind::row_header),
                 samples::figure(1, 3, "4")};
  return table;
}

}  // namespace

TEST_CASE("every figure is found with its heading, table cell or chart value") {
  CHECK(told(figure_places(samples::document())) ==
        "874.05 @一、部门职责\n"
        "877.47 @图1 收、支决算总计变动情况图，2022年度\n"
        "874.05 @图1 收、支决算总计变动情况图，2023年度\n"
        "874.05 @公开03表 支出决算表，合计，金额\n");
}

TEST_CASE("a figure of a panel goes by the row header of its own panel") {
  Document document;
  document.blocks = {panels()};
  CHECK(told(figure_places(document)) ==
        "5 @公开01表 收支总表，一、财政拨款，决算数\n4 @公开01表 收支总表，一、教育支出，决算数\n");
}

TEST_CASE("a code over three cells is one code") {
  Document document;
  Table table = samples::table();
  table.columns.insert(table.columns.begin(), {.kind = CellKind::row_header});
  table.rows = {{RowRole::normal}};
  table.header_rows = 0;
  table.cells = {samples::cell(0, 0, "206", CellKind::row_header), samples::cell(0, 1, "07", CellKind::row_header),
                 samples::cell(0, 2, "科普", CellKind::row_header), samples::figure(0, 3, "1.00")};
  document.blocks = {table};
  const std::vector<FigurePlace> places = figure_places(document);
  REQUIRE(places.size() == 1);
  CHECK(places[0].rows == std::vector<std::string>{"20607", "科普"});
}

TEST_CASE("a zero that prints as blank is a figure too") {
  Document document;
  Table table = samples::table();
  table.cells[8].state = CellState::zero;
  table.cells[8].origin = 7;
  document.blocks = {table};
  const std::vector<FigurePlace> places = figure_places(document);
  REQUIRE(places.size() == 2);
  CHECK(places[1].text.empty());
  CHECK(places[1].origin == 7);
  CHECK(places[1].where() == "公开03表 支出决算表，科普活动，金额");
}

// 执行情况 | 年初 | 执行
//    ↑    |  8   |  6
// 结论    | 良好 5 次
Table form() {
  Table table;
  table.id = "ZP";
  table.title = "自评表";
  table.label = "自评表 科普";
  table.form = true;
  table.columns.resize(3);
  table.rows.resize(3);
  table.cells = {samples::cell(0, 0, "执行情况", CellKind::row_header),
                 samples::header(0, 1, "年初"),
                 samples::header(0, 2, "执行"),
                 samples::figure(1, 1, "8.00"),
                 samples::figure(1, 2, "6.00"),
                 samples::cell(2, 0, "结论", CellKind::row_header),
                 samples::figure(2, 1, "5.00")};
  table.cells[0].row_span = 2;
  table.cells[6].column_span = 2;
  return table;
}

TEST_CASE("a figure of a form goes by the form's own name, its label and the title above it") {
  Document document;
  document.blocks = {form()};
  CHECK(verify(document).empty());
  CHECK(told(figure_places(document)) ==
        "8.00 @自评表 科普，执行情况，年初\n6.00 @自评表 科普，执行情况，执行\n5.00 @自评表 科普，结论\n");
}

TEST_CASE("merged headers stand over each of their columns") {
  const Table table = samples::table();
  const TableHeaders headers(table);
  const Cell& named = headers.cell_at(3, 1);
  REQUIRE(headers.over(named).size() == 2);
  CHECK(plain_text(headers.over(named)[0]->content) == "项目");
  CHECK(plain_text(headers.over(named)[1]->content) == "名称");
  REQUIRE(headers.over(headers.cell_at(2, 2)).size() == 1);
  CHECK(headers.beside(table.cells[8]).size() == 2);
}
