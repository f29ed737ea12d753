#include "cli/command.h"
#include "cli/explain_figure.h"
#include "cli/explain_profile.h"

namespace gongkai {
namespace {

int show_profile(const Arguments& arguments, const LoadedProfile& loaded, Console& console) {
  const std::string key = arguments.operands.size() > 1 ? arguments.operands[1] : std::string();
  const Profile& profile = *loaded.profile;
  const std::string found = key.empty() ? std::string() : profile_key(profile, *loaded.sources, key);
  if (!key.empty() && found.empty()) {
    const std::string near = nearest_key(profile, key);
    return usage_error(
        console, "模板 " + profile.id + " 里没有“" + key + "”" + (near.empty() ? "" : "，是否想写 " + near + "？"));
  }
  if (arguments.format == "json") {
    console.result(profile_json(profile, *loaded.sources, key));
  } else {
    console.result(key.empty() ? profile_overview(profile, *loaded.sources) : found);
  }
  return 0;
}

int explain_profile(const Arguments& arguments, Console& console) {
  const DiskFiles disk;
  ProfileShelf shelf(disk);
  int code = 0;
  const auto loaded = wanted_profile(arguments, console, shelf, code);
  if (loaded == nullptr || loaded->profile == nullptr) return code;
  const int shown = show_profile(arguments, *loaded, console);
  return shown == 0 ? code : shown;
}

}  // namespace

int explain_command(const Arguments& arguments, Console& console) {
  return arguments.profile ? explain_profile(arguments, console) : explain_figure(arguments, console);
}

}  // namespace gongkai
