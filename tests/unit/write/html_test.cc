#include <doctest/doctest.h>

#include "write/html_fragment.h"
#include "write/sample_document.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

std::string main_part(const std::string& page) { return between(page, "<main id=\"main\">\n", "</main>"); }

std::string main_part(std::vector<Block> blocks) {
  return main_part(written(document(std::move(blocks)), "html").main);
}

// "收入: 1\n" lines, so that line n begins at a known place.
struct Origins {
  Journal journal;
  Sources sources;
  SourceId data = 0;

  Origins() {
    std::string text;
    for (int i = 0; i < 60; ++i) text += "收入: 1\n";
    data = sources.add("data/示例.yaml", text);
  }
  OriginId add(OriginKind kind, std::string label, std::uint32_t line, std::vector<OriginId> operands = {}) {
    const auto begin = static_cast<std::uint32_t>((line - 1) * std::string("收入: 1\n").size());
    OriginRecord record;
    record.kind = kind;
    record.label = std::move(label);
    record.span = {data, begin, begin + 4};
    record.quantity = money("874.05");
    record.operands = std::move(operands);
    return journal.add(record);
  }
};

std::string figure_line(const Origins& origins, OriginId origin) {
  Paragraph text = paragraph("为");
  text.text.emplace_back(Figure{"874.05", money("874.05"), origin});
  text.text.emplace_back(PlainText{"万元。"});
  Document report = document({text});
  report.source = "data/示例.yaml";
  return main_part(written(report, "html", origins.journal, origins.sources).main);
}

std::string fragment_of(const Document& given) {
  const Journal journal;
  const Sources sources;
  WriteContext context{given, journal, sources};
  context.fragment = true;
  Diagnostics diagnostics;
  return find_format("html")->write(context, diagnostics)->main;
}

}  // namespace

TEST_CASE("a figure carries its exact value and the line it was entered in") {
  Origins origins;
  const OriginId entered = origins.add(OriginKind::entered, "收入", 42);
  CHECK(figure_line(origins, entered) ==
        "<p>为<span class=\"whole\"><data value=\"8740500.00\" data-origin=\":42\">874.05</data>万元</span>。</p>\n");
}

TEST_CASE("a derived figure names the lines it rests on, each once") {
  Origins origins;
  const OriginId first = origins.add(OriginKind::entered, "甲", 10);
  const OriginId second = origins.add(OriginKind::entered, "乙", 11);
  const OriginId third = origins.add(OriginKind::stated, "丙", 20, {first});
  const OriginId sum = origins.add(OriginKind::summed, "合计", 1, {first, second, third});
  const OriginId share = origins.add(OriginKind::derived, "占比 = 甲 ÷ 合计", 1, {first, sum});
  const std::string text = figure_line(origins, share);
  CHECK(between(text, "data-origin=\"", "\"") == ":10-11,20");
}

TEST_CASE("a line of another file than the report's own is named with its path") {
  Origins origins;
  OriginRecord constant;
  constant.span = {origins.sources.add("templates/示例/schema.yaml", "一\n二\n"), 4, 7};
  constant.quantity = money("1.00");
  const OriginId elsewhere = origins.journal.add(constant);
  const OriginId sum =
      origins.add(OriginKind::summed, "合计", 1, {origins.add(OriginKind::entered, "甲", 10), elsewhere});
  CHECK(between(figure_line(origins, sum), "data-origin=\"", "\"") == ":10; templates/示例/schema.yaml:2");
}

TEST_CASE("a figure that rests on no line has its name for an origin") {
  Origins origins;
  OriginRecord zero;
  zero.kind = OriginKind::inferred;
  zero.label = "收入 / 事业";
  zero.quantity = money("0");
  CHECK(between(figure_line(origins, origins.journal.add(zero)), "data-origin=\"", "\"") == "收入 / 事业");
}

TEST_CASE("a figure without origin still has its value") {
  CHECK(figure_line(Origins(), 0).find("<data value=\"8740500.00\">874.05</data>") != std::string::npos);
}

