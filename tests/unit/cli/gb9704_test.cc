// The preset of GB/T 9704-2012 as profiles take it, from its YAML to pages, measured there.

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "fonts_of_tree.h"
#include "layout/gallery.h"
#include "layout/layout.h"
#include "style_of_tree.h"

using namespace gongkai;

namespace {

std::string preset_text() {
  const auto text = DiskFiles().read(std::string(GONGKAI_HOME) + "/templates/shared/style/gb9704.yaml");
  REQUIRE(text);
  return *text;
}

const Style& preset() {
  static const Style style = [] {
    Diagnostics diagnostics;
    Style read = testing::styled(preset_text(), diagnostics);
    CHECK(testing::told(diagnostics) == "");
    return read;
  }();
  return style;
}

Pages pages_of(std::vector<Block> blocks) {
  Document document;
  document.style = preset();
  document.blocks = std::move(blocks);
  Diagnostics diagnostics;
  const auto pages = lay_out(document, testing::tree_fonts(), diagnostics);
  CHECK(testing::told(diagnostics) == "");
  REQUIRE(pages);
  return *pages;
}

Pages body_of(std::size_t characters) { return pages_of({gallery::paragraph(gallery::times("决", characters))}); }

std::vector<GlyphRun> runs_of(const Page& page) {
  std::vector<GlyphRun> runs;
  for (const Placed& placed : page.placed)
    if (const auto* run = std::get_if<GlyphRun>(&placed)) runs.push_back(*run);
  return runs;
}

/// Hundredths of a millimetre, rounded.
Length shown(Length length) { return (length * 254 / 72 + 50) / 100; }

/// Of the em box of a run: the design of Chinese type has 88 % of it above the base line.
Length top_of(const GlyphRun& run) { return run.at.y - run.size * 88 / 100; }
Length bottom_of(const GlyphRun& run) { return top_of(run) + run.size; }
Length right_of(const GlyphRun& run) { return run.at.x + run.glyphs.back().x + run.size; }

std::string face_of(const GlyphRun& run) { return testing::tree_fonts().font(run.font).postscript_name(); }

Length near(Length length, Length wanted, Length tolerance) {
  return std::abs(length - wanted) <= tolerance ? wanted : length;
}

}  // namespace

TEST_CASE("a page of GB/T 9704 holds 22 lines of 28 characters, which fill 156 by 225 mm (5.2.1, 5.2.3)") {
  const Pages pages = body_of(28 * 30);
  REQUIRE(pages.pages.size() == 2);
  const std::vector<GlyphRun> lines = runs_of(pages.pages[0]);
  REQUIRE(lines.size() == 22 + 1);  // and the page number
  CHECK(lines[0].glyphs.size() == 26);
  for (std::size_t line = 1; line < 22; ++line) CHECK(lines[line].glyphs.size() == 28);
  CHECK(shown(pages.pages[0].width) == 21000);
  CHECK(shown(pages.pages[0].height) == 29700);
  CHECK(shown(lines[1].at.x) == 2800);
  CHECK(near(shown(right_of(lines[1])), 2800 + 15600, 5) == 18400);
  CHECK(near(shown(top_of(lines[0])), 3700, 5) == 3700);
  CHECK(near(shown(bottom_of(lines[21])), 3700 + 22500, 15) == 26200);
  CHECK(lines[0].at.x - lines[1].at.x == 2 * lines[0].size);
}

TEST_CASE("a line of GB/T 9704 is a character and seven eighths of one high (3.2)") {
  const std::vector<GlyphRun> lines = runs_of(body_of(28 * 4).pages[0]);
  CHECK(near(lines[1].at.y - lines[0].at.y, lines[0].size * 15 / 8, 5) == lines[0].size * 15 / 8);
}

