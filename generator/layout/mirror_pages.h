#pragma once
// Pages printed on both sides: 订口 is left on odd pages and right on even ones, so that the type areas of
// a leaf lie back to back (GB/T 9704-2012 5.2.1, 6).

#include "layout/flow.h"

namespace gongkai {

/// Moves all that stands on even pages, the first being 1: upright ones have left and right margins changed
/// about, lying ones, whose top is bound or cut, top and bottom.
void mirror_pages(Flow& flow, const Style& style);

}  // namespace gongkai
