#include "load/yaml_scan.h"

#include <string>
#include <utility>

#include "load/value_tree.h"
#include "load/yaml_cursor.h"
#include "load/yaml_flow.h"
#include "load/yaml_scalar.h"

namespace gongkai {

namespace {

/// A block collection that is open at the current line.
struct Level {
  std::ptrdiff_t column = 0;
  bool is_list = false;
};

/// A key or a dash with nothing behind it: its node may begin on the next line.
enum class Awaiting : std::uint8_t { nothing, key, item };

class BlockScan {
 public:
  explicit BlockScan(YamlCursor& cursor) : cursor_(cursor) {}

  bool run() {
    while (!cursor_.at_end()) {
      if (!line()) return false;
    }
    leave_empty();
    return true;
  }

 private:
  bool line();
  bool check_indent();
  bool check_margin();
  bool begins_with_dash() const { return cursor_.peek() == '-' && is_blank_or_end(cursor_.peek(1)); }
  bool find_level(bool dash, bool& fresh);
  bool entry(bool fresh);
  bool item(bool fresh);
  bool content(bool fresh);
  bool quoted_content(bool fresh);
  bool plain_content(bool fresh);
  bool key(std::size_t begin, bool fresh);
  bool value();
  bool check_value_line();
  bool end_of_line(const char* what);
  bool push(Level level);
  void leave_empty();
  std::ptrdiff_t column() const { return static_cast<std::ptrdiff_t>(cursor_.column()); }
  std::ptrdiff_t parent() const { return levels_.empty() ? -1 : levels_.back().column; }

