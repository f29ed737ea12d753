#pragma once
// The document as one web page: no network, nothing beside it. Its one script opens a panel
// on a figure's origin; without it the page reads the same. A fragment has neither head
// nor script, its styles reach nothing outside it.

#include <optional>

#include "write/format.h"

namespace gongkai {

[[nodiscard]] std::optional<Written> write_html(const WriteContext& context, Diagnostics& diagnostics);

}  // namespace gongkai
