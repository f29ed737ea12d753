#pragma once
// The command line as data: one table of commands, one of options. Help, parsing and
// "did you mean" all read the same two tables.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

struct Arguments {
  std::string command;  // render, check, explain, schema, new, help, version
  std::vector<std::string> operands;
  std::vector<std::string> to;  // empty: every document, no open data
  std::string out = "out";
  std::string format = "text";     // of check: text, json, sarif, html
  std::string home;                // empty: looked for
  bool profile = false;            // explain a profile instead of a figure
  std::string new_profile;         // new: the profile to be made, or that of the data file to be made
  std::string from;                // new: the base of a profile, or last year's data file
  bool shared = false;             // schema of 共用.yaml instead of a report
  bool complete = false;           // schema of a report that shares nothing
  bool list_rules = false;         // check: what a profile checks
  std::vector<std::string> rules;  // check: only these; empty: all
  bool allow_findings = false;
  bool archive = false;   // PDF/A-1b
  bool attach = false;    // PDF/A-3b with data and check result
  bool fragment = false;  // web pages without head, for another site's page
  bool quiet = false;
  unsigned jobs = 0;  // 0: as many as the machine has
};

/// The arguments, or what is wrong with them (Chinese, one or two lines, exit code 2).
struct ParsedArguments {
  std::optional<Arguments> arguments;
  std::string error;
};
[[nodiscard]] ParsedArguments parse_arguments(const std::vector<std::string>& words);

/// The help page; of one command when it is named.
[[nodiscard]] std::string help_text(std::string_view command);

}  // namespace gongkai
