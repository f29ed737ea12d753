#pragma once
// Texts and places in them. Every text the program reads is registered once in
// Sources; everything parsed from it carries a Span. Line and column are worked
// out only when a place is shown.

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
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

/// All texts of one report. Ids stay valid for the life of the object; references
/// returned by at() stay valid too (deque). add() is not for use from two threads.
class Sources {
 public:
  Sources() = default;
  /// Ids given by add() begin at `first`. A profile is read once for many reports: its
  /// texts take ids from profile_texts on, each report's own from 1 on.
  explicit Sources(SourceId first) : first_(first) {}
  static constexpr SourceId profile_texts = 1U << 16;
  /// Texts of `shared` are found here too; it is not added to any more and its ids
  /// lie beyond those given here.
  void share(std::shared_ptr<const Sources> shared) { shared_ = std::move(shared); }
  SourceId add(std::string path, std::string text);
  [[nodiscard]] const Source& at(SourceId id) const;  // id must be known
  [[nodiscard]] std::string_view text(Span span) const;
  /// "path:line:column", or "" for an unknown span.
  [[nodiscard]] std::string place(Span span) const;

 private:
  SourceId first_ = 1;
  std::deque<Source> sources_;
  std::shared_ptr<const Sources> shared_;
};

}  // namespace gongkai
