#pragma once
// Which files lie under a report: what its folders share.

#include <filesystem>
#include <string>
#include <vector>

#include "cli/search.h"

namespace gongkai {

/// Where 共用.yaml may stand for a report, the widest first: in data/ of the home and in each
/// folder on the way down to the report's. Nothing above data/ counts, and nothing at all
/// for a report outside of it: what else lies on a machine can't change a report.
[[nodiscard]] std::vector<std::filesystem::path> shared_places(const std::filesystem::path& home,
                                                               const std::filesystem::path& report);

/// What the user would call another file, seen from how the report was called:
/// data/x/甲局/2023.yaml and …/x/共用.yaml → data/x/共用.yaml.
[[nodiscard]] std::string shown_beside(const FoundReport& report, const std::filesystem::path& other);

}  // namespace gongkai
