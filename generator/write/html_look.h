#pragma once
// What the web page takes from the report's style, as properties its style sheet (html_style) uses:
// --body, --level-1 … are fonts; with -align, -indent, -ink what they say; --paper, --ink … colours; and
// the pages it prints on.

#include <string>

#include "document/style.h"

namespace gongkai {

/// `style` is given.
[[nodiscard]] std::string html_look(const Style& style);

}  // namespace gongkai
