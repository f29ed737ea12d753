#include "document/document.h"

#include <doctest/doctest.h>

#include "document/samples.h"

using gongkai::cell_grid;
using gongkai::contents_lines;
using gongkai::Document;
using gongkai::dump;
using gongkai::Figure;
using gongkai::Heading;
using gongkai::heading_text;
using gongkai::LineBreak;
using gongkai::no_cell;
using gongkai::plain_text;
using gongkai::PlainText;
using gongkai::Quantity;
using gongkai::Strong;
using gongkai::Table;
namespace samples = gongkai::samples;

namespace {

std::string contents(const Document& document, int levels) {
  std::string text;
  for (const auto& line : contents_lines(document, levels)) {
    text += std::to_string(line.level) + " " + line.text + " #" + line.id + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("plain text has the figures and the strong words, a line break as a line end") {
  CHECK(plain_text({}) == "");
  CHECK(plain_text({PlainText{"支出"}, Figure{"874.05", Quantity(), 0}, Strong{"万元"}, LineBreak{},
                    PlainText{"。"}}) == "支出874.05万元\n。");
}

TEST_CASE("a heading's number is parted from its title unless a mark does so") {
  CHECK(heading_text(samples::heading(1, "第一部分", "部门概况", "a")) == "第一部分 部门概况");
  CHECK(heading_text(samples::heading(2, "一、", "部门职责", "a")) == "一、部门职责");
  CHECK(heading_text(samples::heading(3, "（一）", "收入", "a")) == "（一）收入");
  CHECK(heading_text(samples::heading(4, "1.", "基本支出", "a")) == "1.基本支出");
  CHECK(heading_text(samples::heading(1, "", "附件", "a")) == "附件");
}

TEST_CASE("a heading broken over two lines is one line of the contents") {
  Heading heading = samples::heading(1, "", "甲", "a");
  heading.text.emplace_back(LineBreak{});
  heading.text.emplace_back(PlainText{"乙"});
  CHECK(heading_text(heading) == "甲 乙");
}

TEST_CASE("the contents list headings in order, down to a level") {
  CHECK(contents(samples::document(), 2) == "1 第一部分 部门概况 #s1\n2 一、部门职责 #s1-1\n2 二、支出决算表 #s1-2\n");
  CHECK(contents(samples::document(), 1) == "1 第一部分 部门概况 #s1\n");
  CHECK(contents(Document(), 3) == "");
}

TEST_CASE("a heading may stay out of the contents") {
  Document document = samples::document();
  std::get<Heading>(document.blocks[4]).in_contents = false;
  CHECK(contents(document, 3) == "1 第一部分 部门概况 #s1\n2 二、支出决算表 #s1-2\n");
}

TEST_CASE("the grid of a table says which cell covers each place") {
  CHECK(cell_grid(samples::table()) == std::vector<std::uint32_t>{0, 0, 1, 2, 3, 1, 4, 4, 5, 6, 7, 8});
  CHECK(cell_grid(Table()).empty());
}

TEST_CASE("the grid leaves holes open and cuts what reaches out of the table") {
  Table table = samples::table();
  table.cells.pop_back();
  table.cells[6].row_span = 4'000'000'000;
  table.cells[7].column = 4'000'000'000;
  table.cells[7].column_span = 4'000'000'000;
  CHECK(cell_grid(table) == std::vector<std::uint32_t>{0, 0, 1, 2, 3, 1, 4, 4, 5, 6, no_cell, no_cell});
}

TEST_CASE("a dump shows every block, and a table as its grid") {
  CHECK(dump(samples::document()) ==
        "document: 科协2023年度部门决算\n"
        "  author: 科协\n"
        "  subject: 部门决算\n"
        "  date: 2024-09-20\n"
        "  language: zh-CN\n"
        "cover-title: 科协⏎部门决算\n"
        "page break\n"
        "contents to level 3: 目录\n"
        "heading 1 #s1: 第一部分 部门概况\n"
        "heading 2 #s1-1: 一、 部门职责\n"
        "paragraph: 支出‹874.05›万元，**持平**\n"
        "item 1: （1） 科普活动\n"
        "bar chart #收支总计: 图1 收、支决算总计变动情况图（万元）\n"
        "  2022年度: ‹877.47›\n"
        "  2023年度: ‹874.05› (99.61%)\n"
        "  alternative: 2022年度877.47万元，2023年度874.05万元\n"
        "heading 2 #s1-2: 二、 支出决算表\n"
        "table #EX: 公开03表 支出决算表\n"
        "  left: 部门：科协\n"
        "  right: 金额单位：万元\n"
        "  header | 项目 | ← | 金额\n"
        "  header | 编码 | 名称 | ↑\n"
        "  total+ | 合计 | ← | ‹874.05›\n"
        "  row | 2060702 | ··科普活动 | ?\n"
        "  footnote: 注：本表反映支出情况。\n");
}

TEST_CASE("a dump marks printed zeros, blanks, holes, landscape and statements") {
  Table table = samples::table();
  table.landscape = true;
  table.cells[8].state = gongkai::CellState::zero;
  table.cells[7].indent = 0;
  table.cells[7].content.clear();
  table.cells.erase(table.cells.begin() + 6);
  table.footnotes.clear();
  table.statement = "本表无数据。";
  Document document;
  document.blocks = {table};
  CHECK(dump(document) ==
        "document: \n"
        "  language: zh-CN\n"
        "table #EX landscape: 公开03表 支出决算表\n"
        "  left: 部门：科协\n"
        "  right: 金额单位：万元\n"
        "  header | 项目 | ← | 金额\n"
        "  header | 编码 | 名称 | ↑\n"
        "  total+ | 合计 | ← | ‹874.05›\n"
        "  row | ! | | (0)\n"
        "  statement: 本表无数据。\n");
}
