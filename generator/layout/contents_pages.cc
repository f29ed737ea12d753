#include "layout/contents_pages.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace gongkai {
namespace {

class ContentsPlacer {
 public:
  ContentsPlacer(const Flow& body, Placing& placing) : placing_(placing) {
    for (const Place& place : body.places()) labels_.emplace(place.id, body.pages()[place.page].label);
  }

  void place(const ContentsLine& line) {
    const TextStyle& style = style_of(line.level);
    const Length room = placing_.flow.room();
    TextStyle number_style = style;
    number_style.first_indent = 0;
    number_style.justification = Justification::end;
    const auto found = labels_.find(line.id);
    const TextBlock number = set_text(found == labels_.end() ? "" : found->second, number_style, room, placing_.fonts);
    const Length reserved = number_width(number) + style.size;
    TextStyle text_style = style;
    const TextBlock text = set_text(line.text, text_style, room - reserved - style.size, placing_.fonts);
    if (text.lines.empty()) return;
    placing_.flow.skip(style.before);
    placing_.flow.need(text.height());
    const Point at = placing_.flow.reserve(text.height());
    for (std::size_t index = 0; index < text.lines.size(); ++index)
      place_line(text, index, {at.x, at.y + static_cast<Length>(index) * text.leading}, placing_.flow.page());
    const Point last{at.x, at.y + text.height() - text.leading};
    if (!number.lines.empty()) place_line(number, 0, last, placing_.flow.page());
    const Length indent = text.lines.size() == 1 ? style.first_indent : 0;
    dots(style, last, indent + text.lines.back().width + style.size / 2, room - reserved + style.size / 2);
    placing_.flow.page().placed.emplace_back(LinkArea{at, room, text.height(), line.id});
  }

 private:
  [[nodiscard]] const TextStyle& style_of(int level) const {
    const auto& styles = placing_.style.contents;
    return styles[static_cast<std::size_t>(std::clamp(level, 1, static_cast<int>(styles.size())) - 1)];
  }

  static Length number_width(const TextBlock& number) { return number.lines.empty() ? 0 : number.lines.front().width; }

  /// Leaders stand on one grid down the page, so that the dots of all lines align.
  void dots(const TextStyle& style, Point at, Length from, Length until) {
    const Length step = points(5);
    const PreparedText dot = prepare("·", style.role, style.size, placing_.fonts);
    GlyphRun run;
    run.font = dot.glyphs.front().font;
    run.size = style.size;
    run.colour = "#777777";
    const Length first = (from + step - 1) / step * step;
    run.at = {at.x + first, 0};
    for (Length x = first; x + step <= until; x += step) run.glyphs.push_back({dot.glyphs.front().glyph, U'·', x - first});
    if (run.glyphs.empty()) return;
    TextBlock block;
    block.leading = style.leading;
    block.ascent = (style.leading - style.size) / 2 + style.size * 88 / 100;
    run.at.x -= at.x;
    block.lines.push_back({{std::move(run)}, 0});
    place_line(block, 0, at, placing_.flow.page());
  }

  Placing& placing_;
  std::unordered_map<std::string, std::string> labels_;
};

}  // namespace

void place_contents(const Document& document, const Contents& contents, const Flow& body, Placing& placing) {
  if (!placing.flow.page_is_fresh()) placing.flow.next_page();
  placing.flow.put(set_text(contents.title, placing.style.contents_title, placing.flow.room(), placing.fonts));
  placing.flow.skip(placing.style.contents_title.after);
  ContentsPlacer placer(body, placing);
  for (const ContentsLine& line : contents_lines(document, contents.levels)) placer.place(line);
}

}  // namespace gongkai
