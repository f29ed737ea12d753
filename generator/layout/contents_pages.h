#pragma once
// The table of contents: titles, dot leaders, page numbers, a link on each line.

#include "document/document.h"
#include "layout/place_blocks.h"

namespace gongkai {

/// Laid out after the body, whose places and page labels it prints. `below` is the height of
/// what should stand on its last page with it.
void place_contents(const Document& document, const Contents& contents, const Flow& body, Length below,
                    Placing& placing);

}  // namespace gongkai
