#pragma once
// JSON → Value. Called by read_value only.

#include <optional>

#include "base/diagnostic.h"
#include "base/source.h"
#include "value/value.h"

namespace gongkai {

/// `text` has passed check_text.
[[nodiscard]] std::optional<Value> read_json(std::string_view text, SourceId source, Diagnostics& diagnostics);

}  // namespace gongkai
