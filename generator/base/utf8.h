#pragma once
// UTF-8 over code points. All text inside the program is valid UTF-8: readers refuse
// anything else, so the functions below may assume validity unless they say otherwise.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai::utf8 {

/// Byte offset of the first byte that is not part of valid UTF-8 (surrogates, overlong
/// forms and > U+10FFFF are invalid); nullopt when all is valid.
[[nodiscard]] std::optional<std::size_t> first_invalid(std::string_view text);

/// Reads the code point at `offset` and moves `offset` past it. Invalid bytes give
/// U+FFFD and advance by one.
char32_t decode(std::string_view text, std::size_t& offset);

void append(std::string& text, char32_t code_point);
[[nodiscard]] std::u32string decode_all(std::string_view text);
[[nodiscard]] std::size_t length(std::string_view text);  // code points

/// Columns on a terminal: 2 for East Asian wide and full-width (and for the curly
/// quotes, dash and ellipsis as Chinese terminals show them: 1, the common default),
/// 0 for combining marks, else 1.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// CJK ideograph, kana, or full-width punctuation: text in which a line end is not a space.
[[nodiscard]] bool is_wide(char32_t code_point);

}  // namespace gongkai::utf8
