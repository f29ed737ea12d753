#include "layout/line_break.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace gongkai {
namespace {

constexpr std::u32string_view opening_marks = U"（〔［｛《〈「『【〖“‘([{";
constexpr std::u32string_view closing_marks = U"）〕］｝》〉」』】〗”’)]}";
constexpr std::u32string_view stop_marks = U"、，。；：！？．!?;:";
constexpr std::u32string_view connectors = U"·・～~－–-‐|｜";
// What may stand inside or directly beside the digits of one number.
constexpr std::u32string_view number_marks = U".,%‰‱+−±°×";
// What stands before a number and belongs to it: signs, the comparison of a target (≥90%), 约, 第.
constexpr std::u32string_view number_prefixes = U"－−-≥≤＞＜＝≈￥¥$约第";
// What follows a number without a line's end between, whatever it is.
constexpr std::u32string_view number_suffixes = U"％℃㎡㎞余多几";
constexpr std::u32string_view multipliers = U"十百千万亿";

// Units that must not be torn, nor torn from the number before them (domain.md §6.2), the longer
// before those they begin with.
constexpr std::array<std::u32string_view, 95> units = {
    U"平方公里", U"个百分点", U"个工作日", U"平方米", U"立方米", U"百分点", U"千瓦时", U"人次", U"批次", U"户次",
    U"场次",     U"台次",     U"件次",     U"个月",   U"年度",   U"年初",   U"年末",   U"年底", U"年间", U"年代",
    U"年",       U"月份",     U"月初",     U"月末",   U"月底",   U"月",     U"季度",   U"日",   U"小时", U"分钟",
    U"分",       U"秒",       U"时",       U"天",     U"周",     U"元",     U"角",     U"公里", U"公顷", U"公斤",
    U"千克",     U"毫升",     U"千瓦",     U"米",     U"亩",     U"吨",     U"克",     U"升",   U"个",   U"人",
    U"名",       U"位",       U"次",       U"件",     U"辆",     U"台",     U"套",     U"项",   U"篇",   U"批",
    U"户",       U"处",       U"座",       U"栋",     U"幢",     U"所",     U"家",     U"届",   U"级",   U"期",
    U"类",       U"款",       U"条",       U"笔",     U"场",     U"部",     U"本",     U"册",   U"页",   U"号",
    U"倍",       U"岁",       U"株",       U"头",     U"只",     U"支",     U"张",     U"块",   U"盏",   U"艘",
    U"床",       U"间",       U"门",       U"轮",     U"例"};
// What an ordinal counts: 第十二条, 第一部分.
constexpr std::array<std::u32string_view, 26> ordinal_units = {
    U"部分", U"季度", U"条", U"款", U"项", U"章", U"节", U"编", U"篇", U"批", U"次", U"届", U"期",
    U"号",   U"类",   U"名", U"位", U"个", U"年", U"页", U"卷", U"册", U"集", U"表", U"图", U"季"};

constexpr bool contains(std::u32string_view set, char32_t character) {
  return set.find(character) != std::u32string_view::npos;
}

constexpr bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

constexpr bool is_latin(char32_t character) {
  return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z') ||
         (character >= 0x00C0 && character <= 0x024F);
}

bool is_ascii(char32_t character) { return character > U' ' && character < 0x7F; }

/// Length of the first of these that `text` has at `at`; 0 if it has none. All are of ideographs: most numbers are
/// done at once.
template <typename Words>
std::size_t word_at(const Words& words, std::u32string_view text, std::size_t at) {
  constexpr char32_t first_ideograph = 0x4E00;
  if (at >= text.size() || text[at] < first_ideograph) return 0;
  for (const std::u32string_view word : words)
    if (text.substr(at, word.size()) == word) return word.size();
  return 0;
}

class Breaker {
 public:
  explicit Breaker(std::u32string_view text) : text_(text), allowed_(text.size(), true) {}

