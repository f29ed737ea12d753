#include "base/diagnostic_text.h"
#include "cli/command.h"
#include "cli/home.h"
#include "cli/messages.h"
#include "cli/profile_shelf.h"

namespace gongkai {

std::string profile_id(const std::string& operand) {
  std::string id = operand;
  const std::size_t folder = id.rfind("templates/");
  const bool is_path = folder != std::string::npos && (folder == 0 || id[folder - 1] == '/');
  if (is_path) id.erase(0, folder + 10);
  while (!id.empty() && id.back() == '/') id.pop_back();
  return id;
}

std::shared_ptr<const LoadedProfile> wanted_profile(const Arguments& arguments, Console& console, ProfileShelf& shelf,
                                                    int& code) {
  code = exit_usage;
  const std::string& operand = arguments.operands[0];
  const auto home = find_home(arguments.home, operand);
  if (!home) {
    usage_error(console, "找不到 templates/，请用 --home 指明它所在的文件夹");
    return nullptr;
  }
  const std::string templates = (*home / "templates").string();
  const std::string id = profile_id(operand);
  if (!shelf.files().read(templates + "/" + id + "/profile.yaml")) {
    const std::string near = nearest(id, profile_ids(shelf.files(), templates));
    usage_error(console, "没有模板“" + id + "”" + (near.empty() ? "" : "，是否想写 " + near + "？"));
    return nullptr;
  }
  auto loaded = shelf.get(templates, id);
  for (const Diagnostic& diagnostic : loaded->diagnostics.all()) {
    console.message(show(diagnostic, *loaded->sources, {.colour = console.colour()}));
  }
  code = loaded->diagnostics.exit_code();
  return loaded;
}

int schema_command(const Arguments& arguments, Console& console) {
  const DiskFiles disk;
  ProfileShelf shelf(disk);
  int code = 0;
  const auto loaded = wanted_profile(arguments, console, shelf, code);
  if (loaded == nullptr || loaded->profile == nullptr || !loaded->profile->schema) return code;
  const SchemaUse alone = arguments.complete ? SchemaUse::complete : SchemaUse::report;
  std::string text =
      loaded->profile->schema->json_schema(loaded->profile->id, arguments.shared ? SchemaUse::shared : alone);
  if (text.empty() || text.back() != '\n') text += '\n';
  console.result(text);
  return code;
}

}  // namespace gongkai