TEST_CASE("a heading keeps the lines of a GB/T 9704 page") {
  const Pages pages =
      pages_of({gallery::paragraph(gallery::times("决", 28 * 19 - 2)), gallery::heading(2, "一、", "标题", "s1"),
                gallery::paragraph(gallery::times("算", 28 * 5 - 2))});
  const std::vector<GlyphRun> lines = runs_of(pages.pages[0]);
  REQUIRE(lines.size() == 22 + 1);
  CHECK(near(shown(bottom_of(lines[21])), 26200, 15) == 26200);
}

TEST_CASE("page numbers of GB/T 9704 stand outside, a character in, the dash 7 mm below the text (7.5)") {
  const Pages pages = body_of(28 * 50);
  REQUIRE(pages.pages.size() == 3);
  const auto number = [&](std::size_t page) { return runs_of(pages.pages[page]).back(); };
  const Length character = preset().body.size;
  for (const std::size_t page : {0U, 2U}) {
    const GlyphRun& run = number(page);
    CHECK(near(shown(right_of(run) + character), 21000 - 2600, 5) == 18400);
  }
  CHECK(near(shown(number(1).at.x - character), 2600, 5) == 2600);
  const GlyphRun& run = number(0);
  CHECK(run.glyphs.front().character == U'—');
  const auto dash = testing::tree_fonts().font(run.font).box(run.glyphs.front().glyph);
  REQUIRE(dash);
  CHECK(shown(run.at.y - dash->y_max * run.size / 1000) == 26200 + 700);
  CHECK(run.size == points(14));
  CHECK(face_of(run) == face_of(runs_of(pages.pages[0]).front()));  // 宋体 as long as 仿宋 is not to be had
}

TEST_CASE("both sides of a leaf of GB/T 9704 have their type back to back, bound at the inside (5.2.1, 6)") {
  Table wide = gallery::table("T", 3, 4);
  wide.landscape = true;
  const Pages pages = pages_of({gallery::paragraph(gallery::times("决", 28 * 50)), wide});
  REQUIRE(pages.pages.size() == 4);
  CHECK(shown(runs_of(pages.pages[0])[1].at.x) == 2800);
  CHECK(shown(runs_of(pages.pages[1])[0].at.x) == 2600);
  CHECK(shown(runs_of(pages.pages[2])[0].at.x) == 2800);
  const Pages odd = pages_of({gallery::paragraph(gallery::times("决", 28 * 30)), wide});  // the table lies on page 3
  REQUIRE(odd.pages.size() == 3);
  CHECK(shown(runs_of(odd.pages[2])[0].at.y - runs_of(pages.pages[3])[0].at.y) == 200);
  CHECK(shown(odd.places.back().y - pages.places.back().y) == 200);
}

TEST_CASE("covers and contents of GB/T 9704 end with a leaf, its blank back without a number (7.5)") {
  const Pages pages = pages_of({gallery::paragraph("封面", ParagraphRole::cover_title), PageBreak{}, Contents{},
                                PageBreak{}, gallery::heading(1, "", "正文", "a"), gallery::paragraph("正文。")});
  CHECK(pages.pages.size() == 3);  // a cover, its contents, the text: the second is a back already
  const Pages odd = pages_of({gallery::paragraph("封面", ParagraphRole::cover_title), PageBreak{},
                              gallery::heading(1, "", "正文", "a"), gallery::paragraph("正文。")});
  REQUIRE(odd.pages.size() == 3);
  CHECK(odd.pages[1].placed.empty());
  CHECK(odd.pages[1].label.empty());
  CHECK(odd.pages[2].label == "1");
  CHECK(pages_of({gallery::paragraph("封面", ParagraphRole::cover_title)}).pages.size() == 1);  // nothing follows
}

