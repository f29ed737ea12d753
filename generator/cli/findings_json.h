#pragma once
// Findings for machines: our own JSON, and SARIF 2.1.0 for code-review tools.

#include <string>
#include <vector>

#include "cli/messages.h"

namespace gongkai {

/// One diagnostic with its places worked out, detached from the texts.
struct PlacedNote {
  std::string message;
  std::string path;  // "" when unknown
  Position begin, end;
};
struct Finding {
  Severity severity = Severity::error;
  Fault fault = Fault::input;
  std::string code, message, hint;
  PlacedNote place;  // message empty
  std::vector<PlacedNote> notes;
};
struct ReportFindings {
  std::string path;
  std::vector<Finding> findings;
};

[[nodiscard]] ReportFindings placed_findings(const ReportRun& run);

[[nodiscard]] std::string findings_json(const std::vector<ReportFindings>& reports, const Totals& totals);
[[nodiscard]] std::string findings_sarif(const std::vector<ReportFindings>& reports, const std::string& version);

}  // namespace gongkai
