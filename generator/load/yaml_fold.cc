#include "load/yaml_fold.h"

#include "base/utf8.h"

namespace gongkai {

namespace {

bool is_space(char letter) { return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r'; }

/// Quotes, dash, ellipsis and dot, which Chinese and Latin share.
bool is_shared_sign(char32_t letter) {
  return letter == 0xB7 || (letter >= 0x2014 && letter <= 0x2015) || (letter >= 0x2018 && letter <= 0x201D) ||
         letter == 0x2026;
}

char32_t last_letter(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80U) --at;
  if (at == 0) return 0;
  std::size_t offset = at - 1;
  return utf8::decode(text, offset);
}

/// Commas, stops and brackets as wide as an ideograph: they bring their own blank along.
bool is_wide_sign(char32_t letter) {
  return (letter >= 0x3001 && letter <= 0x3011) || (letter >= 0x3014 && letter <= 0x301B) ||
         (letter >= 0xFF01 && letter <= 0xFF0F) || (letter >= 0xFF1A && letter <= 0xFF1F) ||
         (letter >= 0xFF3B && letter <= 0xFF3D) || (letter >= 0xFF5B && letter <= 0xFF65);
}

bool joins(char32_t before, char32_t after) {
  if (is_wide_sign(before) || is_wide_sign(after)) return true;
  const bool wide_before = utf8::is_wide(before);
  const bool wide_after = utf8::is_wide(after);
  return (wide_before && (wide_after || is_shared_sign(after))) || (is_shared_sign(before) && wide_after);
}

/// Bytes of an escape of double quotes; each stands for one character.
std::size_t escape_length(char letter) {
  switch (letter) {
    case 'x': return 4;
    case 'u': return 6;
    case 'U': return 10;
    default: return 2;
  }
}

/// Walks the written text and the value together.
class Join {
 public:
  Join(std::string_view value, std::string_view written, YamlStyle style)
      : value_(value), written_(written), style_(style) {}

  std::string run() {
    skip_opening();
    while (v_ < value_.size() && w_ < written_.size()) step();
    result_.append(value_.substr(v_));
    return std::move(result_);
  }

 private:
  void skip_opening() {
    if (style_ == YamlStyle::folded) {
      w_ = written_.find('\n');
      w_ = w_ == std::string_view::npos ? written_.size() : w_;
      while (w_ < written_.size() && is_space(written_[w_])) ++w_;
      while (v_ < value_.size() && is_space(value_[v_])) result_.push_back(value_[v_++]);
    } else if (style_ != YamlStyle::plain) {
      w_ = 1;
    }
  }

  void step() {
    const char letter = written_[w_];
    if (style_ == YamlStyle::double_quoted && letter == '\\') return escape();
    if (is_space(letter)) return blanks();
    w_ += style_ == YamlStyle::single_quoted && letter == '\'' ? 2 : 1;
    result_.push_back(value_[v_++]);
  }

  void escape() {
    const char letter = w_ + 1 < written_.size() ? written_[w_ + 1] : '\n';
    if (letter == '\n' || letter == '\r') {  // the line goes on without a blank
      ++w_;
      while (w_ < written_.size() && is_space(written_[w_])) ++w_;
      return;
    }
    w_ += escape_length(letter);
    const std::size_t begin = v_;
    utf8::decode(value_, v_);
    result_.append(value_.substr(begin, v_ - begin));
  }

  void blanks() {
    const std::size_t begin = w_;
    while (w_ < written_.size() && is_space(written_[w_])) ++w_;
    const bool over_lines = written_.substr(begin, w_ - begin).find('\n') != std::string_view::npos;
    const std::size_t from = v_;
    while (v_ < value_.size() && is_space(value_[v_])) ++v_;
    const std::string_view run = value_.substr(from, v_ - from);
    std::size_t next = v_;
    const bool drop =
        over_lines && run == " " && v_ < value_.size() && joins(last_letter(result_), utf8::decode(value_, next));
    if (!drop) result_.append(run);
  }

  std::string_view value_;
  std::string_view written_;
  YamlStyle style_;
  std::string result_;
  std::size_t v_ = 0;
  std::size_t w_ = 0;
};

}  // namespace

std::string join_wide_lines(const std::string& value, std::string_view written, YamlStyle style) {
  const bool folds = style != YamlStyle::literal && written.find('\n') != std::string_view::npos;
  return folds ? Join(value, written, style).run() : value;
}

}  // namespace gongkai
