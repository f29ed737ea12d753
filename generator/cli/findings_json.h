#pragma once
// Findings for machines: our own JSON (check.schema.json beside this file), and SARIF 2.1.0
// for code-review tools.

#include <string>
#include <vector>

#include "cli/findings.h"

namespace gongkai {

[[nodiscard]] std::string findings_json(const std::vector<ReportFindings>& reports, const Totals& totals);
[[nodiscard]] std::string findings_sarif(const std::vector<ReportFindings>& reports, const std::string& version);

}  // namespace gongkai
