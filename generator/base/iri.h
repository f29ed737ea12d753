#pragma once
// Paths as references of links (RFC 3986, RFC 3987).

#include <string>
#include <string_view>

namespace gongkai {

/// As the target of a link in a page, of Markdown or of JSON-LD: blanks, brackets, % and whatever else of ASCII
/// is neither unreserved nor "/" is percent-encoded; hanzi stay readable.
[[nodiscard]] std::string iri_path(std::string_view path);

/// Likewise in ASCII alone, where a format wants an URI.
[[nodiscard]] std::string uri_path(std::string_view path);

}  // namespace gongkai