  std::vector<bool> run() {
    CharacterClass left = text_.empty() ? CharacterClass::word : class_of(0);
    for (std::size_t index = 0; index + 1 < text_.size(); ++index) {
      const CharacterClass right = class_of(index + 1);
      allowed_[index] = allowed_between(index, left, right);
      left = right;
    }
    for (std::size_t index = 0; index < text_.size(); ++index) keep_piece(index);
    return std::move(allowed_);
  }

 private:
  [[nodiscard]] char32_t at(std::size_t index) const { return index < text_.size() ? text_[index] : U'\0'; }
  [[nodiscard]] char32_t before(std::size_t index) const { return index > 0 ? text_[index - 1] : U'\0'; }

  [[nodiscard]] CharacterClass class_of(std::size_t index) const {
    const CharacterClass kind = character_class(text_[index]);
    const bool alone = before(index) != text_[index] && at(index + 1) != text_[index];
    if (kind == CharacterClass::dash && text_[index] == U'—' && alone) return CharacterClass::connector;
    return is_apostrophe(text_, index) ? CharacterClass::word : kind;
  }

  /// After `index`, whose character is of the one class, and the next of the other.
  [[nodiscard]] bool allowed_between(std::size_t index, CharacterClass left, CharacterClass right) const {
    if (left == CharacterClass::ideograph && right == CharacterClass::ideograph) return true;
    if (left == CharacterClass::line_break) return true;
    if (begins_no_line(right) || left == CharacterClass::opening) return false;
    if (left == CharacterClass::space) return true;
    if (left == CharacterClass::solidus) return in_address(index);
    if (left == CharacterClass::dash && right == CharacterClass::dash) return false;
    if (right != CharacterClass::word) return true;
    if (left == CharacterClass::connector) return ends_syllable(index);
    return left != CharacterClass::word && !(contains(number_prefixes, text_[index]) && is_digit(text_[index + 1]));
  }

  static bool begins_no_line(CharacterClass kind) {
    switch (kind) {
      case CharacterClass::closing:
      case CharacterClass::stop:
      case CharacterClass::connector:
      case CharacterClass::solidus:
      case CharacterClass::ellipsis:
      case CharacterClass::space:
      case CharacterClass::line_break: return true;
      case CharacterClass::ideograph:
      case CharacterClass::opening:
      case CharacterClass::dash:
      case CharacterClass::word: return false;
    }
    return false;
  }

  /// A slash between the parts of an Internet address, and not one of its "//".
  [[nodiscard]] bool in_address(std::size_t index) const {
    if (text_[index] != U'/' || before(index) == U'/' || !is_latin(at(index + 1))) return false;
    constexpr std::size_t longest = 2000;  // so that a megabyte of slashes is not looked through at each
    std::size_t first = index;
    while (first > 0 && index - first < longest && is_ascii(text_[first - 1])) --first;
    const std::u32string_view head = text_.substr(first, index - first);
    return head.find(U"://") != std::u32string_view::npos || head.starts_with(U"www.");
  }

  /// The hyphen of a Latin word with two letters at least on either side.
  [[nodiscard]] bool ends_syllable(std::size_t index) const {
    return text_[index] == U'-' && index > 1 && is_latin(text_[index - 1]) && is_latin(text_[index - 2]) &&
           is_latin(at(index + 1)) && is_latin(at(index + 2));
  }

  /// Joins the piece that begins at `index` or goes on after it.
  void keep_piece(std::size_t index) {
    const char32_t character = text_[index];
    if (is_digit(character) || character == U'%') return keep_number(index);
    if (character == U'第') return keep_ordinal(index);
    if (contains(U"（〔［(", character)) return keep_bracketed(index);
    if (is_chinese_numeral(character)) return keep_year(index);
    if (character == U'〕' && is_digit(at(index + 1))) allowed_[index] = false;
  }

  /// `index` is a number's last digit or %: joins what counts it.
  void keep_number(std::size_t index) {
    if (is_digit(at(index + 1))) return;
    std::size_t end = index + 1;
    while (end < text_.size() && contains(number_suffixes, text_[end])) ++end;
    while (end < text_.size() && contains(multipliers, text_[end])) ++end;
    join(index, end + word_at(units, text_, end));
  }

