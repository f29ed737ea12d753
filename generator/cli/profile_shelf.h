#pragma once
// Profiles, each read once per run and shared by all reports and threads.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/source.h"
#include "cli/shelf.h"
#include "profile/profile.h"
#include "template/fill.h"

namespace gongkai {

/// A profile with its parsed templates, or why it can't be used.
struct LoadedProfile {
  std::shared_ptr<const Sources> sources;  // ids from Sources::profile_texts on
  Diagnostics diagnostics;                 // places are in `sources`
  std::shared_ptr<const Profile> profile;  // null after errors
  std::optional<Templates> templates;      // empty after errors
  [[nodiscard]] bool usable() const { return profile != nullptr && templates.has_value(); }
};

class ProfileShelf {
 public:
  explicit ProfileShelf(const Files& files) : files_(files) {}
  /// `templates` is the folder of profiles. From any thread; the second asker waits.
  [[nodiscard]] std::shared_ptr<const LoadedProfile> get(const std::string& templates, const std::string& id);
  [[nodiscard]] const Files& files() const { return files_; }

 private:
  const Files& files_;
  Shelf<LoadedProfile> loaded_;
};

/// Ids of all profiles: folders holding profile.yaml, by their bytes.
[[nodiscard]] std::vector<std::string> profile_ids(const Files& files, const std::string& templates);

}  // namespace gongkai