TEST_CASE("scope tells the headers of a cell, merged ones too; words of names are kept whole") {
  CHECK(between(main_part({merged_table()}), "<thead>", "</table>") ==
        "\n<tr><th scope=\"col\" rowspan=\"2\" class=\"stay\">项目</th>"
        "<th scope=\"col\" colspan=\"2\">本年支出</th></tr>\n"
        "<tr><th scope=\"col\">合计</th><th scope=\"col\">基本支出</th></tr>\n"
        "</thead>\n<tbody>\n"
        "<tr class=\"total\"><th scope=\"row\" class=\"stay\">合计</th>"
        "<td><data value=\"8740500.00\">874.05</data></td>"
        "<td><data value=\"4689800.00\">468.98</data></td></tr>\n"
        "<tr><th scope=\"row\" class=\"in-1 stay\">科学<wbr>技术<wbr>支出</th>"
        "<td><data value=\"6946200.00\">694.62</data></td>"
        "<td><span aria-hidden=\"true\">—</span>"
        "<span class=\"unseen\">未提供</span></td></tr>\n"
        "</tbody>\n");
}

TEST_CASE("a cell names its headers where their scope would tell others") {
  Table form = table("ZP", 2, 4, 0);
  form.form = true;
  form.cells = {cell(0, 0, CellKind::column_header, "预算数"),
                cell(0, 1, CellKind::column_header, "执行数"),
                cell(1, 0, CellKind::figure, "5.00"),
                cell(1, 1, CellKind::figure, "4.00"),
                cell(2, 0, CellKind::column_header, "指标"),
                cell(3, 0, CellKind::text, "完成"),
                cell(3, 1, CellKind::text, "优")};
  form.cells[4].column_span = 2;
  form.columns[0].share = form.columns[1].share = 1;
  const std::string text = main_part({form});
  CHECK(between(text, "<tbody>\n", "</tr>") ==
        "<tr><th scope=\"col\" class=\"start\">预算数</th>"
        "<th scope=\"col\" class=\"start\">执行数</th>");
  CHECK(between(text, "colspan=\"2\" class=\"start\">指标</th></tr>\n", "</tr>") ==
        "<tr><td headers=\"h1\" class=\"start\">完成</td><td headers=\"h1\" class=\"start\">优</td>");
}

TEST_CASE("a name in a table may end its line between words, not in them, not at four characters or less") {
  const auto name = [](const std::string& text) {
    return between(main_part({plain_table({{text, "1.00"}})}), "scope=\"row\" class=\"stay\">", "</th>");
  };
  CHECK(name("项目支出") == "项目支出");
  CHECK(name("对附属单位补助支出") == "对附属<wbr>单位<wbr>补助<wbr>支出");
  CHECK(name("其他对个人和家庭的补助") == "其他<wbr>对个人<wbr>和家庭的<wbr>补助");
  CHECK(name("规模控制率（㎡）") == "规模<wbr>控制率<wbr>（㎡）");
  CHECK(name("2023年实际在职人数") == "2023年<wbr>实际<wbr>在职<wbr>人数");
}

TEST_CASE("what is too long for a name is running text") {
  Table given = plain_table({{"甲", "1.00"}});
  given.cells[3] = cell(1, 1, CellKind::text, "按政策及时足额发放工资、缴纳社会保险费，科学编制预算");
  CHECK(between(main_part({given}), "甲</th>", "</tr>") ==
        "<td class=\"start long\">按政策及时足额发放工资、缴纳社会保险费，科学编制预算</td>");
}

TEST_CASE("a caption holds code, title, department and unit") {
  CHECK(between(main_part({merged_table()}), "<caption", "</caption>") ==
        " id=\"EX-caption\"><div class=\"heading\"><span class=\"code\">公开03表</span>"
        "<span class=\"title\">支出<wbr>决算表</span><span class=\"notes\"><span>部门：示例</span> "
        "<span>金额单位：万元</span></span></div>");
}

TEST_CASE("a title the heading above says is kept for screen readers alone") {
  const std::string text = main_part({heading(2, "三、", "支出决算表", "s1-3"), merged_table()});
  CHECK(between(text, "公开03表</span>", "<span class=\"notes\"") == "<span class=\"title unseen\">支出决算表</span>");
}

TEST_CASE("the copies of a form have names of their own") {
  Table form = merged_table();
  CHECK(between(main_part({form}), "role=\"region\"", ">") == " aria-labelledby=\"EX-caption\" tabindex=\"0\"");
  form.label = "自评表 “甲”";
  CHECK(between(main_part({form}), "role=\"region\"", ">") == " aria-label=\"自评表 “甲”\" tabindex=\"0\"");
}

