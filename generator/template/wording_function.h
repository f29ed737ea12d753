#pragma once
// wording.yaml: a sentence that depends on figures, called like a function.

#include "expr/expression.h"
#include "profile/profile.h"
#include "template/parsed.h"

namespace gongkai {

/// 增减(本年, 上年) → Phrase: the text of the first branch that applies. Parameters and 设
/// come before the names of `outer`; 设 is worked out when first used. An argument not given
/// takes the branch 当: 未知, or is an error that names it. `depth` counts wordings inside
/// wordings. All references must outlive the function.
[[nodiscard]] Function wording_function(const Wording& wording, const WordingLines& lines, const Scope& outer,
                                        int& depth);

}  // namespace gongkai
