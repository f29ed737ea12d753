#pragma once
// A page's body that stands inside somebody else's page, maybe beside another report's: its id and its style sheet.

#include <string>
#include <string_view>

#include "document/document.h"

namespace gongkai {

/// "gk1a2b3c4d": the same each time the report is written, another for another report (by the path of the data
/// file; of a file outside the home by the title). All ids of the body begin with it.
[[nodiscard]] std::string html_fragment_id(const Document& document);

/// Nothing of the outer page's style reaches the body but what is marked !important, and nothing of the
/// body's style gets out. Sizes don't hang on the outer page's root, room is that of the box the
/// body stands in, and it is light as nearly all such pages are. It is for the element with this id.
[[nodiscard]] std::string html_fragment_style(const Style& style, std::string_view id);

}  // namespace gongkai
