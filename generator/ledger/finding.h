#pragma once
// How a broken rule is told: both places, the figures, and the likeliest slip.

#include <string>
#include <utility>
#include <vector>

#include "ledger/rule.h"

namespace gongkai {

/// What a rule's names stood for when it was evaluated: loops first, then operands.
struct RuleCase {
  std::vector<std::pair<std::string, Value>> loops;
  std::vector<std::pair<std::string, Value>> operands;
};

/// The data line behind a figure: its own, else that of its largest part.
[[nodiscard]] Span data_place(const Journal& journal, OriginId origin);

/// The finding of a rule that does not hold in this case, at the data line of its first
/// figure; without a place when no figure was entered. `journal` may be null; it leads to the
/// data lines and to an entered figure as large as the difference.
[[nodiscard]] Diagnostic broken_rule(const Rule& rule, const RuleCase& found, const Ledger& ledger,
                                     const Journal* journal);
/// Two compared figures differ, but by no more than rounding explains.
[[nodiscard]] Diagnostic rounding_tail(const Rule& rule, const RuleCase& found, const Ledger& ledger,
                                       const Journal* journal);
/// The rule was not applied because `name` is not known.
[[nodiscard]] Diagnostic not_applied(const Rule& rule, const std::string& name, std::size_t times);
/// The rule itself is faulty.
[[nodiscard]] Diagnostic faulty_rule(const Rule& rule, const Diagnostics& why);

}  // namespace gongkai
