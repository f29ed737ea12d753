#pragma once
// A table with what belongs to it on its pages: title, code and notes above, footnotes below.

#include "layout/place_blocks.h"

namespace gongkai {

/// Height of the whole table with what belongs to it, at most most of a page: a table starts on
/// a new page unless it fits below what stands there already.
[[nodiscard]] Length table_height(const Table& table, bool titled, Placing& placing);

}  // namespace gongkai
