#include "ledger/outcome.h"

#include <map>
#include <utility>

namespace gongkai {

void RuleOutcome::add(CaseOutcome outcome, bool keep) {
  switch (outcome.outcome) {
    case Outcome::holds:
    case Outcome::within_tail: ++held; break;
    case Outcome::broken: ++broken; break;
    case Outcome::not_given: ++not_given; break;
    case Outcome::not_applicable: break;
  }
  if (keep) cases.push_back(std::move(outcome));
}

RuleCounts count_rules(const std::vector<RuleOutcome>& outcomes) {
  struct Seen {
    bool evaluated = false, missing = false;
  };
  std::map<std::string, Seen> by_id;
  for (const RuleOutcome& outcome : outcomes) {
    Seen& seen = by_id[outcome.rule->id];
    seen.evaluated = seen.evaluated || outcome.held + outcome.broken != 0;
    seen.missing = seen.missing || outcome.not_given != 0;
  }
  RuleCounts counts;
  for (const auto& [id, seen] : by_id) {
    if (seen.evaluated) ++counts.evaluated;
    if (!seen.evaluated && seen.missing) ++counts.skipped;
  }
  return counts;
}

}  // namespace gongkai
