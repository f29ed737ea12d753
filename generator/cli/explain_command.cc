#include "cli/command.h"
#include "cli/explain_figure.h"

namespace gongkai {
namespace {

/// Every 来源 in a definition, with the titles above it.
void collect_sources(const Value& value, const std::string& path, std::vector<std::string>& lines) {
  if (const List* const list = value.if_list()) {
    for (const Value& item : *list) collect_sources(item, path, lines);
  }
  const Record* const record = value.if_record();
  if (record == nullptr) return;
  std::string here = path;
  const Value* const title = value.find("标题");
  if (title != nullptr && title->if_text() != nullptr) here += (here.empty() ? "" : " › ") + *title->if_text();
  for (const Entry& entry : *record) {
    const std::string* const text = entry.value.if_text();
    if (entry.key == "来源" && text != nullptr) lines.push_back(here + "：" + *text);
    if (entry.key != "来源") collect_sources(entry.value, here, lines);
  }
}

std::string profile_text(const Profile& profile) {
  std::string text = "模板 " + profile.id + "\n层次：";
  for (const std::string& layer : profile.layers) text += (layer == profile.layers.front() ? "" : " ← ") + layer;
  text += profile.tables.empty() ? "\n" : "\n表：\n";
  for (const TableDefinition& table : profile.tables) {
    if (!table.listed && !table.form) continue;
    text += "  " + table.id + "  " + table.code + (table.code.empty() ? "" : "  ") + table.title.text + "\n";
    std::vector<std::string> lines;
    collect_sources(table.definition, {}, lines);
    for (const std::string& line : lines) text += "      来源 " + line + "\n";
  }
  return text;
}

int explain_profile(const Arguments& arguments, Console& console) {
  const DiskFiles disk;
  ProfileShelf shelf(disk);
  int code = 0;
  const auto loaded = wanted_profile(arguments, console, shelf, code);
  if (loaded != nullptr && loaded->profile != nullptr) console.result(profile_text(*loaded->profile));
  return code;
}

}  // namespace

int explain_command(const Arguments& arguments, Console& console) {
  return arguments.profile ? explain_profile(arguments, console) : explain_figure(arguments, console);
}

}  // namespace gongkai
