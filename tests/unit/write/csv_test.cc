#include <doctest/doctest.h>

#include "write/sample_document.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

/// The one table's file without the byte order mark.
std::string sheet(Table table) {
  const Written csv = written(document({std::move(table)}), "csv");
  return csv.companions.at(0).bytes.substr(3);
}

}  // namespace

TEST_CASE("the main file lists the tables, each in a file named by id and title") {
  Table second = plain_table({{"合计", "1.00"}});
  second.title = "收入/支出:表";
  second.statement = "说明：本表无数据。";
  const Written csv = written(document({paragraph("正文。"), merged_table(), second}), "csv");
  CHECK(csv.main ==
        "\xEF\xBB\xBF序号,表号,表名,单位,文件,说明\r\n"
        "1,公开03表,支出决算表,金额单位：万元,report.tables/EX-支出决算表.csv,注：本表反映部门本年度各项支出情况。\r\n"
        "2,,收入/支出:表,,report.tables/PL-收入_支出_表.csv,说明：本表无数据。\r\n");
  REQUIRE(csv.companions.size() == 2);
  CHECK(csv.companions[0].name == "report.tables/EX-支出决算表.csv");
  CHECK(csv.companions[1].name == "report.tables/PL-收入_支出_表.csv");
  CHECK(csv.companions[0].bytes.starts_with("\xEF\xBB\xBF"));
}

TEST_CASE("merged headers become one header row; what was not given is empty") {
  CHECK(sheet(merged_table()) ==
        "项目,本年支出 / 合计,本年支出 / 基本支出\r\n"
        "合计,874.05,468.98\r\n"
        "科学技术支出,694.62,\r\n");
}

TEST_CASE("a zero that prints as blank is 0, thousands separators and the minus sign are plain") {
  Table table = plain_table({{"甲", "1234.50"}, {"乙", ""}, {"丙", "3.42"}});
  std::get<Figure>(table.cells[3].content.front()).text = "1,234.50";
  table.cells[5].state = CellState::zero;
  std::get<Figure>(table.cells[7].content.front()).text = "−3.42";
  CHECK(sheet(table) == "项目,决算数\r\n甲,1234.50\r\n乙,0\r\n丙,-3.42\r\n");
}

TEST_CASE("no text runs as a formula and no code loses its zeros") {
  const Table table = plain_table({{"=1+1", ""},
                                   {"+甲", ""},
                                   {"-乙", ""},
                                   {"@丙", ""},
                                   {"＝丁", ""},
                                   {"07", ""},
                                   {"510000123456", ""},
                                   {"2060702", ""},
                                   {"0", ""}});
  CHECK(sheet(table) ==
        "项目,决算数\r\n'=1+1,\r\n'+甲,\r\n'-乙,\r\n'@丙,\r\n'＝丁,\r\n\t07,\r\n\t510000123456,\r\n2060702,\r\n0,\r\n");
}

TEST_CASE("commas, quotes and line ends are kept inside one field and one line") {
  Table table = plain_table({{"甲,乙", ""}, {"“丙”\"丁\"", ""}, {"戊", ""}});
  table.cells[6].content = {PlainText{"戊"}, LineBreak{}, PlainText{"己"}};
  CHECK(sheet(table) == "项目,决算数\r\n\"甲,乙\",\r\n\"“丙”\"\"丁\"\"\",\r\n戊 己,\r\n");
}

TEST_CASE("a label that reaches over rows stands in each of them, a figure once") {
  Table table = plain_table({{"产出", "40.00"}, {"", ""}});
  table.cells.erase(table.cells.begin() + 4, table.cells.end());
  table.cells[2].row_span = 2;
  table.cells[3].row_span = 2;
  CHECK(sheet(table) == "项目,决算数\r\n产出,40.00\r\n产出,\r\n");
}
