#pragma once
// The report as open data: what was entered, every table cell, every printed figure, and
// where each comes from. The format is json.schema.json beside this file.

#include <optional>

#include "write/format.h"

namespace gongkai {

/// One item a line, so that a change of the data is a change of few lines. Amounts are
/// decimal strings (no reader rounds them), money in 元.
[[nodiscard]] std::optional<Written> write_json(const WriteContext& context, Diagnostics& diagnostics);

}  // namespace gongkai
