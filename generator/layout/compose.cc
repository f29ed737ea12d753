#include "layout/compose.h"

#include <algorithm>
#include <cstddef>

#include "layout/line_break.h"
#include "layout/title_lines.h"

namespace gongkai {
namespace {

/// A character as set: its own blank may be given up on the left or the right.
struct Sort {
  Length advance = 0;
  Length left_cut = 0;  // blank already taken off its left side
  Length blank = 0;     // what it can still give up on the right
};

bool is_mark(char32_t character) { return has_left_blank(character) || has_right_blank(character); }

/// What has no width where a line ends.
bool is_blank(char32_t character) { return character == U' ' || character == U'\u3000' || character == U'\n'; }

/// Two marks side by side share one blank (1.5 em for two, GB/T 15834 5.1.10, clreq).
std::vector<Sort> squeeze_neighbours(std::u32string_view text, const std::vector<Length>& advances) {
  std::vector<Sort> sorts(text.size());
  for (std::size_t index = 0; index < text.size(); ++index) {
    Sort& sort = sorts[index];
    sort.advance = advances[index];
    if (is_apostrophe(text, index)) {
      sort.advance = std::min(sort.advance, advances[index - 1] / 2);
      continue;
    }
    if (has_right_blank(text[index])) sort.blank = advances[index] / 2;
    if (sort.blank != 0 && index + 1 < text.size() && is_mark(text[index + 1])) {
      sort.advance -= sort.blank;
      sort.blank = 0;
    }
    if (has_left_blank(text[index]) && index > 0 && has_left_blank(text[index - 1])) {
      sort.left_cut = advances[index] / 2;
      sort.advance -= sort.left_cut;
    }
  }
  return sorts;
}

class Composer {
 public:
  Composer(std::u32string_view text, const std::vector<Length>& advances, const LineRoom& room)
      : text_(text),
        advances_(advances),
        room_(room),
        sorts_(squeeze_neighbours(text, advances)),
        allowed_(line_end_allowed(text)) {
    composed_.x.resize(text.size());
  }

  Composed run() {
    find_lines();
    if (room_.ending == LineEnding::by_words && composed_.lines.size() > 1) end_by_words();
    for (ComposedLine& line : composed_.lines) set_line(line);
    return std::move(composed_);
  }

 private:
  [[nodiscard]] Length indent_of(const ComposedLine& line) const {
    return line.first == 0 ? room_.first_indent : room_.rest_indent;
  }

