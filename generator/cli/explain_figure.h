#pragma once
// gongkai explain REPORT FIGURE: value ← formula ← operands ← lines of the data.

#include "cli/arguments.h"
#include "cli/console.h"

namespace gongkai {

/// FIGURE is a name or an expression over the names, a printed text, a row, or a cell.
[[nodiscard]] int explain_figure(const Arguments& arguments, Console& console);

}  // namespace gongkai
