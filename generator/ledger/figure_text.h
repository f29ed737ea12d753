#pragma once
// Figures in messages to the user (reports print through the profile's formats).

#include <string>

#include "value/number_text.h"
#include "value/quantity.h"

namespace gongkai {

/// "1234.50万元" with as many digits as the figure needs, at least two; "53.66%"; "12". An exact
/// amount of a file kept in 元 is told in 元: "18.00元".
[[nodiscard]] std::string figure_text(const Quantity& quantity, MoneyUnit unit = MoneyUnit::wan_yuan);

}  // namespace gongkai
