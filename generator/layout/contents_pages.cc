#include "layout/contents_pages.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace gongkai {
namespace {

/// Styles closed up to `percent`: leading and spaces so far, type half as far.
TextStyle closed_up(TextStyle style, int percent) {
  const auto part = [](Length value, int of_hundred) {
    return static_cast<Length>(std::int64_t{value} * of_hundred / 100);
  };
  style.leading = part(style.leading, percent);
  style.before = part(style.before, percent);
  style.size = part(style.size, (100 + percent) / 2);
  style.first_indent = part(style.first_indent, (100 + percent) / 2);
  return style;
}

class ContentsPlacer {
 public:
  ContentsPlacer(const Flow& body, int percent, Placing& placing) : placing_(placing) {
    for (const Place& place : body.places()) labels_.emplace(place.id, body.pages()[place.page].label);
    for (const TextStyle& style : placing.style.contents) {
      styles_.push_back(closed_up(style, percent));
      styles_.back().rest_indent = styles_.back().first_indent;
    }
  }

  void place(const ContentsLine& line) {
    const SetLine set = set_line(line);
    if (set.text.lines.empty()) return;
    const Length room = placing_.flow.room();
    placing_.flow.skip(set.style.before);
    placing_.flow.need(set.text.height());
    const Point at = placing_.flow.reserve(set.text.height());
    placing_.flow.begin(ElementRole::contents_line);
    placing_.flow.begin(ElementRole::reference);
    const ElementId link = placing_.flow.begin(ElementRole::link);
    for (std::size_t index = 0; index < set.text.lines.size(); ++index)
      place_line(set.text, index, {at.x, at.y + static_cast<Length>(index) * set.text.leading}, placing_.flow.page());
    const Point last{at.x, at.y + set.text.height() - set.text.leading};
    if (!set.number.lines.empty()) place_line(set.number, 0, last, placing_.flow.page());
    const Length begin = set.style.first_indent + set.text.lines.back().width + set.style.size / 2;
    placing_.flow.page().links.push_back({at, room, set.text.height(), line.id, line.text, link});
    placing_.flow.end();
    placing_.flow.end();
    placing_.flow.end();
    placing_.flow.begin_apart(decoration);
    dots(set.style, last, begin, room - set.reserved + set.style.size / 2);
    placing_.flow.end();
  }

  [[nodiscard]] Length height(const ContentsLine& line) const {
    const SetLine set = set_line(line);
    return set.style.before + set.text.height();
  }

 private:
  struct SetLine {
    const TextStyle& style;
    TextBlock text;
    TextBlock number;
    Length reserved = 0;  // for the number and the space before it
  };

  [[nodiscard]] SetLine set_line(const ContentsLine& line) const {
    const TextStyle& style =
        styles_[static_cast<std::size_t>(std::clamp(line.level, 1, static_cast<int>(styles_.size())) - 1)];
    const Length room = placing_.flow.room();
    TextStyle number_style = style;
    number_style.first_indent = number_style.rest_indent = 0;
    number_style.justification = Justification::end;
    const auto found = labels_.find(line.id);
    SetLine set{
        style, {}, set_text(found == labels_.end() ? "" : found->second, number_style, room, placing_.fonts), 0};
    set.reserved = number_width(set.number) + style.size;
    set.text = set_title(line.text, style, room - set.reserved - style.size, placing_.fonts, placing_.names);
    return set;
  }

  static Length number_width(const TextBlock& number) { return number.lines.empty() ? 0 : number.lines.front().width; }

  /// Leaders stand on one grid down the page, so that the dots of all lines align.
  void dots(const TextStyle& style, Point at, Length from, Length until) {
    const Length step = points(5);
    const PreparedText dot = prepare("·", style.role, style.size, placing_.fonts);
    GlyphRun run;
    run.font = dot.glyphs.front().font;
    run.size = style.size;
    run.colour = placing_.style.leaders;
    const Length first = (from + step - 1) / step * step;
    run.at = {at.x + first, 0};
    for (Length x = first; x + step <= until; x += step)
      run.glyphs.push_back({dot.glyphs.front().glyph, U'·', x - first});
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
  std::vector<TextStyle> styles_;
};

constexpr std::size_t most_fitted = 400;  // lines of a contents worth the trouble

/// Pages that lines of these heights take from here on, with what stands below them.
int pages_of(const std::vector<Length>& heights, Length below, const Flow& flow) {
  int pages = 1;
  Length left = flow.left();
  for (const Length height : heights) {
    if (height > left) {
      ++pages;
      left = flow.depth();
    }
    left -= height;
  }
  return below > left ? pages + 1 : pages;
}

/// Lines that run over a page by a few are closed up, no more than it takes to save the page.
int closeness(const std::vector<ContentsLine>& lines, Length below, const Flow& body, Placing& placing) {
  if (lines.size() > most_fitted) return 100;
  const auto pages_at = [&](int percent) {
    const ContentsPlacer placer(body, percent, placing);
    std::vector<Length> heights;
    for (const ContentsLine& line : lines) heights.push_back(placer.height(line));
    return pages_of(heights, below, placing.flow);
  };
  const int fewest = pages_at(placing.style.contents_tightest);
  int percent = 100;
  while (percent > placing.style.contents_tightest && pages_at(percent) > fewest)
    percent = std::max(percent - 4, placing.style.contents_tightest);
  return percent;
}

/// Deeper lines are a contents inside the one of the line above them.
void place_lines(const std::vector<ContentsLine>& lines, ContentsPlacer& placer, Flow& flow) {
  std::vector<int> open;
  for (const ContentsLine& line : lines) {
    for (; open.size() > 1 && open.back() > line.level; open.pop_back()) flow.end();
    if (open.empty() || open.back() < line.level) {
      flow.begin(ElementRole::contents);
      open.push_back(line.level);
    }
    placer.place(line);
  }
  for (; !open.empty(); open.pop_back()) flow.end();
}

}  // namespace

void place_contents(const Document& document, const Contents& contents, const Flow& body, Length below,
                    Placing& placing) {
  if (!placing.flow.page_is_fresh()) placing.flow.next_page();
  placing.flow.begin(ElementRole::paragraph);
  placing.flow.put(set_text(contents.title, placing.style.contents_title, placing.flow.room(), placing.fonts));
  placing.flow.end();
  placing.flow.skip(placing.style.contents_title.after);
  const std::vector<ContentsLine> lines = contents_lines(document, contents.levels);
  ContentsPlacer placer(body, closeness(lines, below, body, placing), placing);
  place_lines(lines, placer, placing.flow);
}

}  // namespace gongkai
