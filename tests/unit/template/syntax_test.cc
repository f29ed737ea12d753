// What is wrong with a template's text is said before any data is read.

#include <doctest/doctest.h>

#include "template/small_profile.h"

using namespace gongkai;

namespace {

std::string mistakes(const std::string& report) {
  auto profile = small_profile();
  return profile.fill(report)->messages();
}

std::string shown(const std::string& head, const std::string& place, const std::string& line, const std::string& carets,
                  const std::string& rest = "") {
  return "错误[" + head + "\n  templates/small/report.md:" + place + "\n    " + place.substr(0, 1) + " │ " + line +
         "\n      │ " + carets + "\n" + rest;
}

}  // namespace

TEST_CASE("a tag that is not closed is named where it begins") {
  CHECK(mistakes("甲{{ 年度\n乙\n") ==
        shown("TPL-01] “{{”没有配对的“}}”", "1:2", "甲{{ 年度", "  ^^^^^^^", "  提示：里面的引号、括号也要配对\n"));
  CHECK(mistakes("甲 }} 乙\n") == shown("TPL-01] 多出“}}”，前面没有与它配对的“{{”", "1:3", "甲 }} 乙", "   ^^"));
  CHECK(mistakes("{# 甲\n") == shown("TPL-01] 注释“{#”没有配对的“#}”", "1:1", "{# 甲", "^^^^^"));
}

TEST_CASE("a minus beside the brace is refused, for it would turn the sign") {
  CHECK(mistakes("{{- 年度 }}\n") == shown("TPL-01] 不能写“{{-”或“-}}”", "1:1", "{{- 年度 }}", "^^^^^^^^^^^",
                                           "  提示：空白本来就照原样；要写负数请空一格：{{ -x }}\n"));
}

TEST_CASE("braces and quotes inside a tag do not end it") {
  auto profile = small_profile();
  const auto filled = profile.fill("{{ {\"甲\": {\"乙\": \"}}\"}}[\"甲\"][\"乙\"] }}\n");
  REQUIRE_MESSAGE(filled->document, filled->messages());
  CHECK(plain_text(std::get<Paragraph>(filled->document->blocks.at(0)).text) == "}}");
}

TEST_CASE("blocks that are not closed, or closed twice, are named") {
  CHECK(mistakes("{% if 年度 %}\n甲\n") ==
        shown("TPL-03] {% if %} 没有配对的 {% endif %}", "1:1", "{% if 年度 %}", "^^^^^^^^^^^^^"));
  CHECK(mistakes("甲\n{% endfor %}\n") ==
        shown("TPL-03] “{% endfor %}”前面没有与它配对的开头", "2:1", "{% endfor %}", "^^^^^^^^^^^^"));
  CHECK(mistakes("{% for 甲 in 单位 %}\n{% if 甲 %}\n{% endfor %}\n") ==
        "错误[TPL-03] {% if %} 没有配对的 {% endif %}\n"
        "  templates/small/report.md:2:1\n"
        "    2 │ {% if 甲 %}\n"
        "      │ ^^^^^^^^^^^\n"
        "  先遇到的“{% endfor %}”见 templates/small/report.md:3:1\n"
        "错误[TPL-03] {% for %} 没有配对的 {% endfor %}\n"
        "  templates/small/report.md:1:1\n"
        "    1 │ {% for 甲 in 单位 %}\n"
        "      │ ^^^^^^^^^^^^^^^^^^^^\n");
  CHECK(mistakes("::: 居中\n甲\n") == shown("TPL-03] “::: 居中”后面没有配对的“:::”", "1:1", "::: 居中", "^^^^^^^^"));
}

TEST_CASE("control flow inside a line must end on the line") {
  CHECK(mistakes("甲{% if 年度 %}乙\n{% endif %}\n") ==
        shown("TPL-03] 这一行里没有与它配对的 {% endif %}", "1:2", "甲{% if 年度 %}乙", "  ^^^^^^^^^^^^^",
              "  提示：要跨几行写，就让 {% … %} 独占一行；或在行末写“\\”把几行接起来\n") +
            shown("TPL-03] “{% endif %}”前面没有与它配对的开头", "2:1", "{% endif %}", "^^^^^^^^^^^"));
}

