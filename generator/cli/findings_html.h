#pragma once
// Findings as a page for those who review reports: the look of the reports themselves, no
// script, fit to be printed.

#include <string>
#include <vector>

#include "cli/findings.h"

namespace gongkai {

/// Each report's findings by severity; every place leads to its line, quoted below them, and
/// every line back. Check boxes hide severities, all of them are printed.
[[nodiscard]] std::string findings_html(const std::vector<ReportFindings>& reports, const Totals& totals);

}  // namespace gongkai
