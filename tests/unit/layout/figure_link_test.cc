#include <doctest/doctest.h>

#include <algorithm>

#include "fonts_of_tree.h"
#include "gallery.h"
#include "layout/layout.h"

using namespace gongkai;

namespace {

Pages pages_of(std::vector<Block> blocks) {
  Document document;
  document.style = testing::report_style();
  document.blocks = std::move(blocks);
  Diagnostics diagnostics;
  auto pages = lay_out(document, testing::tree_fonts(), diagnostics);
  REQUIRE(pages);
  return std::move(*pages);
}

Paragraph telling(const std::string& before, const std::string& figure) {
  Paragraph paragraph;
  paragraph.text = {PlainText{before}, Figure{figure, {}, 7}, PlainText{"万元。"}};
  return paragraph;
}

/// Whose cell in the last of `rows` rows prints the same figure.
Table printing(std::uint32_t rows) {
  Table table = gallery::table("EX", 3, rows);
  gallery::cell_at(table, rows, 1).content = {Figure{"874.05", {}, 7}};
  return table;
}

}  // namespace

TEST_CASE("a figure of the text leads to its table row, on whichever page that is") {
  const Pages pages = pages_of({telling("支出合计", "874.05"), printing(60)});
  REQUIRE(pages.pages.size() > 1);
  REQUIRE(pages.pages[0].links.size() == 1);
  const LinkArea& link = pages.pages[0].links[0];
  CHECK(link.target == "EX.60.1");
  CHECK(link.words.starts_with("见公开03表 支出决算表，"));
  CHECK(pages.structure[link.element].role == ElementRole::link);
  const auto place =
      std::find_if(pages.places.begin(), pages.places.end(), [&](const Place& p) { return p.id == link.target; });
  REQUIRE(place != pages.places.end());
  CHECK(place->page + 1 == pages.pages.size());
}

TEST_CASE("a link is as wide as its figure") {
  const Pages pages = pages_of({telling("", "874.05"), printing(2)});
  REQUIRE(pages.pages[0].links.size() == 1);
  const auto run = std::find_if(pages.pages[0].placed.begin(), pages.pages[0].placed.end(), [](const Placed& placed) {
    const auto* const glyphs = std::get_if<GlyphRun>(&placed);
    return glyphs != nullptr && glyphs->glyphs.size() == 6 && glyphs->glyphs.front().character == U'8';
  });
  REQUIRE(run != pages.pages[0].placed.end());
  const GlyphRun& figure = std::get<GlyphRun>(*run);
  const LinkArea& link = pages.pages[0].links[0];
  CHECK(link.at.x == figure.at.x);
  CHECK(link.width > figure.glyphs.back().x);
  CHECK(link.width < figure.glyphs.back().x + figure.size);
}

TEST_CASE("a figure that no table prints is no link") {
  CHECK(pages_of({telling("支出合计", "874.05"), gallery::table("EX", 3, 2)}).pages[0].links.empty());
}
