#include "cli/explain_profile.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/diagnostic_text.h"
#include "base/utf8.h"
#include "cli/profile_view.h"

namespace gongkai {
namespace {

constexpr std::size_t place_column = 54;  // where the place of a key begins

/// At most `width` columns, the last of them “…” when something was cut off.
std::string cut(const std::string& text, std::size_t width) {
  if (utf8::display_width(text) <= width) return text;
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    std::string longer = kept;
    utf8::append(longer, utf8::decode(text, at));
    if (utf8::display_width(longer) >= width) break;
    kept = std::move(longer);
  }
  return kept + "…";
}

/// "text              place"; the text cut to leave room.
std::string placed(const std::string& text, const std::string& place) {
  std::string line = place.empty() ? text : cut(text, place_column - 2);
  const std::size_t width = utf8::display_width(line);
  if (!place.empty()) line += std::string(place_column - width, ' ') + place;
  return line + "\n";
}

/// Numbers for the layers, letters for the shared files: what places begin with.
class LayerMarks {
 public:
  LayerMarks(const Profile& profile, const Sources& sources) : profile_(&profile), sources_(&sources) {
    for (const ProfileFile& file : profile.files) {
      if (file.layer != file.path || mark_of_shared(file.layer) != nullptr) continue;
      shared_.push_back(file.layer);
    }
  }

  /// "1 profile.yaml:12", "b:7" of a shared file.
  [[nodiscard]] std::string place(Span span) const {
    if (!span.known()) return {};
    const std::string line = std::to_string(sources_->at(span.source).position(span.begin).line);
    for (const ProfileFile& file : profile_->files) {
      if (file.source != span.source) continue;
      const std::string* const shared = mark_of_shared(file.layer);
      if (shared != nullptr) return letter(shared) + ":" + line;
      return number(file.layer) + " " + file.path + (span.end == 0 ? "" : ":" + line);
    }
    return {};
  }

  [[nodiscard]] std::string legend() const {
    std::string text = "层次（后一层改前一层）：\n";
    for (const std::string& layer : profile_->layers) text += "  " + number(layer) + "  " + layer + "\n";
    if (!shared_.empty()) text += "引用的文件：\n";
    for (const std::string& file : shared_) text += "  " + letter(&file) + "  " + file + "\n";
    return text;
  }

  [[nodiscard]] std::string number(const std::string& layer) const {
    const auto found = std::find(profile_->layers.begin(), profile_->layers.end(), layer);
    return std::to_string(found - profile_->layers.begin() + 1);
  }

 private:
  [[nodiscard]] const std::string* mark_of_shared(const std::string& file) const {
    const auto found = std::find(shared_.begin(), shared_.end(), file);
    return found == shared_.end() ? nullptr : &*found;
  }
  /// a, b … z, a1, b1 …
  [[nodiscard]] std::string letter(const std::string* shared) const {
    constexpr int letters = 26;
    const auto at = static_cast<int>(shared - shared_.data());
    const std::string mark(1, static_cast<char>('a' + at % letters));
    return at < letters ? mark : mark + std::to_string(at / letters);
  }

  const Profile* profile_;
  const Sources* sources_;
  std::vector<std::string> shared_;
};

/// How many parts of its path name the line a setting is told on.
std::size_t item_depth(const Setting& setting) {
  constexpr std::size_t usual = 2, deeper = 3;
  const bool deep = setting.path[0] == "名词" || (setting.path.size() > 1 && setting.path[1] == "章节");
  return std::min(setting.path.size(), deep ? deeper : usual);
}

struct Item {
  std::string key;
  std::size_t depth = 0;
  std::vector<const Setting*> settings;
};

/// What one file, or several layers of it, say stands together.
void gather_groups(std::vector<Item>& items) {
  std::map<std::string, std::size_t> groups;
  const auto group = [&groups](const Item& item) {
    return groups.try_emplace(item.settings.front()->path.front(), groups.size()).first->second;
  };
  for (const Item& item : items) static_cast<void>(group(item));
  std::stable_sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return group(a) < group(b); });
}

/// Settings of one line together, in the order of their first; each rule by itself.
std::vector<Item> items_of(const std::vector<Setting>& settings) {
  std::vector<Item> items;
  std::map<std::string, std::size_t> known;
  for (const Setting& setting : settings) {
    const std::size_t depth = item_depth(setting);
    std::string key;
    for (std::size_t at = 0; at < depth; ++at) key += (at == 0 ? "" : ".") + setting.path[at];
    const bool rule = setting.path[0] == "规则" && setting.by.front().value.if_record() != nullptr;
    const auto [entry, added] = known.try_emplace(key, items.size());
    if (added || rule) {
      if (!added) entry->second = items.size();
      items.push_back({key, depth, {}});
    }
    items[entry->second].settings.push_back(&setting);
  }
  gather_groups(items);
  return items;
}

class Overview {
 public:
  Overview(const Profile& profile, const Sources& sources) : profile_(&profile), marks_(profile, sources) {}

  std::string text() {
    const Value* const name = profile_->settings.find("名称");
    text_ = "模板 " + profile_->id + (name != nullptr && name->if_text() != nullptr ? "  " + *name->if_text() : "") +
            (profile_->base_only ? "  （底本，只供继承）" : "") + "\n" + marks_.legend();
    add_sections();
    add_tables();
    add_settings();
    return std::move(text_);
  }

