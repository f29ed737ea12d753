#pragma once
// The written forms of a check's result. A form is made piece by piece, because reports may be
// many: what add() and end() give, one after the other, is the file.

#include <functional>
#include <string>

#include "cli/findings.h"

namespace gongkai {

struct FindingsForm {
  std::function<std::string(ReportFindings)> add;
  std::function<std::string(const Totals&)> end;
};

/// Our own JSON: check.schema.json beside this file.
[[nodiscard]] FindingsForm json_form();
/// SARIF 2.1.0, for code-review tools.
[[nodiscard]] FindingsForm sarif_form(const std::string& version);
/// A page for those who review reports: the look of the reports themselves, no script, fit to be
/// printed. Each report's findings by severity; every place leads to its line, quoted below them, and
/// every line back. Check boxes hide severities, all of them are printed. It stands in memory until its end.
[[nodiscard]] FindingsForm html_form();

}  // namespace gongkai
