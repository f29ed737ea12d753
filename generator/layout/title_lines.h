#pragma once
// Where the lines of a title end: no word or name is broken, no line is left with a character or two,
// and centred lines are of like length. GB/T 9704-2012 7.3.1 ("回行时，要做到词意完整，排列对称，长短适宜"). Integer
// arithmetic; knows no fonts and no list of words, only characters that end Chinese words of any text (性, 费, 县 …)
// and conjunctions: nothing of a region, a year or a form, which come as WholeNames.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/drawing.h"
#include "layout/whole_names.h"

namespace gongkai {

/// A title as measured, each line's width from this: text[first, last) is as wide as
/// reach[last] - reach[first] - blank[last - 1].
struct MeasuredTitle {
  std::u32string_view text;
  std::vector<bool> allowed;        // line_end_allowed()
  std::vector<std::int64_t> reach;  // text.size() + 1
  std::vector<Length> blank;        // what each character gives up at a line's end
  const WholeNames& names;
};

struct TitleRoom {
  Length first_width = 0;
  Length rest_width = 0;
  bool even = false;  // lines of like length; else each but the last as long as words let it
};

/// Longer texts are no titles.
inline constexpr std::size_t longest_title = 60;

/// One past the last character of each line. So many lines, or one more if that keeps a name or
/// bracket whole, in an even title a word; empty if they don't hold it.
[[nodiscard]] std::vector<std::size_t> title_line_ends(const MeasuredTitle& title, const TitleRoom& room,
                                                       std::size_t lines);

/// How badly a line of a title ends after text[index], from 0 (between phrases) up. Chinese words
/// are not marked, but in titles nearly all have two characters: a run of hanzi is cut by twos,
/// with the few that make a word of three (性, 化, 县, …; 费, 表, 率 at its end). Worst are ends inside
/// a name and inside brackets or quotation marks around a few characters: （万元/人）, “三公”.
[[nodiscard]] std::vector<int> title_break_costs(std::u32string_view text, const std::vector<bool>& allowed,
                                                 const WholeNames& names);
inline constexpr int inside_long_name = 50;  // after another name that it begins with
inline constexpr int inside_word = 60;
inline constexpr int inside_name = 2000;

}  // namespace gongkai
