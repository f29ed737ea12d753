#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "layout/font_set.h"

namespace gongkai {
namespace {

constexpr std::size_t words_around = 8;  // characters shown on either side

std::string code_name(char32_t character) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string hexadecimal;
  for (char32_t rest = character; rest != 0 || hexadecimal.size() < 4; rest /= 16)
    hexadecimal.insert(hexadecimal.begin(), digits[rest % 16]);
  return "U+" + hexadecimal;
}

bool is_invisible(char32_t character) {
  const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
  const bool format = character >= 0x200B && character <= 0x200F;
  const bool selector = (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0000 && character <= 0xE0FFF);
  return control || format || selector || character == 0xFEFF;
}

/// The text on both sides of the character at `index`, cut by "…" and with what can't be
/// seen left out.
std::string words_at(const std::u32string& text, std::size_t index) {
  const std::size_t first = index > words_around ? index - words_around : 0;
  const std::size_t last = std::min(text.size(), index + words_around + 1);
  std::string words = first == 0 ? "" : "…";
  for (std::size_t at = first; at < last; ++at) {
    if (!is_invisible(text[at])) utf8::append(words, text[at]);
  }
  return words + (last == text.size() ? "" : "…");
}

std::string shown_fonts(FontRole role, const FontSet& fonts) {
  std::string names;
  for (const std::uint16_t index : fonts.chain(role)) names += (names.empty() ? "" : "、") + fonts.font(index).shown();
  return names;
}

std::string missing_message(const std::u32string& text, std::size_t index, FontRole role) {
  const char32_t character = text[index];
  std::string shown;
  if (!is_invisible(character)) {
    shown = "“";
    utf8::append(shown, character);
    shown += "”";
  }
  return "“" + std::string(role_name(role)) + "”的字体里没有字符" + shown + "（" + code_name(character) + "）：" +
         words_at(text, index);
}

std::string missing_hint(char32_t character, FontRole role, const FontSet& fonts) {
  if (is_invisible(character)) return "这个字符看不见，多半是复制带来的，请删去";
  return "已找过 " + shown_fonts(role, fonts) + "；改用通用的写法，或在 fonts/fonts.yaml 的“后备”中加一个有此字的字体";
}

}  // namespace

bool check_coverage(std::string_view text, FontRole role, Span where, const FontSet& fonts, Diagnostics& diagnostics) {
  const std::u32string characters = utf8::decode_all(text);
  std::u32string told;
  for (std::size_t index = 0; index < characters.size(); ++index) {
    const char32_t character = characters[index];
    if (character == U'\n' || fonts.glyph(role, character).found) continue;
    if (told.find(character) != std::u32string::npos) continue;
    told.push_back(character);
    diagnostics.error("FONT-07", missing_message(characters, index, role), where, missing_hint(character, role, fonts));
  }
  return told.empty();
}

}  // namespace gongkai
