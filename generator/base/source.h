#pragma once
// Texts and places in them. Every text the program reads is registered once in
// Sources; everything parsed from it carries a Span. Line and column are worked
// out only when a place is shown.

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

using SourceId = std::uint32_t;  // 0 means "nowhere"

/// Half-open byte range [begin, end) of one source. Eight bytes of place plus the
/// source: small enough to stand on every value, expression and cell.
struct Span {
  SourceId source = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool known() const { return source != 0; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// 1-based line and column; the column counts characters (code points), not bytes.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// One text with the name it is shown under.
class Source {
 public:
  Source(std::string path, std::string text);
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] Position position(std::size_t offset) const;
  /// The line (1-based) without its line end; empty past the last line.
  [[nodiscard]] std::string_view line(std::size_t number) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

/// All texts of one run. Ids stay valid for the life of the object; references
/// returned by at() stay valid too (deque). Not shared between threads.
class Sources {
 public:
  SourceId add(std::string path, std::string text);
  [[nodiscard]] const Source& at(SourceId id) const;  // id must be known
  [[nodiscard]] std::string_view text(Span span) const;
  /// "path:line:column", or "" for an unknown span.
  [[nodiscard]] std::string place(Span span) const;

 private:
  std::deque<Source> sources_;
};

}  // namespace gongkai
