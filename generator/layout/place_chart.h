#pragma once
// A chart and its caption on the page.

#include "layout/place_blocks.h"

namespace gongkai {

/// Of picture and caption, which are never parted, the picture as small as the style lets it become.
[[nodiscard]] Length least_chart_height(const Chart& chart, Placing& placing);

}  // namespace gongkai
