#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "expr/token.h"

namespace gongkai {
namespace {

/// Full-width marks that are typed for their ASCII twins when the input method is on.
constexpr std::array<std::pair<char32_t, std::string_view>, 16> twins = {{{U'，', ","},
                                                                          {U'；', ";"},
                                                                          {U'：', ":"},
                                                                          {U'！', "!"},
                                                                          {U'？', "?"},
                                                                          {U'。', "."},
                                                                          {U'＝', "="},
                                                                          {U'＋', "+"},
                                                                          {U'－', "-"},
                                                                          {U'＊', "*"},
                                                                          {U'／', "/"},
                                                                          {U'＜', "<"},
                                                                          {U'＞', ">"},
                                                                          {U'％', "%"},
                                                                          {U'｜', "|"},
                                                                          {U'＂', "\""}}};

std::string_view twin_of(char32_t code_point) {
  for (const auto& [wide, narrow] : twins) {
    if (wide == code_point) return narrow;
  }
  return {};
}

bool is_wide_blank(char32_t code_point) {
  return code_point == 0x3000 || code_point == 0xA0 || (code_point >= 0x2000 && code_point <= 0x200B) ||
         code_point == 0x2028 || code_point == 0x2029 || code_point == 0xFEFF;
}

bool is_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r'; }
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::string code_point_text(char32_t code_point) {
  std::string text;
  utf8::append(text, code_point);
  return text;
}

class Lexer {
 public:
  Lexer(std::string_view text, const Placement& placement, Diagnostics& diagnostics)
      : text_(text), placement_(&placement), diagnostics_(&diagnostics) {}

  std::optional<std::vector<Token>> run() {
    while (true) {
      while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
      begin_ = at_;
      if (at_ == text_.size()) break;
      if (!next()) return std::nullopt;
    }
    push(Token::Kind::end, "");
    return std::move(tokens_);
  }

 private:
  bool next() {
    const char letter = text_[at_];
    if (is_digit(letter)) return number();
    if (letter == '"' || letter == '\'') return quoted(letter);
    const std::size_t length = name_length(text_.substr(at_));
    if (length == 0) return symbol();
    at_ += length;
    push(Token::Kind::name, std::string(text_.substr(begin_, length)));
    return true;
  }

  bool number() {
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    if (at_ + 1 < text_.size() && text_[at_] == '.' && is_digit(text_[at_ + 1])) {
      ++at_;
      while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    }
    const std::size_t trailing = name_length(text_.substr(at_));
    if (trailing != 0) {
      at_ += trailing;
      return fail("“" + std::string(text_.substr(begin_, at_ - begin_)) + "”不是数，名字也不能以数字开头",
                  "要写文字请加引号");
    }
    push(Token::Kind::number, std::string(text_.substr(begin_, at_ - begin_)));
    return true;
  }

  bool quoted(char quote) {
    std::string content;
    ++at_;
    while (at_ < text_.size() && text_[at_] != quote) {
      if (text_[at_] != '\\') {
        content.push_back(text_[at_++]);
      } else if (!escape(content)) {
        return false;
      }
    }
    if (at_ == text_.size()) return fail("引号没有配对", "文字前后都要有同样的引号");
    ++at_;
    push(Token::Kind::text, std::move(content));
    return true;
  }

  bool escape(std::string& content) {
    const char letter = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    at_ += 2;
    switch (letter) {
      case 'n': content.push_back('\n'); return true;
      case 't': content.push_back('\t'); return true;
      case '\\':
      case '\'':
      case '"': content.push_back(letter); return true;
      default: break;
    }
    at_ = std::min(at_, text_.size());
    return fail("文字里的“\\”后面只能是 n t \\ ' \"", "要写“\\”本身，写成“\\\\”");
  }

  bool symbol() {
    for (const std::string_view mark : {"==", "!=", "<=", ">=", "//"}) {
      if (text_.substr(at_, 2) == mark) return take_symbol(mark);
    }
    const std::string_view single = text_.substr(at_, 1);
    if (std::string_view("+-*/%~|.,()[]{}:<>=").find(single.front()) != std::string_view::npos) {
      return take_symbol(single);
    }
    char32_t code_point = utf8::decode(text_, at_);
    const std::string_view twin = twin_of(code_point);
    if (!twin.empty()) {
      return fail("表达式里不能用全角的“" + code_point_text(code_point) + "”", "改用半角的“" + std::string(twin) + "”");
    }
    if (is_wide_blank(code_point)) return fail("表达式里不能用全角空格", "改用半角空格");
    return fail("表达式里不能有“" + code_point_text(code_point) + "”", "");
  }

  bool take_symbol(std::string_view mark) {
    at_ += mark.size();
    push(Token::Kind::symbol, std::string(mark));
    return true;
  }

  void push(Token::Kind kind, std::string text) {
    tokens_.push_back({kind, std::move(text), static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(at_)});
  }

  bool fail(std::string message, std::string hint) {
    diagnostics_->error("EXPR-01", std::move(message), placement_->span(begin_, at_), std::move(hint));
    return false;
  }

  std::string_view text_;
  const Placement* placement_;
  Diagnostics* diagnostics_;
  std::size_t at_ = 0, begin_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

Placement::Placement(std::string_view text, Span where) : where_(where) {
  const std::size_t width = where.end > where.begin ? where.end - where.begin : text.size();
  constexpr std::size_t quotes = 2;
  if (width == text.size() + quotes) shift_ = 1;
  exact_ = width == text.size() || shift_ == 1;
}

Span Placement::span(std::size_t begin, std::size_t end) const {
  if (!where_.known() || !exact_) return where_;
  const std::uint32_t start = where_.begin + shift_;
  return {where_.source, start + static_cast<std::uint32_t>(begin), start + static_cast<std::uint32_t>(end)};
}

bool is_name_character(char32_t code_point) {
  if (code_point >= 0x80) return twin_of(code_point).empty() && !is_wide_blank(code_point) && code_point != 0xFFFD;
  const bool letter = (code_point >= U'a' && code_point <= U'z') || (code_point >= U'A' && code_point <= U'Z');
  return letter || (code_point >= U'0' && code_point <= U'9') || code_point == U'_';
}

std::size_t name_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    std::size_t next = length;
    if (!is_name_character(utf8::decode(text, next))) break;
    length = next;
  }
  return length;
}

std::optional<std::vector<Token>> tokenize(std::string_view text, const Placement& placement,
                                           Diagnostics& diagnostics) {
  return Lexer(text, placement, diagnostics).run();
}

}  // namespace gongkai
