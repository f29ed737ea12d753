#pragma once
// style.yaml, of all layers together → Style.

#include "base/diagnostic.h"
#include "document/style.h"
#include "value/value.h"

namespace gongkai {

/// Every mistake is reported with its place: STYLE-01 what can't be read, STYLE-02 what no layer
/// gives. No file at all gives no style and no report (Style::given).
[[nodiscard]] Style read_style(const Value& file, Diagnostics& diagnostics);

}  // namespace gongkai
