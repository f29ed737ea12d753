#pragma once
// A place in a YAML text, the lines around it, and the first slip met.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "load/yaml_scan.h"

namespace gongkai {

class YamlCursor {
 public:
  YamlCursor(std::string_view text, SourceId source, Diagnostics& diagnostics);

  [[nodiscard]] std::size_t at() const { return at_; }
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return letter(at_ + ahead); }
  /// The byte at `offset`; '\n' behind the text, so that every line has an end.
  [[nodiscard]] char letter(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t column() const { return at_ - line_begin_; }
  [[nodiscard]] std::string_view text(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  void advance(std::size_t bytes = 1) { at_ += bytes; }
  void skip_blanks();
  /// Behind blanks nothing or a comment is left of the line.
  [[nodiscard]] bool line_is_over() const;
  void next_line();
  /// Offset of the line end (the '\r' of CRLF, the '\n', or the end of the text).
  [[nodiscard]] std::size_t line_end() const;
  /// To the first character of the next line that is not blank; false at the end of the
  /// text. Comment lines count as blank if `over_comments`.
  bool next_content(bool over_comments);

  struct Place {
    std::size_t at = 0;
    std::size_t line_begin = 0;
  };
  [[nodiscard]] Place place() const { return {at_, line_begin_}; }
  void go_back(Place place) {
    at_ = place.at;
    line_begin_ = place.line_begin;
  }

  /// Reports a slip and returns false, for `return cursor.fail(…)`.
  bool fail(const char* number, std::string message, std::size_t begin, std::size_t end, std::string hint,
            std::vector<Note> notes = {});
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void note(std::size_t begin, std::size_t end, YamlStyle style) {
    layout_.nodes.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), style});
  }
  void note_empty_item(std::size_t dash) { layout_.empty_items.push_back(static_cast<std::uint32_t>(dash)); }
  [[nodiscard]] YamlLayout take_layout();

 private:
  std::string_view text_;
  SourceId source_;
  Diagnostics& diagnostics_;
  YamlLayout layout_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
};

[[nodiscard]] constexpr bool is_blank(char letter) { return letter == ' ' || letter == '\t'; }
[[nodiscard]] constexpr bool is_line_end(char letter) { return letter == '\n' || letter == '\r'; }
[[nodiscard]] constexpr bool is_blank_or_end(char letter) { return is_blank(letter) || is_line_end(letter); }

}  // namespace gongkai
