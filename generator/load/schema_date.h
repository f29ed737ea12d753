#pragma once
// Years and dates of a data file, and what to write instead of the other ways to write them.

#include <string>

#include "base/diagnostic.h"
#include "value/value.h"

namespace gongkai {

/// Four digits, 1949 to 2099 → a plain number (so that 年度 - 1 works); else Absent, reported.
[[nodiscard]] Value read_year(const std::string& field, const std::string& text, Span span, Diagnostics& diagnostics);

/// YYYY-MM-DD, a day that exists → Text as written; else Absent, reported.
[[nodiscard]] Value read_date(const std::string& field, const std::string& text, Span span, Diagnostics& diagnostics);

}  // namespace gongkai
