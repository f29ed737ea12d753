#include "profile/setting.h"

#include <algorithm>
#include <utility>

namespace gongkai {
namespace {

using Path = std::vector<std::string>;

/// The path under which the top of a file is told.
Path top_of(const ProfileFile& file) {
  const Value* const id = file.path.starts_with("tables/") ? file.own.find("标识") : nullptr;
  if (id != nullptr && id->if_text() != nullptr) return {"表", *id->if_text()};
  if (file.path == "terms.yaml" || file.path.ends_with("/terms.yaml")) return {"名词"};
  return {};
}

/// One of the paths begins with the other.
bool encloses(const Path& a, const Path& b) {
  return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin());
}

class SettingsWalk {
 public:
  explicit SettingsWalk(const Profile& profile) : profile_(&profile) {}

  std::vector<Setting> run() {
    for (const std::string& layer : profile_->layers) {
      for (const ProfileFile& file : profile_->files) {
        if (file.layer == layer && file.path == "profile.yaml") read(file);
      }
    }
    for (const ProfileFile& file : profile_->files) {
      if (file.path != "profile.yaml") read(file);
    }
    return std::move(found_);
  }

 private:
  void read(const ProfileFile& file) {
    if (file.path.ends_with(".md")) return add({"文件", file.path}, {file.layer, {file.source, 0, 0}, {}});
    Path top = top_of(file);
    if (file.path.starts_with("tables/")) {
      // A layer that changes a table need not repeat its 标识: the file's name tells.
      if (top.empty()) top = table_of(file.path);
      tables_.emplace_back(file.path, top);
    }
    is_rules_ = file.path == "rules.yaml" || file.path.find("rules/") != std::string::npos;
    const Record* const record = file.own.if_record();
    for (const Entry& entry : record == nullptr ? Record{} : *record) entry_of(file.layer, top, entry);
  }

  [[nodiscard]] Path table_of(const std::string& file) const {
    for (const auto& [path, top] : tables_) {
      if (path == file) return top;
    }
    return {"表", file};
  }

  void entry_of(const std::string& layer, const Path& top, const Entry& entry) {
    Path path = top;
    path.push_back(entry.key);
    if (is_rules_) path.back() = entry.key == "目录" || entry.key == "遍历" ? "规则" + entry.key : "规则";
    const List* const rules = path == Path{"规则"} ? entry.value.if_list() : nullptr;
    if (rules == nullptr) return walk(layer, path, entry.key_span, entry.value);
    for (const Value& rule : *rules) add_rule(layer, rule);
  }

  void add_rule(const std::string& layer, const Value& rule) {
    const Value* const id = rule.find("编号");
    const std::string name = id == nullptr || id->if_text() == nullptr ? std::string() : *id->if_text();
    found_.push_back({{"规则", name}, {{layer, rule.span, rule}}});
  }

  void walk(const std::string& layer, Path& path, Span span, const Value& value) {
    const Record* const record = value.if_record();
    if (value.is_absent()) return remove(path);
    if (record == nullptr) return add(path, {layer, span, value});
    for (const Entry& entry : *record) {
      path.push_back(entry.key);
      walk(layer, path, entry.key_span, entry.value);
      path.pop_back();
    }
  }

  /// A key left empty takes away what it inherits.
  void remove(const Path& path) {
    std::erase_if(found_,
                  [&](const Setting& old) { return old.path.size() >= path.size() && encloses(old.path, path); });
  }

  void add(const Path& path, SetBy set) {
    for (Setting& setting : found_) {
      if (setting.path == path) return setting.by.push_back(std::move(set));
    }
    // A list over keys, or keys over a list: what stood there is gone.
    if (path.front() != "规则") std::erase_if(found_, [&](const Setting& old) { return encloses(old.path, path); });
    found_.push_back({path, {std::move(set)}});
  }

  const Profile* profile_;
  std::vector<Setting> found_;
  std::vector<std::pair<std::string, Path>> tables_;
  bool is_rules_ = false;
};

}  // namespace

std::string Setting::key() const {
  std::string key;
  for (const std::string& part : path) key += (key.empty() ? "" : ".") + part;
  return key;
}

std::vector<Setting> settings_of(const Profile& profile) { return SettingsWalk(profile).run(); }

}  // namespace gongkai
