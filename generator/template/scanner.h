#pragma once
// Template text cut into lines of text and tags. Knows quotes and brackets inside tags, the
// comments {# #} and the trailing \ that joins lines; nothing else.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "expr/token.h"

namespace gongkai {

struct TemplatePiece {
  enum class Kind : std::uint8_t { text, value, statement } kind = Kind::text;
  std::string text;                  // a tag's without its braces
  std::uint32_t begin = 0, end = 0;  // in the scanned text; a tag's with its braces
  std::uint32_t inner = 0;           // where a tag's text begins
};

/// One line of the template (several when joined by \). Blanks at its ends are gone, a
/// comment left nothing.
using TemplateLine = std::vector<TemplatePiece>;

/// Lines without anything are left out. Faulty tags are reported and left out too.
[[nodiscard]] std::vector<TemplateLine> scan_lines(std::string_view text, const Placement& placement,
                                                   Diagnostics& diagnostics);

/// The text as one line, blanks at its ends kept.
[[nodiscard]] TemplateLine scan_line(std::string_view text, const Placement& placement, Diagnostics& diagnostics);

}  // namespace gongkai
