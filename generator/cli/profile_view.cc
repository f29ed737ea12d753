#include "cli/profile_view.h"

#include <algorithm>
#include <utility>

namespace gongkai {
namespace {

void collect_analogies(const Value& value, const std::string& above, std::vector<std::string>& found) {
  if (const List* const list = value.if_list()) {
    for (const Value& item : *list) collect_analogies(item, above, found);
  }
  const Record* const record = value.if_record();
  if (record == nullptr) return;
  std::string here = above;
  const Value* const title = value.find("标题");
  if (title != nullptr && title->if_text() != nullptr) here += (here.empty() ? "" : " › ") + *title->if_text();
  for (const Entry& entry : *record) {
    const std::string* const text = entry.value.if_text();
    if (entry.key == "来源" && text != nullptr && *text == "类推") found.push_back(here);
    if (entry.key != "来源") collect_analogies(entry.value, here, found);
  }
}

bool names(const std::string& key, const Setting& setting) {
  const std::string whole = setting.key();
  if (whole == key || whole.starts_with(key + ".")) return true;
  return std::find(setting.path.begin(), setting.path.end(), key) != setting.path.end();
}

void collect_ids(const Value* order, std::vector<std::string>& ids) {
  if (order == nullptr || order->if_list() == nullptr) return;
  for (const Value& item : *order->if_list()) {
    if (item.if_text() != nullptr) ids.push_back(*item.if_text());
  }
}

}  // namespace

std::string one_line(const Value& value) {
  std::string line;
  if (const std::string* const text = value.if_text()) {
    line = *text;
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
  }
  if (const bool* const truth = std::get_if<bool>(&value.data)) return *truth ? "是" : "否";
  if (const List* const list = value.if_list()) {
    for (const Value& item : *list) line += (line.empty() ? "" : ", ") + one_line(item);
    return "[" + line + "]";
  }
  if (const Record* const record = value.if_record()) {
    for (const Entry& entry : *record) line += (line.empty() ? "" : ", ") + entry.key + ": " + one_line(entry.value);
    return "{" + line + "}";
  }
  return "空";
}

std::vector<std::string> by_analogy(const Value& definition) {
  std::vector<std::string> found;
  collect_analogies(definition, {}, found);
  return found;
}

std::vector<Setting> matching(std::vector<Setting> settings, const std::string& key) {
  if (!key.empty()) std::erase_if(settings, [&](const Setting& setting) { return !names(key, setting); });
  return settings;
}

std::vector<std::string> sections_left_out(const Profile& profile) {
  std::vector<std::string> left;
  const Value* const outline = profile.settings.find("正文");
  const Value* const sections = outline == nullptr ? nullptr : outline->find("章节");
  if (sections == nullptr || sections->if_record() == nullptr) return left;
  std::vector<std::string> printed;
  collect_ids(outline->find("顺序"), printed);
  // A list of sections grows while those below its members are added.
  for (std::size_t at = 0; at < printed.size(); ++at) {
    const Value* const section = sections->find(printed[at]);
    if (section != nullptr) collect_ids(section->find("顺序"), printed);
  }
  for (const Entry& entry : *sections->if_record()) {
    if (std::find(printed.begin(), printed.end(), entry.key) == printed.end()) left.push_back(entry.key);
  }
  return left;
}

}  // namespace gongkai
