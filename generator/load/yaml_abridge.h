#pragma once
// yaml-cpp tries its patterns at every byte of a plain scalar, which is two thirds of all
// reading. The scan knows where such scalars end, so the parser is given one letter for
// each, and no comment lines: it still decides the structure, at a third of the cost.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "load/yaml_scan.h"

namespace gongkai {

class AbridgedYaml {
 public:
  /// `text` from `skipped` on (behind a byte order mark), with the extents of its scan.
  AbridgedYaml(std::string_view text, std::size_t skipped, const YamlLayout& layout);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Where an offset of the abridged text stands in the whole one.
  [[nodiscard]] std::uint32_t original(std::size_t offset) const;
  /// Whether the parser sees one letter for this scalar.
  [[nodiscard]] static bool abridges(const YamlExtent& extent, std::string_view written);

 private:
  /// From `abridged` on, offsets differ from the whole text's by original − abridged.
  struct Shift {
    std::uint32_t abridged = 0;
    std::uint32_t original = 0;
  };
  void copy(std::string_view text, std::size_t begin, std::size_t end);
  void resume(std::size_t original);

  std::string text_;
  std::vector<Shift> shifts_;
};

}  // namespace gongkai
