#pragma once
// Numbers, strings and colours as PDF writes them.

#include <cstdint>
#include <string>
#include <string_view>

#include "layout/colour.h"

namespace gongkai {

/// 1/1000 pt as points: 12500 → "12.5".
void append_points(std::string& out, std::int64_t length);
/// Four hexadecimal digits.
void append_hex(std::string& out, std::uint16_t number);
/// The character in UTF-16BE, hexadecimal: four digits, or eight for a surrogate pair.
void append_utf16(std::string& out, char32_t character);
/// A text string: hexadecimal UTF-16BE with byte order mark.
[[nodiscard]] std::string text_string(std::string_view text);
/// A byte string, for names of destinations.
[[nodiscard]] std::string byte_string(std::string_view bytes);
/// Operands of rg: "0.2 0.4 0"; black for none.
[[nodiscard]] std::string colour_operands(Colour colour);

}  // namespace gongkai
