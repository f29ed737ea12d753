#pragma once
// One rule over a ledger, in every case of its loops. Inner part of the room.

#include "ledger/declared_findings.h"
#include "ledger/ledger.h"
#include "ledger/outcome.h"

namespace gongkai {

struct RuleRunInput {
  const Ledger& ledger;
  const Scope& scope;
  bool keeps_cases = false;
};
[[nodiscard]] RuleOutcome run_rule(const Rule& rule, const RuleRunInput& input, DeclaredFindings& findings);

}  // namespace gongkai
