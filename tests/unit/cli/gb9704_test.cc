// The preset of GB/T 9704 as profiles take it, from its YAML to pages.

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "fonts_of_tree.h"
#include "layout/layout.h"
#include "load/reader.h"
#include "template/style_reader.h"

using namespace gongkai;

namespace {

Style style_from(const std::string& yaml, std::string* said = nullptr) {
  Sources sources;
  Diagnostics diagnostics;
  const auto value = read_value(sources, sources.add("style.yaml", yaml), diagnostics);
  REQUIRE(value);
  Style style = read_style(*value, diagnostics);
  if (said != nullptr) *said = testing::told(diagnostics);
  if (said == nullptr) CHECK(testing::told(diagnostics) == "");
  return style;
}

Style preset() {
  const auto text = DiskFiles().read(std::string(GONGKAI_HOME) + "/templates/shared/style/gb9704.yaml");
  REQUIRE(text);
  return style_from(*text);
}

std::string repeated_text(const std::string& word, int times) {
  std::string text;
  while (times-- > 0) text += word;
  return text;
}

Pages official_pages(int characters) {
  Document document;
  document.style = preset();
  Paragraph& paragraph = std::get<Paragraph>(document.blocks.emplace_back(Paragraph()));
  paragraph.text.emplace_back(PlainText{repeated_text("决", characters)});
  Diagnostics diagnostics;
  const auto pages = lay_out(document, testing::tree_fonts(), diagnostics);
  REQUIRE(pages);
  return *pages;
}

/// Glyphs by base line, top to bottom.
std::map<Length, std::size_t> lines_of(const Page& page) {
  std::map<Length, std::size_t> lines;
  for (const Placed& placed : page.placed)
    if (const auto* run = std::get_if<GlyphRun>(&placed)) lines[run->at.y] += run->glyphs.size();
  return lines;
}

}  // namespace

TEST_CASE("a page of GB/T 9704 holds 22 lines of 28 characters inside 156 by 225 mm") {
  const Pages pages = official_pages(28 * 30);
  const auto lines = lines_of(pages.pages[0]);
  REQUIRE(lines.size() == 23);  // and the page number
  CHECK(lines.begin()->second == 26);
  CHECK(std::next(lines.begin())->second == 28);
  CHECK(std::next(lines.begin(), 21)->second == 28);
  CHECK(pages.pages.size() == 2);
  const PageStyle page = preset().portrait;
  CHECK(page.room() / 2835 == 156);
  CHECK(page.depth() / 2835 == 225);
}

TEST_CASE("page numbers of GB/T 9704 stand outside, one character in") {
  const Pages pages = official_pages(28 * 50);
  REQUIRE(pages.pages.size() == 3);
  const auto number_at = [&](std::size_t page) {
    const auto& run = std::get<GlyphRun>(pages.pages[page].placed.back());
    return run.at.x + run.glyphs.back().x + run.size;
  };
  const PageStyle page = preset().portrait;
  const Length size = preset().page_number.size;
  CHECK(number_at(0) == page.width - page.right - size);
  CHECK(number_at(2) == number_at(0));
  CHECK(number_at(1) < page.width / 2);
}

TEST_CASE("a style names sizes as people do and leaves the rest as it was") {
  const Style style =
      style_from("文字:\n  标题2: {字体: 二级标题, 字号: 小三, 首行缩进: 2, 对齐: 中, 颜色: \"#123456\"}\n");
  CHECK(style.headings[1].role == FontRole::heading2);
  CHECK(style.headings[1].size == 15000);
  CHECK(style.headings[1].first_indent == 30000);
  CHECK(style.headings[1].justification == Justification::centre);
  CHECK(style.headings[1].colour == "#123456");
  CHECK(style.headings[2].size == Style{}.headings[2].size);
  CHECK(style.portrait.left == Style{}.portrait.left);
}

TEST_CASE("mistakes of a style are told") {
  std::string said;
  (void)style_from(
      "页面: {页码: 上面, 竖: {左: 100, 右: 100}}\n"
      "文字:\n  正文: {字号: 很大}\n  标题2: {字体: 隶书}\n  标题3: {对齐: 斜, 颜色: 红}\n  附录: {字号: 三号}\n"
      "表格: [1]\n",
      &said);
  CHECK(said ==
        "STYLE-01 版心太小，排不下文字\n"
        "STYLE-01 页码应为外侧或居中\n"
        "STYLE-01 “字号”应为不超过三位小数的数\n"
        "STYLE-01 没有叫“隶书”的字体\n"
        "STYLE-01 颜色应写成 \"#1b1f24\" 的样子\n"
        "STYLE-01 对齐应为左、中、右或两端\n"
        "STYLE-01 没有叫“附录”的文字样式\n"
        "STYLE-01 “表格”应为一组设置\n");
}
