#pragma once
// How a reader finds his way: bookmarks, named places, links and page labels.

#include <vector>

#include "base/diagnostic.h"
#include "layout/page.h"
#include "write/pdf_canvas.h"

namespace gongkai {

/// Adds all of them for pages already in the canvas. False after an error PDF-02:
/// something leads to no page or to an unknown place.
bool add_navigation(PdfCanvas& canvas, const Pages& pages, const std::vector<PdfObject>& page_objects,
                    Diagnostics& diagnostics);

}  // namespace gongkai
