#include "load/json_slip.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "load/text_check.h"

namespace gongkai {

namespace {

enum class Wanted : std::uint8_t { value, first_value, key, first_key, colon, separator, nothing };

struct Bracket {
  char opening = '[';
  std::size_t at = 0;
};

bool is_exponent(std::string_view text) {
  if (!text.starts_with('e') && !text.starts_with('E')) return false;
  text.remove_prefix(1);
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What to write instead of a sign typed by a Chinese input method; "" for other letters.
std::string_view half_width_sign(char32_t letter) {
  switch (letter) {
    case U'，':
    case U'、':
    case U'；': return ",";
    case U'：': return ":";
    case U'“':
    case U'”':
    case U'＂': return "\"";
    case U'｛': return "{";
    case U'｝': return "}";
    case U'［':
    case U'【': return "[";
    case U'］':
    case U'】': return "]";
    case U'　': return "空格";
    default: return {};
  }
}

class SlipFinder {
 public:
  SlipFinder(std::string_view text, SourceId source, Diagnostics& diagnostics)
      : text_(text), source_(source), diagnostics_(diagnostics) {
    if (text.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  }

  void run() {
    while (token()) continue;
  }

 private:
  /// One token on; false when the slip was reported.
  bool token();
  bool end_of_text();
  bool value();
  bool key();
  bool colon();
  bool separator();
  bool open();
  bool close();
  bool string();
  bool escape(std::size_t opening);
  bool word();
  bool fail_word(std::string_view word);
  bool fail_sign(const char* message, const char* hint);
  void after_value() { wanted_ = open_.empty() ? Wanted::nothing : Wanted::separator; }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool fail(const char* number, std::string message, std::size_t begin, std::size_t end, std::string hint) {
    const Span span{source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    diagnostics_.error("JSON-" + std::string(number), std::move(message), span, std::move(hint));
    return false;
  }

  std::string_view text_;
  SourceId source_;
  Diagnostics& diagnostics_;
  std::vector<Bracket> open_;
  Wanted wanted_ = Wanted::value;
  std::size_t at_ = 0;
  std::size_t comma_ = 0;
};

bool SlipFinder::token() {
  at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
  if (at_ == text_.size()) return end_of_text();
  switch (wanted_) {
    case Wanted::value:
    case Wanted::first_value: return value();
    case Wanted::key:
    case Wanted::first_key: return key();
    case Wanted::colon: return colon();
    case Wanted::separator: return separator();
    case Wanted::nothing: break;
  }
  return fail_sign("数据结束之后还有内容", "一个文件里只写一份数据，删去其后的内容");
}

bool SlipFinder::end_of_text() {
  if (!open_.empty()) {
    const Bracket& bracket = open_.back();
    const std::string closing = bracket.opening == '[' ? "]" : "}";
    return fail("10", "文件没有写完：“" + std::string(1, bracket.opening) + "”没有合上", bracket.at, bracket.at + 1,
                "在末尾补上 " + closing);
  }
  if (wanted_ == Wanted::value) return fail("10", "文件是空的", at_, at_, "写入数据后再试");
  // The text keeps to the grammar: the parser stopped at a number beyond all bounds.
  return fail("13", "文件里有大得无法读取的数字", 0, 0, "核对数字的位数");
}

bool SlipFinder::value() {
  const char letter = peek();
  if (letter == '{' || letter == '[') return open();
  if (letter == ']' && wanted_ == Wanted::first_value) return close();
  if (letter == ']' && !open_.empty() && open_.back().opening == '[') {
    return fail("13", "最后一项之后多了逗号", comma_, comma_ + 1, "删去这个逗号");
  }
  if (letter == '"') {
    if (!string()) return false;
  } else if (!word()) {
    return false;
  }
  after_value();
  return true;
}

bool SlipFinder::key() {
  if (peek() == '}' && wanted_ == Wanted::first_key) return close();
  if (peek() == '}') return fail("13", "最后一项之后多了逗号", comma_, comma_ + 1, "删去这个逗号");
  if (peek() != '"') return fail_sign("这里应是键，键要用英文双引号", "写成 \"键\": 值");
  if (!string()) return false;
  wanted_ = Wanted::colon;
  return true;
}

bool SlipFinder::colon() {
  if (peek() != ':') return fail_sign("键后面缺少冒号", "写成 \"键\": 值");
  ++at_;
  wanted_ = Wanted::value;
  return true;
}

bool SlipFinder::separator() {
  const char letter = peek();
  if (letter == ']' || letter == '}') return close();
  if (letter != ',') return fail_sign("两项之间缺少逗号", "在上一项之后补上英文逗号");
  comma_ = at_++;
  wanted_ = open_.back().opening == '[' ? Wanted::value : Wanted::key;
  return true;
}

bool SlipFinder::open() {
  open_.push_back({peek(), at_});
  wanted_ = peek() == '[' ? Wanted::first_value : Wanted::first_key;
  ++at_;
  return true;
}

bool SlipFinder::close() {
  const Bracket bracket = open_.back();
  if ((bracket.opening == '[') != (peek() == ']')) {
    return fail("13", "括号不成对：“" + std::string(1, bracket.opening) + "”用“" + std::string(1, peek()) + "”合上",
                at_, at_ + 1, "列表用 [ ]，成对的写法用 { }");
  }
  open_.pop_back();
  ++at_;
  after_value();
  return true;
}

bool SlipFinder::string() {
  const std::size_t opening = at_++;
  while (peek() != '"') {
    const char letter = peek();
    if (at_ >= text_.size() || letter == '\n' || letter == '\r') {
      return fail("11", "引号没有成对：从这里开始的文字没有结束的引号", opening, opening + 1,
                  "补上结束的英文双引号；换行写作 \\n");
    }
    if (letter == '\t') return fail("14", "引号里不能直接有制表符", at_, at_ + 1, "换成空格，或写作 \\t");
    if (letter != '\\') {
      ++at_;
    } else if (!escape(opening)) {
      return false;
    }
  }
  ++at_;
  return true;
}

/// At a backslash. Characters beyond U+FFFF are written as a pair of \u.
bool SlipFinder::escape(std::size_t opening) {
  constexpr std::string_view hexadecimal = "0123456789abcdefABCDEF";
  const auto unit = [this, hexadecimal](std::size_t at) -> int {
    const std::string_view escape = text_.substr(std::min(at, text_.size()), 6);
    if (escape.size() < 6 || !escape.starts_with("\\u")) return -1;
    if (escape.find_first_not_of(hexadecimal, 2) != std::string_view::npos) return -1;
    return std::stoi(std::string(escape.substr(2)), nullptr, 16);
  };
  if (std::string_view("\"\\/bfnrt").find(peek(1)) != std::string_view::npos && peek(1) != '\0') {
    at_ += 2;
    return true;
  }
  if (peek(1) != 'u') {
    std::size_t end = std::min(at_ + 1, text_.size());
    if (end < text_.size()) utf8::decode(text_, end);
    return fail("14", "没有“" + std::string(text_.substr(at_, end - at_)) + "”这种写法", at_, end,
                "要写反斜杠本身，写两个：\\\\");
  }
  const int first = unit(at_);
  const bool high = first >= 0xD800 && first < 0xDC00;
  const int second = high ? unit(at_ + 6) : -1;
  const bool whole = high ? second >= 0xDC00 && second < 0xE000 : first >= 0 && (first < 0xD800 || first > 0xDFFF);
  if (!whole) {
    const std::size_t end = std::min({at_ + 6, text_.size(), text_.find_first_of("\"\n", at_)});
    return fail("14", first < 0 ? "\\u 之后应是四位十六进制数" : "\\u 只写了代理对的一半", at_,
                std::max(end, opening + 1), "直接写汉字即可");
  }
  at_ += high ? 12 : 6;
  return true;
}

/// A number or true, false, null: all up to the next sign.
bool SlipFinder::word() {
  const std::size_t end = std::min(text_.find_first_of(" \t\r\n,:[]{}\"", at_), text_.size());
  const std::string_view word = text_.substr(at_, end - at_);
  const bool known = word == "true" || word == "false" || word == "null";
  if (!known && !fail_word(word)) return false;
  at_ = end;
  return true;
}

bool SlipFinder::fail_word(std::string_view word) {
  if (word.empty()) return fail_sign("这里缺少值", "补上值，没有值写 null");
  std::string_view rest = word;
  if (rest.starts_with('-')) rest.remove_prefix(1);
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  if (digits == 0 && !rest.starts_with('.')) return fail_sign("文字要用英文双引号", "写成 \"文字\"");
  if (digits > 1 && rest.front() == '0') {
    return fail("13", "数字不能以 0 开头", at_, at_ + word.size(), "编码要用英文双引号括起来");
  }
  rest.remove_prefix(digits);
  bool good = digits > 0;
  if (rest.starts_with('.')) {
    const std::size_t decimals = std::min(rest.find_first_not_of("0123456789", 1), rest.size()) - 1;
    good = good && decimals > 0;
    rest.remove_prefix(decimals + 1);
    if (!good) return fail("13", "小数点前后都要有数字", at_, at_ + word.size(), "如 0.5");
  }
  if (rest.empty() || is_exponent(rest)) return true;
  const std::size_t begin = at_ + word.size() - rest.size();
  return fail("13", "数字后面紧跟着别的字符", begin, at_ + word.size(), "数字只写半角数字和小数点，不写单位");
}

bool SlipFinder::fail_sign(const char* message, const char* hint) {
  std::size_t end = at_;
  const char32_t letter = utf8::decode(text_, end);
  const std::string written(text_.substr(at_, end - at_));
  if (const std::string_view right = half_width_sign(letter); !right.empty()) {
    return fail("12", "这里是全角的 " + written, at_, end, "改为英文半角的 " + std::string(right));
  }
  const bool comment = written == "#" || (written == "/" && (peek(1) == '/' || peek(1) == '*'));
  if (comment) return fail("13", "JSON 不能写注释", at_, end, "删去注释，或改用 YAML");
  if (written == "'") return fail("13", "这里是单引号", at_, end, "键和文字用英文双引号");
  return fail("13", message, at_, end, hint);
}

}  // namespace

void report_json_slip(std::string_view text, SourceId source, Diagnostics& diagnostics) {
  SlipFinder(text, source, diagnostics).run();
}

}  // namespace gongkai
