#pragma once
// Where a Chinese line may end (禁则, GB/T 15834-2011 5.1 and clreq "GB style", domain.md §6.2), and
// how much blank its punctuation can give up. Works on code points; knows no fonts. Every rule
// has an example with its source in tests/unit/layout/typography.md.

#include <cstdint>
#include <string_view>
#include <vector>

namespace gongkai {

enum class CharacterClass : std::uint8_t {
  ideograph,  // hanzi, kana, other wide characters: a line may end on either side
  opening,    // （《“‘【〔: not at a line end; blank on the left
  closing,    // ）》”’】〕: not at a line start; blank on the right
  stop,       // 、，。；：！？: not at a line start; blank on the right
  connector,  // · ～ – -: not at a line start
  solidus,    // / ／: at neither end
  dash,       // —: two are a break in thought, never split; one alone is a connector
  ellipsis,   // …: never split, not at a line start
  word,       // Latin letters, digits and what belongs to a number: . , % ‰ + −
  space,      // also the wide one; at a line's end it has no width
  line_break  // "\n"
};

[[nodiscard]] CharacterClass character_class(char32_t character);

/// For each character i: whether a line may end after it. An opening mark keeps what follows,
/// closing marks and stops keep what comes before. In one piece stay: a number with its sign and
/// unit (874.05万元, 2023年度, 12.5%, 5个百分点, 〔2016〕143号), an ordinal (第十二条), a year in
/// Chinese digits, a bracketed number (（十一）), a Latin word; an address breaks after its single
/// slashes. The last character always may.
[[nodiscard]] std::vector<bool> line_end_allowed(std::u32string_view text);

/// The mark of Women’s: narrow and part of its word, unlike the same mark closing a quotation.
[[nodiscard]] bool is_apostrophe(std::u32string_view text, std::size_t index);

/// Full-width marks hold half an em of blank: on the left (opening), on the right
/// (closing, stop). At a line end or before another mark that half is given up.
[[nodiscard]] bool has_left_blank(char32_t character);
[[nodiscard]] bool has_right_blank(char32_t character);

/// Digits of numbers in Chinese: 〇一二…十百千.
[[nodiscard]] bool is_chinese_numeral(char32_t character);

}  // namespace gongkai
