#pragma once
// The report as a dataset of schema.org, for search engines and data portals.

#include <string>

#include "document/document.h"

namespace gongkai {

/// JSON-LD of type Dataset, safe inside <script>: title, department, date and year as far
/// as the data gives them, the titles of the tables as what was measured.
[[nodiscard]] std::string html_dataset(const Document& document);

/// `json` with "<" written so that no "</script>" can end the element it stands in.
[[nodiscard]] std::string inside_script(std::string json);

}  // namespace gongkai
