#pragma once
// The report as a dataset of schema.org, for search engines and data portals.

#include <string>
#include <vector>

#include "document/document.h"
#include "write/format.h"

namespace gongkai {

/// JSON-LD of type Dataset, safe inside <script>: title, department, date and year as far
/// as the data gives them, the titles of the tables as what was measured, `files` as where to get it. No
/// licence: the data names none.
[[nodiscard]] std::string html_dataset(const Document& document, const std::vector<WrittenFile>& files);

/// `json` with "<" written so that no "</script>" can end the element it stands in.
[[nodiscard]] std::string inside_script(std::string json);

}  // namespace gongkai
