#pragma once
// gongkai check --rule ID: what was compared with what, case by case.

#include <string>
#include <vector>

#include "cli/findings.h"

namespace gongkai {

/// For every asked rule, in the order of the profile; one that is not checked here says why.
[[nodiscard]] std::vector<RuleCheck> rule_checks(const ReportRun& run);

/// The ids that no profile of these reports knows, each with the near ones; "" when all are known,
/// or when no profile could be read.
[[nodiscard]] std::string unknown_rules(const std::vector<FoundReport>& reports, const std::vector<std::string>& ids,
                                        const std::string& home, ProfileShelf& shelf);

/// data/x/2023.yaml
///   BAL-01 收支总计平衡（错误，容差：精确）：相符 1
///     相符      收入 1234.50万元［42 行］，支出 1234.50万元［88 行］
[[nodiscard]] std::string rule_checks_text(const std::string& report, const std::vector<RuleCheck>& checks);

/// Why a check that was evaluated has neither cases that hold nor others.
[[nodiscard]] std::string no_outcome(const RuleCheck& check);

/// "相符", "相符（尾差）", "不符", "未能核对", "不适用".
[[nodiscard]] const char* outcome_word(Outcome outcome);

}  // namespace gongkai