TEST_CASE("a faulty condition does not make its end a second mistake") {
  CHECK(mistakes("{% if 年度 = 3 %}\n甲\n{% else %}\n乙\n{% endif %}\n{% if %}甲{% endif %}\n") ==
        shown("EXPR-02] 表达式到这里已经完整，却是“=”", "1:10", "{% if 年度 = 3 %}", "           ^",
              "  提示：判断相等要写“==”\n") +
            shown("EXPR-02] 这里要写一个值，却是结尾", "6:7", "{% if %}甲{% endif %}", "      ^"));
}

TEST_CASE("statements, roles, charts and tables that do not exist get their near miss") {
  CHECK(mistakes("{% fro 甲 in 单位 %}\n") ==
        shown("TPL-02] 没有语句“fro”", "1:4", "{% fro 甲 in 单位 %}", "   ^^^", "  提示：是否想写“for”？\n"));
  CHECK(mistakes("::: 落欵\n甲\n:::\n") ==
        shown("TPL-03] 没有角色“落欵”", "1:1", "::: 落欵", "^^^^^^^^", "  提示：是否想写“落款”？\n"));
  CHECK(mistakes("{% 图 收支 %}\n") == shown("TPL-04] 没有图“收支”", "1:6", "{% 图 收支 %}", "      ^^^^"));
  CHECK(mistakes("{% 表 %}\n") == shown("TPL-02] 要写表的标识，如 {% 表 IE %}", "1:6", "{% 表 %}", "      ^"));
}

TEST_CASE("statements that take a line of their own are refused inside one") {
  CHECK(mistakes("甲{% 分页 %}\n") == shown("TPL-03] “{% 分页 %}”要独占一行", "1:2", "甲{% 分页 %}", "  ^^^^^^^^^^"));
}

TEST_CASE("strong marks come in pairs around fixed text") {
  CHECK(mistakes("**{{ 年度 }}**\n") == shown("TPL-03] “**”没有配对", "1:1", "**{{ 年度 }}**", "^^",
                                              "  提示：着重的文字前后都要有“**”，里面只能是固定的文字\n") +
                                            shown("TPL-03] “**”没有配对", "1:11", "**{{ 年度 }}**", "            ^^",
                                                  "  提示：着重的文字前后都要有“**”，里面只能是固定的文字\n"));
}

TEST_CASE("a heading has a blank behind its marks, four levels and a text") {
  CHECK(mistakes("#甲\n") ==
        shown("TPL-03] 标题的“#”后面要空一格", "1:1", "#甲", "^^^", "  提示：要印“#”本身，写成 {{ \"#\" }}\n"));
  CHECK(mistakes("##### 甲\n") == shown("TPL-03] 标题至多四级", "1:1", "##### 甲", "^^^^^^^^"));
  CHECK(mistakes("##\n") == shown("TPL-03] 标题没有文字", "1:1", "##", "^^"));
}

TEST_CASE("a text full of open braces is given up, not searched for ever") {
  std::string report;
  for (int line = 0; line < 200'000; ++line) report += "{{\"\n";
  const std::string found = mistakes(report);
  CHECK(found.find("错误[TPL-01] “{{”没有配对的“}}”\n") == 0);
  CHECK(found.size() < 100'000);
}

TEST_CASE("nesting without end is refused, not followed") {
  std::string report;
  for (int depth = 0; depth < 5000; ++depth) report += "{% if 年度 %}\n";
  const std::string found = mistakes(report);
  CHECK(found.find("错误[TPL-03] 嵌套太深，至多 60 层\n") != std::string::npos);
  std::string line;
  for (int depth = 0; depth < 5000; ++depth) line += "{% if 年度 %}";
  CHECK(mistakes(line + "\n").find("错误[TPL-03] 嵌套太深，至多 60 层\n") != std::string::npos);
}
