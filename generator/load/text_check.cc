#include "load/text_check.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/utf8.h"

namespace gongkai {

namespace {

constexpr char32_t damaged = 0xFFFD;

struct Blemish {
  std::size_t begin = 0;
  std::size_t end = 0;
  const char* number = "";
  std::string message;
  const char* hint = "";
};

/// Formatting characters that come along with text copied from web pages and chats: they
/// make two keys that look the same differ. Joiners of emoji and variation selectors (rare
/// forms of ideographs) are not among them.
bool is_invisible(char32_t letter) {
  return letter == 0xAD || (letter >= 0x200B && letter <= 0x200C) || (letter >= 0x200E && letter <= 0x200F) ||
         (letter >= 0x2028 && letter <= 0x202E) || (letter >= 0x2060 && letter <= 0x2069) || letter == 0xFEFF;
}

bool is_control(char32_t letter) {
  const bool wanted = letter == '\t' || letter == '\n' || letter == '\r';
  const bool never_a_character = (letter & 0xFFFEU) == 0xFFFEU || (letter >= 0xFDD0 && letter <= 0xFDEF);
  return (letter < 0x20 && !wanted) || (letter >= 0x7F && letter < 0xA0) || never_a_character;
}

std::optional<Blemish> blemish_of(char32_t letter, std::size_t begin, std::size_t end) {
  if (is_control(letter)) {
    return Blemish{begin, end, "02", "文本里有控制字符 " + code_point_name(letter),
                   "删去这个字符；它多半是从别的软件粘贴来的"};
  }
  if (is_invisible(letter)) {
    return Blemish{begin, end, "03", "文本里有看不见的字符 " + code_point_name(letter),
                   "删去这个字符；它多半是从网页或聊天软件粘贴来的"};
  }
  if (letter == damaged) {
    return Blemish{begin, end, "04", "这里的文字已经损坏（替换字符 U+FFFD）",
                   "文件在转换编码时丢了字，请补上原来的文字"};
  }
  return std::nullopt;
}

Blemish not_utf8(std::string_view text, std::size_t at) {
  const bool utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
  if (utf16) return {0, 2, "01", "文件是 UTF-16 编码，应为 UTF-8", "在记事本里“另存为”，编码选 UTF-8"};
  return {at, at + 1, "01", "文件不是 UTF-8 编码：这里的字节不成字",
          "文件多半是 GBK（ANSI）编码，在记事本里“另存为”，编码选 UTF-8"};
}

/// Old Macintosh line ends would make the whole file one line.
std::optional<Blemish> lone_return(std::string_view text) {
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
    if (at + 1 < text.size() && text[at + 1] == '\n') continue;
    return Blemish{at, at + 1, "05", "回车符之后没有换行符", "把换行改为 LF 或 CRLF（Windows 格式）"};
  }
  return std::nullopt;
}

std::optional<Blemish> first_blemish(std::string_view text) {
  std::size_t offset = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  while (offset < text.size()) {
    const std::size_t begin = offset;
    const char32_t letter = utf8::decode(text, offset);
    if (letter >= 0x20 && letter < 0x7F) continue;
    const bool valid = letter != damaged || offset - begin == 3;
    if (!valid) return not_utf8(text, begin);
    if (auto blemish = blemish_of(letter, begin, offset)) return blemish;
  }
  return std::nullopt;
}

void report(const Blemish& blemish, SourceId source, const std::string& family, Diagnostics& diagnostics) {
  diagnostics.error(family + "-" + blemish.number, blemish.message,
                    {source, static_cast<std::uint32_t>(blemish.begin), static_cast<std::uint32_t>(blemish.end)},
                    blemish.hint);
}

}  // namespace

std::string code_point_name(char32_t code_point) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (auto rest = static_cast<std::uint32_t>(code_point); rest != 0 || text.size() < 4; rest /= 16) {
    text.push_back(digits[rest % 16]);
  }
  std::reverse(text.begin(), text.end());
  return "U+" + text;
}

bool check_text(std::string_view text, SourceId source, const std::string& family, Diagnostics& diagnostics) {
  if (text.size() > largest_text) {
    report({0, 0, "08", "文件大于 64 MB", "数据文件应是手工填写的文本，请核对是否选错了文件"}, source, family,
           diagnostics);
    return false;
  }
  std::optional<Blemish> blemish = first_blemish(text);
  if (!blemish) blemish = lone_return(text);
  if (!blemish) return true;
  report(*blemish, source, family, diagnostics);
  return false;
}

bool check_decoded(std::string_view text, Span span, const std::string& family, Diagnostics& diagnostics) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const char32_t letter = utf8::decode(text, offset);
    if (letter >= 0x20 && letter < 0x7F) continue;
    const auto blemish =
        letter == '\r' ? Blemish{0, 0, "02", "文本里有控制字符 U+000D", "删去这个字符"} : blemish_of(letter, 0, 0);
    if (!blemish) continue;
    diagnostics.error(family + "-" + blemish->number, blemish->message, span, blemish->hint);
    return false;
  }
  return true;
}

}  // namespace gongkai
