#include "load/yaml_scalar.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace gongkai {

namespace {

constexpr std::string_view escapes = "0abt\tnvfre \"/\\N_LPxuU";

bool fail_unclosed(YamlCursor& cursor, std::size_t opening) {
  return cursor.fail("14", "引号没有成对：从这里开始的文字没有结束的引号", opening, opening + 1,
                     "在文字末尾补上同样的引号；文字里要用引号时用中文引号“”");
}

/// Inside a quoted text at the end of a line: its next line must be indented more than
/// what is around, else the quote has swallowed lines that were not meant for it.
bool continue_quoted(YamlCursor& cursor, std::size_t opening, std::ptrdiff_t parent) {
  if (!cursor.next_content(false)) return fail_unclosed(cursor, opening);
  if (static_cast<std::ptrdiff_t>(cursor.column()) <= parent) return fail_unclosed(cursor, opening);
  return true;
}

bool check_escape(YamlCursor& cursor) {
  const char escape = cursor.peek(1);
  if (is_line_end(escape) || escapes.find(escape) != std::string_view::npos) return true;
  std::size_t end = cursor.at() + 1;
  const std::string_view rest = cursor.text(end, cursor.line_end());
  std::size_t length = 0;
  utf8::decode(rest, length);
  end += length;
  return cursor.fail("30", "双引号里的反斜杠有特殊含义，不能写“" + std::string(cursor.text(cursor.at(), end)) + "”",
                     cursor.at(), end, "改用单引号，或把 \\ 写成 \\\\");
}

/// What ends a plain text on this line: the line end or a comment; without trailing blanks.
std::size_t plain_end(const YamlCursor& cursor) {
  std::size_t end = cursor.line_end();
  for (std::size_t at = cursor.at() + 1; at < end; ++at) {
    if (cursor.letter(at) == '#' && is_blank(cursor.letter(at - 1))) end = at;
  }
  while (end > cursor.at() && is_blank(cursor.letter(end - 1))) --end;
  return end;
}

bool has_comment(const YamlCursor& cursor, std::size_t plain_end) {
  return cursor.text(plain_end, cursor.line_end()).find('#') != std::string_view::npos;
}

std::size_t find_wide_colon(const YamlCursor& cursor, std::size_t begin, std::size_t end) {
  const std::size_t found = cursor.text(begin, end).find("：");
  return found == std::string_view::npos ? found : begin + found;
}

/// 收入总计:874.05 — but neither http://… nor 9:30.
bool is_key_without_blank(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos || text.substr(colon).starts_with("://")) return false;
  const std::string_view key = text.substr(0, colon);
  return key.find_first_not_of("0123456789") != std::string_view::npos && key.find(' ') == std::string_view::npos;
}

/// A further line of a plain text may not look like a key of its own.
bool check_further_line(YamlCursor& cursor, std::size_t begin, std::size_t first_end) {
  if (find_colon(cursor) == std::string_view::npos) return true;
  if (find_wide_colon(cursor, begin, first_end) != std::string_view::npos) {
    return fail_without_colon(cursor, begin, first_end);
  }
  if (is_key_without_blank(cursor.text(begin, first_end))) return fail_without_colon(cursor, begin, first_end);
  if (cursor.letter(cursor.at() - 1) == '\t') return fail_tab(cursor, cursor.at() - 1);
  return cursor.fail("23", "这一行缩进过深：上一行的冒号之后已经有内容", cursor.at(), plain_end(cursor),
                     "与同一层的其他项左对齐；若是上一行文字的下半句，给整句加引号",
                     {{"上一行", cursor.span(begin, first_end)}});
}

struct Header {
  YamlStyle style = YamlStyle::literal;
  std::size_t begin = 0;
  std::size_t indent = 0;  // as written after | or >; 0: that of the first line
};

bool scan_header(YamlCursor& cursor, Header& header) {
  header.begin = cursor.at();
  header.style = cursor.peek() == '|' ? YamlStyle::literal : YamlStyle::folded;
  cursor.advance();
  for (int i = 0; i < 2; ++i) {
    const char letter = cursor.peek();
    if (letter >= '1' && letter <= '9') header.indent = static_cast<std::size_t>(letter - '0');
    if ((letter >= '1' && letter <= '9') || letter == '+' || letter == '-') cursor.advance();
  }
  cursor.skip_blanks();
  if (cursor.line_is_over()) return true;
  return cursor.fail("28", "“" + std::string(cursor.text(header.begin, header.begin + 1)) + "”之后要换行再写文字",
                     header.begin, header.begin + 1, "文字从下一行开始，并多缩进两格；若是文字本身，给它加引号");
}

}  // namespace

bool scan_quoted(YamlCursor& cursor, std::ptrdiff_t parent) {
  const std::size_t begin = cursor.at();
  const char quote = cursor.peek();
  cursor.advance();
  while (cursor.peek() != quote || (quote == '\'' && cursor.peek(1) == quote)) {
    const char letter = cursor.peek();
    if (is_line_end(letter)) {
      if (!continue_quoted(cursor, begin, parent)) return false;
      continue;
    }
    const bool escape = quote == '"' && letter == '\\';
    if (escape && !check_escape(cursor)) return false;
    const bool pair = letter == quote || (escape && !is_line_end(cursor.peek(1)));
    cursor.advance(pair ? 2 : 1);
  }
  cursor.advance();
  cursor.note(begin, cursor.at(), quote == '"' ? YamlStyle::double_quoted : YamlStyle::single_quoted);
  return true;
}