  YamlCursor& cursor_;
  std::vector<Level> levels_;
  Awaiting awaiting_ = Awaiting::nothing;
  std::size_t awaiting_at_ = 0;
  bool has_content_ = false;
  bool has_mark_ = false;  // "---" was met
};

bool BlockScan::line() {
  while (cursor_.peek() == ' ') cursor_.advance();
  const YamlCursor::Place indent = cursor_.place();
  cursor_.skip_blanks();
  if (cursor_.line_is_over() || cursor_.at_end()) {
    cursor_.next_line();
    return true;
  }
  cursor_.go_back(indent);
  if (!check_indent()) return false;
  if (cursor_.column() == 0) {
    const std::size_t before = cursor_.at();
    if (!check_margin()) return false;
    if (cursor_.at() != before) return true;
  }
  bool fresh = false;
  if (!find_level(begins_with_dash(), fresh)) return false;
  has_content_ = true;
  return entry(fresh);
}

/// Behind the spaces of a line.
bool BlockScan::check_indent() {
  const std::size_t at = cursor_.at();
  if (cursor_.peek() == '\t') {
    std::size_t last = at;
    while (cursor_.letter(last + 1) == '\t') ++last;
    return fail_tab(cursor_, last);
  }
  for (const std::string_view blank : {"\u3000", "\u00A0", "\u2002", "\u2003", "\u2009"}) {
    if (cursor_.text(at, std::min(at + blank.size(), cursor_.line_end())) != blank) continue;
    return cursor_.fail("11", blank == "\u3000" ? "缩进用了全角空格" : "缩进用了不换行空格或其他宽度的空格", at,
                        at + blank.size(), "缩进只用半角空格，每层两个");
  }
  return true;
}

/// Lines that mean something else at the left margin. "---" at the very beginning is
/// passed over: the cursor moves to the next line.
bool BlockScan::check_margin() {
  const std::size_t at = cursor_.at();
  if (cursor_.peek() == '%') {
    return cursor_.fail("17", "行首的“%”有特殊含义，其后的内容会丢失", at, at + 1,
                        "若是文字，给整段文字加引号；若不需要，删去这一行");
  }
  const std::string_view mark = cursor_.text(at, std::min(at + 3, cursor_.line_end()));
  const bool is_mark = (mark == "---" || mark == "...") && is_blank_or_end(cursor_.letter(at + 3));
  if (!is_mark) return true;
  if (mark == "..." || has_content_ || has_mark_) {
    return cursor_.fail("19", "一个文件里只能有一份数据，不能用“" + std::string(mark) + "”分成几份", at, at + 3,
                        "每份数据单独存成一个文件");
  }
  has_mark_ = true;
  cursor_.advance(3);
  cursor_.skip_blanks();
  if (!cursor_.line_is_over()) {
    return cursor_.fail("19", "“---”之后要换行", at, at + 3, "内容从下一行开始，或删去“---”");
  }
  cursor_.next_line();
  return true;
}

void BlockScan::leave_empty() {
  if (awaiting_ == Awaiting::item) cursor_.note_empty_item(awaiting_at_);
  awaiting_ = Awaiting::nothing;
}

/// Which collection the line belongs to. fresh: it begins the node that a key or a dash
/// above awaits, or the whole text.
bool BlockScan::find_level(bool dash, bool& fresh) {
  const std::ptrdiff_t here = column();
  const bool list_under_key = dash && awaiting_ == Awaiting::key && here == parent() && !levels_.back().is_list;
  if ((awaiting_ != Awaiting::nothing && here > parent()) || list_under_key || !has_content_) {
    awaiting_ = Awaiting::nothing;
    fresh = true;
    return true;
  }
  leave_empty();
  const bool deeper = here > parent();
  while (!levels_.empty() && parent() > here) levels_.pop_back();
  const bool list_ends = levels_.size() > 1 && parent() == here && levels_.back().is_list && !dash &&
                         levels_[levels_.size() - 2].column == here;
  if (list_ends) levels_.pop_back();
  if (levels_.empty() || deeper || parent() != here) {
    return cursor_.fail("23", deeper ? "这一行缩进过深：上一行已经写完" : "这一行的缩进与上面任何一层都不对齐",
                        cursor_.at(), cursor_.line_end(), "同一层的各项左对齐，下一层多缩进两格");
  }
  if (levels_.back().is_list == dash) return true;
  if (dash) {
    return cursor_.fail("25", "这里应是“键: 值”，不能插入列表项", cursor_.at(), cursor_.at() + 1,
                        "列表项写在它的键下面，多缩进两格");
  }
  if (cursor_.peek() == '-') {
    return cursor_.fail("25", "列表项的短横线之后缺少一个空格", cursor_.at(), cursor_.at() + 1, "写成“- …”");
  }
  return cursor_.fail("25", "这里应是列表项，以“- ”开头", cursor_.at(), cursor_.line_end(),
                      "补上短横线和空格；若是上一项的内容，多缩进两格");
}

bool BlockScan::push(Level level) {
  if (levels_.size() == deepest_nesting) {
    return cursor_.fail("06", "嵌套超过 " + std::to_string(deepest_nesting) + " 层", cursor_.at(), cursor_.at() + 1,
                        "检查是否有多写的括号或缩进");
  }
  levels_.push_back(level);
  return true;
}

/// Several dashes may stand on one line: "- - a".
bool BlockScan::entry(bool fresh) {
  while (begins_with_dash()) {
    if (!item(fresh)) return false;
    if (awaiting_ != Awaiting::nothing) return true;
    fresh = true;
  }
  return content(fresh);
}

bool BlockScan::item(bool fresh) {
  if (fresh && !push({column(), true})) return false;
  const std::size_t dash = cursor_.at();
  cursor_.advance();
  cursor_.skip_blanks();
  if (!cursor_.line_is_over()) return true;
  awaiting_ = Awaiting::item;
  awaiting_at_ = dash;
  cursor_.next_line();
  return true;
}

bool BlockScan::content(bool fresh) {
  const char letter = cursor_.peek();
  if (letter == '"' || letter == '\'') return quoted_content(fresh);
  if (letter == '[' || letter == '{') {
    if (fresh) return scan_flow(cursor_, parent()) && end_of_line("括号");
    return cursor_.fail("22", "这里应是“键: 值”，键不能是括号", cursor_.at(), cursor_.at() + 1,
                        "若键是文字，给它加引号");
  }
  if (fresh && (letter == '|' || letter == '>')) return scan_block_text(cursor_, parent());
  return check_first_letter(cursor_) && plain_content(fresh);
}

bool BlockScan::quoted_content(bool fresh) {
  const std::size_t begin = cursor_.at();
  const std::ptrdiff_t here = column();
  if (!scan_quoted(cursor_, fresh ? parent() : here)) return false;
  cursor_.skip_blanks();
  if (cursor_.peek() == ':') {
    const YamlCursor::Place colon = cursor_.place();
    if (!is_blank_or_end(cursor_.peek(1))) return fail_without_colon(cursor_, begin, cursor_.line_end());
    cursor_.go_back({begin, colon.line_begin});
    const bool pushed = !fresh || push({here, false});
    cursor_.go_back(colon);
    return pushed && key(begin, false);
  }
  if (!fresh) return fail_without_colon(cursor_, begin, cursor_.line_end());
  return end_of_line("引号");
}

bool BlockScan::plain_content(bool fresh) {
  const std::size_t begin = cursor_.at();
  const std::size_t colon = find_colon(cursor_);
  if (colon != std::string_view::npos) {
    std::size_t end = colon;
    while (end > begin && is_blank(cursor_.letter(end - 1))) --end;
    cursor_.note(begin, end, YamlStyle::plain);
    return key(begin, fresh);
  }
  const bool must_be_key = !fresh || levels_.empty();
  if (must_be_key) return fail_without_colon(cursor_, begin, cursor_.line_end());
  return scan_plain(cursor_, parent()) && end_of_line("文字");
}

/// On a key: its colon, then its value.
bool BlockScan::key(std::size_t begin, bool fresh) {
  const std::string_view written = cursor_.text(begin, cursor_.line_end());
  if (written.starts_with("<<:")) {
    return cursor_.fail("20", "不支持 YAML 的合并键“<<”", begin, begin + 2, "把内容直接写出来");
  }
  const bool dash = written.front() == '-' && !(written[1] >= '0' && written[1] <= '9');
  if (dash) {
    return cursor_.fail("25", "列表项的短横线之后缺少一个空格", begin, begin + 1, "写成“- …”");
  }
  if (fresh && !push({column(), false})) return false;
  cursor_.advance(find_colon(cursor_) + 1 - cursor_.at());
  cursor_.skip_blanks();
  if (cursor_.line_is_over()) {
    awaiting_ = Awaiting::key;
    awaiting_at_ = begin;
    cursor_.next_line();
    return true;
  }
  return value();
}

/// Behind a key on its line.
bool BlockScan::value() {
  switch (cursor_.peek()) {
    case '"':
    case '\'': return scan_quoted(cursor_, parent()) && end_of_line("引号");
    case '[':
    case '{': return scan_flow(cursor_, parent()) && end_of_line("括号");
    case '|':
    case '>': return scan_block_text(cursor_, parent());
    default:
      return check_first_letter(cursor_) && check_value_line() && scan_plain(cursor_, parent()) && end_of_line("文字");
  }
}

bool BlockScan::check_value_line() {
  const std::size_t colon = find_colon(cursor_);
  if (colon != std::string_view::npos) {
    return cursor_.fail("24", "一行里有两个冒号", colon, colon + 1,
                        "若是文字里的冒号，用全角“：”或给整段文字加引号；否则分成两行");
  }
  if (!begins_with_dash()) return true;
  const std::size_t at = cursor_.at();
  cursor_.advance();
  cursor_.skip_blanks();
  if (cursor_.line_is_over()) {
    return cursor_.fail("25", "不能用短横线表示没有", at, at + 1, "没有就写 0，未掌握就写“未知”或不写这一项");
  }
  return cursor_.fail("25", "列表项要另起一行", at, at + 1, "在冒号后换行，列表项多缩进两格");
}

bool BlockScan::end_of_line(const char* what) {
  cursor_.skip_blanks();
  if (cursor_.line_is_over()) {
    cursor_.next_line();
    return true;
  }
  return cursor_.fail("15", std::string(what) + "结束之后还有内容", cursor_.at(), cursor_.line_end(),
                      "给整段文字加引号，文字里的引号用中文引号“”");
}

}  // namespace

std::optional<YamlLayout> scan_yaml(std::string_view text, SourceId source, Diagnostics& diagnostics) {
  YamlCursor cursor(text, source, diagnostics);
  if (!BlockScan(cursor).run()) return std::nullopt;
  return cursor.take_layout();
}

}  // namespace gongkai
