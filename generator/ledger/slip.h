#pragma once
// The usual slips behind a wrong figure, recognised from the wrong and the right one.

#include <string>
#include <vector>

#include "value/number_text.h"
#include "value/quantity.h"

namespace gongkai {

/// One Chinese sentence naming the likeliest slip that turns `expected` into `found`: two
/// neighbouring digits swapped, decimal point shifted, 元 entered for 万元, the sign
/// turned, a rate worked out on this year instead of last, digits cut off instead of
/// rounded. "" when none fits. Money was
/// typed, and is told, in `unit`.
[[nodiscard]] std::string usual_slip(const Quantity& found, const Quantity& expected,
                                     MoneyUnit unit = MoneyUnit::wan_yuan);

/// "差额…能被 9 整除…" when two neighbouring digits of some part of a sum may be swapped: for
/// sums, which nobody typed.
[[nodiscard]] std::string swap_in_a_part(const Quantity& found, const Quantity& expected,
                                         MoneyUnit unit = MoneyUnit::wan_yuan);

/// The decimal point alone, for two figures that need not be equal: "小数点可能错位…" when
/// one is exactly ten, a hundred or ten thousand times the other.
[[nodiscard]] std::string shifted_point(const Quantity& found, const Quantity& expected,
                                        MoneyUnit unit = MoneyUnit::wan_yuan);

/// A figure that may have been taken in place of the right one, or left out of a sum.
struct SlipCandidate {
  std::string name;  // 上年决算数, 年初结转和结余
  Quantity quantity;
};

/// "与上年决算数相同，可能误填" when `found` equals a candidate and `expected` does not.
[[nodiscard]] std::string taken_for(const Quantity& found, const Quantity& expected,
                                    const std::vector<SlipCandidate>& candidates);

/// "差额正好等于…，可能漏加或多加" when exactly one candidate is as large as the difference.
[[nodiscard]] std::string left_out(const Quantity& found, const Quantity& expected,
                                   const std::vector<SlipCandidate>& candidates, MoneyUnit unit = MoneyUnit::wan_yuan);

/// The one part of a sum whose turned sign, misplaced point or swapped digits explain why the
/// sum is greater by `apart` than it should be: "“…”是负数，改为正数即可相等…". What was meant
/// has no more digits than what was typed, and leaves no more than the rounding of `apart`.
/// Or the one part of `others`, what the sum is compared with, for which the same holds the other way
/// round. "" when none or several do.
[[nodiscard]] std::string wrong_part(const Quantity& apart, const std::vector<SlipCandidate>& parts,
                                     MoneyUnit unit = MoneyUnit::wan_yuan,
                                     const std::vector<SlipCandidate>& others = {});

}  // namespace gongkai
