#pragma once
// rules.yaml and the shared rule files: the catalogue (目录), loops that checks share (遍历), the
// checks (规则) and what a profile changes of them (调整).

#include <vector>

#include "base/diagnostic.h"
#include "ledger/rule.h"
#include "value/value.h"

namespace gongkai {

struct RuleBook {
  std::vector<CatalogueEntry> catalogue;  // in the order of the file
  std::vector<Rule> rules;                // switched-off ones too
};

/// `rules` is what all layers make together: their lists of checks one after the other.
[[nodiscard]] RuleBook read_rules(const Value& rules, const Accounts& accounts, Diagnostics& diagnostics);

/// The parts of it, in files of their own.
[[nodiscard]] std::vector<CatalogueEntry> read_catalogue(const Value& rules, Diagnostics& diagnostics);
[[nodiscard]] ProofCheck read_proof_check(const Value& value, Diagnostics& diagnostics);
void adjust_rules(const Value& rules, std::vector<Rule>& all, Diagnostics& diagnostics);

}  // namespace gongkai
