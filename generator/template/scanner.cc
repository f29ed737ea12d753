#include "template/scanner.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::string_view blanks = " \t";

// Bounds for a text that is none: a brace that is not closed must not make every later one
// be looked for to the end.
constexpr std::size_t longest_tag = 8192;
constexpr std::size_t most_mistakes = 100;

bool is_tag(const TemplatePiece& piece) { return piece.kind != TemplatePiece::Kind::text; }

/// The offset of the closing brace pair, past quotes and brackets; npos when there is none.
std::size_t closing(std::string_view text, std::size_t at, std::string_view closer) {
  int depth = 0;
  char quote = '\0';
  text = text.substr(0, at + longest_tag);
  for (; at < text.size(); ++at) {
    const char letter = text[at];
    if (quote != '\0') {
      if (letter == '\\') ++at;
      if (letter == quote) quote = '\0';
      continue;
    }
    if (depth == 0 && text.substr(at, closer.size()) == closer) return at;
    if (letter == '"' || letter == '\'') quote = letter;
    if (letter == '(' || letter == '[' || letter == '{') ++depth;
    if ((letter == ')' || letter == ']' || letter == '}') && depth > 0) --depth;
  }
  return std::string_view::npos;
}

char32_t last_of(std::string_view text) {
  std::size_t start = text.size() - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return utf8::decode(text, start);
}

class Scanner {
 public:
  Scanner(std::string_view text, const Placement& placement, Diagnostics& diagnostics)
      : text_(text), placement_(&placement), diagnostics_(&diagnostics) {}

  std::vector<TemplateLine> lines() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (at_ < text_.size()) {
      if (!line_end() && !tag()) add_character();
    }
    finish_line();
    return std::move(lines_);
  }

  TemplateLine single() {
    while (at_ < text_.size()) {
      if (!tag()) add_character();
    }
    return std::move(line_);
  }

 private:
  /// A line end, plain or after a joining \; takes it.
  bool line_end() {
    const bool joins = text_[at_] == '\\';
    std::size_t after = joins ? at_ + 1 : at_;
    while (joins && after < text_.size() && blanks.find(text_[after]) != std::string_view::npos) ++after;
    if (after < text_.size() && text_[after] == '\r') ++after;
    if (after < text_.size() ? text_[after] != '\n' : !joins) return false;
    at_ = std::min(after + 1, text_.size());
    if (joins) {
      join();
    } else {
      finish_line();
    }
    return true;
  }

  /// Chinese lines are joined as they are; two words of another script keep a blank.
  void join() {
    trim_end();
    while (at_ < text_.size() && blanks.find(text_[at_]) != std::string_view::npos) ++at_;
    if (line_.empty() || is_tag(line_.back()) || line_.back().text.empty() || at_ >= text_.size()) return;
    const char next = text_[at_];
    if (next == '\n' || next == '\r' || next == '{' || utf8::is_wide(last_of(line_.back().text))) return;
    std::size_t offset = at_;
    if (!utf8::is_wide(utf8::decode(text_, offset))) line_.back().text.push_back(' ');
  }

  void trim_end() {
    if (line_.empty() || is_tag(line_.back())) return;
    std::string& text = line_.back().text;
    text.erase(text.find_last_not_of(" \t\r") + 1);
    if (text.empty()) line_.pop_back();
  }

  void finish_line() {
    trim_end();
    if (!line_.empty() && !is_tag(line_.front())) {
      TemplatePiece& first = line_.front();
      const std::size_t indent = std::min(first.text.find_first_not_of(blanks), first.text.size());
      first.text.erase(0, indent);
      first.begin += static_cast<std::uint32_t>(indent);
    }
    if (!line_.empty()) lines_.push_back(std::move(line_));
    line_.clear();
  }

  bool tag() {
    const std::string_view opener = text_.substr(at_, 2);
    if (opener == "{#") return comment();
    if (opener == "{{") return closed_tag(TemplatePiece::Kind::value, opener, "}}");
    if (opener == "{%") return closed_tag(TemplatePiece::Kind::statement, opener, "%}");
    if (opener != "}}" && opener != "%}") return false;
    return fail("多出“" + std::string(opener) + "”，前面没有与它配对的“" + (opener == "}}" ? "{{" : "{%") + "”", 2);
  }

  bool comment() {
    const std::size_t end = text_.find("#}", at_ + 2);
    if (end == std::string_view::npos) return fail("注释“{#”没有配对的“#}”", text_.size() - at_);
    at_ = end + 2;
    return true;
  }

  bool closed_tag(TemplatePiece::Kind kind, std::string_view opener, std::string_view closer) {
    const std::size_t inner = at_ + opener.size();
    const std::size_t end = closing(text_, inner, closer);
    if (end == std::string_view::npos) {
      const std::size_t line = std::min(text_.find('\n', at_), text_.size());
      return fail("“" + std::string(opener) + "”没有配对的“" + std::string(closer) + "”", line - at_,
                  "里面的引号、括号也要配对");
    }
    if (text_[inner] == '-' || text_[end - 1] == '-') {
      return fail("不能写“" + std::string(opener) + "-”或“-" + std::string(closer) + "”", end + closer.size() - at_,
                  "空白本来就照原样；要写负数请空一格：{{ -x }}");
    }
    const std::size_t after = end + closer.size();
    line_.push_back({kind, std::string(text_.substr(inner, end - inner)), static_cast<std::uint32_t>(at_),
                     static_cast<std::uint32_t>(after), static_cast<std::uint32_t>(inner)});
    at_ = after;
    return true;
  }

  void add_character() {
    if (line_.empty() || is_tag(line_.back()) || line_.back().end != at_) {
      const auto begin = static_cast<std::uint32_t>(at_);
      line_.push_back({TemplatePiece::Kind::text, "", begin, begin, begin});
    }
    line_.back().text.push_back(text_[at_]);
    line_.back().end = static_cast<std::uint32_t>(++at_);
  }

  /// Reports and goes on after `length` bytes.
  bool fail(std::string message, std::size_t length, std::string hint = {}) {
    diagnostics_->error("TPL-01", std::move(message), placement_->span(at_, at_ + length), std::move(hint));
    at_ = ++mistakes_ < most_mistakes ? at_ + length : text_.size();
    return true;
  }

  std::string_view text_;
  const Placement* placement_;
  Diagnostics* diagnostics_;
  std::size_t at_ = 0;
  std::size_t mistakes_ = 0;
  TemplateLine line_;
  std::vector<TemplateLine> lines_;
};

}  // namespace

std::vector<TemplateLine> scan_lines(std::string_view text, const Placement& placement, Diagnostics& diagnostics) {
  return Scanner(text, placement, diagnostics).lines();
}

TemplateLine scan_line(std::string_view text, const Placement& placement, Diagnostics& diagnostics) {
  return Scanner(text, placement, diagnostics).single();
}

}  // namespace gongkai
