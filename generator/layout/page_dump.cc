#include "layout/page_dump.h"

#include <cstdlib>
#include <variant>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr Length least_gap = 20;  // shown

/// 12500 → "12.5"
std::string in_points(Length length) {
  const std::int64_t size = std::llabs(length);
  std::string text = (length < 0 ? "-" : "") + std::to_string(size / 1000);
  std::string rest = std::to_string(1000 + size % 1000).substr(1);
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  return rest.empty() ? text : text + "." + rest;
}

std::string place(Point at) { return in_points(at.x) + "," + in_points(at.y); }

std::string extent(Length width, Length height) { return in_points(width) + "x" + in_points(height); }

/// Mean of what the glyphs stand apart beyond their advances; kept apart from
/// rounding by its size.
std::string stretch(const GlyphRun& run, const Font& font) {
  if (run.glyphs.size() < 2) return {};
  Length natural = 0;
  for (std::size_t index = 0; index + 1 < run.glyphs.size(); ++index) {
    natural += at_size(font.advance(run.glyphs[index].glyph), run.size);
  }
  const Length set = run.glyphs.back().x - run.glyphs.front().x;
  const Length gap = (set - natural) / static_cast<Length>(run.glyphs.size() - 1);
  if (std::abs(gap) < least_gap) return {};
  return (gap > 0 ? " +" : " ") + in_points(gap);
}

class PageDump {
 public:
  explicit PageDump(const FontSet& fonts) : fonts_(fonts) {}

  std::string run(const Pages& pages) {
    std::size_t number = 0;
    for (const Page& page : pages.pages) {
      out_ += "page " + std::to_string(++number) + " \"" + page.label + "\" " + in_points(page.width) + " x " +
              in_points(page.height) + "\n";
      add_placed(page, pages.structure);
    }
    for (const Place& target : pages.places) {
      out_ += "place " + target.id + " page " + std::to_string(target.page + 1) + " " + in_points(target.y) + "\n";
    }
    for (const OutlineItem& item : pages.outline) {
      out_ += "outline " + std::to_string(item.level) + " \"" + item.title + "\" page " +
              std::to_string(item.page + 1) + " " + in_points(item.y) + "\n";
    }
    return std::move(out_);
  }

 private:
  void add_placed(const Page& page, const Structure& structure) {
    auto mark = page.marks.begin();
    for (std::size_t index = 0; index < page.placed.size(); ++index) {
      for (; mark != page.marks.end() && mark->first <= index; ++mark)
        out_ += " " + role_name(mark->element, structure) + "\n";
      std::visit([this](const auto& thing) { add(thing); }, page.placed[index]);
    }
    for (const LinkArea& link : page.links) add(link);
  }

  void add(const GlyphRun& run) {
    const Font& font = fonts_.font(run.font);
    std::string text;
    for (const PlacedGlyph& glyph : run.glyphs) utf8::append(text, glyph.character);
    const Length shift = run.glyphs.empty() ? 0 : run.glyphs.front().x;
    out_ += "  text " + place({run.at.x + shift, run.at.y}) + " " + in_points(run.size) + " " + font.postscript_name() +
            stretch(run, font) + (run.turned ? " turned" : "") +
            (run.colour == Colour("#000000") ? "" : " " + run.colour.text()) + " \"" + text + "\"\n";
  }

  void add(const Box& box) {
    out_ += "  box " + place(box.at) + " " + extent(box.width, box.height) + " " + box.fill.text() + "\n";
  }

  void add(const PlacedShape& placed) {
    const Shape& shape = placed.shape;
    out_ += "  path " + place(placed.at) + " " + std::to_string(shape.steps.size()) + " steps";
    if (!shape.fill.is_none()) out_ += " fill " + shape.fill.text();
    if (!shape.stroke.is_none()) out_ += " stroke " + shape.stroke.text() + " " + in_points(shape.stroke_width);
    out_ += "\n";
  }

  void add(const LinkArea& area) {
    out_ += "  link " + place(area.at) + " " + extent(area.width, area.height) + " → " + area.target + "\n";
  }

  const FontSet& fonts_;
  std::string out_;
};

}  // namespace

std::string dump(const Pages& pages, const FontSet& fonts) { return PageDump(fonts).run(pages); }

}  // namespace gongkai
