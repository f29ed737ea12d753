#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "write/markdown_escape.h"
#include "write/sample_document.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

std::string line(const std::string& text) {
  std::string out;
  append_markdown_line(out, text);
  return out;
}

// What a data file might hold, by accident or on purpose.
const std::vector<std::string> hostile = {"*强调* _下划线_ **粗** __粗__",
                                          "# 标题",
                                          "#标题",
                                          "##",
                                          "- 项",
                                          "+ 项",
                                          "* 项",
                                          "-",
                                          "===",
                                          "---",
                                          "1. 项",
                                          "12) 项",
                                          "1.5万元",
                                          "2023.",
                                          "> 引用",
                                          "`代码` ``x``",
                                          "```",
                                          "~~~",
                                          "~删去~ ~~删去~~",
                                          "[链接](http://a.cn)",
                                          "![图](x.svg)",
                                          "[x]: /url",
                                          "<b>粗</b>",
                                          "<script>alert(1)</script>",
                                          "<!-- 注 -->",
                                          "&amp; &lt; &#42; &copy;",
                                          "A&B",
                                          "见 http://www.lsz.gov.cn/x 和 www.lsz.gov.cn",
                                          "| 甲 | 乙 |",
                                          "甲|乙",
                                          "\\* \\| \\\\ \\",
                                          "甲\\|乙",
                                          "$x$ 和 $$y$$",
                                          "C:\\报表\\2023",
                                          "a_b_c",
                                          "5 < 6 > 4",
                                          "!",
                                          "![",
                                          "]",
                                          "^上标^ :smile:",
                                          "（一）“三公”经费",
                                          "𠮷〇㎡"};

std::string unescaped(std::string html) {
  const std::vector<std::pair<std::string, std::string>> names = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};
  for (const auto& [name, character] : names) {
    for (std::size_t at = html.find(name); at != std::string::npos; at = html.find(name, at + character.size())) {
      html.replace(at, name.size(), character);
    }
  }
  return html;
}

// Contents of all elements of that name, in order; fails when there is markup inside.
std::vector<std::string> texts_of(const std::string& html, const std::string& element) {
  std::vector<std::string> texts;
  const std::string begin = "<" + element + ">";
  const std::string end = "</" + element + ">";
  for (std::size_t at = html.find(begin); at != std::string::npos; at = html.find(begin, at + 1)) {
    const std::size_t from = at + begin.size();
    const std::string inside = html.substr(from, html.find(end, from) - from);
    CHECK(inside.find('<') == std::string::npos);
    texts.push_back(unescaped(inside));
  }
  return texts;
}

bool cmark_is_here() { return std::system("command -v cmark-gfm > /dev/null 2>&1") == 0; }

std::string rendered(const std::string& markdown) {
  const auto file = std::filesystem::temp_directory_path() / ("gongkai-markdown-" + std::to_string(getpid()) + ".md");
  std::ofstream(file, std::ios::binary) << markdown;
  const std::string command = "cmark-gfm --unsafe -e table -e strikethrough -e autolink '" + file.string() + "'";
  std::string html;
  if (FILE* pipe = popen(command.c_str(), "r")) {
    char buffer[4096];
    for (std::size_t read = 1; read > 0;) {
      read = fread(buffer, 1, sizeof buffer, pipe);
      html.append(buffer, read);
    }
    pclose(pipe);
  }
  std::filesystem::remove(file);
  return html;
}

}  // namespace

TEST_CASE("text that could be markup is escaped, other text stays as it is") {
  CHECK(line("凉山州科学技术协会（本级）：874.05万元，增长3.5%。") ==
        "凉山州科学技术协会（本级）：874.05万元，增长3.5%。");
  CHECK(line("*甲* _乙_ `丙`") == "\\*甲\\* \\_乙\\_ \\`丙\\`");
  CHECK(line("[甲](乙)<丙>") == "\\[甲\\](乙)\\<丙>");
  CHECK(line("R&D 与 &lt;") == "R\\&D 与 \\&lt;");
  CHECK(line("AT & T") == "AT & T");
  CHECK(line("http://www.gov.cn") == "http\\://www\\.gov.cn");
}

TEST_CASE("only at the beginning of a line are list, quotation and rule escaped") {
  CHECK(line("1. 甲") == "1\\. 甲");
  CHECK(line("1.5万元") == "1.5万元");
  CHECK(line("2) 乙") == "2\\) 乙");
  CHECK(line("- 丙") == "\\- 丙");
  CHECK(line("甲 - 乙") == "甲 - 乙");
  CHECK(line("===") == "\\===");
  CHECK(line("> 丁") == "\\> 丁");
  CHECK(line("    缩进") == "&#32;&#32;&#32;&#32;缩进");
}

TEST_CASE("whatever a paragraph holds, a viewer shows exactly that") {
  if (!cmark_is_here()) return;
  std::vector<Block> blocks;
  for (const std::string& text : hostile) blocks.emplace_back(paragraph(text));
  const auto shown = texts_of(rendered(written(document(blocks), "md").main), "p");
  CHECK(shown == hostile);
}

TEST_CASE("an e-mail address may become a link to itself, its text stays") {
  if (!cmark_is_here()) return;
  const std::string html = rendered(written(document({paragraph("<甲@b.cn> a@b.cn")}), "md").main);
  CHECK(html.find("<p>&lt;甲@b.cn&gt; <a href=\"mailto:a@b.cn\">a@b.cn</a></p>") != std::string::npos);
}

TEST_CASE("whatever a cell of a pipe table holds, a viewer shows exactly that") {
  if (!cmark_is_here()) return;
  std::vector<std::pair<std::string, std::string>> rows;
  for (const std::string& text : hostile) rows.emplace_back(text, "1.00");
  const auto shown = texts_of(rendered(written(document({plain_table(rows)}), "md").main), "td");
  CHECK(shown == hostile);
}

TEST_CASE("whatever a cell of a merged table holds, a viewer shows exactly that") {
  if (!cmark_is_here()) return;
  for (const std::string& text : hostile) {
    Table table = merged_table();
    table.cells[7].content = {PlainText{text}};
    const auto shown = texts_of(rendered(written(document({table}), "md").main), "td");
    REQUIRE(shown.size() == 2);
    CHECK(shown[1] == text);
  }
}

TEST_CASE("whatever an item holds, it stays one item") {
  if (!cmark_is_here()) return;
  for (const std::string& text : hostile) {
    Paragraph item = paragraph(text, ParagraphRole::item);
    item.label = "3.";
    const std::string html = rendered(written(document({item}), "md").main);
    CHECK(html.find("<ol start=\"3\">\n<li>") != std::string::npos);
    const auto shown = texts_of(html, "li");
    REQUIRE(shown.size() == 1);
    CHECK(shown[0] == text);
  }
}
