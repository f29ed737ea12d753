#pragma once
// The style sheet of a page's body that stands inside somebody else's page.

#include <string>

#include "document/style.h"

namespace gongkai {

/// Nothing of the outer page's style reaches the body but what is marked !important, and nothing of the
/// body's style gets out. Sizes don't hang on the outer page's root, room is that of the box the
/// body stands in, and it is light as nearly all such pages are. It is meant for an element with the
/// id "gongkai". `style` is given.
[[nodiscard]] std::string html_fragment_style(const Style& style);

}  // namespace gongkai
