#pragma once
// A department is its units: every amount of a unit's report stands in the department's
// ledger at the unit's place on the axis of units, and the department's figure is their sum.
// What units paid each other is taken out on both sides: an entry of its own at the member
// for eliminations, as large as the transfer and negative, so that each unit keeps the
// figures of its own report and the department's sum shows what was taken out.
//
// A unit may add up units of its own: on the axis it stands above them. What its own file
// states stands at its place, what it does not state is their sum, and what they paid each
// other is taken out below it, so that its figure here is that of its own report.
//
// | code    | what is wrong                                                            |
// |---------|--------------------------------------------------------------------------|
// | UNIT-01 | two files for one unit                                                   |
// | UNIT-02 | the other side of a transfer is no unit of the department, or several     |
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
  std::string mark, marked;  // 单位文件: the key by which a file says it is a unit's, and its value; "" for none
};

struct UnitEntered {
  std::string name;
  Span place;  // of its file in the data that lists it
  Entered entered;
  std::vector<UnitEntered> units = {};  // of its own
};

struct Consolidation {
  const Accounts& accounts;
  const UnitRules& rules;
  /// The department is itself a unit of another: its units may deal with those outside.
  bool is_part = false;
};

/// Adds the units' postings to those of the department. Gives a disagreement for every
/// transfer of which the two sides tell different amounts.
[[nodiscard]] std::vector<Disagreement> consolidate(const Consolidation& how, const std::vector<UnitEntered>& units,
                                                    Entered& department, Journal& journal, Diagnostics& diagnostics);

}  // namespace gongkai
