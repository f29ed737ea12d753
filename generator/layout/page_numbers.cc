#include "layout/page_numbers.h"

#include <string>
#include <utility>

#include "layout/set_text.h"

namespace gongkai {
namespace {

/// 单页码居右空一字，双页码居左空一字, a character being one of the body's; or in the middle.
TextBlock set_number(std::size_t number, Length room, const Style& style, const FontSet& fonts) {
  TextStyle text = style.page_number.text;
  const bool right = style.page_number.outside && number % 2 == 1;
  if (style.page_number.outside) {
    text.justification = right ? Justification::end : Justification::start;
    text.first_indent = right ? 0 : style.body.size;
    room -= right ? style.body.size : 0;
  }
  return set_text("— " + std::to_string(number) + " —", text, room, fonts);
}

/// How far the upper edge of the dash stands above the base line.
Length height_of_dash(const GlyphRun& number, const FontSet& fonts) {
  const auto box = fonts.font(number.font).box(number.glyphs.front().glyph);
  return box ? at_size(box->y_max, number.size) : 0;
}

/// A lying page turned upright has its left edge at the foot.
void place_number(const TextBlock& number, const PageStyle& geometry, const PageNumberStyle& style, bool turned,
                  const FontSet& fonts, Page& page) {
  for (GlyphRun run : number.lines.front().runs) {
    const Length line = geometry.height - geometry.bottom + style.drop + height_of_dash(run, fonts);
    const Point upright{geometry.left + run.at.x, line};
    run.turned = turned;
    run.at = turned ? Point{geometry.height - upright.y, upright.x} : upright;
    page.placed.emplace_back(std::move(run));
  }
}

}  // namespace

void number_pages(std::vector<Page>& pages, const Style& style, const FontSet& fonts) {
  for (std::size_t index = 0; index < pages.size(); ++index) {
    Page& page = pages[index];
    const bool lying = page.width > page.height;
    const bool turned = lying && style.page_number.as_upright;
    const PageStyle& geometry = lying && !turned ? style.landscape : style.portrait;
    page.label = std::to_string(index + 1);
    page.mark(page_foot);
    const TextBlock number = set_number(index + 1, geometry.room(), style, fonts);
    place_number(number, geometry, style.page_number, turned, fonts, page);
  }
}

}  // namespace gongkai
