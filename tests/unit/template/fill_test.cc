#include "template/fill.h"

#include <doctest/doctest.h>

#include "template/small_profile.h"

using namespace gongkai;

namespace {

std::string blocks(SmallProfile profile, const std::string& report) {
  const std::string dumped = profile.fill(report)->dumped();
  const std::size_t first = dumped.find("  language: zh-CN\n");
  return first == std::string::npos ? dumped : dumped.substr(first + 18);
}

std::string blocks(const std::string& report) { return blocks(small_profile(), report); }

}  // namespace

TEST_CASE("headings are numbered in the profile's style and begin again below a higher one") {
  CHECK(blocks("# 甲\n## 乙\n## 丙\n### 丁\n#### 戊\n# 己\n## 庚\n##! 辛\n") ==
        "heading 1 #s1: 第一部分 甲\nheading 2 #s1-1: 一、 乙\nheading 2 #s1-2: 二、 丙\n"
        "heading 3 #s1-2-1: （一） 丁\nheading 4 #s1-2-1-1: 1. 戊\nheading 1 #s2: 第二部分 己\n"
        "heading 2 #s2-1: 一、 庚\nheading 2 #u1: 辛\n");
}

TEST_CASE("items begin again after anything else, but go on beside paragraphs of the same for") {
  CHECK(blocks("1. 甲\n(1) 子\n1. 乙\n(1) 子\n段\n1. 丙\n# 题\n1. 丁\n") ==
        "item: 1. 甲\nitem 1: （1） 子\nitem: 2. 乙\nitem 1: （1） 子\nparagraph: 段\nitem: 1. 丙\n"
        "heading 1 #s1: 第一部分 题\nitem: 1. 丁\n");
  CHECK(blocks("{% for 名 in 单位 %}\n1. {{ 名 }}\n说明\n{% endfor %}\n1. 后\n") ==
        "item: 1. 馆\nparagraph: 说明\nitem: 2. 站\nparagraph: 说明\nitem: 1. 后\n");
  CHECK(blocks("{% for 名 in 单位 %}\n{{ 名 }}\n{% for 数 in [1, 2] %}\n1. {{ 数 }}\n{% endfor %}\n{% endfor %}\n") ==
        "paragraph: 馆\nitem: 1. 1\nitem: 2. 2\nparagraph: 站\nitem: 1. 1\nitem: 2. 2\n");
  CHECK(blocks("1. 甲\n{% for 名 in 单位 %}\n1. {{ 名 }}\n{% endfor %}\n1. 乙\n") ==
        "item: 1. 甲\nitem: 2. 馆\nitem: 3. 站\nitem: 4. 乙\n");
}

TEST_CASE("annexes are numbered below each other, a single one is not") {
  CHECK(blocks("::: 附件说明\n{% for 名 in 单位 %}\n{{ 名 }}\n{% endfor %}\n:::\n") ==
        "annexes: 附件：1.  馆\nannexes 1: 　　　2.  站\n");
  CHECK(blocks("::: 附件说明\n甲表\n:::\n") == "annexes: 附件： 甲表\n");
}

TEST_CASE("an inner for that ends in a paragraph does not begin the outer one's items again") {
  CHECK(blocks("{% for 甲 in [1, 2] %}\n1. 甲{{ 甲 }}\n(1) 其一\n{% for 乙 in [1] %}\n(1) 乙\n段落\n{% endfor %}\n"
               "(1) 其三\n{% endfor %}\n") ==
        "item: 1. 甲1\nitem 1: （1） 其一\nitem 1: （2） 乙\nparagraph: 段落\nitem 1: （3） 其三\n"
        "item: 2. 甲2\nitem 1: （1） 其一\nitem 1: （2） 乙\nparagraph: 段落\nitem 1: （3） 其三\n");
}

TEST_CASE("figures keep their origin, also through a set and a join") {
  auto profile = small_profile();
  const auto filled =
      profile.fill("{% set 句 = \"收\" ~ (收入合计 | 万元) %}\n{{ 句 }}，差{{ (收入合计 - 支出合计) | 万元 }}。\n");
  REQUIRE(filled->document);
  const auto& text = std::get<Paragraph>(filled->document->blocks.at(0)).text;
  CHECK(dump(*filled->document).find("paragraph: 收‹12.5›万元，差‹0›万元。") != std::string::npos);
  const Figure& income = std::get<Figure>(text.at(1));
  CHECK(filled->journal.at(income.origin).kind == OriginKind::entered);
  const Figure& difference = std::get<Figure>(text.at(3));
  const OriginRecord& derived = filled->journal.at(difference.origin);
  CHECK(derived.kind == OriginKind::derived);
  CHECK(derived.label == "(收入合计 - 支出合计)");
  CHECK(derived.operands.size() == 2);
}

