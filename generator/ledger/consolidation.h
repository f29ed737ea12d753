#pragma once
// A department is its units: every amount of a unit's report stands in the department's
// ledger at the unit's place on the axis of units, and the department's figure is their sum.
// What units paid each other is taken out on both sides: an entry of its own at the member
// for eliminations, as large as the transfer and negative, so that each unit keeps the
// figures of its own report and the department's sum shows what was taken out.
//
// | code    | what is wrong                                                            |
// |---------|--------------------------------------------------------------------------|
// | UNIT-01 | two files for one unit                                                   |
// | UNIT-02 | the other side of a transfer is no unit of the department                |
// | UNIT-03 | a unit the department names, but whose file is not among those added up  |

#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace gongkai {

/// 汇总 of a profile.
struct UnitRules {
  std::string axis;               // 维度: 单位
  std::vector<std::string> name;  // 名称: where a unit's data has its name, key by key
  std::string paid, received;     // 往来: the measures both sides of a transfer stand in; "" for none
  std::string eliminations;       // 抵销: the member that takes transfers out
};

struct UnitEntered {
  std::string name;
  Span place;  // of its file in the department's data
  Entered entered;
};

/// Adds the units' postings to those of the department. Gives a disagreement for every
/// transfer of which the two sides tell different amounts.
[[nodiscard]] std::vector<Disagreement> consolidate(const Accounts& accounts, const UnitRules& rules,
                                                    const std::vector<UnitEntered>& units, Entered& department,
                                                    Journal& journal, Diagnostics& diagnostics);

}  // namespace gongkai
