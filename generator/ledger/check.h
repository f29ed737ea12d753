#pragma once
// A check of one report: every rule over its ledger, what the data declares, what came of it.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "ledger/ledger.h"
#include "ledger/outcome.h"
#include "ledger/rule.h"

namespace gongkai {

/// Which rules, and how much is to be told of them.
struct CheckRequest {
  std::set<std::string> ids;  // empty: all
  bool keeps_cases = false;   // RuleOutcome::cases are wanted
  [[nodiscard]] bool wants(const std::string& id) const { return ids.empty() || ids.contains(id); }
};

struct CheckInput {
  const std::vector<Rule>& rules;
  const std::vector<Declaration>& declarations;
  const Ledger& ledger;
  const Scope& scope;
  Span report = {};  // where a finding without a place among the data is shown
  /// The findings of the rules that look at the finished text: declarations accept them too. nullopt:
  /// there is no text.
  std::optional<Diagnostics> proofs = std::nullopt;
  CheckRequest request = {};
};

/// Evaluates every wanted rule that is not switched off; a rule that can't be evaluated is itself a
/// finding (RULE-01). An operand that is Unknown skips the rule with an information. The outcomes
/// stand in the order of the rules; they refer to them.
std::vector<RuleOutcome> check(CheckInput input, Diagnostics& findings);

}  // namespace gongkai