TEST_CASE("annexes of GB/T 9704 are told a line below the text, two characters in, their names aligned (7.3.4)") {
  Paragraph first = gallery::paragraph(gallery::times("甲", 30), ParagraphRole::annexes);
  first.label = "附件：1. ";
  Paragraph second = gallery::paragraph("乙", ParagraphRole::annexes);
  second.label = "　　　2. ";
  second.level = 1;
  const std::vector<GlyphRun> runs = runs_of(pages_of({gallery::paragraph("正文"), first, second}).pages[0]);
  const auto named = [&](char32_t name, std::size_t which) {
    for (const GlyphRun& run : runs)
      for (const PlacedGlyph& glyph : run.glyphs)
        if (glyph.character == name && which-- == 0) return Point{run.at.x + glyph.x, run.at.y};
    return Point{};
  };
  const Length line = preset().body.leading;
  const Point mark = named(U'附', 0);
  CHECK(mark.x == preset().portrait.left + 2 * preset().body.size);
  CHECK(mark.y - named(U'正', 0).y == 2 * line);
  CHECK(named(U'甲', 0).y == mark.y);
  CHECK(named(U'甲', 29).y == mark.y + line);
  CHECK(named(U'甲', 29).x > mark.x);
  CHECK(named(U'乙', 0).y == mark.y + 2 * line);
  CHECK(named(U'乙', 0).x == named(U'甲', 0).x);
}

TEST_CASE("a signature of GB/T 9704 stands centred over its date, which ends four characters from the edge (7.3.5.1)") {
  const auto signed_by = [](const std::string& name) {
    const Pages pages = pages_of({gallery::paragraph("正文"), gallery::paragraph(name, ParagraphRole::closing),
                                  gallery::paragraph("2023年1月9日", ParagraphRole::closing)});
    return runs_of(pages.pages[0]);
  };
  const Length edge = preset().portrait.width - preset().portrait.right;
  const Length character = preset().body.size;
  const std::vector<GlyphRun> runs = signed_by("示例县科学技术协会");
  REQUIRE(runs.size() == 4);
  CHECK(near(right_of(runs[2]) + 4 * character, edge, points(1)) == edge);
  const Length middle = (runs[2].at.x + right_of(runs[2])) / 2;
  CHECK(near((runs[1].at.x + right_of(runs[1])) / 2, middle, points(1)) == middle);
  const std::vector<GlyphRun> longer = signed_by(gallery::times("示例县", 7));
  CHECK(near(right_of(longer[1]), edge, points(1)) == edge);  // not beyond it
}

TEST_CASE("an annex of GB/T 9704 begins a page: its mark black at the corner, its title centred on line 3 (7.3.7)") {
  const Pages pages = pages_of({gallery::paragraph("正文"), gallery::heading(1, "", "附件1　绩效自评表", "a")});
  REQUIRE(pages.pages.size() == 2);
  const std::vector<GlyphRun> runs = runs_of(pages.pages[1]);
  const FontSet& fonts = testing::tree_fonts();
  CHECK(face_of(runs[0]) == fonts.font(fonts.glyph(FontRole::heading1, U'附').font).postscript_name());
  CHECK(runs[0].size == 15790);
  CHECK(shown(runs[0].at.x) == 2600);  // an even page
  CHECK(near(shown(top_of(runs[0])), 3700, 5) == 3700);
  const GlyphRun& title = runs.at(1);
  CHECK(title.glyphs.front().character == U'绩');
  CHECK(title.size == points(22));
  const Length middle = (title.at.x + right_of(title)) / 2;
  CHECK(near(shown(middle), 2600 + 7800, 5) == 10400);
  CHECK(near(title.at.y - runs[0].at.y, 2 * preset().body.leading, 6 * 1000) == 2 * preset().body.leading);
}

TEST_CASE("a lying page of GB/T 9704 bears its number where it would if it stood (7.5)") {
  Table wide = gallery::table("T", 3, 4);
  wide.landscape = true;
  const Pages pages = pages_of({gallery::paragraph("正文。"), wide, gallery::paragraph(gallery::times("决", 28 * 30))});
  REQUIRE(pages.pages.size() == 4);
  const Page& lying = pages.pages[1];
  REQUIRE(lying.width > lying.height);
  const GlyphRun turned = runs_of(lying).back();
  const GlyphRun upright = runs_of(pages.pages[3]).back();  // even as well
  CHECK(turned.turned);
  CHECK(turned.at.x == lying.width - upright.at.y);
  CHECK(turned.at.y == upright.at.x);
  CHECK(!upright.turned);
}

