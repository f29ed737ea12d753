#pragma once
// Figures that the data names or quotes: what an official form or an earlier publication
// printed, and what it was about.

#include <functional>
#include <optional>
#include <string_view>

#include "expr/expression.h"
#include "ledger/rule.h"
#include "value/quantity.h"

namespace gongkai {

/// "647.24%", "1,234.50万元", "5.12亿元", "18元": the figure as its reader knows it, to half of
/// the last printed digit (万元: of 0.01 at most, as trailing zeros are trimmed; 元: exact).
/// nullopt for anything else, a number without unit too.
[[nodiscard]] std::optional<Quantity> printed_figure(std::string_view text);

/// 数(文字): a printed figure, a bare number (a count), or the value of the expression the text is ("三公.合计",
/// "支出(\"206\")"). A mistake in it is told at the place of the text. Absent stays Absent; a list
/// of texts gives a list.
/// `scope` is asked at each call.
[[nodiscard]] Function figure_function(std::function<const Scope&()> scope);

/// 上年报告(文字): the same, asked of last year's report; Unknown without one. The figure leads to
/// its data line, not into the other report's formulas, whose profile may be another.
[[nodiscard]] Function last_year_function(const LastYear* last_year);

/// 小数位(文字): how many digits "97.50%" has after the point; of a list, of each.
[[nodiscard]] Function decimals_function();

}  // namespace gongkai
