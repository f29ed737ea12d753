#pragma once
// 汇总: the files of a department's units, each a report of its own.
//
// | code    | what is wrong                                                       |
// |---------|---------------------------------------------------------------------|
// | UNIT-04 | path that is not relative, or leads to the department's own file     |
// | UNIT-05 | no such file                                                        |
// | UNIT-06 | another 模板 or 年度 than the department's                            |
// | UNIT-07 | units that add up each other in a circle                            |
// | UNIT-08 | no name of the unit where the profile looks for it                  |
// | UNIT-09 | a file that does not say it is a unit's (单位文件 of the profile)      |
// UNIT-01 to 03: ledger/consolidation.h.

#include <vector>

#include "base/files.h"
#include "cli/pipeline.h"

namespace gongkai {

/// The department lists files of units.
[[nodiscard]] bool has_units(const Value& data);

/// Reads, types and checks every unit and adds it to run.entered. A unit with errors, in its
/// data or by the rules, fails the department with the places in the unit's file. `known`
/// gets what the ledger is to hold against the department.
bool add_units(ReportRun& run, const Files& files, std::vector<Disagreement>& known);

}  // namespace gongkai
