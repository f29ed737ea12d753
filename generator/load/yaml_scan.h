#pragma once
// Before the parser: one pass over the lines of a YAML text that knows their structure
// (blocks by indentation, brackets, quotes, blocks of text). It refuses what the parser
// would misread or refuse at a misleading place, and notes where each scalar ends, which
// the parser does not tell. YAML beyond what data files need (anchors, tags, several
// documents, keys that are lists) is refused by name.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace gongkai {

enum class YamlStyle : std::uint8_t { plain, single_quoted, double_quoted, literal, folded, flow };

struct YamlExtent {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  YamlStyle style = YamlStyle::plain;
};

struct YamlLayout {
  std::vector<YamlExtent> nodes;           // scalars and bracketed nodes, by begin
  std::vector<std::uint32_t> empty_items;  // places of dashes with nothing behind them
  [[nodiscard]] const YamlExtent* at(std::uint32_t begin) const;
};

/// `text` has passed check_text. nullopt after the first slip, which is reported.
[[nodiscard]] std::optional<YamlLayout> scan_yaml(std::string_view text, SourceId source, Diagnostics& diagnostics);

}  // namespace gongkai
