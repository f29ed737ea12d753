#pragma once
// Where templates/ and fonts/ are, and what a report is called from there.

#include <filesystem>
#include <optional>
#include <string>

namespace gongkai {

/// `given` (--home) if not empty; else the nearest folder holding templates/ above
/// `report`, above the working folder, above the program. nullopt when there is none.
[[nodiscard]] std::optional<std::filesystem::path> find_home(const std::string& given,
                                                             const std::filesystem::path& report);

/// Links in the folder are followed, the file keeps its own name.
[[nodiscard]] std::filesystem::path absolute_path(const std::filesystem::path& path);

/// `path` seen from `folder` ("data/x.yaml"), or nullopt when it lies elsewhere. Both absolute.
[[nodiscard]] std::optional<std::string> path_below(const std::filesystem::path& folder,
                                                    const std::filesystem::path& path);

}  // namespace gongkai
