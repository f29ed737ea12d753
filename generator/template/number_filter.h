#pragma once
// The filters of profile.yaml 数字: a figure with its unit.

#include "expr/expression.h"
#include "profile/profile.h"

namespace gongkai {

/// 万元: money → 874.05万元, the figure and its unit. A style with a unit of money takes money
/// (or a plain 0), one of percent a ratio or plain number, any other counts, points and
/// plain numbers. Unknown stays Unknown. `style` must outlive the function.
[[nodiscard]] Function number_filter(const NumberStyle& style);

/// What the filter prints; nullopt for a figure it does not take.
[[nodiscard]] std::optional<Phrase> printed_figure(const NumberStyle& style, const Quantity& quantity, OriginId origin);

}  // namespace gongkai
