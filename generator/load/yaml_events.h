#pragma once
// YAML → Value. Called by read_value only.

#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "value/value.h"

namespace gongkai {

/// `text` has passed check_text. A text of blanks and comments only is Absent.
[[nodiscard]] std::optional<Value> read_yaml(std::string_view text, SourceId source, Diagnostics& diagnostics);

}  // namespace gongkai
