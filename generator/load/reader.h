#pragma once
// Bytes → located Value. YAML through yaml-cpp's event interface, JSON through
// nlohmann's SAX interface; both give the same tree: every scalar is Text (numbers are
// never converted), every node and key carries its span.

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/source.h"
#include "value/value.h"

namespace gongkai {

/// Reads source `id` as JSON if its path ends in .json, else as YAML. At most one syntax
/// error is reported (with line, column and what to do); nullopt then.
[[nodiscard]] std::optional<Value> read_value(const Sources& sources, SourceId id, Diagnostics& diagnostics);

}  // namespace gongkai