TEST_CASE("data never becomes markup") {
  auto profile = small_profile();
  profile.data("格式版本: 1\n模板: small\n年度: 2023\n金额单位: 万元\n部门: {名称: \"# **甲** {% if %}\"}\n");
  CHECK(blocks(profile, "{{ 部门.名称 }}\n") == "paragraph: # **甲** {% if %}\n");
}

TEST_CASE("references in data texts are worked out, and are all that data may hold") {
  auto profile = small_profile();
  const std::string head = "格式版本: 1\n模板: small\n年度: 2023\n金额单位: 万元\n收入: 12.50\n";
  profile.data(head + "原因: 收入{{ 收入合计 | 万元 }}增加\n");
  CHECK(blocks(profile, "{{ 原因 }}。\n") == "paragraph: 收入‹12.5›万元增加。\n");
  profile.data(head + "原因: 收入{{ 收入合计 * 2 | 万元 }}\n另因: \"{{ 收人合计 | 万元 }}\"\n");
  CHECK(blocks(profile, "{{ 年度 }}\n") ==
        "错误[TEXT-01] 数据的文字里只能引用数字的名字，不能计算或判断\n"
        "  data.yaml:6:7\n"
        "    6 │ 原因: 收入{{ 收入合计 * 2 | 万元 }}\n"
        "      │           ^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  提示：如 {{ 三公.合计 | 万元 }}；要计算，在模板的 names.yaml 里给它起个名字\n"
        "错误[EXPR-03] 没有名字“收人合计”\n"
        "  data.yaml:7:9\n"
        "    7 │ 另因: \"{{ 收人合计 | 万元 }}\"\n"
        "      │           ^^^^^^^^\n"
        "  提示：是否想写“收入合计”？\n");
}

TEST_CASE("what is left out or not given is an error with both places") {
  CHECK(blocks("电话{{ 部门.电话 }}，上年{{ 上年收入 | 万元 }}\n") ==
        "错误[EXPR-06] “部门.电话”没有填写，印不出来\n"
        "  templates/small/report.md:1:6\n"
        "    1 │ 电话{{ 部门.电话 }}，上年{{ 上年收入 | 万元 }}\n"
        "      │        ^^^^^^^^^\n"
        "  所用的数据见 data.yaml:5:1\n"
        "  提示：用 {% if … is 已填 %} 写明没有时怎么写，或用 | 默认(…)\n"
        "错误[EXPR-06] “上年收入 | 万元”未提供，不能写进句子\n"
        "  templates/small/report.md:1:20\n"
        "    1 │ 电话{{ 部门.电话 }}，上年{{ 上年收入 | 万元 }}\n"
        "      │                             ^^^^^^^^^^^^^^^\n"
        "  所用的数据见 data.yaml:7:7\n"
        "  提示：在数据里补上这个数；方案要容许未提供的，用 {% if … is 未知 %} 写明怎么写\n");
}

TEST_CASE("a line that comes out empty is no paragraph, and blanks inside a line stay") {
  CHECK(blocks("{% if 部门.电话 is 已填 %}电话{% endif %}\n  甲  乙\n") == "paragraph: 甲  乙\n");
}

TEST_CASE("lines are joined without a blank between Chinese and with one between words") {
  CHECK(blocks("甲\\\n  乙 a\\\nb\\\n{{ 年度 }}\n") == "paragraph: 甲乙 a b2023\n");
}

TEST_CASE("a name used by no branch that runs is still checked") {
  CHECK(blocks("{% if 年度 == 1999 %}\n{{ 收入和计 | 万圆 }}{{ 求何([]) }}\n{% endif %}\n") ==
        "错误[NAME-02] 没有过滤器“万圆”\n"
        "  templates/small/report.md:2:11\n"
        "    2 │ {{ 收入和计 | 万圆 }}{{ 求何([]) }}\n"
        "      │               ^^^^\n"
        "  “万元”见 templates/small/profile.yaml:3:3\n"
        "  提示：是否想写“万元”？\n"
        "错误[NAME-02] 没有名字“收入和计”\n"
        "  templates/small/report.md:2:4\n"
        "    2 │ {{ 收入和计 | 万圆 }}{{ 求何([]) }}\n"
        "      │    ^^^^^^^^\n"
        "  “收入合计”见 templates/small/names.yaml:2:9\n"
        "  提示：是否想写“收入合计”？\n"
        "错误[NAME-02] 没有函数“求何”\n"
        "  templates/small/report.md:2:19\n"
        "    2 │ {{ 收入和计 | 万圆 }}{{ 求何([]) }}\n"
        "      │                         ^^^^^^^^\n"
        "  提示：是否想写“求和”？\n");
}

