#pragma once
// A table with what belongs to it on its pages: title, code and notes above, footnotes below.

#include "layout/place_blocks.h"

namespace gongkai {

/// The room a table asks for below what stands on the page already; with less it starts a new one.
/// All of it (at most most of a page), set a little smaller if that makes it fit; but where it would
/// leave a large part of the page white, its first rows are enough, if it isn't a form.
[[nodiscard]] Length table_need(const Table& table, bool titled, Placing& placing);

}  // namespace gongkai
