#include "layout/title_lines.h"

#include <algorithm>
#include <limits>

#include "layout/line_break.h"

namespace gongkai {
namespace {

constexpr int between_phrases = 0;
constexpr int between_words = 4;
constexpr int after_conjunction = 12;
constexpr int after_byname = 25;
constexpr std::size_t least_inner = 4;  // characters of a name that begins another
constexpr std::int64_t impossible = std::numeric_limits<std::int64_t>::max() / 2;

constexpr std::u32string_view conjunctions = U"和与及或暨";
// General endings of Chinese words, by ear and no standard's: no place or form is meant by 县 or 表.
// Characters that end a word of three, and what may follow them within a word of two.
constexpr std::u32string_view word_ends = U"性化度员后省市县区州";
constexpr std::u32string_view goes_on = U"场政民域级工学质能别内外直属会勤续量";
// Characters that make a word of three at the end of a phrase.
constexpr std::u32string_view phrase_ends = U"的费表率数额款项局处科室股会厅委办所站院校馆类税金债书人员者量值分次图注";

bool contains(std::u32string_view set, char32_t character) { return set.find(character) != std::u32string_view::npos; }

bool is_hanzi(char32_t character) { return character_class(character) == CharacterClass::ideograph; }

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

class TitleBreaks {
 public:
  TitleBreaks(std::u32string_view text, const std::vector<bool>& allowed, const WholeNames& names)
      : text_(text), allowed_(allowed), names_(names) {
    costs_.assign(text.size(), between_phrases);
  }

  std::vector<int> run() {
    for (std::size_t index = 0; index + 1 < text_.size(); ++index) costs_[index] = mark_cost(index);
    for (std::size_t first = 0; first < text_.size();) {
      std::size_t last = first + 1;
      while (last < text_.size() && !ends_phrase(last - 1)) ++last;
      if (is_hanzi(text_[first])) cut(first, last);
      first = last;
    }
    for (std::size_t index = 0; index < text_.size(); ++index) keep_marked(index);
    keep_names();
    return std::move(costs_);
  }

 private:
  /// What marks, numbers and particles say of a break after `index`; between hanzi, nothing.
  [[nodiscard]] int mark_cost(std::size_t index) const {
    const char32_t left = text_[index];
    const char32_t right = text_[index + 1];
    if (contains(conjunctions, left)) return after_conjunction;
    if (character_class(left) == CharacterClass::closing && is_hanzi(right)) return between_words;
    if (is_hanzi(left) && is_digit(right)) return begins_year(index + 1) ? between_phrases : between_words;
    return between_phrases;
  }

  [[nodiscard]] bool begins_year(std::size_t index) const {
    while (index < text_.size() && is_digit(text_[index])) ++index;
    return index < text_.size() && text_[index] == U'年';
  }

  /// Whether the hanzi that go on in one breath end with text[index].
  [[nodiscard]] bool ends_phrase(std::size_t index) const {
    const char32_t left = text_[index];
    const char32_t right = text_[index + 1];
    if (!is_hanzi(left) || !is_hanzi(right)) return true;
    if (left == U'的' || contains(conjunctions, left) || contains(conjunctions, right)) return true;
    if (ends_number(index)) return true;
    return index > 1 && contains(word_ends, left) && !contains(goes_on, right);
  }

  static bool makes_three(char32_t end) {
    return contains(phrase_ends, end) || contains(word_ends, end) || is_chinese_numeral(end);
  }

  /// The unit of a number, which is one piece with it.
  [[nodiscard]] bool ends_number(std::size_t index) const {
    if (index == 0 || !allowed_[index] || allowed_[index - 1]) return false;
    return is_hanzi(text_[index - 1]) || character_class(text_[index - 1]) == CharacterClass::word;
  }

  /// The hanzi [first, last) by twos. Of an odd number three make a word: the last, if they look
  /// like one, or else the first.
  void cut(std::size_t first, std::size_t last) {
    const bool odd = (last - first) % 2 == 1;
    const bool three_at_end = odd && makes_three(text_[last - 1]);
    for (std::size_t end = first + 1; end < last; ++end) {
      const std::size_t characters = three_at_end ? end - first : last - end;
      const bool in_three = odd && end == (three_at_end ? last - 1 : first + 1);
      costs_[end - 1] = characters % 2 == 1 || in_three ? inside_word : between_words;
    }
    const bool alone = last - first == 1 && !contains(conjunctions, text_[first]);
    if (alone && first > 0) costs_[first - 1] = inside_word;
  }

  /// What brackets or quotation marks hold if it is short. A word that a bracket stands in, 出国（境）费,
  /// goes on with it, and what a byname names, “三公”经费, stays with that.
  void keep_marked(std::size_t first) {
    constexpr std::size_t longest_held = 10;
    constexpr std::size_t longest_inserted = 2;
    constexpr std::size_t longest_byname = 3;
    if (character_class(text_[first]) != CharacterClass::opening) return;
    const std::size_t end = std::min(text_.size(), first + longest_held + 2);
    std::size_t last = first + 1;
    while (last < end && character_class(text_[last]) != CharacterClass::closing) ++last;
    const std::size_t held = last - first - 1;
    if (last == end) return;
    keep(first, last + 1);
    if (last + 1 == text_.size() || !is_hanzi(text_[last + 1])) return;
    if (text_[first] == U'“' && held <= longest_byname) costs_[last] = after_byname;
    const bool inserted = text_[first] == U'（' && held <= longest_inserted && first > 0 &&
                          is_hanzi(text_[first - 1]) && is_hanzi(text_[first + 1]);
    if (inserted) costs_[first - 1] = costs_[last] = inside_word;
  }

