#include "proof/marks.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "proof/passage.h"

namespace gongkai {
namespace {

bool is_one_of(char32_t character, std::u32string_view set) { return set.find(character) != std::u32string_view::npos; }

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

std::string quoted_part(std::string_view text, std::size_t begin, std::size_t end) {
  return "「" + std::string(text.substr(begin, end - begin)) + "」";
}

/// Calls `visit(character, begin, end)` for each code point.
template <typename Visit>
void each_character(std::string_view text, const Visit& visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = utf8::decode(text, at);
    visit(character, begin, at);
  }
}

/// "1）", "一）" at the start of a sentence: a label, not half a pair.
bool is_label_end(std::string_view text, std::size_t at) {
  char32_t before = character_before(text, at);
  if (!is_digit(before) && !is_one_of(before, U"一二三四五六七八九十")) return false;
  while (at > 0 && (is_digit(before) || is_one_of(before, U"一二三四五六七八九十"))) {
    at -= before < 0x80 ? 1 : 3;
    before = character_before(text, at);
  }
  return before == 0 || is_one_of(before, U"。；：，、\n");
}

constexpr std::array<std::u32string_view, 7> pairs = {U"“”", U"‘’", U"（）", U"《》", U"〈〉", U"【】", U"〔〕"};

}  // namespace

void find_doubled_marks(std::string_view text, const TellSlip& tell) {
  char32_t before = 0;
  std::size_t before_begin = 0;
  each_character(text, [&](char32_t character, std::size_t begin, std::size_t end) {
    const bool mark = is_one_of(character, U"。，；：、！？");
    const bool strong = is_one_of(before, U"！？") && is_one_of(character, U"！？") && before != character;
    if (mark && is_one_of(before, U"。，；：、！？") && !strong) {
      tell({before_begin, end, "标点重复" + quoted_part(text, before_begin, end)});
    }
    before = character;
    before_begin = begin;
  });
}

void find_half_width_marks(std::string_view text, const TellSlip& tell) {
  each_character(text, [&](char32_t character, std::size_t begin, std::size_t end) {
    if (!is_one_of(character, U",;:?!()")) return;
    const char32_t before = character_before(text, begin);
    const char32_t after = character_at(text, end);
    const auto chinese = [](char32_t near) { return is_han(near) || is_one_of(near, U"“”》《）（。；"); };
    // 12:30 and a(b) keep theirs; (07款) is inside Chinese text.
    if (!chinese(before) && !chinese(after)) return;
    tell({begin, end, "中文里用了半角标点" + quoted_part(text, begin, end)});
  });
}

void find_unpaired_marks(std::string_view text, const TellSlip& tell) {
  struct Open {
    std::size_t pair, begin, end;
  };
  std::vector<Open> open;
  each_character(text, [&](char32_t character, std::size_t begin, std::size_t end) {
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
      if (character == pairs[pair][0]) open.push_back({pair, begin, end});
      if (character != pairs[pair][1]) continue;
      if (!open.empty() && open.back().pair == pair) {
        open.pop_back();
      } else if (!is_label_end(text, begin)) {
        tell({begin, end, quoted_part(text, begin, end) + "没有与之成对的前一半"});
      }
    }
  });
  for (const Open& left : open) {
    tell({left.begin, left.end, quoted_part(text, left.begin, left.end) + "没有与之成对的后一半"});
  }
}

void find_bare_numbers(std::string_view text, const TellSlip& tell) {
  for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_digit(static_cast<unsigned char>(text[begin - 1]))) --begin;
    std::size_t end = at + 1;
    while (end < text.size() && is_digit(static_cast<unsigned char>(text[end]))) ++end;
    if (begin == at || end == at + 1 || character_before(text, begin) == U'.') continue;
    if (is_one_of(character_at(text, end), U"，。；、")) {
      tell({begin, end, "数字" + quoted_part(text, begin, end) + "后面没有单位"});
    }
  }
}

}  // namespace gongkai
