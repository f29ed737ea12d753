#pragma once
// Where a figure comes from, in one short line a reader of the page can follow.

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "value/journal.h"

namespace gongkai {

/// An entered or stated figure: "data/x.yaml:42". Any other: what it is and the lines of
/// the data it is made of, "支出 / 项目支出 ← data/x.yaml:42-45,50"; its name alone when it
/// rests on no line. More than `most_operands` are cut short with "…".
class OriginText {
 public:
  OriginText(const Journal& journal, const Sources& sources) : journal_(journal), sources_(sources) {}

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
  [[nodiscard]] std::string describe(Lines& lines) const;

  const Journal& journal_;
  const Sources& sources_;
  std::unordered_map<OriginId, std::string> known_;
  std::vector<std::uint32_t> seen_;  // by origin: the round in which it was last met
  std::uint32_t round_ = 0;
};

}  // namespace gongkai