TEST_CASE("in side-by-side panels each figure belongs to the name on its own left") {
  Table panels = table("IE", 4, 3, 2);
  Cell income = cell(0, 0, CellKind::column_header, "收入");
  income.column_span = 2;
  Cell spending = cell(0, 2, CellKind::column_header, "支出");
  spending.column_span = 2;
  panels.cells = {income, spending};
  for (std::uint32_t column = 0; column < 4; ++column) {
    panels.cells.push_back(cell(1, column, CellKind::column_header, column % 2 == 0 ? "项目" : "决算数"));
  }
  panels.cells.push_back(cell(2, 0, CellKind::row_header, "事业收入"));
  panels.cells.push_back(cell(2, 1, CellKind::figure, "1.00"));
  panels.cells.push_back(cell(2, 2, CellKind::row_header, "外交支出"));
  panels.cells.push_back(cell(2, 3, CellKind::figure, "2.00"));
  const std::string text = main_part({panels});
  CHECK(text.find("headers=") == std::string::npos);  // scope says so: a figure between shuts off the other name
}

TEST_CASE("a zero printed as nothing keeps its value and origin for machines, and needs no record") {
  Origins origins;
  Table zeros = plain_table({{"事业收入", ""}});
  zeros.cells.back().state = CellState::zero;
  zeros.cells.back().origin = origins.add(OriginKind::inferred, "零", 1);
  const std::string text = written(document({zeros}), "html", origins.journal, origins.sources).main;
  CHECK(text.find("<td><data value=\"8740500.00\" data-origin=\"data/示例.yaml:1\"></data></td>") != std::string::npos);
  CHECK(text.find("provenance") == std::string::npos);
}

TEST_CASE("sections nest and no level of heading is left out") {
  CHECK(main_part({heading(1, "第一部分", "概况", "s1"), heading(3, "（一）", "职责", "s1-1"), paragraph("甲"),
                   heading(1, "第二部分", "说明", "s2")}) ==
        "<section>\n<h2 id=\"s1\" class=\"level-1\"><span class=\"number\">第一部分</span> 概况</h2>\n"
        "<section>\n<h3 id=\"s1-1\" class=\"level-3\"><span class=\"number\">（一）</span>职责</h3>\n"
        "<p>甲</p>\n</section>\n</section>\n"
        "<section>\n<h2 id=\"s2\" class=\"level-1\"><span class=\"number\">第二部分</span> 说明</h2>\n</section>\n");
}

TEST_CASE("the cover is the header with the only h1, the contents the navigation") {
  const std::string page = written(document({paragraph("示例局", ParagraphRole::cover_title),
                                             paragraph("2023年度部门决算", ParagraphRole::cover_title),
                                             paragraph("编制单位：示例局", ParagraphRole::cover_line), PageBreak{},
                                             Contents{}, PageBreak{}, heading(1, "第一部分", "概况", "s1"),
                                             heading(2, "一、", "职责", "s1-1"), heading(1, "第二部分", "说明", "s2")}),
                                   "html")
                               .main;
  CHECK(between(page, "<header class=\"cover\">\n", "</header>") ==
        "<h1><span>示例局</span><span>2023年度<wbr>部门<wbr>决算</span></h1>\n<p "
        "class=\"cover-line\">编制单位：示例局</p>\n");
  CHECK(between(page, "<h2 id=\"contents\">", "</nav>") ==
        "目录</h2>\n<ol>\n<li><a href=\"#s1\">第一部分 概况</a><ol>\n<li><a href=\"#s1-1\">一、职责</a></li>\n</ol>\n"
        "</li>\n<li><a href=\"#s2\">第二部分 说明</a></li>\n</ol>\n");
  CHECK(main_part(page).substr(0, 44) == "<div class=\"page-break\"></div>\n<section>\n<h2");
}

TEST_CASE("a text that begins with the title as a heading says it once") {
  const std::string page =
      written(document({heading(1, "", "示例局", "u1"), paragraph("2023年度部门决算", ParagraphRole::cover_subtitle),
                        paragraph("引言。"), heading(2, "一、", "概况", "s1")}),
              "html")
          .main;
  CHECK(between(page, "<header>\n", "</header>") ==
        "<h1 id=\"u1\"><span>示例局</span><span>2023年度<wbr>部门<wbr>决算</span></h1>\n");
  CHECK(main_part(page) ==
        "<p>引言。</p>\n<section>\n<h2 id=\"s1\" class=\"level-2\"><span "
        "class=\"number\">一、</span>概况</h2>\n</section>\n");
}

