#include "cli/profile_shelf.h"

#include <utility>

namespace gongkai {
namespace {

std::shared_ptr<const LoadedProfile> load(const Files& files, const std::string& templates, const std::string& id) {
  auto loaded = std::make_shared<LoadedProfile>();
  auto sources = std::make_shared<Sources>(Sources::profile_texts);
  std::shared_ptr<const Profile> faulty;
  loaded->profile = load_profile(files, templates, id, *sources, loaded->diagnostics, &faulty);
  if (loaded->profile) loaded->templates = Templates::parse(*loaded->profile, *sources, loaded->diagnostics);
  if (faulty) static_cast<void>(Templates::parse(*faulty, *sources, loaded->diagnostics));
  loaded->sources = std::move(sources);
  return loaded;
}

// province/kind is two levels; a county's own layer may stand two deeper.
constexpr int deepest_profile = 5;

void collect(const Files& files, const std::string& folder, const std::string& id, int depth,
             std::vector<std::string>& ids) {
  if (depth > deepest_profile) return;
  for (const std::string& name : files.list(folder)) {
    if (name.empty() || name.front() == '.') continue;
    const std::string inner = folder + "/" + name;
    if (name == "profile.yaml" && !id.empty()) ids.push_back(id);
    if (files.is_folder(inner)) collect(files, inner, id.empty() ? name : id + "/" + name, depth + 1, ids);
  }
}

}  // namespace

std::shared_ptr<const LoadedProfile> ProfileShelf::get(const std::string& templates, const std::string& id) {
  return loaded_.get(templates + '\n' + id, [&] { return load(files_, templates, id); });
}

std::vector<std::string> profile_ids(const Files& files, const std::string& templates) {
  std::vector<std::string> ids;
  collect(files, templates, {}, 1, ids);
  return ids;
}

}  // namespace gongkai
