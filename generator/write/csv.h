#pragma once
// The tables for spreadsheets: "<name>.csv" lists them, each stands in a file of its own
// under "<name>.tables/".
//
// UTF-8 with a byte order mark and CRLF, as Excel wants it. One header row: merged headers
// are joined with " / ". Labels of merged cells are repeated in every row they reach; a
// figure stands once, without thousands separators. A zero is 0 even where the page leaves
// it blank; what was not given is empty. Nothing can run as a formula: text beginning with
// = + - @ gets an apostrophe, digits that a spreadsheet would change (07, 20-digit codes)
// a leading tab.

#include <optional>

#include "write/format.h"

namespace gongkai {

[[nodiscard]] std::optional<Written> write_csv(const WriteContext& context, Diagnostics& diagnostics);

}  // namespace gongkai