  void keep_ordinal(std::size_t index) {
    std::size_t end = index + 1;
    while (end < text_.size() && (is_chinese_numeral(text_[end]) || is_digit(text_[end]))) ++end;
    if (end > index + 1) join(index, end + word_at(ordinal_units, text_, end));
  }

  void keep_bracketed(std::size_t index) {
    std::size_t end = index + 1;
    while (end < text_.size() && is_chinese_numeral(text_[end])) ++end;
    if (end > index + 1 && character_class(at(end)) == CharacterClass::closing) join(index, end);
  }

  /// 二〇二四年: four digits, as no number is written with a unit.
  void keep_year(std::size_t index) {
    constexpr std::size_t digits = 4;
    if (is_chinese_numeral(before(index)) || at(index + digits) != U'年') return;
    const std::u32string_view year = text_.substr(index, digits);
    if (std::all_of(year.begin(), year.end(), is_chinese_numeral)) join(index, index + digits + 1);
  }

  /// No line ends inside [first, end).
  void join(std::size_t first, std::size_t end) {
    for (std::size_t index = first; index + 1 < std::min(end, text_.size()); ++index) allowed_[index] = false;
  }

  std::u32string_view text_;
  std::vector<bool> allowed_;
};

constexpr CharacterClass classify(char32_t character) {
  // No mark stands between kana and the compatibility forms.
  if (character >= 0x3040 && character < 0xFE30) return CharacterClass::ideograph;
  if (character == U'\n') return CharacterClass::line_break;
  if (character == U' ' || character == U'\u3000') return CharacterClass::space;
  if (is_digit(character) || is_latin(character) || contains(number_marks, character)) return CharacterClass::word;
  if (contains(opening_marks, character)) return CharacterClass::opening;
  if (contains(closing_marks, character)) return CharacterClass::closing;
  if (contains(stop_marks, character)) return CharacterClass::stop;
  if (contains(connectors, character)) return CharacterClass::connector;
  if (contains(U"/／", character)) return CharacterClass::solidus;
  if (contains(U"—⸺", character)) return CharacterClass::dash;
  if (contains(U"…⋯", character)) return CharacterClass::ellipsis;
  if (character > U' ' && character < 0x2000) return CharacterClass::word;
  return CharacterClass::ideograph;
}

/// The classes of 256 characters.
using ClassPage = std::array<CharacterClass, 256>;

constexpr ClassPage class_page(char32_t first) {
  ClassPage page{};
  for (char32_t index = 0; index < page.size(); ++index) page[index] = classify(first + index);
  return page;
}

// Where nearly all marks stand.
constexpr ClassPage latin_page = class_page(0x0000);
constexpr ClassPage punctuation_page = class_page(0x2000);
constexpr ClassPage ideographic_page = class_page(0x3000);
constexpr ClassPage full_width_page = class_page(0xFF00);

}  // namespace

CharacterClass character_class(char32_t character) {
  const std::size_t index = character & 0xFFU;
  switch (character >> 8U) {
    case 0x00: return latin_page[index];
    case 0x20: return punctuation_page[index];
    case 0x30: return ideographic_page[index];
    case 0xFF: return full_width_page[index];
    default: return classify(character);
  }
}

std::vector<bool> line_end_allowed(std::u32string_view text) { return Breaker(text).run(); }

bool is_apostrophe(std::u32string_view text, std::size_t index) {
  return text[index] == U'’' && index > 0 && is_latin(text[index - 1]) && index + 1 < text.size() &&
         is_latin(text[index + 1]);
}

bool has_left_blank(char32_t character) {
  return character >= 0x2018 && character_class(character) == CharacterClass::opening;
}

bool has_right_blank(char32_t character) {
  if (character < 0x2018) return false;
  const CharacterClass kind = character_class(character);
  return kind == CharacterClass::closing || kind == CharacterClass::stop;
}

bool is_chinese_numeral(char32_t character) {
  switch (character) {
    case U'〇':
    case U'零':
    case U'一':
    case U'二':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
    case U'千': return true;
    default: return false;
  }
}

}  // namespace gongkai
