#include "layout/layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "base/utf8.h"
#include "fonts_of_tree.h"
#include "gallery.h"
#include "layout/page_dump.h"
#include "style_of_tree.h"

using namespace gongkai;

namespace {

/// Pages of these blocks; `told` is filled with what was reported.
std::optional<Pages> pages_of(std::vector<Block> blocks, std::string* said = nullptr) {
  Document document;
  document.style = testing::report_style();
  document.blocks = std::move(blocks);
  Diagnostics diagnostics;
  auto pages = lay_out(document, testing::tree_fonts(), diagnostics);
  if (said != nullptr) *said = testing::told(diagnostics);
  if (said == nullptr) CHECK(testing::told(diagnostics).empty());
  return pages;
}

std::string text_of(const Page& page) {
  std::string text;
  for (const Placed& placed : page.placed)
    if (const auto* run = std::get_if<GlyphRun>(&placed))
      for (const PlacedGlyph& glyph : run->glyphs) utf8::append(text, glyph.character);
  return text;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

std::string all_text(const Pages& pages) {
  std::string text;
  for (const Page& page : pages.pages) text += text_of(page);
  return text;
}

/// Nothing reaches over the paper's edge, and no two glyphs of a page stand on one place.
void check_placing(const Pages& pages) {
  for (const Page& page : pages.pages) {
    std::map<std::pair<Length, Length>, int> taken;
    for (const Placed& placed : page.placed) {
      const auto* run = std::get_if<GlyphRun>(&placed);
      if (run == nullptr) continue;
      for (const PlacedGlyph& glyph : run->glyphs) {
        const Point at{run->at.x + glyph.x, run->at.y};
        CHECK(at.x >= 0);
        CHECK(at.x < page.width);
        CHECK(at.y > 0);
        CHECK(at.y < page.height);
        CHECK(++taken[{at.x, at.y}] == 1);
      }
    }
  }
}

std::string golden(const std::string& shown) {
  const std::string path = std::string(GONGKAI_HOME) + "/tests/unit/layout/gallery.txt";
  if (std::getenv("GONGKAI_UPDATE_GOLDENS") != nullptr) std::ofstream(path, std::ios::binary) << shown;
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("the gallery of every construct is laid out as recorded (GONGKAI_UPDATE_GOLDENS=1 records it)") {
  const Document document = gallery::everything();
  CHECK(verify(document).empty());
  Diagnostics diagnostics;
  const auto pages = lay_out(document, testing::tree_fonts(), diagnostics);
  REQUIRE(pages);
  check_placing(*pages);
  const std::string shown = dump(*pages, testing::tree_fonts());
  const std::string recorded = golden(shown);
  const auto differs = std::mismatch(shown.begin(), shown.end(), recorded.begin(), recorded.end());
  CHECK_MESSAGE(shown == recorded, "line " << std::count(shown.begin(), differs.first, '\n') + 1);
}

TEST_CASE("a document without blocks is one blank page without a number") {
  const auto pages = pages_of({});
  REQUIRE(pages);
  CHECK(pages->pages.size() == 1);
  CHECK(pages->pages[0].placed.empty());
  CHECK(pages->pages[0].label.empty());
}

TEST_CASE("a document of paragraphs and tables alone has no cover and loses nothing") {
  const auto pages =
      pages_of({gallery::paragraph("只有正文。"), gallery::table("T", 3, 2), gallery::paragraph("结束。")});
  REQUIRE(pages);
  CHECK(pages->pages.size() == 1);
  CHECK(pages->pages[0].label == "1");
  CHECK(text_of(pages->pages[0]) == "只有正文。支出决算表公开03表科目名称数1数2第1行1.111.12第2行2.112.12结束。— 1 —");
}

TEST_CASE("a cover alone bears no number and no blank page follows it or a last page break") {
  const auto cover = pages_of({gallery::paragraph("某单位", ParagraphRole::cover_title)});
  REQUIRE(cover);
  CHECK(cover->pages.size() == 1);
  CHECK(cover->pages[0].label.empty());
  const auto pages = pages_of({gallery::paragraph("正文。"), PageBreak{}});
  REQUIRE(pages);
  CHECK(pages->pages.size() == 1);
}

TEST_CASE("the last lines of a cover stand at its foot, other lines where they are written") {
  const auto pages = pages_of({gallery::paragraph("某年度", ParagraphRole::cover_line),
                               gallery::paragraph("某单位", ParagraphRole::cover_title),
                               gallery::paragraph("（盖章）", ParagraphRole::cover_line),
                               gallery::paragraph("某日", ParagraphRole::cover_line), Contents{}});
  REQUIRE(pages);
  const Page& cover = pages->pages[0];
  const auto part_of_page = [&cover](std::size_t run) {
    return std::get<GlyphRun>(cover.placed[run]).at.y * 100 / cover.height;
  };
  REQUIRE(cover.placed.size() == 4);
  CHECK(part_of_page(0) == 34);
  CHECK(part_of_page(1) == 39);
  CHECK(part_of_page(2) == 75);
  CHECK(part_of_page(3) == 78);
}

TEST_CASE("a table below the contents is not lost") {
  const auto pages =
      pages_of({gallery::paragraph("某单位", ParagraphRole::cover_title), Contents{}, gallery::table("T", 2, 1)});
  REQUIRE(pages);
  CHECK(pages->pages.size() == 3);
  CHECK(count(text_of(pages->pages[2]), "1.11") == 1);
}

TEST_CASE("contents that run over by a few lines are closed up to one page and name the right pages") {
  std::vector<Block> blocks{gallery::paragraph("某单位", ParagraphRole::cover_title), Contents{}};
  for (int part = 0; part < 36; ++part) {
    blocks.emplace_back(gallery::heading(2, "一、", "标题", "s" + std::to_string(part)));
    blocks.emplace_back(gallery::table("t" + std::to_string(part), 2, 20));
  }
  const auto pages = pages_of(std::move(blocks));
  REQUIRE(pages);
  CHECK(pages->pages[1].label.empty());
  CHECK(pages->pages[2].label == "1");
  for (const Place& place : pages->places) CHECK(place.page >= 2);
  CHECK(count(text_of(pages->pages[1]), "标题") == 36);
}

TEST_CASE("a heading stays with the first lines of what follows it") {
  for (std::size_t before = 20; before < 40; ++before) {
    const auto pages = pages_of({gallery::paragraph(gallery::times("前文的一句话。", before * 5)),
                                 gallery::heading(2, "二、", "标题", "s1"), gallery::heading(3, "（一）", "小题", "s2"),
                                 gallery::paragraph(gallery::times("后文甲乙丙丁。", 6))});
    REQUIRE(pages);
    for (const Page& page : pages->pages) {
      const std::string text = text_of(page);
      if (count(text, "标题") == 1) CHECK(count(text, "后文") >= 6);  // short paragraphs are kept whole
    }
  }
}

TEST_CASE("no line of a paragraph stands alone at the foot or the head of a page") {
  for (std::size_t before = 25; before < 36; ++before) {
    const auto pages = pages_of(
        {gallery::paragraph(gallery::times("前", before * 36)), gallery::paragraph(gallery::times("后", 36 * 5))});
    REQUIRE(pages);
    for (const Page& page : pages->pages) {
      const std::size_t characters = count(text_of(page), "后");
      CHECK((characters == 0 || characters > 37));
    }
  }
}

TEST_CASE("the last rows of a table, its totals and its notes are never alone on a page") {
  for (std::uint32_t rows = 20; rows < 60; ++rows) {
    Table table = gallery::table("T", 3, rows);
    table.rows[rows].role = RowRole::total;
    table.footnotes = {"注：脚注。"};
    const auto pages = pages_of({table});
    REQUIRE(pages);
    const std::string text = text_of(pages->pages.back());
    CHECK(count(text, "注：脚注。") == 1);
    CHECK(count(text, "第" + std::to_string(rows) + "行") == 1);
    CHECK(count(text, "第" + std::to_string(rows - 1) + "行") == 1);
  }
}

TEST_CASE("every row of a long table is shown once under a repeated header") {
  const auto pages = pages_of({gallery::table("T", 5, 500)});
  REQUIRE(pages);
  check_placing(*pages);
  CHECK(count(all_text(*pages), "科目名称") == pages->pages.size());
  for (int row = 1; row <= 500; ++row) CHECK(count(all_text(*pages), "第" + std::to_string(row) + "行") == 1);
}

TEST_CASE("a row taller than a page is cut between lines and no character is lost") {
  Table table = gallery::table("T", 3, 4);
  gallery::cell_at(table, 2, 0).content = gallery::words(gallery::times("长文", 3000));
  const auto pages = pages_of({table});
  REQUIRE(pages);
  check_placing(*pages);
  CHECK(pages->pages.size() >= 2);
  CHECK(count(all_text(*pages), "长") == 3000);
  CHECK(count(all_text(*pages), "第4行") == 1);
  CHECK(count(text_of(pages->pages.front()), "长") > 100);  // it begins below the rows before it
}

TEST_CASE("a cell over three pages shows all of its text, however full it is") {
  for (const std::size_t length : {4UL, 300UL, 900UL, 1100UL, 1300UL, 2000UL}) {
    Table table = gallery::table("T", 3, 120);
    gallery::span_rows(table, 3, 100, gallery::times("跨", length));
    const auto pages = pages_of({table});
    REQUIRE(pages);
    check_placing(*pages);
    CHECK(pages->pages.size() >= 3);
    CHECK(count(all_text(*pages), "跨") == length);
    CHECK(count(all_text(*pages), "第120行") == 1);
  }
}

TEST_CASE("a table wider than any page is split by groups, each part with its row headers") {
  const auto pages = pages_of({gallery::wide_table()});
  REQUIRE(pages);
  check_placing(*pages);
  REQUIRE(pages->pages.size() == 1);  // the second part finds room below the first
  CHECK(pages->pages[0].width > pages->pages[0].height);
  CHECK(count(text_of(pages->pages[0]), "第3行") == 2);
  CHECK(count(all_text(*pages), "123456.78") == 72);
}

TEST_CASE("a figure wider than a page is refused by its cell") {
  Table table = gallery::table("T", 3, 2);
  gallery::cell_at(table, 2, 1).content = {Figure{gallery::times("9", 300), {}, 0}};
  std::string said;
  CHECK_FALSE(pages_of({table}, &said));
  CHECK(said ==
        "LAYOUT-01 "
        "公开03表 支出决算表第3行第2列“999999999999999999999999…”比整页还宽，排不下（检查这个数字的位数和单位）\n");
}

TEST_CASE("a figure too wide for an upright page gets a landscape one") {
  Table table = gallery::table("T", 3, 2);
  gallery::cell_at(table, 2, 1).content = {Figure{gallery::times("9", 130), {}, 0}};
  const auto pages = pages_of({table});
  REQUIRE(pages);
  CHECK(pages->pages[0].width > pages->pages[0].height);
  check_placing(*pages);
}

TEST_CASE("a word wider than its column is broken, not clipped") {
  Table table = gallery::table("T", 3, 2);
  gallery::cell_at(table, 2, 0).content = gallery::words(gallery::times("w", 900));
  const auto pages = pages_of({table});
  REQUIRE(pages);
  check_placing(*pages);
  CHECK(count(all_text(*pages), "w") == 900);
}

TEST_CASE("a header taller than a page is refused by its cell") {
  Table table = gallery::table("T", 3, 2);
  gallery::cell_at(table, 0, 1).content = gallery::words(gallery::times("表头", 4000));
  std::string said;
  CHECK_FALSE(pages_of({table}, &said));
  CHECK(said ==
        "LAYOUT-02 "
        "公开03表 支出决算表第1行第2列“表头表头表头表头表头表头表头表头表头表头表头表头…”使表头比整页还高，排不下（缩短"
        "表头的文字）\n");
}

TEST_CASE("spaces between words are glyphs, for whoever reads the text out of the page") {
  const auto pages = pages_of({gallery::paragraph("见 Open Data 一栏，" + gallery::times("Open Data ", 12) + "止")});
  REQUIRE(pages);
  CHECK(count(text_of(pages->pages[0]), "Open Data ") == 13);
}

TEST_CASE("a chart with nothing to draw shows its statement or its values") {
  Chart chart = gallery::chart(ChartKind::pie, "c");
  chart.values.clear();
  chart.statement = "本年没有支出。";
  const auto pages = pages_of({chart});
  REQUIRE(pages);
  CHECK(text_of(pages->pages[0]) == "图1　支出结构图本年没有支出。— 1 —");
}

TEST_CASE("a table that goes on says so on every page but its first") {
  const auto pages = pages_of({gallery::table("T", 3, 120)});
  REQUIRE(pages);
  REQUIRE(pages->pages.size() > 2);
  CHECK(count(text_of(pages->pages[0]), "续表") == 0);
  for (std::size_t page = 1; page < pages->pages.size(); ++page) CHECK(count(text_of(pages->pages[page]), "续表") == 1);
  CHECK(count(all_text(*pages), "第120行") == 1);
}

TEST_CASE("further columns of a table say that they go on, its title again below that") {
  const auto pages = pages_of({gallery::wide_table()});
  REQUIRE(pages);
  CHECK(count(all_text(*pages), "续表") == 1);
  CHECK(count(all_text(*pages), "续表很宽的表公开07表") == 1);
}

TEST_CASE("a title of two lines has lines of about one length") {
  const auto pages =
      pages_of({gallery::paragraph("凉山彝族自治州科学技术协会部门整体支出绩效评价报告", ParagraphRole::cover_title)});
  REQUIRE(pages);
  std::vector<std::size_t> lines;
  for (const Placed& placed : pages->pages[0].placed)
    if (const auto* run = std::get_if<GlyphRun>(&placed)) lines.push_back(run->glyphs.size());
  CHECK(lines == std::vector<std::size_t>{13, 12});
}

TEST_CASE("every thing on a page is part of an element or furniture, and tables are whole in the structure") {
  const auto pages =
      pages_of({gallery::heading(2, "一、", "标题", "s1"), gallery::paragraph("正文。"), gallery::table("T", 3, 120)});
  REQUIRE(pages);
  std::map<ElementRole, int> roles;
  for (ElementId id = 1; id <= pages->structure.count(); ++id) ++roles[pages->structure[id].role];
  CHECK(roles[ElementRole::table] == 1);
  CHECK(roles[ElementRole::row] == 121);
  CHECK(roles[ElementRole::header_cell] + roles[ElementRole::data_cell] == 121 * 3);
  CHECK(pages->structure[2].level == 1);  // no level is skipped
  for (const Page& page : pages->pages)
    for (const Mark& mark : page.marks) CHECK(mark.element != 1);
}