TEST_CASE("the title of a cover that stands over the text again is printed once") {
  const std::vector<Block> blocks = {
      paragraph("2023年度示例局", ParagraphRole::cover_title), paragraph("绩效自评报告", ParagraphRole::cover_title),
      PageBreak{}, heading(1, "", "2023年度示例局绩效自评报告", "u1"), heading(2, "一、", "概况", "s1")};
  const std::string page = written(document(blocks), "html").main;
  CHECK(between(page, "<header class=\"cover\">\n", "</header>") ==
        "<h1 id=\"u1\"><span>2023年度<wbr>示例局</span><span>绩效<wbr>自评<wbr>报告</span></h1>\n");
  CHECK(main_part(page) ==
        "<section>\n<h2 id=\"s1\" class=\"level-2\"><span class=\"number\">一、</span>概况</h2>\n</section>\n");
  CHECK(written(document(blocks), "md").main ==
        "# <a id=\"u1\"></a>2023年度示例局绩效自评报告\n\n## <a id=\"s1\"></a>一、概况\n");
}

TEST_CASE("data can't become markup in a page") {
  const std::string text = main_part({paragraph("<script>\"甲\" & 乙</script>")});
  CHECK(text == "<p>&lt;script&gt;&quot;甲&quot; &amp; 乙&lt;/script&gt;</p>\n");
}

TEST_CASE("a page asks for nothing from elsewhere") {
  const std::string page =
      written(document({merged_table(), chart(ChartKind::pie, {{"基本支出", "1.00"}, {"项目支出", "2.00"}})}), "html")
          .main;
  const std::string shown = page.substr(page.find("<style>"));  // what goes before names schema.org, as data
  for (const char* outside : {"http:", "https:", "url(", "@import", "src=", "<link", "<iframe"}) {
    CHECK(shown.find(outside) == std::string::npos);
  }
}

TEST_CASE("a chart is a figure with a named picture, a caption and its numbers") {
  const std::string text = main_part({chart(ChartKind::pie, {{"基本支出", "468.98"}, {"项目支出", "405.07"}})});
  CHECK(text.find("<figure class=\"chart\" id=\"structure\">\n<div class=\"picture\" role=\"group\"") == 0);
  CHECK(text.find("role=\"img\"") != std::string::npos);
  CHECK(
      text.find(
          "<title id=\"structure-name\">图1 支出决算结构图</title>\n<desc id=\"structure-text\">支出的构成。</desc>") !=
      std::string::npos);
  CHECK(text.find("<figcaption>图1 支出决算结构图</figcaption>") != std::string::npos);
  CHECK(text.find("<tr><th scope=\"row\">基本支出</th><td><data value=\"4689800.00\">468.98</data></td>"
                  "<td>50%</td></tr>") != std::string::npos);
}

TEST_CASE("the page tells each figure's record and those of all it is made of, each once") {
  Origins origins;
  const OriginId first = origins.add(OriginKind::entered, "甲</script>", 10);
  const OriginId sum = origins.add(OriginKind::summed, "合计", 12, {first, first, 0});
  Paragraph text = paragraph("为");
  text.text.emplace_back(Figure{"874.05", money("874.05"), sum});
  const std::string page = written(document({text}), "html", origins.journal, origins.sources).main;
  CHECK(between(page, "id=\"provenance\">", "</script>") ==
        "{\"figures\":[1],\"records\":[[[1],2,0,12,1,2,2],[[5],2,1,10,1]],"
        "\"texts\":[\"\",\"合计\",\"8740500.00 元\",\"各项之和\",\"data/示例.yaml\",\"甲\\u003c/script>\",\"录入\"],"
        "\"ways\":[[3,0,4],[6,0,4]]}");
}

TEST_CASE("the page's data says by order which record a printed figure has; runs are told by their ends") {
  Origins origins;
  Paragraph text = paragraph("");
  for (const char* label : {"甲", "乙", "丙", "丁"}) {
    text.text.emplace_back(Figure{"874.05", money("874.05"), origins.add(OriginKind::entered, label, 10)});
  }
  text.text.emplace_back(Figure{"1", money("1"), 0});
  text.text.push_back(text.text[2]);
  const std::string page = written(document({text}), "html", origins.journal, origins.sources).main;
  CHECK(between(page, "\"figures\":", ",\"records\"") == "[1,-4,0,2]");
}