  void add_line(std::size_t first, std::size_t last, bool torn) {
    composed_.lines.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), 0, torn});
  }

  void find_lines() {
    for (std::size_t first = 0; first < text_.size(); first = composed_.lines.back().last) {
      const Length width = room_.width - (first == 0 ? room_.first_indent : room_.rest_indent);
      const std::size_t last = line_end(first, width);
      if (last == first)
        add_line(first, tear(first, width), true);
      else
        add_line(first, without_stray(first, last), false);
    }
  }

  void end_by_words() {
    const bool torn =
        std::any_of(composed_.lines.begin(), composed_.lines.end(), [](const ComposedLine& line) { return line.torn; });
    if (torn || text_.size() > longest_title || text_.find(U'\n') != std::u32string_view::npos) return;
    static const WholeNames none;
    MeasuredTitle title{text_, allowed_, {0}, {}, room_.names == nullptr ? none : *room_.names};
    for (std::size_t index = 0; index < text_.size(); ++index) {
      title.reach.push_back(title.reach.back() + sorts_[index].advance);
      title.blank.push_back(sorts_[index].advance - width_at_end(index));
    }
    const bool even = room_.justification == Justification::centre;
    const auto ends = title_line_ends(title, {room_.width - room_.first_indent, room_.width - room_.rest_indent, even},
                                      composed_.lines.size());
    if (ends.empty()) return;
    composed_.lines.clear();
    for (std::size_t line = 0; line < ends.size(); ++line) add_line(line == 0 ? 0 : ends[line - 1], ends[line], false);
  }

  /// Width of a character that ends the line: blanks and spaces at the end don't count.
  [[nodiscard]] Length width_at_end(std::size_t index) const {
    if (is_blank(text_[index])) return 0;
    return sorts_[index].advance - sorts_[index].blank;
  }

  /// One past the last character of the line that starts at `first`; `first` if none may end it.
  [[nodiscard]] std::size_t line_end(std::size_t first, Length width) const {
    std::size_t best = first;
    Length used = 0;
    Length give = 0;  // blank that marks inside the line could give up
    for (std::size_t index = first; index < text_.size(); ++index) {
      const Length needed = used + width_at_end(index);
      const bool fits = needed <= width;
      const bool squeezes = !fits && needed - give <= width && best != index;
      if (!fits && !squeezes) break;
      if (allowed_[index] && (fits || is_mark(text_[index]))) best = index + 1;
      if (text_[index] == U'\n') return index + 1;
      used += sorts_[index].advance;
      give += sorts_[index].blank;
    }
    return best;
  }

  /// A line's end that leaves a single character to the paragraph's last line is moved up, so that
  /// it gets company (GB/T 15834-2011 5.1.11).
  [[nodiscard]] std::size_t without_stray(std::size_t first, std::size_t last) const {
    if (text_[last - 1] == U'\n' || !is_stray(last)) return last;
    std::size_t end = last - 1;
    while (end > first && !allowed_[end - 1]) --end;
    Length width = 0;
    for (std::size_t index = end; index < text_.size(); ++index) width += sorts_[index].advance;
    return end > first + 1 && width <= room_.width - room_.rest_indent ? end : last;
  }

  /// Whether from `first` on there stands one character, but for marks.
  [[nodiscard]] bool is_stray(std::size_t first) const {
    std::size_t characters = 0;
    for (std::size_t index = first; index < text_.size() && characters < 2; ++index) {
      if (text_[index] == U'\n') break;
      if (!is_mark(text_[index])) ++characters;
    }
    return characters == 1;
  }

  /// No place to end the line: as many characters as fit, at least one.
  [[nodiscard]] std::size_t tear(std::size_t first, Length width) const {
    Length used = 0;
    std::size_t index = first;
    while (index < text_.size() && used + width_at_end(index) <= width) used += sorts_[index++].advance;
    return std::max(index, first + 1);
  }

  void set_line(ComposedLine& line) {
    const std::size_t first = line.first;
    const std::size_t last = line.last;
    const Length indent = indent_of(line);
    std::size_t visible = last;
    while (visible > first && is_blank(text_[visible - 1])) --visible;
    Length natural = 0;
    for (std::size_t index = first; index < visible; ++index)
      natural += index + 1 == visible ? width_at_end(index) : sorts_[index].advance;
    const Length slack = room_.width - indent - natural;
    const bool forced = last == text_.size() || text_[last - 1] == U'\n';
    Length start = indent;
    if (room_.justification == Justification::centre) start += std::max(slack, 0) / 2;
    if (room_.justification == Justification::end) start += std::max(slack, 0);
    place(first, visible, start);
    line.width = natural;
    const bool stretch = room_.justification == Justification::justify && !forced && slack > 0;
    if (stretch) line.width += widen(first, visible, slack);
    if (slack < 0) line.width += spread(first, visible, slack, Gaps::blanks);
    place(visible, last, start + line.width);
  }

  void place(std::size_t first, std::size_t last, Length start) {
    Length x = start;
    for (std::size_t index = first; index < last; ++index) {
      composed_.x[index] = x - sorts_[index].left_cut;
      x += sorts_[index].advance;
    }
  }

  /// Which gaps between characters change: those of blanks by their width, the others alike.
  enum class Gaps : std::uint8_t { blanks, all };

  /// How much the gap after `index` takes part.
  [[nodiscard]] Length gap(std::size_t index, Gaps gaps) const {
    if (gaps == Gaps::blanks) return sorts_[index].blank;
    const CharacterClass left = character_class(text_[index]);
    const CharacterClass right = character_class(text_[index + 1]);
    const bool alike = left == right;
    if (alike && (left == CharacterClass::dash || left == CharacterClass::ellipsis || left == CharacterClass::word))
      return 0;
    return 1;
  }

  [[nodiscard]] std::int64_t gaps_in(std::size_t first, std::size_t last, Gaps gaps) const {
    std::int64_t total = 0;
    for (std::size_t index = first; index + 1 < last; ++index) total += gap(index, gaps);
    return total;
  }

  /// Fills a line that lacks `slack`, unless its gaps would open too far; returns what was used.
  Length widen(std::size_t first, std::size_t last, Length slack) {
    const std::int64_t em = *std::max_element(advances_.begin() + static_cast<std::ptrdiff_t>(first),
                                              advances_.begin() + static_cast<std::ptrdiff_t>(last));
    if (slack > gaps_in(first, last, Gaps::all) * em / 6) return 0;
    return spread(first, last, slack, Gaps::all);
  }

  /// Distributes `slack` (negative: takes away, no more than there is) over gaps; returns what was used.
  Length spread(std::size_t first, std::size_t last, Length slack, Gaps gaps) {
    const std::int64_t total = gaps_in(first, last, gaps);
    if (total == 0 || slack == 0) return 0;
    const std::int64_t wanted = std::max<std::int64_t>(slack, -total);
    std::int64_t seen = 0;
    for (std::size_t index = first; index + 1 < last; ++index) {
      seen += gap(index, gaps);
      composed_.x[index + 1] += static_cast<Length>(wanted * seen / total);
    }
    return static_cast<Length>(wanted);
  }

  std::u32string_view text_;
  const std::vector<Length>& advances_;
  LineRoom room_;
  std::vector<Sort> sorts_;
  std::vector<bool> allowed_;
  Composed composed_;
};

}  // namespace

Composed compose(std::u32string_view text, const std::vector<Length>& advances, const LineRoom& room) {
  return Composer(text, advances, room).run();
}

namespace {

/// A megabyte on one line is wider than a Length can tell; nothing needs to know by how much.
Length bounded(std::int64_t width) { return static_cast<Length>(std::min<std::int64_t>(width, widest_demand)); }

}  // namespace

TextDemand text_demand(std::u32string_view text, const std::vector<Length>& advances) {
  const std::vector<Sort> sorts = squeeze_neighbours(text, advances);
  const std::vector<bool> allowed = line_end_allowed(text);
  TextDemand demand;
  std::int64_t piece = 0;
  std::int64_t line = 0;
  for (std::size_t index = 0; index < text.size(); ++index) {
    if (text[index] == U'\n') {
      piece = line = 0;
      continue;
    }
    piece += sorts[index].advance;
    line += sorts[index].advance;
    demand.least = std::max(demand.least, bounded(piece - sorts[index].blank));
    demand.preferred = std::max(demand.preferred, bounded(line));
    if (allowed[index]) piece = 0;
  }
  return demand;
}

Length line_width(std::u32string_view text, const std::vector<Length>& advances) {
  const std::vector<Sort> sorts = squeeze_neighbours(text, advances);
  std::int64_t widest = 0;
  std::int64_t line = 0;
  for (std::size_t index = 0; index < text.size(); ++index) {
    line = text[index] == U'\n' ? 0 : line + sorts[index].advance;
    widest = std::max(widest, line);
  }
  return bounded(widest);
}

}  // namespace gongkai
