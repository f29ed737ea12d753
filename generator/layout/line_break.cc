#include "layout/line_break.h"

#include <algorithm>
#include <string_view>

namespace gongkai {
namespace {

constexpr std::u32string_view opening_marks = U"（〔［｛《〈「『【〖“‘([{";
constexpr std::u32string_view closing_marks = U"）〕］｝》〉」』】〗”’)]}";
constexpr std::u32string_view stop_marks = U"、，。；：！？．!?;:";
constexpr std::u32string_view middle_marks = U"·・／/～~－–-";
constexpr std::u32string_view dash_marks = U"—…⸺";
// What may stand inside or directly beside the digits of one number.
constexpr std::u32string_view number_marks = U".,%‰‱+−±°×";
// What stands before a number and belongs to it: signs, and the comparison of a target (≥90%).
constexpr std::u32string_view number_prefixes = U"－−-≥≤＞＜＝≈";
// Units that must not be torn from the number before them (domain.md §6.2).
constexpr std::u32string_view unit_characters =
    U"万亿千百元年月日时分个人次辆批台套项篇名倍岁家件号级届期类款笔条户场部处户所座栋本册页㎡℃";

bool contains(std::u32string_view set, char32_t character) { return set.find(character) != std::u32string_view::npos; }

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

bool is_latin(char32_t character) {
  return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z') ||
         (character >= 0x00C0 && character <= 0x024F);
}

bool is_number_with_unit(char32_t before, char32_t after) {
  const bool after_number = is_digit(before) || before == U'%' || before == U'余' || before == U'多';
  return after_number && contains(unit_characters, after);
}

/// 万元: the second character of a unit that follows a number.
bool continues_unit(std::u32string_view text, std::size_t index) {
  if (index == 0 || !contains(U"万亿千百", text[index])) return false;
  if (index + 1 >= text.size() || !contains(U"元人亿次户", text[index + 1])) return false;
  const char32_t before = text[index - 1];
  return is_digit(before) || contains(U"余多万", before);
}

/// 〔2016〕143号: the closing bracket keeps the number after it.
bool inside_document_number(std::u32string_view text, std::size_t index) {
  return (text[index] == U'〕' || text[index] == U'］') && index + 1 < text.size() && is_digit(text[index + 1]);
}

bool end_allowed_between(std::u32string_view text, std::size_t index) {
  const char32_t before = text[index];
  const char32_t after = text[index + 1];
  const CharacterClass left = character_class(before);
  const CharacterClass right = character_class(after);
  if (left == CharacterClass::line_break) return true;
  if (left == CharacterClass::opening || right == CharacterClass::closing || right == CharacterClass::stop)
    return false;
  if (right == CharacterClass::middle || right == CharacterClass::space || right == CharacterClass::line_break)
    return false;
  if (left == CharacterClass::space) return true;
  if (left == CharacterClass::dash && right == CharacterClass::dash) return false;
  if (left == CharacterClass::word && right == CharacterClass::word) return false;
  if (left == CharacterClass::middle && right == CharacterClass::word) return false;
  if (contains(number_prefixes, before) && is_digit(after)) return false;
  if (is_number_with_unit(before, after) || continues_unit(text, index)) return false;
  if (is_digit(after) && (before == U'第' || before == U'约')) return false;
  return !inside_document_number(text, index);
}

}  // namespace

CharacterClass character_class(char32_t character) {
  // No mark stands between kana and the compatibility forms: nearly every character is done here.
  if (character >= 0x3040 && character < 0xFE30) return CharacterClass::ideograph;
  if (character == U'\n') return CharacterClass::line_break;
  if (character == U' ') return CharacterClass::space;
  if (is_digit(character) || is_latin(character) || contains(number_marks, character)) return CharacterClass::word;
  if (contains(opening_marks, character)) return CharacterClass::opening;
  if (contains(closing_marks, character)) return CharacterClass::closing;
  if (contains(stop_marks, character)) return CharacterClass::stop;
  if (contains(middle_marks, character)) return CharacterClass::middle;
  if (contains(dash_marks, character)) return CharacterClass::dash;
  if (character > U' ' && character < 0x2000) return CharacterClass::word;
  return CharacterClass::ideograph;
}

std::vector<bool> line_end_allowed(std::u32string_view text) {
  std::vector<bool> allowed(text.size(), true);
  for (std::size_t index = 0; index + 1 < text.size(); ++index) allowed[index] = end_allowed_between(text, index);
  return allowed;
}

bool has_left_blank(char32_t character) {
  return character_class(character) == CharacterClass::opening && character >= 0x2018;
}

bool has_right_blank(char32_t character) {
  const CharacterClass kind = character_class(character);
  return (kind == CharacterClass::closing || kind == CharacterClass::stop) && character >= 0x2018;
}

}  // namespace gongkai
