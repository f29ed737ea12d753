#pragma once
// Where a figure comes from, as a tree: value ← formula ← operands ← data lines.

#include <string>

#include "base/source.h"
#include "value/journal.h"

namespace gongkai {

/// One line a figure, operands below it; a figure met before is named, not repeated.
/// Places in the source `typed`, what the user typed, are not told.
[[nodiscard]] std::string figure_tree(OriginId origin, const Journal& journal, const Sources& sources,
                                      SourceId typed = 0);

}  // namespace gongkai
