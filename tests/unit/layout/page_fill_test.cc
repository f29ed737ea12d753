// How pages are filled: what is set closer, smaller or later rather than leave a page's foot white.

#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.h"
#include "fonts_of_tree.h"
#include "gallery.h"
#include "layout/layout.h"
#include "style_of_tree.h"

using namespace gongkai;

namespace {

Pages pages_of(std::vector<Block> blocks) {
  Document document;
  document.blocks = std::move(blocks);
  document.style = testing::report_style();
  Diagnostics diagnostics;
  auto pages = lay_out(document, testing::tree_fonts(), diagnostics);
  CHECK(testing::told(diagnostics).empty());
  REQUIRE(pages);
  return std::move(*pages);
}

std::vector<Block> lines(std::size_t count) { return std::vector<Block>(count, gallery::paragraph("一行正文。")); }

struct Found {
  std::size_t page = 0;  // from 1; 0: nowhere
  Length size = 0;
  Length y = 0;
};

Paragraph annex(const std::string& name, bool first) {
  Paragraph annex = gallery::paragraph(name, ParagraphRole::annexes);
  annex.level = first ? 0 : 1;
  return annex;
}

/// Where a run of exactly these characters stands.
Found find(const Pages& pages, const std::string& text) {
  const std::u32string wanted = utf8::decode_all(text);
  for (std::size_t page = 0; page < pages.pages.size(); ++page)
    for (const Placed& placed : pages.pages[page].placed) {
      const auto* run = std::get_if<GlyphRun>(&placed);
      if (run == nullptr || run->glyphs.size() != wanted.size()) continue;
      std::u32string shown;
      for (const PlacedGlyph& glyph : run->glyphs) shown += glyph.character;
      if (shown == wanted) return {page + 1, run->size, run->at.y};
    }
  return {};
}

std::size_t runs_on(const Page& page) {
  return static_cast<std::size_t>(std::count_if(page.placed.begin(), page.placed.end(), [](const Placed& placed) {
    return std::holds_alternative<GlyphRun>(placed);
  }));
}

}  // namespace

TEST_CASE("a table that would spill a few rows stands in closer rows on its page") {
  const Pages pages = pages_of({gallery::table("T", 3, 50)});
  CHECK(pages.pages.size() == 1);
  CHECK(find(pages, "第50行").size == 9000);  // closer at this size rather than smaller
}

TEST_CASE("a table of many pages keeps its type and its rows their distance") {
  const Pages pages = pages_of({gallery::table("T", 3, 400)});
  CHECK(find(pages, "第400行").size == 10500);
}

TEST_CASE("a table is set a little smaller if it then fits what is left of the page") {
  auto blocks = lines(17);
  blocks.emplace_back(gallery::table("T", 3, 15));
  const Pages pages = pages_of(blocks);
  CHECK(pages.pages.size() == 1);
  CHECK(find(pages, "第15行").size == 9000);
}

TEST_CASE("a table that would leave most of a page white begins there") {
  auto blocks = lines(5);
  blocks.emplace_back(gallery::heading(2, "一、", "支出", "s1"));
  blocks.emplace_back(gallery::table("T", 3, 44));
  const Pages pages = pages_of(blocks);
  CHECK(pages.pages.size() == 2);
  CHECK(find(pages, "第1行").page == 1);
  CHECK(find(pages, "第44行").page == 2);
}

TEST_CASE("a form that fits a page is not parted to fill half of another") {
  auto blocks = lines(12);
  Table form = gallery::table("T", 3, 44);
  form.form = true;
  blocks.emplace_back(form);
  const Pages pages = pages_of(blocks);
  CHECK(find(pages, "第1行").page == 2);
  CHECK(find(pages, "第44行").page == 2);
}

TEST_CASE("a chart without room waits while paragraphs fill the page, but not past a heading") {
  auto blocks = lines(25);
  blocks.emplace_back(gallery::chart(ChartKind::bar, "c1"));
  blocks.emplace_back(gallery::paragraph("图后的一段。"));
  blocks.emplace_back(gallery::heading(2, "一、", "下一节", "s1"));
  const Pages pages = pages_of(blocks);
  CHECK(find(pages, "图后的一段。").page == 1);
  CHECK(find(pages, "图1　支出结构图").page == 2);
  CHECK(find(pages, "一、下一节").page == 2);
}

TEST_CASE("what introduces stays with the chart it introduces if a page holds both") {
  for (std::size_t above = 14; above < 34; ++above) {
    auto blocks = lines(above);
    blocks.emplace_back(gallery::paragraph("支出结构如下图："));
    blocks.emplace_back(gallery::chart(ChartKind::bar, "c1"));
    blocks.emplace_back(gallery::paragraph("图后的一段。"));
    const Pages pages = pages_of(blocks);
    CHECK(find(pages, "支出结构如下图：").page == find(pages, "图1　支出结构图").page);
  }
}

TEST_CASE("a chart that waits does not come between what introduces and what it introduces") {
  auto blocks = lines(25);
  blocks.emplace_back(gallery::chart(ChartKind::bar, "c1"));
  blocks.emplace_back(gallery::paragraph("图后的一段。"));
  blocks.emplace_back(gallery::paragraph("各项支出如下："));
  blocks.emplace_back(gallery::table("T", 3, 4));
  const Pages pages = pages_of(blocks);
  CHECK(find(pages, "图后的一段。").page == 1);
  CHECK(find(pages, "图1　支出结构图").page == 2);
  CHECK(find(pages, "各项支出如下：").page == 2);
  CHECK(find(pages, "各项支出如下：").y > find(pages, "图1　支出结构图").y);
}

TEST_CASE("introductions higher than a page fill pages, each with the next") {
  std::vector<Block> blocks;
  for (int count = 0; count < 600; ++count) blocks.emplace_back(gallery::paragraph("有关情况如下："));
  blocks.emplace_back(gallery::paragraph("情况属实。"));
  const std::size_t full = pages_of(lines(blocks.size())).pages.size();
  const Pages pages = pages_of(blocks);
  CHECK(pages.pages.size() <= full + 1);
  CHECK(find(pages, "情况属实。").page == pages.pages.size());
  CHECK(runs_on(pages.pages.back()) > 2);  // and the page number
}

TEST_CASE("a heading higher than a page may be the last thing") {
  const Pages pages = pages_of({gallery::heading(2, "一、", gallery::times("很长的标题", 1000), "s1")});
  CHECK(pages.pages.size() > 1);
}

TEST_CASE("of annexes over many pages none stands alone") {
  for (std::size_t above = 0; above < 40; ++above) {
    auto blocks = lines(above);
    for (int count = 1; count <= 40; ++count) blocks.emplace_back(annex("附件" + std::to_string(count), count == 1));
    const Pages pages = pages_of(blocks);
    CHECK(pages.pages.size() <= pages_of(lines(above + 42)).pages.size());
    CHECK(find(pages, "附件1").page == find(pages, "附件2").page);
    CHECK(find(pages, "附件39").page == find(pages, "附件40").page);
  }
}
