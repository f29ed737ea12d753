#pragma once
// Where a figure comes from, in one short line a reader of the page can follow.

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "value/journal.h"

namespace gongkai {

/// The lines of the data a figure is made of, ":42-45,50"; of another file than the report's
/// own with its path, "templates/x/schema.yaml:137". A figure that rests on none has the line
/// that says it (a zero: the list that is complete), or its name if there is no line.
/// More than `most_operands` are cut short with "…".
class OriginText {
 public:
  /// `home`: path of the report's data file.
  OriginText(const Journal& journal, const Sources& sources, std::string_view home)
      : journal_(journal), sources_(sources), home_(home) {}

  /// "" for origin 0. The reference holds until the next call.
  [[nodiscard]] const std::string& of(OriginId origin);

  /// The figure itself, for a cell that prints nothing; nullptr for origin 0.
  [[nodiscard]] const Quantity* quantity(OriginId origin) const;

 private:
  using Lines = std::map<SourceId, std::vector<std::size_t>>;
  static constexpr std::size_t most_operands = 4096;

  [[nodiscard]] std::string make(OriginId origin);
  /// Lines of the entered and stated figures below `origin`; false when cut short.
  [[nodiscard]] bool collect(OriginId origin, Lines& lines);
  void note(Span span, Lines& lines) const;
  [[nodiscard]] std::string describe(Lines& lines) const;

  const Journal& journal_;
  const Sources& sources_;
  const std::string_view home_;
  std::unordered_map<OriginId, std::string> known_;
  std::vector<std::uint32_t> seen_;  // by origin: the round in which it was last met
  std::uint32_t round_ = 0;
};

}  // namespace gongkai
