#pragma once
// The document as GitHub-flavoured Markdown: reads well raw, differs year to year only
// where the report does (one paragraph and one table row a line, nothing padded).
// Charts are SVG files beside it, each also given as a small table.

#include <optional>

#include "write/format.h"

namespace gongkai {

[[nodiscard]] std::optional<Written> write_markdown(const WriteContext& context, Diagnostics& diagnostics);

}  // namespace gongkai
