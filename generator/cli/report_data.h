#pragma once
// The files of a report: its own data, its profile, what its folders share. Those of units
// are read the same way into the run of their department.

#include <filesystem>
#include <string>
#include <string_view>

#include "base/files.h"
#include "cli/pipeline.h"

namespace gongkai {

/// Registers a text. Outputs call it by its path below the home, messages `shown`.
SourceId add_text(ReportRun& run, const std::filesystem::path& path, std::string shown, std::string text);

/// Lays data over 共用.yaml of the folders of `file`, each over those further up. False when
/// one of them can't be read; other mistakes are only reported.
bool lay_over_shared(ReportRun& run, const FoundReport& file, Value& data, const Files& files);

/// The text of a top key; "" when there is none.
[[nodiscard]] std::string top_text(const Value& data, std::string_view key);

}  // namespace gongkai
