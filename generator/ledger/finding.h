#pragma once
// How a broken rule is told: both places, the figures, and the likeliest slip.

#include <string>
#include <vector>

#include "ledger/rule.h"
#include "ledger/rule_case.h"

namespace gongkai {

/// The data line behind a figure: its own, else that of its largest part.
[[nodiscard]] Span data_place(const Journal& journal, OriginId origin);
/// Where the figure of a rule's operand was entered; unknown for what only the rule itself says.
[[nodiscard]] Span figure_place(const Rule& rule, const Value& value, const Journal* journal);

/// The finding of a rule that does not hold in this case, at the data line of its first
/// figure; without a place when no figure was entered. `journal` may be null; it leads to the
/// data lines and to an entered figure as large as the difference.
[[nodiscard]] Diagnostic broken_rule(const Rule& rule, const RuleCase& found, const Ledger& ledger,
                                     const Journal* journal);
/// Two compared figures differ, but by no more than rounding explains.
[[nodiscard]] Diagnostic rounding_tail(const Rule& rule, const RuleCase& found, const Ledger& ledger,
                                       const Journal* journal);
/// What kept a rule from being evaluated: the first figure that was not given, which parts of its
/// formula are not, how often, and the first few cases of its loops.
struct Missing {
  std::string name;
  std::vector<std::string> parts;
  std::size_t times = 0;
  std::vector<std::string> cases;
};

/// The rule was not applied; the hint says which figure to give.
[[nodiscard]] Diagnostic not_applied(const Rule& rule, const Missing& missing);
/// The rule itself is faulty.
[[nodiscard]] Diagnostic faulty_rule(const Rule& rule, const Diagnostics& why);

}  // namespace gongkai
