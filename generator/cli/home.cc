#include "cli/home.h"

#include <system_error>

namespace gongkai {
namespace fs = std::filesystem;
namespace {

std::optional<fs::path> nearest_home(fs::path folder) {
  std::error_code ignored;
  for (;;) {
    if (fs::is_directory(folder / "templates", ignored)) return folder;
    if (!folder.has_relative_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

}  // namespace

fs::path absolute_path(const fs::path& path) {
  std::error_code ignored;
  fs::path whole = fs::absolute(path, ignored).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  const fs::path folder = fs::weakly_canonical(whole.parent_path(), ignored);
  return ignored ? whole : folder / whole.filename();
}

std::optional<fs::path> find_home(const std::string& given, const fs::path& report) {
  std::error_code failed;
  if (!given.empty()) {
    const fs::path home = fs::canonical(given, failed);
    if (failed || !fs::is_directory(home / "templates", failed)) return std::nullopt;
    return home;
  }
  if (auto home = nearest_home(absolute_path(report).parent_path())) return home;
  if (const fs::path here = fs::current_path(failed); !failed) {
    if (auto home = nearest_home(here)) return home;
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  return failed ? std::nullopt : nearest_home(program.parent_path());
}

std::optional<std::string> path_below(const fs::path& folder, const fs::path& path) {
  auto inner = path.begin();
  for (const fs::path& part : folder) {
    if (inner == path.end() || *inner != part) return std::nullopt;
    ++inner;
  }
  if (inner == path.end()) return std::nullopt;
  fs::path rest;
  for (; inner != path.end(); ++inner) rest /= *inner;
  return rest.generic_string();
}

}  // namespace gongkai