std::size_t find_colon(const YamlCursor& cursor) {
  const std::size_t end = cursor.line_end();
  for (std::size_t at = cursor.at(); at < end; ++at) {
    const char letter = cursor.letter(at);
    if (letter == ':' && is_blank_or_end(cursor.letter(at + 1))) return at;
    if (letter == '#' && at > cursor.at() && is_blank(cursor.letter(at - 1))) break;
  }
  return std::string_view::npos;
}

bool scan_plain(YamlCursor& cursor, std::ptrdiff_t parent) {
  const std::size_t begin = cursor.at();
  const std::size_t first_end = plain_end(cursor);
  std::size_t end = first_end;
  YamlCursor::Place behind = cursor.place();
  while (!has_comment(cursor, end)) {
    behind = cursor.place();
    if (!cursor.next_content(false)) break;
    const bool further = static_cast<std::ptrdiff_t>(cursor.column()) > parent && cursor.peek() != '#';
    if (!further) break;
    if (!check_further_line(cursor, begin, first_end)) return false;
    end = plain_end(cursor);
    behind = cursor.place();
  }
  cursor.go_back(behind);
  cursor.advance(end - cursor.at());
  cursor.note(begin, end, YamlStyle::plain);
  return true;
}

bool scan_block_text(YamlCursor& cursor, std::ptrdiff_t parent) {
  Header header;
  if (!scan_header(cursor, header)) return false;
  std::size_t end = cursor.line_end();
  std::size_t indent =
      header.indent == 0 ? 0 : static_cast<std::size_t>(std::max<std::ptrdiff_t>(parent, 0)) + header.indent;
  std::size_t widest_blank = 0;
  for (cursor.next_line(); !cursor.at_end(); cursor.next_line()) {
    const YamlCursor::Place line = cursor.place();
    while (cursor.peek() == ' ') cursor.advance();
    const std::size_t column = cursor.column();
    if (is_line_end(cursor.peek())) {
      if (indent == 0) widest_blank = std::max(widest_blank, column);
      continue;
    }
    if (static_cast<std::ptrdiff_t>(column) <= parent) {
      cursor.go_back(line);
      break;
    }
    if (indent == 0 && widest_blank > column) {
      return cursor.fail("28", "文字块开头的空行里有多余的空格", header.begin, header.begin + 1,
                         "删去文字块开头的空行");
    }
    if (indent == 0) indent = column;
    if (column < indent && cursor.peek() != '#') {
      return cursor.fail("28", "文字块里这一行的缩进比第一行少", cursor.at(), cursor.line_end(),
                         "与文字块的第一行左对齐", {{"文字块", cursor.span(header.begin, header.begin + 1)}});
    }
    if (column >= indent) end = cursor.line_end();
  }
  cursor.note(header.begin, end, header.style);
  return true;
}

bool check_first_letter(YamlCursor& cursor) {
  const char letter = cursor.peek();
  const std::string shown(1, letter);
  const std::size_t at = cursor.at();
  const bool before_blank = is_blank_or_end(cursor.peek(1));
  switch (letter) {
    case '&':
    case '*':
    case '!':
      return cursor.fail("18", "不支持 YAML 的锚点、别名和标记：“" + shown + "”", at, at + 1,
                         "把内容直接写出来；若是文字的第一个字，给整段文字加引号");
    case '#':
    case '%':
    case '@':
    case '`':
    case '|':
    case '>':
    case ',':
    case ']':
    case '}':
      return cursor.fail("27", "这里不能以“" + shown + "”开头", at, at + 1, "若是文字的第一个字，给整段文字加引号");
    case '?':
      if (!before_blank) return true;
      return cursor.fail("29", "不支持“? ”这种键的写法", at, at + 1, "写成“键: 值”");
    case ':':
      if (!before_blank) return true;
      return cursor.fail("22", "冒号之前没有键", at, at + 1, "写成“键: 值”");
    default: return true;
  }
}

bool fail_tab(YamlCursor& cursor, std::size_t last) {
  std::size_t begin = last;
  while (begin > 0 && cursor.letter(begin - 1) == '\t') --begin;
  return cursor.fail("10", "缩进用了制表符（Tab）", begin, last + 1, "缩进只用空格，每层两个");
}

bool fail_without_colon(YamlCursor& cursor, std::size_t begin, std::size_t end) {
  const std::string_view written = cursor.text(begin, end);
  const std::size_t wide = written.find("：");
  const std::size_t narrow = written.find(':');
  if (narrow != std::string_view::npos && narrow < wide) {
    const std::size_t at = begin + narrow;
    const std::string_view rest = written.substr(narrow + 1);
    const bool wide_blank = rest.starts_with("\u3000") || rest.starts_with("\u00A0");
    const std::string message = wide_blank ? "冒号之后是全角空格或不换行空格，应为半角空格" : "冒号之后缺少一个空格";
    return cursor.fail("13", message, at, at + 1,
                       "写成“" + std::string(written.substr(0, narrow)) + ": …”，冒号和空格都用半角");
  }
  if (wide != std::string_view::npos) {
    const std::size_t at = begin + wide;
    return cursor.fail("12", "键后面是全角冒号“：”，应为半角冒号加空格", at, at + std::string_view("：").size(),
                       "写成“" + std::string(written.substr(0, wide)) + ": …”");
  }
  return cursor.fail("22", "这里应是“键: 值”，没有找到冒号", begin, end,
                     "补上冒号和空格；若是上一行文字的下半句，多缩进两格");
}

}  // namespace gongkai
