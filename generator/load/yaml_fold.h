#pragma once
// Texts over several lines: a line end inside Chinese is not a blank.

#include <string>
#include <string_view>

#include "load/yaml_scan.h"

namespace gongkai {

/// `value` is what YAML makes of `written` (a scalar of several lines): each line end has
/// become a blank. Those between two characters of scripts without blanks go.
[[nodiscard]] std::string join_wide_lines(const std::string& value, std::string_view written, YamlStyle style);

}  // namespace gongkai
