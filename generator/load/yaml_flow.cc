#include "load/yaml_flow.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "load/value_tree.h"
#include "load/yaml_scalar.h"

namespace gongkai {

namespace {

struct Bracket {
  char opening = '[';
  std::size_t at = 0;
  bool has_key = false;   // a colon was met in this entry
  bool has_part = false;  // a scalar or bracket stands in this entry, behind its colon if any
  std::size_t begin = 0;  // of the last scalar or bracket
  std::size_t end = 0;
  bool after_comma = false;
};

bool is_closing(char letter) { return letter == ']' || letter == '}'; }

bool is_flow_sign(char letter) { return letter == ',' || letter == '[' || letter == '{' || is_closing(letter); }

/// What may stand behind the colon of a key. Not an opening bracket: the parser wants a blank.
bool ends_key(char letter) { return is_blank_or_end(letter) || letter == ',' || is_closing(letter); }

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

class FlowScan {
 public:
  FlowScan(YamlCursor& cursor, std::ptrdiff_t parent) : cursor_(cursor), parent_(parent) {}

  bool run() {
    do {
      if (!step()) return false;
    } while (!open_.empty());
    return true;
  }

 private:
  bool step();
  bool next_line();
  bool open();
  bool close();
  bool comma();
  bool colon();
  bool scalar();
  bool plain();
  bool finish_entry();
  bool begin_part(std::size_t begin);
  void end_part(std::size_t end);
  bool check_thousands();
  bool check_colon_in(std::size_t begin, std::size_t end);
  std::size_t plain_end() const;

