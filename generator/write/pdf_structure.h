#pragma once
// The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8): elements, their content
// on the pages, and the way back from content to element.

#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "write/pdf_canvas.h"
#include "write/pdf_navigation.h"

namespace gongkai {

/// The standard structure type: "H2", "TD".
[[nodiscard]] std::string_view structure_type(const Element& element);

/// After everything else (PdfCanvas::add_last): the tree and its entries in the catalogue.
/// `marked`: by page and marked-content identifier, the element; `links` in the order of their
/// keys in the parent tree, which come after those of the pages.
void add_structure(PdfCanvas& canvas, const Pages& pages, const std::vector<PdfObject>& page_objects,
                   const std::vector<std::vector<ElementId>>& marked, const std::vector<PlacedLink>& links);

}  // namespace gongkai