  /// A line may well end on either side of a name, also of one that another begins with: a project's
  /// that begins with its department.
  void keep_names() {
    const std::vector<WholeNames::Place> names = names_.in(text_);
    std::size_t kept = 0;  // up to here names are whole
    for (const WholeNames::Place& name : names) {
      if (name.first >= kept) keep(name.first, name.last);
      if (name.whole) end_beside(name, kept);
      kept = std::max(kept, name.last);
    }
  }

  void end_beside(const WholeNames::Place& name, std::size_t kept) {
    if (name.first >= kept) end_well(name.first);
    if (name.last >= kept) end_well(name.last);
    if (name.last < kept && name.last - name.first >= least_inner) costs_[name.last - 1] = inside_long_name;
  }

  void end_well(std::size_t end) {
    if (end > 0 && end < text_.size()) costs_[end - 1] = std::min(costs_[end - 1], between_words);
  }

  void keep(std::size_t first, std::size_t last) {
    for (std::size_t index = first; index + 1 < last; ++index) costs_[index] += inside_name;
  }

  std::u32string_view text_;
  const std::vector<bool>& allowed_;
  const WholeNames& names_;
  std::vector<int> costs_;
};

class TitleSetter {
 public:
  TitleSetter(const MeasuredTitle& title, const TitleRoom& room)
      : title_(title), room_(room), costs_(title_break_costs(title.text, title.allowed, title.names)) {}

  /// Whether a line ends inside what should be whole: a name, of even titles a word, too.
  [[nodiscard]] bool breaks(const std::vector<std::size_t>& ends) const {
    const int worst = room_.even ? inside_word : inside_name;
    return std::any_of(ends.begin(), ends.end() - 1, [&](std::size_t end) { return costs_[end - 1] >= worst; });
  }

  /// The least sum of costs over all ways to set so many lines; how it came about is kept.
  std::vector<std::size_t> ends(std::size_t lines) {
    const std::size_t size = title_.text.size();
    mean_ = title_.reach[size] / static_cast<std::int64_t>(lines);
    em_ = std::max<std::int64_t>(title_.reach[size] / static_cast<std::int64_t>(size), 1);
    best_.assign(lines + 1, std::vector<std::int64_t>(size + 1, impossible));
    from_.assign(lines + 1, std::vector<std::size_t>(size + 1, 0));
    best_[0][0] = 0;
    for (std::size_t line = 0; line < lines; ++line)
      for (std::size_t first = line; first < size; ++first)
        if (best_[line][first] < impossible) try_lines_from(line, first, line + 1 == lines);
    if (best_[lines][size] >= impossible) return {};
    std::vector<std::size_t> found(lines);
    for (std::size_t line = lines, end = size; line > 0; end = from_[line--][end]) found[line - 1] = end;
    return found;
  }

 private:
  void try_lines_from(std::size_t line, std::size_t first, bool is_last) {
    const std::int64_t room = line == 0 ? room_.first_width : room_.rest_width;
    const std::size_t size = title_.text.size();
    for (std::size_t end = first + 1; end <= size; ++end) {
      const std::int64_t width = title_.reach[end] - title_.reach[first] - title_.blank[end - 1];
      if (width > room) break;
      if (end < size && !title_.allowed[end - 1]) continue;
      const std::int64_t cost =
          best_[line][first] + shape_cost(width, room, is_last) + (end < size ? costs_[end - 1] : 0);
      if (cost >= best_[line + 1][end]) continue;
      best_[line + 1][end] = cost;
      from_[line + 1][end] = first;
    }
  }

  /// Square of what a line lacks or has too much, in ems.
  [[nodiscard]] std::int64_t shape_cost(std::int64_t width, std::int64_t room, bool is_last) const {
    constexpr std::int64_t least_last = 3;  // ems
    const std::int64_t wanted = room_.even ? mean_ : room;
    const std::int64_t off = (wanted - width) * 4 / em_;
    if (!is_last || room_.even) return off * off / 16;
    return width < least_last * em_ ? inside_word : 0;
  }

  const MeasuredTitle& title_;
  TitleRoom room_;
  std::vector<int> costs_;
  std::int64_t mean_ = 0;
  std::int64_t em_ = 1;
  std::vector<std::vector<std::int64_t>> best_;  // [lines][characters]
  std::vector<std::vector<std::size_t>> from_;
};

}  // namespace

std::vector<int> title_break_costs(std::u32string_view text, const std::vector<bool>& allowed,
                                   const WholeNames& names) {
  return TitleBreaks(text, allowed, names).run();
}

std::vector<std::size_t> title_line_ends(const MeasuredTitle& title, const TitleRoom& room, std::size_t lines) {
  TitleSetter setter(title, room);
  const std::vector<std::size_t> ends = setter.ends(lines);
  if (ends.empty() || !setter.breaks(ends)) return ends;
  const std::vector<std::size_t> more = setter.ends(lines + 1);
  return more.empty() || setter.breaks(more) ? ends : more;
}

}  // namespace gongkai
