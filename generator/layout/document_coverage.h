#pragma once
// Before anything is drawn: does every character of the document have a glyph? A missing
// one is an error that names the character and where it stands, never a box or a blank.

#include "base/diagnostic.h"
#include "document/document.h"
#include "layout/font_set.h"

namespace gongkai {

/// check_coverage over every text of the document; false after errors.
[[nodiscard]] bool check_document(const Document& document, const FontSet& fonts, Diagnostics& diagnostics);

}  // namespace gongkai
