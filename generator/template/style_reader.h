#pragma once
// style.yaml → Style: what it doesn't name stays as the report style has it.

#include "base/diagnostic.h"
#include "document/style.h"
#include "value/value.h"

namespace gongkai {

/// Every mistake is reported as STYLE-01, with its place.
[[nodiscard]] Style read_style(const Value& file, Diagnostics& diagnostics);

}  // namespace gongkai
