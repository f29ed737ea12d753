#include "cli/data_layers.h"

#include "cli/home.h"
#include "load/shared_data.h"

namespace gongkai {
namespace fs = std::filesystem;

std::vector<fs::path> shared_places(const fs::path& home, const fs::path& report) {
  fs::path folder = home / "data";
  const std::optional<std::string> inner = path_below(folder, report);
  if (!inner) return {};
  std::vector<fs::path> places;
  for (const fs::path& part : fs::path(*inner)) {
    places.push_back(folder / shared_file_name);
    folder /= part;
  }
  return places;
}

std::string shown_beside(const FoundReport& report, const fs::path& other) {
  const fs::path way = other.lexically_relative(report.path.parent_path());
  const fs::path shown = (fs::path(report.shown).parent_path() / way).lexically_normal();
  return absolute_path(shown) == other ? shown.generic_string() : other.generic_string();
}

}  // namespace gongkai