TEST_CASE("records share the parts of their labels") {
  Origins origins;
  const OriginId first = origins.add(OriginKind::entered, "支出 / 206 / 基本支出", 10);
  const OriginId sum = origins.add(OriginKind::summed, "支出 / 206", 12, {first});
  Paragraph text = paragraph("为");
  text.text.emplace_back(Figure{"874.05", money("874.05"), sum});
  const std::string page = written(document({text}), "html", origins.journal, origins.sources).main;
  CHECK(between(page, "\"texts\":", ",\"ways\"") ==
        "[\"\",\"支出\",\"206\",\"8740500.00 元\",\"各项之和\",\"data/示例.yaml\",\"基本支出\",\"录入\"]");
  CHECK(between(page, "\"records\":", ",\"texts\"") == "[[[1,2],3,0,12,1,2],[[1,2,6],3,1,10,1]]");
}

TEST_CASE("a page without figures has no script to run") {
  CHECK(written(document({paragraph("无")}), "html").main.find("<script>") == std::string::npos);
}

TEST_CASE("the page's dataset names the files written with it, and tables once") {
  const Document given = document({heading(1, "", "示例局2023年度部门决算", "u1"), heading(1, "第一部分", "概况", "s1"),
                                   merged_table(), heading(2, "一、", "支出决算表", "s2"), merged_table(),
                                   heading(2, "", "附件一", "u2"), merged_table()});
  const Journal journal;
  const Sources sources;
  WriteContext context{given, journal, sources};
  context.together = {{"甲.html", "text/html"}, {"2023 决算#1 50%.csv", "text/csv"}};
  Diagnostics diagnostics;
  const std::string data = between(find_format("html")->write(context, diagnostics)->main, "ld+json\">", "</script>");
  CHECK(between(data, "\"description\":\"", "\"") == given.title + "，含支出决算表；内容有第一部分 概况。");
  CHECK(between(data, "\"variableMeasured\":", ",\"in") == "[\"支出决算表\"]");
  CHECK(between(data, "\"distribution\":", "}]") ==
        "[{\"@type\":\"DataDownload\",\"encodingFormat\":\"text/html\",\"contentUrl\":\"甲.html\"},"
        "{\"@type\":\"DataDownload\",\"encodingFormat\":\"text/csv\",\"contentUrl\":\"2023%20决算%231%2050%25.csv\"");
}

TEST_CASE("a fragment's sizes don't hang on the page it stands in, its rules outweigh that page's") {
  const Document given = document({paragraph("甲")});
  const std::string text = fragment_of(given);
  CHECK(text.starts_with("<div class=\"gongkai\" id=\"gk61f1dd11\" lang=\"zh-CN\""));
  CHECK(text.find("rem") == std::string::npos);
  CHECK(text.find("--measure: 713.6px;") != std::string::npos);
  CHECK(text.find("padding: clamp(40px, 8cqi, 96px) 0 clamp(32px, 6cqi, 64px);") != std::string::npos);
  CHECK(text.find("vw") == std::string::npos);
  CHECK(text.find("@container (max-width: 640px){") != std::string::npos);
  CHECK(text.find("prefers-color-scheme") == std::string::npos);
  CHECK(text.find("\n#gk61f1dd11#gk61f1dd11 a {") != std::string::npos);
}

TEST_CASE("ids of a fragment are its own report's: several stand on one page") {
  Document given = document({Contents{}, heading(1, "", "概况", "s1"), merged_table()});
  given.source = "data/甲.yaml";
  CHECK(html_fragment_id(given) == "gk63946072");
  given.title = "另题";
  CHECK(html_fragment_id(given) == "gk63946072");
  given.source = "data/乙.yaml";
  CHECK(html_fragment_id(given) == "gk2b9a06cd");
  const std::string text = fragment_of(given);
  CHECK(between(text, "<li><a href=\"", "\"") == "#gk2b9a06cd-s1");
  CHECK(text.find("<h2 id=\"gk2b9a06cd-s1\"") != std::string::npos);
  CHECK(text.find("aria-labelledby=\"gk2b9a06cd-EX-caption\"") != std::string::npos);
  CHECK(text.find("<caption id=\"gk2b9a06cd-EX-caption\"") != std::string::npos);
}

TEST_CASE("a page tells schema.org what it holds") {
  Document given = document({merged_table()});
  given.author = "示例县科学技术协会";
  given.period = "2023";
  const std::string data = between(written(given, "html").main, "ld+json\">", "</script>");
  CHECK(data.find("\"@type\":\"Dataset\"") != std::string::npos);
  CHECK(data.find("\"creator\":{\"@type\":\"GovernmentOrganization\",\"name\":\"示例县科学技术协会\"}") !=
        std::string::npos);
  CHECK(data.find("\"temporalCoverage\":\"2023\"") != std::string::npos);
}
