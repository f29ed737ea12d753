#include <nlohmann/json.hpp>

#include "cli/explain_profile.h"
#include "cli/profile_view.h"

namespace gongkai {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Value& value) {
  if (const std::string* const text = value.if_text()) return *text;
  if (const bool* const truth = std::get_if<bool>(&value.data)) return *truth;
  if (const List* const list = value.if_list()) {
    Json items = Json::array();
    for (const Value& item : *list) items.push_back(json_of(item));
    return items;
  }
  if (const Record* const record = value.if_record()) {
    Json entries = Json::object();
    for (const Entry& entry : *record) entries[entry.key] = json_of(entry.value);
    return entries;
  }
  return nullptr;
}

class ProfileJson {
 public:
  ProfileJson(const Profile& profile, const Sources& sources) : profile_(&profile), sources_(&sources) {}

  std::string text(const std::string& key) const {
    Json json = Json::object();
    json["template"] = profile_->id;
    json["base_only"] = profile_->base_only;
    json["layers"] = profile_->layers;
    if (key.empty()) {
      json["sections"] = sections(profile_->sections);
      json["sections_left_out"] = sections_left_out(*profile_);
      json["tables"] = tables();
    }
    json["settings"] = settings(key);
    return json.dump(2) + "\n";
  }

 private:
  void place_into(Json& json, Span span) const {
    json["layer"] = std::string(profile_->layer_of(span));
    if (!span.known()) return;
    const Source& source = sources_->at(span.source);
    const Position position = source.position(span.begin);
    json["file"] = source.path();
    json["line"] = position.line;
    json["column"] = position.column;
  }

  [[nodiscard]] Json sections(const std::vector<Section>& list) const {
    Json all = Json::array();
    for (const Section& section : list) {
      Json json = Json::object();
      json["title"] = section.title.text;
      place_into(json, section.title.span);
      if (!section.file.empty()) json["text"] = section.file;
      if (section.condition) json["when"] = std::string(section.condition->text());
      if (section.otherwise) json["otherwise"] = section.otherwise->text;
      if (!section.sections.empty()) json["sections"] = sections(section.sections);
      all.push_back(std::move(json));
    }
    return all;
  }

  [[nodiscard]] Json tables() const {
    Json all = Json::array();
    for (const TableDefinition& table : profile_->tables) {
      if (!table.listed && !table.form) continue;
      Json json = Json::object();
      json["id"] = table.id;
      json["code"] = table.code;
      json["title"] = table.title.text;
      json["by_analogy"] = by_analogy(table.definition);
      all.push_back(std::move(json));
    }
    return all;
  }

  [[nodiscard]] Json set_by(const SetBy& by) const {
    Json json = Json::object();
    if (!by.value.is_absent()) json["value"] = json_of(by.value);
    place_into(json, by.span);
    return json;
  }

  [[nodiscard]] Json settings(const std::string& key) const {
    Json all = Json::array();
    for (const Setting& setting : matching(settings_of(*profile_), key)) {
      Json json = Json::object();
      json["key"] = setting.key();
      json.update(set_by(setting.by.back()));
      Json overridden = Json::array();
      for (auto by = setting.by.rbegin() + 1; by != setting.by.rend(); ++by) overridden.push_back(set_by(*by));
      json["overrides"] = std::move(overridden);
      all.push_back(std::move(json));
    }
    return all;
  }

  const Profile* profile_;
  const Sources* sources_;
};

}  // namespace

std::string profile_json(const Profile& profile, const Sources& sources, const std::string& key) {
  return ProfileJson(profile, sources).text(key);
}

}  // namespace gongkai
