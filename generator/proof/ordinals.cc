// Ordinals that were typed into texts; those of headings and items are counted by the engine.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "proof/structure.h"
#include "value/number_text.h"

namespace gongkai {
namespace {

struct Style {
  std::string_view before, after;
  bool chinese;
  int level;  // styles of one level are not mixed
};
constexpr std::array<Style, 7> styles = {{{"", "、", true, 1},
                                          {"（", "）", true, 2},
                                          {"", ".", false, 3},
                                          {"", "、", false, 3},
                                          {"", "．", false, 3},
                                          {"（", "）", false, 4},
                                          {"", "）", false, 4}}};

struct Ordinal {
  std::size_t style = 0;
  int number = 0;
  std::size_t end = 0;
};

constexpr int most = 99;

/// 一, 二, … 九十九: worked out once, as every paragraph is asked for them.
const std::vector<std::string>& chinese_numbers() {
  static const std::vector<std::string> numbers = [] {
    std::vector<std::string> made;
    for (int number = 1; number <= most; ++number) made.push_back(chinese_number(number));
    return made;
  }();
  return numbers;
}

/// The number written at the beginning of `text`, 0 if none; `end` is moved past it.
int leading_number(std::string_view text, bool chinese, std::size_t& end) {
  int found = 0;
  if (!chinese) {
    std::size_t at = end;
    while (at < text.size() && at < end + 2 && text[at] >= '0' && text[at] <= '9')
      found = found * 10 + (text[at++] - '0');
    end = at;
    return found;
  }
  constexpr std::u32string_view digits = U"一二三四五六七八九十";
  if (digits.find(character_at(text, end)) == std::u32string_view::npos) return 0;
  std::size_t longest = 0;
  const std::string_view rest = text.substr(end);
  for (std::size_t at = 0; at < chinese_numbers().size(); ++at) {
    const std::string& written = chinese_numbers()[at];
    if (written.size() > longest && rest.starts_with(written)) {
      found = static_cast<int>(at) + 1;
      longest = written.size();
    }
  }
  end += longest;
  return found;
}

std::optional<Ordinal> leading_ordinal(std::string_view text) {
  for (std::size_t style = 0; style < styles.size(); ++style) {
    if (!text.starts_with(styles[style].before)) continue;
    std::size_t end = styles[style].before.size();
    const int number = leading_number(text, styles[style].chinese, end);
    if (number == 0 || !text.substr(end).starts_with(styles[style].after)) continue;
    end += styles[style].after.size();
    // 1.5万元 is a figure.
    const char32_t next = end < text.size() ? [&] { std::size_t at = end; return utf8::decode(text, at); }() : 0;
    if (next >= U'0' && next <= U'9') continue;
    return Ordinal{style, number, end};
  }
  return std::nullopt;
}

class Counting {
 public:
  explicit Counting(const TellPlaced& tell) : tell_(&tell) {}

  void begin_section() {
    last_.clear();
    style_of_level_.clear();
  }

  void paragraph(const Passage& passage) {
    const auto ordinal = leading_ordinal(passage.text);
    if (!ordinal) return;
    const Style& style = styles[ordinal->style];
    const auto [known, fresh] = style_of_level_.try_emplace(style.level, ordinal->style);
    const std::string written = "“" + passage.text.substr(0, ordinal->end) + "”";
    if (!fresh && known->second != ordinal->style) {
      (*tell_)({&passage, 0, ordinal->end, "序号" + written + "与前面的写法不同"});
    }
    const int expected = last_[style.level] + 1;
    if (ordinal->number != 1 && ordinal->number != expected) {
      (*tell_)({&passage, 0, ordinal->end, "序号" + written + "不连续，前面是" + std::to_string(expected - 1)});
    }
    last_[style.level] = ordinal->number;
    last_.erase(last_.upper_bound(style.level), last_.end());
  }

 private:
  const TellPlaced* tell_;
  std::map<int, int> last_;
  std::map<int, std::size_t> style_of_level_;
};

/// 一是…；二是…；四是… over the paragraphs of a section; `last` is where it stands.
void find_broken_series(const Passage& passage, int& last, const TellPlaced& tell) {
  constexpr std::string_view mark = "是";
  for (std::size_t at = passage.text.find(mark); at != std::string::npos; at = passage.text.find(mark, at + 1)) {
    constexpr std::size_t digit = 3;  // bytes of 一 … 十
    if (at < digit) continue;
    std::size_t end = at - digit;
    const int number = leading_number(passage.text, true, end);
    const char32_t before = character_before(passage.text, at - digit);
    const bool starts = before == 0 || std::u32string_view(U"。；：，、\n").find(before) != std::u32string_view::npos;
    if (number == 0 || number > 10 || end != at || !starts) continue;
    if (number != 1 && number != last + 1) {
      tell({&passage, at - digit, at + mark.size(),
            "“" + passage.text.substr(at - digit, digit) + "是”不连续，前面" +
                (last == 0 ? "没有“一是”" : "是“" + chinese_number(last) + "是”")});
    }
    last = number;
  }
}

}  // namespace

void find_broken_ordinals(const std::vector<Passage>& passages, const TellPlaced& tell) {
  Counting counting(tell);
  int series = 0;
  for (const Passage& passage : passages) {
    int own = 0;  // a cell is a text by itself
    switch (passage.part) {
      case Passage::Part::heading:
        counting.begin_section();
        series = 0;
        break;
      case Passage::Part::paragraph:
        counting.paragraph(passage);
        find_broken_series(passage, series, tell);
        break;
      case Passage::Part::cell: find_broken_series(passage, own, tell); break;
      case Passage::Part::note: break;
    }
  }
}

}  // namespace gongkai
