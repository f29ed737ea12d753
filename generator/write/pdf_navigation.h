#pragma once
// How a reader finds his way: bookmarks, named places, links and page labels.

#include <cstdint>
#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "layout/page.h"
#include "write/pdf_canvas.h"

namespace gongkai {

/// A link annotation and the element it belongs to.
struct PlacedLink {
  ElementId element = decoration;
  PdfObject annotation;
  std::uint32_t page = 0;
};

/// Adds all of them for pages already in the canvas. The links that belong to an element: their keys
/// in the parent tree count on from the pages'. nullopt after an error PDF-02: something leads to no
/// page or to an unknown place.
[[nodiscard]] std::optional<std::vector<PlacedLink>> add_navigation(PdfCanvas& canvas, const Pages& pages,
                                                                    const std::vector<PdfObject>& page_objects,
                                                                    Diagnostics& diagnostics);

}  // namespace gongkai
