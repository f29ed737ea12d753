#include "load/schema_predefined.h"

#include <iterator>
#include <utility>

namespace gongkai {

namespace {

SchemaField make(const char* name, FieldType type, bool required, const char* description) {
  SchemaField field;
  field.name = name;
  field.type = type;
  field.required = required;
  field.description = description;
  return field;
}

SchemaField declarations() {
  SchemaField item = make("", FieldType::group, false, "");
  item.fields.push_back(make("规则", FieldType::text, true, "规则编号，如 BAL-04"));
  item.fields.push_back(make("理由", FieldType::text, true, "为什么可以接受"));
  SchemaField field =
      make(declarations_key, FieldType::list, false, "已知并接受的问题：写明规则编号和理由，该规则由错误降为警告");
  field.item = std::make_unique<SchemaField>(std::move(item));
  return field;
}

SchemaField money_unit() {
  SchemaField field = make(unit_key, FieldType::choice, true, "本文件金额的单位");
  field.choices = {"万元", "元"};
  return field;
}

}  // namespace

void add_predefined(SchemaField& root) {
  std::vector<SchemaField> first;
  first.push_back(make(version_key, FieldType::count, true, "数据文件的格式版本，现为 1"));
  first.push_back(make(template_key, FieldType::text, true, "templates/ 下的方案，如 sichuan/final-accounts"));
  first.push_back(make(year_key, FieldType::year, true, "报告的年度，四位数字"));
  if (needs_file_unit(root)) first.push_back(money_unit());
  first.push_back(declarations());
  std::erase_if(first, [&root](const SchemaField& field) { return root.find(field.name) != nullptr; });
  root.fields.insert(root.fields.begin(), std::make_move_iterator(first.begin()), std::make_move_iterator(first.end()));
}

}  // namespace gongkai
