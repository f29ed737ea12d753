// Schema::json_schema: what editors check and complete while a data file is typed.

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "load/schema.h"
#include "load/schema_field.h"
#include "load/schema_predefined.h"
#include "load/shared_data.h"

namespace gongkai {

namespace {

using Json = nlohmann::ordered_json;

Json schema_of(const SchemaField& field);

/// What was left out may be left empty, too.
Json types(std::initializer_list<const char*> names, const SchemaField& field) {
  Json list = Json::array();
  for (const char* const name : names) list.push_back(name);
  if (!field.required) list.push_back("null");
  return list.size() == 1 ? list[0] : list;
}

std::string description_of(const SchemaField& field) {
  std::string text = told(field);
  const auto add = [&text](const std::string& more) { text += (text.empty() ? "" : "。") + more; };
  if (field.type == FieldType::money) {
    add(field.unit ? std::string("单位：") + (*field.unit == MoneyUnit::yuan ? "元" : "万元")
                   : "单位：本文件的金额单位");
  }
  if (!field.counter.empty()) add("单位：" + field.counter);
  if (field.type == FieldType::ratio) add("写百分数，如 97.5 或 97.5%");
  const bool closed_list = field.item && field.closing == Closing::closed && posts(*field.item);
  if (closed_list) add("没有列出的视为零");
  return text;
}

void number_into(Json& json, const SchemaField& field, const std::string& pattern) {
  const bool whole = field.type == FieldType::count;
  const std::string sign = field.may_be_negative() ? "-?" : "";
  json["type"] = types({whole ? "integer" : "number", "string"}, field);
  json["pattern"] = "^(" + sign + pattern + (field.may_be_unknown() ? "|未知|不详)$" : ")$");
  if (!field.may_be_negative()) json["minimum"] = 0;
}

std::string code_pattern(const SchemaField& field) {
  if (field.digits.empty()) return "^[0-9]+( .+)?$";
  std::string lengths;
  for (const std::size_t count : field.digits) {
    lengths += (lengths.empty() ? "" : "|") + std::string("[0-9]{") + std::to_string(count) + "}";
  }
  return "^(" + lengths + ")( .+)?$";
}

void choices_into(Json& json, const SchemaField& field, Json choices) {
  if (!field.required) choices.push_back(nullptr);
  json["enum"] = std::move(choices);
}

void group_into(Json& json, const SchemaField& field) {
  json["type"] = types({"object"}, field);
  Json properties = Json::object();
  Json required = Json::array();
  for (const SchemaField& part : field.fields) {
    properties[part.name] = schema_of(part);
    if (must_be_written(part)) required.push_back(part.name);
  }
  json["properties"] = std::move(properties);
  if (!required.empty()) json["required"] = std::move(required);
  json["additionalProperties"] = false;
}

void items_into(Json& json, const SchemaField& field) {
  const bool list = field.type == FieldType::list;
  json["type"] = types({list ? "array" : "object"}, field);
  json[list ? "items" : "additionalProperties"] = schema_of(*field.item);
  if (field.fewest > 0) json[list ? "minItems" : "minProperties"] = field.fewest;
}

void scalar_into(Json& json, const SchemaField& field) {
  switch (field.type) {
    case FieldType::money:
      return number_into(json, field,
                         field.unit == MoneyUnit::yuan ? "[0-9]+(\\.[0-9]{1,2})?" : "[0-9]+(\\.[0-9]{1,6})?");
    case FieldType::count: return number_into(json, field, "[0-9]+");
    case FieldType::ratio: return number_into(json, field, "[0-9]+(\\.[0-9]{1,6})?%?");
    case FieldType::points: return number_into(json, field, "[0-9]+(\\.[0-9]{1,6})?");
    case FieldType::year:
      json["type"] = types({"integer", "string"}, field);
      json["pattern"] = "^(19|20)[0-9]{2}$";
      json["minimum"] = 1949;
      json["maximum"] = 2099;
      return;
    case FieldType::date:
      json["type"] = types({"string"}, field);
      json["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
      return;
    case FieldType::truth: return choices_into(json, field, Json::array({"是", "否", true, false}));
    case FieldType::choice: return choices_into(json, field, Json(field.choices));
    case FieldType::code:
      json["type"] = types({"string", "integer"}, field);
      json["pattern"] = code_pattern(field);
      return;
    default: json["type"] = types({"string", "number"}, field);
  }
}

Json schema_of(const SchemaField& field) {
  Json json = Json::object();
  if (!field.name.empty()) json["title"] = field.name;
  if (const std::string text = description_of(field); !text.empty()) json["description"] = text;
  if (field.name == version_key) {
    json["enum"] = Json::array({1, known_version});
  } else if (field.type == FieldType::group) {
    group_into(json, field);
  } else if (field.type == FieldType::list || field.type == FieldType::table) {
    items_into(json, field);
  } else if (field.type == FieldType::paragraphs) {
    json["type"] = types({"string", "array"}, field);
    json["items"] = {{"type", "string"}};
  } else {
    scalar_into(json, field);
  }
  if (const std::string* fallback = field.fallback.if_text()) json["default"] = *fallback;
  return json;
}

/// Keys may stand in another of the files that are laid over each other. Items of lists are
/// whole wherever they stand.
void require_nothing(Json& group) {
  group.erase("required");
  if (!group.contains("properties")) return;
  for (Json& part : group["properties"]) require_nothing(part);
}

/// 另写: entries with 模板 or 年度, and behind them what the top may hold.
Json choices_of(const Json& root) {
  Json properties = {{template_key, root["properties"][template_key]}, {year_key, root["properties"][year_key]}};
  for (const auto& [key, part] : root["properties"].items()) {
    if (key != units_key && !properties.contains(key)) properties[key] = {{"$ref", "#/properties/" + key}};
  }
  Json item = {{"type", "object"}, {"properties", std::move(properties)}};
  item["anyOf"] = Json::array({{{"required", {template_key}}}, {{"required", {year_key}}}});
  return {{"title", shared_choice_key},
          {"description", "只用于某个模板或某个年度的报告；模板、年度至少写一个，其余的键同最外层"},
          {"type", Json::array({"array", "null"})},
          {"items", std::move(item)}};
}

void make_shared(Json& root) {
  require_nothing(root);
  Json choices = choices_of(root);
  for (const char* const key : {template_key, year_key, units_key}) root["properties"].erase(key);
  root["properties"][shared_choice_key] = std::move(choices);
  root.erase("additionalProperties");
}

}  // namespace

std::string Schema::json_schema(const std::string& title, SchemaUse use) const {
  Json json = Json::object();
  json["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  json["title"] = title;
  group_into(json, *root_);
  if (use == SchemaUse::shared) make_shared(json);
  if (use == SchemaUse::report) {
    require_nothing(json);
    json["required"] = Json::array({template_key, year_key});
  }
  return json.dump(2) + "\n";
}

}  // namespace gongkai
