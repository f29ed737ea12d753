#pragma once
// Figures in messages to the user (reports print through the profile's formats).

#include <string>

#include "value/quantity.h"

namespace gongkai {

/// "1234.50万元" with as many digits as the figure needs, at least two; "53.66%"; "12".
[[nodiscard]] std::string figure_text(const Quantity& quantity);

}  // namespace gongkai
