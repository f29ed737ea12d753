#pragma once
// Characters with advances → lines with positions. Fills lines greedily, squeezes the
// blank of punctuation before it moves a character down, leaves no single character to the last
// line, then justifies; lines of titles end between words. Integer arithmetic; knows no fonts.
//
// What a justified line lacks goes evenly to all its gaps, up to a sixth of an em each: holes beside
// marks and numbers alone catch the eye more. A line that lacks more stays ragged (clreq "justification"
// names no bound; this one is ours: the characters of a line must not look set apart).

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/style.h"
#include "layout/whole_names.h"

namespace gongkai {

/// Running text fills its lines; a title ends them between words (title_lines.h).
enum class LineEnding : std::uint8_t { filled, by_words };

struct LineRoom {
  Length width = 0;
  Length first_indent = 0;  // of the first line
  Length rest_indent = 0;   // of all others (an item's text under its label)
  Justification justification = Justification::justify;
  LineEnding ending = LineEnding::filled;
  const WholeNames* names = nullptr;  // kept whole by lines that end between words; none if not given
};

struct ComposedLine {
  std::uint32_t first = 0;  // characters [first, last)
  std::uint32_t last = 0;
  Length width = 0;   // as set, from its own indent
  bool torn = false;  // ended where no line may end: a piece wider than the room
};

struct Composed {
  std::vector<ComposedLine> lines;
  std::vector<Length> x;  // of each character, from the paragraph's left edge
};

/// `advances[i]` is the font's advance of text[i]. Empty text gives no line.
[[nodiscard]] Composed compose(std::u32string_view text, const std::vector<Length>& advances, const LineRoom& room);

/// No demand is larger: wider than any page, and sums of them stay in a Length's range.
inline constexpr Length widest_demand = 20'000'000;

/// What a cell asks of its column: the widest piece that can't be broken and the widest
/// forced line.
struct TextDemand {
  Length least = 0;
  Length preferred = 0;
};
[[nodiscard]] TextDemand text_demand(std::u32string_view text, const std::vector<Length>& advances);
/// The widest forced line alone.
[[nodiscard]] Length line_width(std::u32string_view text, const std::vector<Length>& advances);

}  // namespace gongkai
