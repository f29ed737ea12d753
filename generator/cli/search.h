#pragma once
// From what was named on the command line to the list of reports.

#include <filesystem>
#include <string>
#include <vector>

namespace gongkai {

struct FoundReport {
  std::string shown;           // as the user would write it: data/x.yaml
  std::filesystem::path path;  // absolute
  bool named = false;          // named itself, not found in a folder: must be a report
};

struct SearchResult {
  std::vector<FoundReport> reports;  // each file once
  std::vector<std::string> errors;   // paths that don't exist or can't be listed
};

/// Files are taken as named; folders are searched for *.yaml, *.yml, *.json at any depth
/// (entries that begin with a dot are left out, and what reports share, 共用.yaml), in the
/// order of their bytes. Whether a found file is a report (its top has the key 模板) is seen
/// when it is read.
[[nodiscard]] SearchResult search_reports(const std::vector<std::string>& operands);

}  // namespace gongkai
