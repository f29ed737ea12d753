#include "cli/search.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "cli/home.h"
#include "load/shared_data.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

bool may_be_report(const fs::path& path) {
  if (path.filename() == shared_file_name) return false;
  const std::string extension = path.extension().string();
  return extension == ".yaml" || extension == ".yml" || extension == ".json";
}

/// Files below a folder, by the bytes of their paths; links to folders are not followed,
/// so a search always ends.
std::vector<fs::path> files_below(const fs::path& folder, std::error_code& failed) {
  std::vector<fs::path> files;
  fs::recursive_directory_iterator entry(folder, failed);
  for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    const bool hidden = entry->path().filename().string().front() == '.';
    std::error_code ignored;
    if (hidden) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file(ignored) && may_be_report(entry->path())) {
      files.push_back(entry->path());
    }
  }
  std::sort(files.begin(), files.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  return files;
}

}  // namespace

SearchResult search_reports(const std::vector<std::string>& operands) {
  SearchResult result;
  std::set<std::string> seen;
  const auto take = [&](const fs::path& path, bool named) {
    const fs::path whole = absolute_path(path);
    if (seen.insert(whole.native()).second) {
      result.reports.push_back({path.lexically_normal().generic_string(), whole, named});
    }
  };
  for (const std::string& operand : operands) {
    std::error_code failed;
    if (!fs::is_directory(operand, failed)) {
      if (fs::exists(operand, failed)) {
        take(operand, true);
      } else {
        result.errors.push_back("找不到 " + operand);
      }
      continue;
    }
    for (const fs::path& file : files_below(operand, failed)) take(file, false);
    if (failed) result.errors.push_back("读不了文件夹 " + operand);
  }
  return result;
}

}  // namespace gongkai
