#pragma once
// Where a Chinese line may end (禁则, GB/T 15834 and clreq "GB style", domain.md §6.2), and
// how much blank its punctuation can give up. Works on code points; knows no fonts.

#include <cstdint>
#include <string_view>
#include <vector>

namespace gongkai {

enum class CharacterClass : std::uint8_t {
  ideograph,  // hanzi, kana, other wide characters: a line may end on either side
  opening,    // （《“‘【〔: not at a line end; blank on the left
  closing,    // ）》”’】〕: not at a line start; blank on the right
  stop,       // 、，。；：！？: not at a line start; blank on the right
  middle,     // · ／ and the like: not at a line start
  dash,       // — and …: a pair is never split
  word,       // Latin letters, digits and what belongs to a number: . , % ‰ + −
  space,
  line_break  // "\n"
};

[[nodiscard]] CharacterClass character_class(char32_t character);

/// For each character i: whether a line may end after it. Numbers keep together, with
/// their unit (874.05万元, 2023年, 12.5%, 〔2016〕143号); an opening mark keeps what follows, closing
/// marks and stops keep what comes before. The last character always may.
[[nodiscard]] std::vector<bool> line_end_allowed(std::u32string_view text);

/// Full-width marks hold half an em of blank: on the left (opening), on the right
/// (closing, stop). At a line end or before another mark that half is given up.
[[nodiscard]] bool has_left_blank(char32_t character);
[[nodiscard]] bool has_right_blank(char32_t character);

}  // namespace gongkai
