#pragma once
// Document → Pages, in the document's own style, which is given. Pure: the same document and fonts give the same pages.

#include <optional>

#include "base/diagnostic.h"
#include "document/document.h"
#include "layout/font_set.h"
#include "layout/page.h"

namespace gongkai {

/// Cover and contents come first and bear no page number; the body is numbered from 1, so
/// the contents can be laid out last and their page numbers can't move. nullopt after
/// errors: a character no font has (FONT-07), what no page can hold (LAYOUT-01 … 04, table_layout.h).
[[nodiscard]] std::optional<Pages> lay_out(const Document& document, const FontSet& fonts, Diagnostics& diagnostics);

}  // namespace gongkai