 private:
  void add_sections() {
    if (profile_->sections.empty()) return;
    text_ += "\n正文：\n";
    for (const Section& section : profile_->sections) add_section(section, 1);
    std::string left;
    for (const std::string& name : sections_left_out(*profile_)) left += (left.empty() ? "" : "、") + name;
    if (!left.empty()) text_ += "  不印的章节：" + left + "\n";
  }

  void add_section(const Section& section, std::size_t level) {
    std::string line = std::string(2 * level, ' ') + section.title.text;
    if (section.condition) line += section.otherwise ? "（没有时印“无此项”的一句）" : "（没有时不印）";
    text_ += placed(line, marks_.place(section.title.span));
    for (const Section& inner : section.sections) add_section(inner, level + 1);
  }

  void add_tables() {
    if (profile_->tables.empty()) return;
    text_ += "\n表：\n";
    for (const TableDefinition& table : profile_->tables) {
      if (!table.listed && !table.form) continue;
      text_ += placed("  " + table.code + (table.code.empty() ? "" : "  ") + table.id + "  " + table.title.text,
                      marks_.place(table.title.span));
      for (const std::string& place : by_analogy(table.definition)) text_ += "      类推：" + place + "\n";
    }
  }

  void add_settings() {
    std::string group;
    const std::vector<Setting> settings = settings_of(*profile_);
    for (const Item& item : items_of(settings)) {
      const std::string first = item.settings.front()->path.front();
      const bool told = first == "继承" || first == "引用" || first == "规则目录" ||
                        (item.key.starts_with("正文.章节.") && one_layer(item));
      if (told) continue;
      if (first != group) text_ += "\n";
      group = first;
      add_item(item);
    }
  }

  static bool one_layer(const Item& item) {
    const std::string& layer = item.settings.front()->by.front().layer;
    return std::all_of(item.settings.begin(), item.settings.end(), [&](const Setting* setting) {
      return setting->by.size() == 1 && setting->by.front().layer == layer;
    });
  }

  void add_item(const Item& item) {
    const Setting& first = *item.settings.front();
    if (const Rule* const rule = rule_at(first.by.front().span)) return add_rule(*rule);
    if (first.path.size() == item.depth) return add_setting(first, item.key);
    std::string parts;
    for (const Setting* const setting : item.settings) {
      parts += (parts.empty() ? "" : ", ") + rest(*setting, item) + ": " + one_line(setting->by.back().value);
    }
    text_ += placed(item.key + " = {" + parts + "}", marks_.place(first.by.front().span));
    for (const Setting* const setting : item.settings) {
      const bool changed = setting->by.size() > 1 || setting->by.front().layer != first.by.front().layer;
      if (changed) add_setting(*setting, "  ." + rest(*setting, item));
    }
  }

  [[nodiscard]] const Rule* rule_at(Span span) const {
    const auto found = std::find_if(profile_->rules.begin(), profile_->rules.end(),
                                    [&](const Rule& rule) { return rule.span == span; });
    return found == profile_->rules.end() ? nullptr : &*found;
  }

  void add_rule(const Rule& rule) {
    text_ += placed("规则." + rule.id + "  " + rule.name + (rule.off ? "（停用）" : ""), marks_.place(rule.span));
    if (!rule.reason.empty()) text_ += "    理由 " + rule.reason + "\n";
  }

  static std::string rest(const Setting& setting, const Item& item) {
    return setting.key().substr(item.key.size() + 1);
  }

  void add_setting(const Setting& setting, const std::string& shown) {
    const SetBy& last = setting.by.back();
    const bool text = last.value.is_absent();
    text_ += placed(shown + (text ? "" : " = " + one_line(last.value)), marks_.place(last.span));
    for (auto before = setting.by.rbegin() + 1; before != setting.by.rend(); ++before) {
      text_ += placed("    原为 " + (text ? setting.path.back() : one_line(before->value)), marks_.place(before->span));
    }
  }

  const Profile* profile_;
  LayerMarks marks_;
  std::string text_;
};

}  // namespace

std::string profile_overview(const Profile& profile, const Sources& sources) {
  return Overview(profile, sources).text();
}

std::string profile_key(const Profile& profile, const Sources& sources, const std::string& key) {
  std::string text;
  for (const Setting& setting : matching(settings_of(profile), key)) {
    text += setting.key() + "\n";
    for (auto by = setting.by.rbegin(); by != setting.by.rend(); ++by) {
      const std::string value = by->value.is_absent() ? std::string() : " " + one_line(by->value);
      text += std::string(by == setting.by.rbegin() ? "  现为" : "  原为") + value + "\n        " +
              sources.place(by->span) + "\n";
    }
  }
  return text;
}

std::string nearest_key(const Profile& profile, const std::string& key) {
  std::vector<std::string> known;
  for (const Setting& setting : settings_of(profile)) {
    std::string name;
    for (const std::string& part : setting.path) {
      name += (name.empty() ? "" : ".") + part;
      known.push_back(name);
      known.push_back(part);
    }
  }
  return nearest(key, known);
}

}  // namespace gongkai