  YamlCursor& cursor_;
  std::ptrdiff_t parent_;
  std::vector<Bracket> open_;
};

bool FlowScan::step() {
  cursor_.skip_blanks();
  if (!open_.empty() && cursor_.line_is_over()) return next_line();
  const char letter = cursor_.peek();
  if (letter == '[' || letter == '{') return open();
  if (is_closing(letter)) return close();
  if (letter == ',') return comma();
  const bool after_quote = open_.back().has_part && !open_.back().has_key && cursor_.letter(open_.back().begin) == '"';
  const bool separates = ends_key(cursor_.peek(1)) || after_quote;
  if (letter == ':' && separates) return colon();
  return scalar();
}

/// A bracket goes on over lines that are indented more than what is around; only its
/// closing may stand at the margin. Else it was never closed.
bool FlowScan::next_line() {
  const bool more = cursor_.next_content(true);
  const bool inside = more && (static_cast<std::ptrdiff_t>(cursor_.column()) > parent_ || is_closing(cursor_.peek()));
  if (inside) return true;
  const Bracket& bracket = open_.back();
  const std::string shown(1, bracket.opening);
  return cursor_.fail("21", "括号没有成对：“" + shown + "”没有合上", bracket.at, bracket.at + 1,
                      std::string("在末尾补上 ") + (bracket.opening == '[' ? "]" : "}"));
}

bool FlowScan::open() {
  if (!open_.empty() && !begin_part(cursor_.at())) return false;
  if (open_.size() == deepest_nesting) {
    return cursor_.fail("06", "嵌套超过 " + std::to_string(deepest_nesting) + " 层", cursor_.at(), cursor_.at() + 1,
                        "检查是否有多写的括号或缩进");
  }
  open_.push_back({.opening = cursor_.peek(), .at = cursor_.at()});
  cursor_.advance();
  return true;
}

bool FlowScan::close() {
  const char letter = cursor_.peek();
  const Bracket bracket = open_.back();
  if ((bracket.opening == '[') != (letter == ']')) {
    return cursor_.fail("21",
                        "括号不成对：“" + std::string(1, bracket.opening) + "”用“" + std::string(1, letter) + "”合上",
                        cursor_.at(), cursor_.at() + 1, "列表用 [ ]，成对的写法用 { }",
                        {{"括号开头", cursor_.span(bracket.at, bracket.at + 1)}});
  }
  const bool empty = !bracket.has_part && !bracket.has_key;
  if (!empty && !finish_entry()) return false;
  cursor_.advance();
  cursor_.note(bracket.at, cursor_.at(), YamlStyle::flow);
  open_.pop_back();
  if (!open_.empty()) end_part(cursor_.at());
  return true;
}

bool FlowScan::comma() {
  Bracket& bracket = open_.back();
  if (!bracket.has_part && !bracket.has_key) {
    return cursor_.fail("26", "多了一个逗号", cursor_.at(), cursor_.at() + 1, "删去多余的逗号");
  }
  if (!finish_entry()) return false;
  bracket.has_key = false;
  bracket.has_part = false;
  bracket.after_comma = true;
  cursor_.advance();
  return true;
}

/// At the comma or closing bracket behind an entry.
bool FlowScan::finish_entry() {
  Bracket& bracket = open_.back();
  if (bracket.opening == '[') return true;
  if (bracket.has_key) return true;
  if (!check_thousands()) return false;
  return fail_without_colon(cursor_, bracket.begin, bracket.end);
}

bool FlowScan::colon() {
  Bracket& bracket = open_.back();
  if (bracket.opening == '[') {
    return cursor_.fail("26", "方括号里是列表，不能直接写“键: 值”", cursor_.at(), cursor_.at() + 1,
                        "成对的写法用花括号：{键: 值}；若是文字里的冒号，给文字加引号");
  }
  if (bracket.has_key) return check_colon_in(bracket.begin, cursor_.at() + 1);
  if (!bracket.has_part) {
    return cursor_.fail("22", "冒号之前没有键", cursor_.at(), cursor_.at() + 1, "写成“键: 值”");
  }
  if (cursor_.text(bracket.begin, bracket.end).find('\n') != std::string_view::npos) {
    return cursor_.fail("26", "键写到了下一行：前一行末尾缺少逗号或右括号", bracket.begin, bracket.end,
                        "两项之间写半角逗号；写完一组用右括号合上");
  }
  bracket.has_key = true;
  bracket.has_part = false;
  cursor_.advance();
  return true;
}

/// A second colon in one entry: the comma between two entries is full-width or missing, or
/// the text has a colon of its own.
bool FlowScan::check_colon_in(std::size_t begin, std::size_t end) {
  const std::string_view written = cursor_.text(begin, end);
  for (const std::string_view wide : {"，", "、", "；"}) {
    const std::size_t found = written.find(wide);
    if (found == std::string_view::npos) continue;
    return cursor_.fail("26", "两项之间是全角的“" + std::string(wide) + "”，应为半角逗号加空格", begin + found,
                        begin + found + wide.size(), "改为“, ”");
  }
  return cursor_.fail("24", "一项里有两个冒号", end - 1, end, "两项之间写半角逗号；若是文字里的冒号，给文字加引号");
}

bool FlowScan::begin_part(std::size_t begin) {
  Bracket& bracket = open_.back();
  const bool no_blank = bracket.has_part && cursor_.letter(begin - 1) == ':' && bracket.end == begin;
  if (no_blank) return fail_without_colon(cursor_, bracket.begin, bracket.end);
  if (bracket.has_part) {
    return cursor_.fail("26", "两项之间缺少逗号", begin, begin + 1,
                        "两项之间写半角逗号加空格；文字里有括号、引号时给整段文字加引号");
  }
  bracket.begin = begin;
  return true;
}

void FlowScan::end_part(std::size_t end) {
  open_.back().end = end;
  open_.back().has_part = true;
}

bool FlowScan::scalar() {
  const std::size_t previous = open_.back().end;
  const bool adjacent = open_.back().after_comma && cursor_.letter(cursor_.at() - 1) == ',';
  if (!begin_part(cursor_.at())) return false;
  if (cursor_.peek() == '"' || cursor_.peek() == '\'') {
    if (!scan_quoted(cursor_, parent_)) return false;
    end_part(cursor_.at());
    return true;
  }
  if (cursor_.peek() == '-' && is_blank_or_end(cursor_.peek(1))) {
    return cursor_.fail("25", "括号里的各项不写短横线", cursor_.at(), cursor_.at() + 1,
                        "删去短横线，两项之间写半角逗号");
  }
  if (!check_first_letter(cursor_) || !plain()) return false;
  const bool follows_number = adjacent && previous + 1 == open_.back().begin;
  return !follows_number || open_.back().opening == '{' || check_thousands();
}

/// Letter by letter: a line may hold a list of any length, so it is not looked through to its end.
std::size_t FlowScan::plain_end() const {
  std::size_t end = cursor_.at();
  while (!is_line_end(cursor_.letter(end))) {
    const char letter = cursor_.letter(end);
    const char next = cursor_.letter(end + 1);
    if (is_flow_sign(letter) || (letter == ':' && ends_key(next))) break;
    if (letter == '#' && is_blank(cursor_.letter(end - 1))) break;
    ++end;
  }
  while (end > cursor_.at() && is_blank(cursor_.letter(end - 1))) --end;
  return end;
}

/// A plain text goes on over lines until a sign of the brackets. The parser ends it at a
/// question mark, too, so that one has to be quoted.
bool FlowScan::plain() {
  const std::size_t begin = cursor_.at();
  std::size_t end = begin;
  for (;;) {
    const std::size_t stop = plain_end();
    const std::size_t question = cursor_.text(cursor_.at(), stop).find('?');
    if (question != std::string_view::npos) {
      const std::size_t at = cursor_.at() + question;
      return cursor_.fail("27", "括号里的文字含有半角问号", at, at + 1, "改用全角问号“？”，或给整段文字加引号");
    }
    cursor_.advance(stop - cursor_.at());
    end = stop;
    const YamlCursor::Place behind = cursor_.place();
    cursor_.skip_blanks();
    if (!is_line_end(cursor_.peek()) || cursor_.at_end()) break;
    if (!next_line()) return false;
    const bool goes_on = !is_flow_sign(cursor_.peek()) && cursor_.peek() != ':' && cursor_.peek() != '#';
    if (!goes_on) {
      cursor_.go_back(behind);
      break;
    }
  }
  cursor_.note(begin, end, YamlStyle::plain);
  end_part(end);
  return true;
}

/// "1,234.5" in brackets is two entries to YAML: behind a number of up to three digits and
/// a comma without a blank stand exactly three digits, with decimals or (as codes have
/// three digits) behind fewer than three.
bool FlowScan::check_thousands() {
  const Bracket& bracket = open_.back();
  const std::string_view part = cursor_.text(bracket.begin, bracket.end);
  const std::string_view whole = part.substr(0, part.find('.'));
  if (whole.size() != 3 || !all_digits(whole) || cursor_.letter(bracket.begin - 1) != ',') return true;
  std::size_t first = bracket.begin - 1;
  while (first > 0 && cursor_.letter(first - 1) >= '0' && cursor_.letter(first - 1) <= '9') --first;
  const std::size_t digits = bracket.begin - 1 - first;
  const bool sure = bracket.opening == '{' || part.size() > whole.size() || digits < 3;
  if (digits == 0 || digits > 3 || !sure) return true;
  std::size_t end = bracket.end;
  while (std::string_view("0123456789,.").find(cursor_.letter(end)) != std::string_view::npos) ++end;
  while (cursor_.letter(end - 1) == ',') --end;
  std::string number(cursor_.text(first, end));
  std::string plain_number = number;
  std::erase(plain_number, ',');
  return cursor_.fail("16", "括号里的 " + number + " 会被当作几个数", first, end,
                      "金额不写千分位，写 " + plain_number + "；确是几个数时在逗号后空一格");
}

}  // namespace

bool scan_flow(YamlCursor& cursor, std::ptrdiff_t parent) { return FlowScan(cursor, parent).run(); }

}  // namespace gongkai
