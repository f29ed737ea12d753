#include <doctest/doctest.h>

#include "write/sample_document.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

std::string markdown(std::vector<Block> blocks) { return written(document(std::move(blocks)), "md").main; }

}  // namespace

TEST_CASE("a Markdown report is title, contents, numbered headings and a paragraph a line") {
  Paragraph item = paragraph("宣传贯彻法律法规。", ParagraphRole::item);
  item.label = "1.";
  Paragraph deeper = paragraph("其中：科普活动。", ParagraphRole::item);
  deeper.label = "（1）";
  deeper.level = 1;
  const std::string text = markdown(
      {paragraph("示例局", ParagraphRole::cover_title), paragraph("2023年度部门决算", ParagraphRole::cover_title),
       paragraph("公开时间未提供", ParagraphRole::draft), Contents{}, heading(1, "第一部分", "部门概况", "s1"),
       heading(2, "一、", "部门职责", "s1-1"), item, deeper, paragraph("示例局", ParagraphRole::closing)});
  CHECK(text ==
        "# 示例局2023年度部门决算\n\n"
        "> 公开时间未提供\n\n"
        "## 目录\n\n"
        "- [第一部分 部门概况](#s1)\n"
        "  - [一、部门职责](#s1-1)\n\n"
        "## <a id=\"s1\"></a>第一部分 部门概况\n\n"
        "### <a id=\"s1-1\"></a>一、部门职责\n\n"
        "1. 宣传贯彻法律法规。\n\n"
        "（1）其中：科普活动。\n\n"
        "示例局\n");
}

TEST_CASE("a document without a cover is headed by its title") {
  CHECK(markdown({paragraph("正文。")}) == "# 示例局2023年度部门决算\n\n正文。\n");
}

TEST_CASE("a table with one header row and no merged cell is a pipe table, figures to the right") {
  CHECK(markdown({plain_table({{"科普|活动", "20.25"}, {"", ""}})}) ==
        "# 示例局2023年度部门决算\n\n"
        "<a id=\"PL\"></a>**支出决算表**\n\n"
        "| 项目 | 决算数 |\n"
        "| --- | ---: |\n"
        "| 科普\\|活动 | 20.25 |\n"
        "| | |\n");
}

TEST_CASE("a table with merged headers is an HTML table with a row a line") {
  CHECK(markdown({merged_table()}) ==
        "# 示例局2023年度部门决算\n\n"
        "<a id=\"EX\"></a>公开03表 **支出决算表**\\\n"
        "部门：示例\\\n"
        "金额单位：万元\n\n"
        "<table>\n<thead>\n"
        "<tr><th rowspan=\"2\">项目</th><th colspan=\"2\">本年支出</th></tr>\n"
        "<tr><th>合计</th><th>基本支出</th></tr>\n"
        "</thead>\n<tbody>\n"
        "<tr><td>合计</td><td align=\"right\">874.05</td><td align=\"right\">468.98</td></tr>\n"
        "<tr><td>科学技术支出</td><td align=\"right\">694.62</td><td align=\"right\">—</td></tr>\n"
        "</tbody>\n</table>\n\n"
        "注：本表反映部门本年度各项支出情况。\n");
}

TEST_CASE("a title the heading above says stands once") {
  CHECK(markdown({heading(2, "三、", "支出决算表", "s1-3"), merged_table()})
            .find("<a id=\"EX\"></a>公开03表\\\n部门：示例\\\n") != std::string::npos);
  CHECK(markdown({heading(2, "三、", "支出决算表", "s1-3"), plain_table({{"甲", "1"}})})
            .find("三、支出决算表\n\n<a id=\"PL\"></a>\n\n| 项目") != std::string::npos);
}

TEST_CASE("a form is an HTML table with a cell a line, its labels as headers, without an empty head") {
  Table form = table("JC", 3, 2, 0);
  form.form = true;
  Cell name = cell(0, 0, CellKind::row_header, "项目名称");
  Cell text = cell(0, 1, CellKind::text, "科普活动");
  text.column_span = 2;
  Cell score = cell(1, 2, CellKind::figure, "10");
  score.align = Align::centre;
  form.cells = {name, text, cell(1, 0, CellKind::row_header, "得分"), cell(1, 1, CellKind::text, ""), score};
  CHECK(between(markdown({form}), "<table>\n", "</table>") ==
        "<tbody>\n"
        "<tr>\n<th align=\"left\">项目名称</th>\n<td colspan=\"2\">科普活动</td>\n</tr>\n"
        "<tr>\n<th align=\"left\">得分</th>\n<td></td>\n<td align=\"center\">10</td>\n</tr>\n"
        "</tbody>\n");
}

TEST_CASE("a text with a blank line can't end an HTML table early") {
  Table table = merged_table();
  table.cells[7].content = {PlainText{"科学\n\n技术"}};
  CHECK(markdown({table}).find("<td>科学  技术</td>") != std::string::npos);
}

TEST_CASE("a chart is a picture beside the report and a small table in it") {
  const Written report = written(
      document({chart(ChartKind::pie, {{"基本支出", "468.98"}, {"项目支出", "405.07"}, {"经营支出", "0"}})}), "md");
  CHECK(report.main ==
        "# 示例局2023年度部门决算\n\n"
        "<a id=\"structure\"></a>**图1 支出决算结构图**\n\n"
        "![支出的构成。](report.files/图1.svg)\n\n"
        "| 项目 | 万元 | 占比 |\n"
        "| --- | ---: | ---: |\n"
        "| 基本支出 | 468.98 | 50% |\n"
        "| 项目支出 | 405.07 | 50% |\n"
        "| 经营支出 | 0 | 50% |\n");
  REQUIRE(report.companions.size() == 1);
  CHECK(report.companions[0].name == "report.files/图1.svg");
  CHECK(report.companions[0].bytes.find("<title id=\"chart-name\">图1 支出决算结构图</title>") != std::string::npos);
}

TEST_CASE("two charts of one number get two files") {
  const Chart once = chart(ChartKind::bar, {{"2023年度", "874.05"}});
  const Written report = written(document({once, once}), "md");
  REQUIRE(report.companions.size() == 2);
  CHECK(report.companions[1].name == "report.files/图1-2.svg");
}

TEST_CASE("a chart with nothing to draw says why and has no picture") {
  Chart empty = chart(ChartKind::pie, {});
  empty.statement = "没有支出，故本图无数据。";
  const Written report = written(document({empty}), "md");
  CHECK(report.companions.empty());
  CHECK(report.main ==
        "# 示例局2023年度部门决算\n\n<a id=\"structure\"></a>**图1 支出决算结构图**\n\n没有支出，故本图无数据。\n");
}

TEST_CASE("strong text beside punctuation is marked so that it is strong everywhere") {
  Paragraph text = paragraph("其中：");
  text.text.emplace_back(Strong{"一般公共预算"});
  text.text.emplace_back(Strong{"“三公”经费"});
  text.text.emplace_back(PlainText{"支出。"});
  CHECK(markdown({text}) == "# 示例局2023年度部门决算\n\n其中：**一般公共预算**<strong>“三公”经费</strong>支出。\n");
}

TEST_CASE("a Markdown report names the data it was made from") {
  Document made = document({paragraph("正文。")});
  made.source = "data/示例/2023.yaml";
  CHECK(written(made, "md").main ==
        "# 示例局2023年度部门决算\n\n正文。\n\n<!-- 由 data/示例/2023.yaml 生成，请勿手工修改 -->\n");
}
