#pragma once
// A small PDF set by hand: a cover and a page with every kind of placed thing.

#include <string>
#include <utility>

#include "base/utf8.h"
#include "fonts_of_tree.h"
#include "layout/font_set.h"
#include "layout/page.h"

namespace gongkai::testing {

/// Sets a line at a base line, `gap` beyond the advances; one run for each stretch of one
/// font. Returns where the line ends.
inline Length set_line(Page& page, const FontSet& fonts, FontRole role, Length size, Point at, const std::string& text,
                       Length gap = 0) {
  Length x = 0;
  GlyphRun run;
  run.size = size;
  run.at = at;
  for (const char32_t character : utf8::decode_all(text)) {
    const Glyph glyph = fonts.glyph(role, character);
    if (glyph.font != run.font && !run.glyphs.empty()) {
      page.placed.push_back(run);
      run.glyphs.clear();
    }
    run.font = glyph.font;
    run.glyphs.push_back({glyph.glyph, character, x});
    x += at_size(glyph.advance, size) + gap;
  }
  page.placed.push_back(std::move(run));
  return x;
}

inline Shape triangle() {
  Shape shape;
  shape.steps = {{PathStep::Kind::move, {0, 60000}, {}, {}},
                 {PathStep::Kind::line, {60000, 60000}, {}, {}},
                 {PathStep::Kind::curve, {30000, 0}, {60000, 20000}, {50000, 0}},
                 {PathStep::Kind::close, {}, {}, {}}};
  shape.fill = "#cce0ff";
  shape.stroke = "#003366";
  shape.stroke_width = 750;
  return shape;
}

inline Pages sample_pages(const FontSet& fonts) {
  Pages pages;
  pages.title = "凉山州科学技术协会2023年度部门决算";
  pages.author = "凉山州科学技术协会";
  pages.subject = "部门决算：𬱖";
  pages.date = "2024-09-20";
  pages.language = "zh-CN";
  Page cover{595276, 841890, "", {}};
  set_line(cover, fonts, FontRole::title, 26000, {100000, 300000}, "某某单位2023年度部门决算");
  set_line(cover, fonts, FontRole::body, 14000, {100000, 400000}, "第一部分 部门概况……1");
  cover.links.push_back({{100000, 386000}, 200000, 16000, "第一"});
  Page page{595276, 841890, "1", {}};
  set_line(page, fonts, FontRole::heading1, 16000, {72000, 90000}, "一、收入支出——总体“情况”说明");
  set_line(page, fonts, FontRole::heading2, 16000, {72000, 120000}, "（一）“三公”经费：阿卜杜拉·买买提 0123456789");
  set_line(page, fonts, FontRole::body, 16000, {104000, 150000},
           "名字：䶮、𬱖、𠮷、〇、㐁、朱镕基、赵𫖯。", 330);
  set_line(page, fonts, FontRole::body, 12000, {72000, 180000},
           "2023年度支出874.05万元，比上年减少1 234.50万元，下降0.39%（‱、㎡、①、☑是☐否）。");
  for (int row = 0; row < 3; ++row) {
    const Length y = 220000 + row * 20000;
    page.placed.push_back(Box{{72000, y}, 300000, 500, "#000000"});
    set_line(page, fonts, FontRole::table, 10500, {80000, y + 14000}, "2060701 机构运行");
    set_line(page, fonts, FontRole::table, 10500, {300000, y + 14000}, row == 1 ? "111.11" : "296.80");
  }
  page.placed.push_back(PlacedShape{{400000, 220000}, triangle()});
  pages.pages = {cover, page};
  pages.places = {{"第一", 1, 74000}, {"s1-1", 1, 104000}};
  pages.outline = {{1, "第一部分 部门概况", 1, 74000},
                   {2, "一、𬱖的职责", 1, 104000},
                   {3, "（一）更深", 1, 134000},
                   {1, "附件", 1, 200000}};
  return pages;
}

}  // namespace gongkai::testing
