#include "load/schema_field.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gongkai {

namespace {

constexpr std::array<std::pair<FieldType, const char*>, 15> names = {{
    {FieldType::text, "文字"},
    {FieldType::paragraphs, "段落"},
    {FieldType::money, "金额"},
    {FieldType::count, "数量"},
    {FieldType::ratio, "比率"},
    {FieldType::points, "分数"},
    {FieldType::year, "年度"},
    {FieldType::date, "日期"},
    {FieldType::truth, "是否"},
    {FieldType::choice, "枚举"},
    {FieldType::code, "科目"},
    {FieldType::member, "成员"},
    {FieldType::group, "组"},
    {FieldType::table, "表"},
    {FieldType::list, "列表"},
}};

}  // namespace

const char* type_name(FieldType type) {
  const auto* const found =
      std::find_if(names.begin(), names.end(), [type](const auto& pair) { return pair.first == type; });
  return found->second;
}

std::optional<FieldType> type_named(const std::string& name) {
  const auto* const found =
      std::find_if(names.begin(), names.end(), [&name](const auto& pair) { return pair.second == name; });
  if (found == names.end()) return std::nullopt;
  return found->first;
}

std::vector<std::string> type_names() {
  std::vector<std::string> list;
  list.reserve(names.size());
  for (const auto& pair : names) list.emplace_back(pair.second);
  return list;
}

const SchemaField* SchemaField::find(const std::string& key) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&key](const SchemaField& f) { return f.name == key; });
  return found == fields.end() ? nullptr : &*found;
}

/// Balances and changes may be negative; things that are counted or scored are not.
bool SchemaField::may_be_negative() const {
  return negative.value_or(type == FieldType::money || type == FieldType::ratio);
}

bool is_figure(FieldType type) {
  return type == FieldType::money || type == FieldType::count || type == FieldType::ratio || type == FieldType::points;
}

bool is_scalar(FieldType type) {
  using enum FieldType;
  return type != group && type != table && type != list && type != paragraphs;
}

bool must_be_written(const SchemaField& field) { return field.required && field.fallback.is_absent(); }

std::string told(const SchemaField& field) {
  if (field.form.empty()) return field.description;
  return field.description + (field.description.empty() ? "" : "。") + "出处：" + field.form;
}

bool needs_file_unit(const SchemaField& field) {
  if (field.type == FieldType::money) return !field.unit;
  if (field.item) return needs_file_unit(*field.item);
  return std::any_of(field.fields.begin(), field.fields.end(), needs_file_unit);
}

bool gathers(const SchemaField& field) {
  if (field.gathering != Gathering::none) return true;
  if (field.type != FieldType::group) return posts(field) || (field.item && posts(*field.item));
  const auto is_own = [](const SchemaField& part) { return part.required && !gathers(part); };
  return std::any_of(field.fields.begin(), field.fields.end(), gathers) &&
         std::none_of(field.fields.begin(), field.fields.end(), is_own);
}

bool posts(const SchemaField& field) {
  if (field.type == FieldType::money) return !field.measure.empty();
  return field.type == FieldType::group && std::any_of(field.fields.begin(), field.fields.end(), posts);
}

}  // namespace gongkai
