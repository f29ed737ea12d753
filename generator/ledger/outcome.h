#pragma once
// What a check looked at, beside what it found: each rule, case by case.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ledger/rule.h"

namespace gongkai {

enum class Outcome : std::uint8_t {
  holds,
  within_tail,    // the figures differ, but by no more than rounding explains
  broken,         // a finding tells it
  not_given,      // a figure is missing: neither right nor wrong
  not_applicable  // 当 does not hold
};

/// One figure of a case, in the rule's own name for it.
struct CaseFigure {
  std::string name;
  std::string text;  // as messages show it: "1234.50万元"
  Span place;        // the data line behind it; unknown when there is none
};

struct CaseOutcome {
  Outcome outcome = Outcome::holds;
  std::string subject;               // which of its loops: "206 科学技术支出"; "" without loops
  std::vector<CaseFigure> figures;   // what was compared with what; no names that stand in the subject
  std::vector<std::string> missing;  // not_given: the names and questions that have no figure
  std::string declared;              // broken: the reason for which the data accepts it
};

/// What came of one rule that is not switched off.
struct RuleOutcome {
  const Rule* rule = nullptr;
  std::size_t held = 0, broken = 0, not_given = 0;  // cases
  bool faulty = false;                              // it can't be evaluated (RULE-01)
  std::vector<CaseOutcome> cases;                   // only if asked for
  void add(CaseOutcome outcome, bool keep);
};

/// Rules by id, however many checks an id has.
struct RuleCounts {
  std::size_t evaluated = 0;  // in some case at least
  std::size_t skipped = 0;    // in none, because figures are missing
};
[[nodiscard]] RuleCounts count_rules(const std::vector<RuleOutcome>& outcomes);

}  // namespace gongkai
