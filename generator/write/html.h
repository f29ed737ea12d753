#pragma once
// The document as one web page: no script, no network, nothing beside it.

#include <optional>

#include "write/format.h"

namespace gongkai {

[[nodiscard]] std::optional<Written> write_html(const WriteContext& context, Diagnostics& diagnostics);

}  // namespace gongkai
