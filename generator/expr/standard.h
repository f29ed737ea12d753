#pragma once
// Functions and filters that every expression has: LANGUAGE.md lists them. Chinese names,
// and those of Jinja2 for what it has too. Each works as filter and as function: 绝对值(x) is
// x | 绝对值.

#include <string>
#include <string_view>
#include <vector>

#include "expr/expression.h"

namespace gongkai {

[[nodiscard]] const Function* standard_function(std::string_view name);
[[nodiscard]] const Function* standard_filter(std::string_view name);
/// All of them, for "did you mean".
[[nodiscard]] const std::vector<std::string>& standard_names();

}  // namespace gongkai