TEST_CASE("the levels of GB/T 9704 have their faces, all of one size and black (7.3.3, 5.2.4)") {
  const Pages pages = pages_of({gallery::heading(2, "一、", "黑体", "a"), gallery::heading(3, "（一）", "楷体", "b"),
                                gallery::heading(4, "1.", "仿宋", "c"), gallery::paragraph("（1）正文")});
  const std::vector<GlyphRun> lines = runs_of(pages.pages[0]);
  const FontSet& fonts = testing::tree_fonts();
  const auto face = [&](FontRole role) { return fonts.font(fonts.glyph(role, U'决').font).postscript_name(); };
  REQUIRE(lines.size() == 5);
  CHECK(face_of(lines[0]) == face(FontRole::heading1));
  CHECK(face_of(lines[1]) == face(FontRole::heading2));
  CHECK(face_of(lines[2]) == face(FontRole::body));
  CHECK(face_of(lines[3]) == face(FontRole::body));
  for (std::size_t line = 0; line < 4; ++line) {
    CHECK(lines[line].size == 15790);
    CHECK(lines[line].at.x == preset().portrait.left + 2 * 15790);
    CHECK(lines[line].colour == "#000000");
  }
}

TEST_CASE("a style names sizes as people do and leaves the rest as it was") {
  Diagnostics diagnostics;
  const Style style = testing::styled(
      "文字:\n  标题2: {字体: 二级标题, 字号: 小三, 首行缩进: 2, 对齐: 中, 颜色: \"#123456\"}\n"
      "网页:\n  亮: {线: \"#abcdef\"}\n",
      diagnostics);
  CHECK(testing::told(diagnostics) == "");
  CHECK(style.headings[1].role == FontRole::heading2);
  CHECK(style.headings[1].size == 15000);
  CHECK(style.headings[1].first_indent == 30000);
  CHECK(style.headings[1].justification == Justification::centre);
  CHECK(style.headings[1].colour == "#123456");
  CHECK(style.headings[1].leading == testing::report_style().headings[1].leading);
  CHECK(style.portrait.left == micrometres(27'000));
  CHECK(style.web.light[5] == "#abcdef");
  CHECK(style.web.light[7] == style.table.header_fill);  // as on paper
}

TEST_CASE("a colour too faint for what it stands on is told once, where it is worst, on paper and on both pages") {
  Diagnostics diagnostics;
  (void)testing::styled(
      "文字: {注: {颜色: \"#777777\"}}\n"
      "表格: {表头底色: \"#333333\"}\n"
      "图: {上年: \"#a9bccf\"}\n"
      "网页: {暗: {淡字: \"#6b7076\"}}\n",
      diagnostics);
  CHECK(testing::told(diagnostics) ==
        "STYLE-04 "
        "“注的颜色”#777777在打印的“白纸”#ffffff上的对比度是4.47，不到4.50（把“注的颜色”调深，对比度至少要到4.50）\n"
        "STYLE-04 “表格的颜色”#000000在打印的“表头底色”#333333上的对比度是1.66，不到4.50"
        "（打印的“白纸”太浅，打印的“表头底色”太深，没有一种颜色在两处都够：先改底色，使它们深浅相近）\n"
        "STYLE-04 "
        "“上年”#a9bccf在网页（暗）的“图底”#f2f1ee上的对比度是1.72，不到3.00（把“上年”调深，对比度至少要到3.00）\n"
        "STYLE-04 “字”#1b1f24在网页（亮）的“表头底”#333333上的对比度是1.31，不到4.50"
        "（网页（亮）的“纸”太浅，网页（亮）的“表头底”太深，没有一种颜色在两处都够：先改底色，使它们深浅相近）\n"
        "STYLE-04 "
        "“淡字”#6b7076在网页（暗）的“纸”#17191c上的对比度是3.52，不到4.50（把“淡字”调浅，对比度至少要到4.50）\n");
}

TEST_CASE("all of a chart is checked on every ground it stands on") {
  const auto told = [](const std::string& changes) {
    Diagnostics diagnostics;
    (void)testing::styled(changes, diagnostics);
    return testing::told(diagnostics);
  };
  // Right on white alone.
  CHECK(told("图: {字: \"#767676\", 轴线: \"#8f8f8f\"}\n") ==
        "STYLE-04 "
        "“图的字”#767676在网页（暗）的“图底”#f2f1ee上的对比度是4.02，不到4.50（把“图的字”调深，对比度至少要到4.50）\n"
        "STYLE-04 "
        "“轴线”#8f8f8f在网页（暗）的“图底”#f2f1ee上的对比度是2.86，不到3.00（把“轴线”调深，对比度至少要到3.00）\n");
  CHECK(
      told("图: {各块: [\"#1f4a75\", \"#ffffff\", \"#5c3d2e\", \"#2f5d50\"]}\n") ==
      "STYLE-04 "
      "“各块的颜色”#ffffff在打印的“白纸”#ffffff上的对比度是1.00，不到3.00（把“各块的颜色”调深，对比度至少要到3.00）\n");
}

TEST_CASE("only closing lines have room kept at their right") {
  Diagnostics diagnostics;
  const Style style = testing::styled("文字: {落款: {右空: 4}, 表题: {右空: 2}}\n", diagnostics);
  CHECK(testing::told(diagnostics) == "STYLE-01 只有“落款”可以写“右空”（删去“右空”；别的文字靠哪边，用“对齐”）\n");
  CHECK(style.closing.end_indent == 4 * style.closing.size);
  CHECK(style.table_title.end_indent == 0);
}

TEST_CASE("mistakes of a style are told") {
  Diagnostics diagnostics;
  (void)testing::styled(
      "页面: {页码: 上面, 竖: {左: 100, 右: 100}}\n"
      "文字:\n  正文: {字号: 很大}\n  标题2: {字体: 隶书}\n  标题3: {对齐: 斜, 颜色: 红}\n  附录: {字号: 三号}\n  "
      "页码: ~\n"
      "表格: {字号: [六号, 五号], 续表: ~}\n目录: [1]\n图: {最小: 10}\n"
      "网页: {亮: {字色: \"#000000\"}, 字族: {正文: {字体: [\"宋体; }\"]}}}\n",
      diagnostics);
  CHECK(testing::told(diagnostics) ==
        "STYLE-01 版心太小，排不下文字\n"
        "STYLE-01 “页码”应为外侧或居中\n"
        "STYLE-01 “字号”应为号数或不超过三位小数的磅数\n"
        "STYLE-01 行距小于字号\n"
        "STYLE-01 没有叫“隶书”的字体\n"
        "STYLE-01 对齐应为左、中、右或两端\n"
        "STYLE-01 颜色应写成 \"#1b1f24\" 的样子\n"
        "STYLE-02 “文字”没有写“页码”（各层合起来要写全，通用的在 shared/style/report.yaml）\n"
        "STYLE-01 没有叫“附录”的文字样式\n"
        "STYLE-02 “表格”没有写“续表”（各层合起来要写全，通用的在 shared/style/report.yaml）\n"
        "STYLE-01 “字号”应为一列字号，由大到小\n"
        "STYLE-01 “目录”应为一组设置\n"
        "DEF-06 “最小”应为 30 到 100 的整数\n"
        "STYLE-01 “字体”应为一列字体的名称\n"
        "STYLE-01 “亮”没有叫“字色”的颜色\n");
}
