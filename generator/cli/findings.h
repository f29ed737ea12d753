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
/// `message` at a place, worked out; without one the path is "".
[[nodiscard]] PlacedNote placed_note(const std::string& message, Span span, const Sources& sources);

struct Finding {
  Severity severity = Severity::error;
  Fault fault = Fault::input;
  std::string code, message, hint;
  std::string declared;  // the reason for which the data accepts it; "" when it does not
  PlacedNote place;      // message empty
  std::vector<PlacedNote> notes;
};

/// What the catalogue or the profile's rules say of a code; codes of the program itself have none.
struct RuleText {
  std::string name, content, basis, hint;
  Severity severity = Severity::error;
};

struct PlacedCase {
  Outcome outcome = Outcome::holds;
  std::string subject;
  std::vector<PlacedNote> figures;  // message: "收入 1234.50万元"
  std::vector<std::string> missing;
  std::string declared;
};

/// One check of a rule that --rule asked for, detached from the texts.
struct RuleCheck {
  std::string id, name;
  Severity severity = Severity::error;
  std::string tolerance;     // "精确"; "" where nothing is compared
  std::string why_not;       // it was not evaluated: switched off, or not in this profile; "" otherwise
  std::string applies = {};  // the condition (当) under which the rule applies; "" always
  bool faulty = false;       // RULE-01 tells why
  std::size_t held = 0, broken = 0, not_given = 0;
  std::vector<PlacedCase> cases = {};
};

struct ReportFindings {
  std::string path;
  std::string title;  // of the report, "" when it could not be made
  std::vector<Finding> findings;
  std::map<std::string, RuleText> rules;  // of the codes found
  RuleCounts counts;
  std::vector<RuleCheck> checks;  // of the rules asked for
  [[nodiscard]] std::size_t count(Severity severity) const;
};

[[nodiscard]] ReportFindings placed_findings(const ReportRun& run);
/// The same with the names that outputs give the texts, from the home: no matter how the program was called.
[[nodiscard]] ReportFindings findings_from_home(const ReportRun& run);

/// "错误", "警告", "提示".
[[nodiscard]] const char* severity_word(Severity severity);

}  // namespace gongkai