TEST_CASE("includes see the names around them and keep their own") {
  auto profile = small_profile();
  profile.put("parts/a.md", "{% set 乙 = 甲 + 1 %}\n{{ 乙 }}\n");
  CHECK(blocks(profile, "{% set 甲 = 1 %}\n{% include \"parts/a.md\" %}\n{{ 甲 }}\n") ==
        "paragraph: 2\nparagraph: 1\n");
}

TEST_CASE("includes in a circle, and of files that are not there, are named") {
  auto profile = small_profile();
  profile.put("parts/a.md", "{% include \"parts/b.md\" %}\n");
  profile.put("parts/b.md", "{% include \"parts/a.md\" %}\n");
  CHECK(blocks(profile, "{% include \"parts/c.md\" %}\n") ==
        "错误[TPL-04] 没有文件“parts/c.md”\n"
        "  templates/small/report.md:1:12\n"
        "    1 │ {% include \"parts/c.md\" %}\n"
        "      │            ^^^^^^^^^^^^\n"
        "  提示：是否想写“parts/a.md”？\n"
        "错误[TPL-04] 文件绕了一圈包含它自己：parts/a.md → parts/b.md → parts/a.md\n"
        "  templates/small/parts/b.md:1:12\n"
        "    1 │ {% include \"parts/a.md\" %}\n"
        "      │            ^^^^^^^^^^^^\n");
}

TEST_CASE("mistakes of one run are all reported, each once") {
  CHECK(blocks("{% for 名 in 部门.电话 %}\n{% endfor %}\n{% set 甲 = 年度 + 部门.名称 %}\n{{ 甲 }}{{ 甲 }}\n{{ "
               "收入合计 }}\n") ==
        "错误[TPL-05] “部门.电话”没有填写，不能逐个取\n"
        "  templates/small/report.md:1:13\n"
        "    1 │ {% for 名 in 部门.电话 %}\n"
        "      │              ^^^^^^^^^\n"
        "  所用的数据见 data.yaml:5:1\n"
        "  提示：先用 is 已填 判断，或写 | 默认([])\n"
        "错误[EXPR-06] “部门.名称”是文字，不能参加“+”计算\n"
        "  templates/small/report.md:3:17\n"
        "    3 │ {% set 甲 = 年度 + 部门.名称 %}\n"
        "      │                    ^^^^^^^^^\n"
        "  所用的数据见 data.yaml:5:10\n"
        "  提示：连接文字用“~”\n"
        "错误[EXPR-06] 金额“收入合计”没有写明格式\n"
        "  templates/small/report.md:5:4\n"
        "    5 │ {{ 收入合计 }}\n"
        "      │    ^^^^^^^^\n"
        "  所用的数据见 data.yaml:6:5\n"
        "  提示：写明单位，如 {{ 收入合计 | 万元 }}\n");
}

TEST_CASE("the document is named by the profile, else by its cover") {
  auto profile = small_profile();
  CHECK(profile.fill("::: 封面题名\n{{ 部门.名称 }}\n:::\n::: 封面副题\n决算\n:::\n# 甲\n")->document->title ==
        "示例局决算");
  profile.put("profile.yaml",
              "名称: 例\n文种: 决算\n文档: {题名: \"{{ 部门.名称 }}{{ 年度 }}\", 作者: \"{{ 部门.名称 }}\"}\n");
  const auto filled = profile.fill("# 甲\n");
  REQUIRE_MESSAGE(filled->document, filled->messages());
  CHECK(filled->document->title == "示例局2023");
  CHECK(filled->document->author == "示例局");
  CHECK(filled->document->subject == "决算");
}

TEST_CASE("a profile says what stands before each table of all tables; one not in the order is left out") {
  auto profile = small_profile();
  profile.put("profile.yaml",
              "名称: 例\n数字: {表内: {单位: 万元}}\n序号: {2: \"{中}、\"}\n"
              "表: {编号: \"公开表{n}\", 顺序: [A], 标题行: \"{{ 表题 }}（{{ 表号 }}）\"}\n");
  const std::string rows = "指标: 支出\n列: [{标题: 项目, 内容: 标题}, {标题: 金额}]\n行: [{标题: 合计}]\n";
  profile.put("tables/A.yaml", "标识: A\n标题: 支出表\n" + rows);
  profile.put("tables/B.yaml", "标识: B\n标题: \"{{ 甲 }}表\"\n" + rows);
  const std::string text = blocks(profile, "{% 全部表 %}\n{% set 甲 = \"另\" %}\n{% 表 B %}\n");
  CHECK(text.find("heading 2 #s0-1: 一、 支出表（公开表1）\ntable #A: 公开表1 支出表\n") == 0);
  CHECK(text.find("table #B: 另表\n") != std::string::npos);
  CHECK(text.find("heading", 1) == std::string::npos);
}
