#pragma once
// Diagnostics with their places and rules worked out, detached from the texts: what every
// written form of a check's result is made of.

#include <map>
#include <string>
#include <vector>

#include "cli/messages.h"

namespace gongkai {

struct PlacedNote {
  std::string message;
  std::string path;  // "" when unknown
  Position begin, end;
  std::string line;  // the whole line `begin` stands in
};
struct Finding {
  Severity severity = Severity::error;
  Fault fault = Fault::input;
  std::string code, message, hint;
  PlacedNote place;  // message empty
  std::vector<PlacedNote> notes;
};

/// What the catalogue or the profile's rules say of a code; codes of the program itself have none.
struct RuleText {
  std::string name, content, basis;
};

struct ReportFindings {
  std::string path;
  std::string title;  // of the report, "" when it could not be made
  std::vector<Finding> findings;
  std::map<std::string, RuleText> rules;  // of the codes found
  [[nodiscard]] std::size_t count(Severity severity) const;
};

[[nodiscard]] ReportFindings placed_findings(const ReportRun& run);

/// "错误", "警告", "提示".
[[nodiscard]] const char* severity_word(Severity severity);

}  // namespace gongkai
