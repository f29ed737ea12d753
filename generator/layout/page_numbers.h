#pragma once
// Page numbers as GB/T 9704-2012 (7.5) sets them: — 1 —, below the type area.

#include <cstddef>
#include <vector>

#include "document/style.h"
#include "layout/font_set.h"
#include "layout/page.h"

namespace gongkai {

/// Numbers the pages from 1 on, each in its label and on its foot.
void number_pages(std::vector<Page>& pages, const Style& style, const FontSet& fonts);

}  // namespace gongkai
