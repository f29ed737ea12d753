#pragma once
// Text into markup. Whatever a data file holds comes out as the same text.

#include <string>
#include <string_view>

namespace gongkai {

/// For HTML and XML, between tags and inside double-quoted attributes: & < > " are named.
/// Characters XML can't hold (C0 controls but tab and line end) become U+FFFD.
void append_escaped(std::string& out, std::string_view text);
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace gongkai
