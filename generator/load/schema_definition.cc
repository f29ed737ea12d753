// Schema::read: schema.yaml → SchemaField. Every mistake of the definition is named.

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "base/diagnostic_text.h"
#include "load/schema.h"
#include "load/schema_field.h"
#include "load/schema_predefined.h"

namespace gongkai {

namespace {

/// Which types a property belongs to; none listed: all.
struct Property {
  std::string_view name;
  std::vector<FieldType> types;
};

const std::vector<Property>& properties() {
  using enum FieldType;
  static const std::vector<Property> all = {
      {"类型", {}},
      {"必填", {}},
      {"说明", {}},
      {"出处", {}},
      {"沿用", {}},
      {"坐标", {}},
      {"指标", {money, group, table, list}},
      {"缺省", {text, paragraphs, money, count, ratio, points, year, date, truth, choice, code, member}},
      {"单位", {money}},
      {"计量", {count, points, ratio}},
      {"可为负", {money, count, ratio, points}},
      {"维度", {code, member}},
      {"位数", {code, table}},
      {"新成员", {member, code}},
      {"专名", {text, member}},
      {"往来", {text}},
      {"汇总", {money, count, list}},
      {"可选", {choice}},
      {"字段", {group}},
      {"键维度", {table}},
      {"每项", {table, list}},
      {"封闭", {table, list}},
      {"最少项", {table, list}},
  };
  return all;
}

const Property* property_named(std::string_view name) {
  const auto& all = properties();
  const auto found = std::find_if(all.begin(), all.end(), [name](const Property& p) { return p.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::string quoted(const std::string& text) { return "“" + text + "”"; }

class DefinitionReader {
 public:
  explicit DefinitionReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  SchemaField root(const Value& definition) {
    SchemaField root;
    root.span = definition.span;
    if (const Record* record = record_of(definition, "schema.yaml")) {
      for (const Entry& entry : *record) {
        if (entry.key != "字段" && entry.key != "坐标" && entry.key != "说明") unknown_property(entry);
      }
      read_coordinates(root, definition.find("坐标"));
      read_fields(root, definition.find("字段"));
    }
    return root;
  }

 private:
  SchemaField field(const std::string& name, const Value& definition, const std::string& measure);
  bool read_type(SchemaField& field, const Value& definition);
  void read_properties(SchemaField& field, const Record& record);
  void read_property(SchemaField& field, const Entry& entry);
  void read_text_property(SchemaField& field, const Entry& entry);
  void read_coordinates(SchemaField& field, const Value* value);
  void read_fields(SchemaField& field, const Value* value);
  void read_closing(SchemaField& field, const Value& value);
  void read_gathering(SchemaField& field, const Value& value);
  void read_unit(SchemaField& field, const Value& value);
  void read_digits(SchemaField& field, const Value& value);
  void read_choices(SchemaField& field, const Value& value);
  void read_item(SchemaField& field, const Record& record);
  void check_complete(const SchemaField& field);
  void check_siblings(const SchemaField& group);
  void unknown_property(const Entry& entry);
  void missing(const SchemaField& field, const char* property);

  const Record* record_of(const Value& value, const std::string& what);
  std::string text_of(const Value& value, const std::string& what);
  bool truth_of(const Value& value, const std::string& what);
  std::size_t number_of(const Value& value, const std::string& what);
  void malformed(const std::string& what, const std::string& expected, Span span) {
    diagnostics_.error("SCHEMA-05", quoted(what) + "应为" + expected, span);
  }

  Diagnostics& diagnostics_;
};

const Record* DefinitionReader::record_of(const Value& value, const std::string& what) {
  const Record* const record = value.if_record();
  if (record == nullptr) malformed(what, "一组“键: 值”", value.span);
  return record;
}

std::string DefinitionReader::text_of(const Value& value, const std::string& what) {
  const std::string* const text = value.if_text();
  if (text != nullptr && !text->empty()) return *text;
  malformed(what, "文字", value.span);
  return {};
}

bool DefinitionReader::truth_of(const Value& value, const std::string& what) {
  const std::string* const text = value.if_text();
  if (text != nullptr && (*text == "是" || *text == "true")) return true;
  if (text == nullptr || (*text != "否" && *text != "false")) malformed(what, "是或否", value.span);
  return false;
}

std::size_t DefinitionReader::number_of(const Value& value, const std::string& what) {
  const std::string* const text = value.if_text();
  std::size_t number = 0;
  if (text != nullptr) {
    const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), number);
    const bool good = problem == std::errc() && end == text->data() + text->size() && number < 1000000;
    if (good) return number;
  }
  malformed(what, "整数", value.span);
  return 0;
}

void DefinitionReader::unknown_property(const Entry& entry) {
  std::vector<std::string> names;
  for (const Property& property : properties()) names.emplace_back(property.name);
  const std::string near = nearest(entry.key, names);
  diagnostics_.error("SCHEMA-01", "schema.yaml 没有属性" + quoted(entry.key), entry.key_span,
                     near.empty() ? "" : "是否想写" + quoted(near) + "？");
}

void DefinitionReader::missing(const SchemaField& field, const char* property) {
  diagnostics_.error("SCHEMA-04", std::string("类型为“") + type_name(field.type) + "”的字段缺少属性“" + property + "”",
                     field.span);
}

SchemaField DefinitionReader::field(const std::string& name, const Value& definition, const std::string& measure) {
  SchemaField field;
  field.name = name;
  field.span = definition.span;
  field.measure = measure;
  const Record* const record = record_of(definition, name.empty() ? "每项" : name);
  if (record == nullptr || !read_type(field, definition)) return field;
  read_properties(field, *record);
  if (field.type == FieldType::group) read_fields(field, definition.find("字段"));
  read_item(field, *record);
  check_complete(field);
  return field;
}

bool DefinitionReader::read_type(SchemaField& field, const Value& definition) {
  const Value* const type = definition.find("类型");
  if (type == nullptr) {
    diagnostics_.error("SCHEMA-04", "字段缺少属性“类型”", definition.span, "如 类型: 金额");
    return false;
  }
  const std::string name = text_of(*type, "类型");
  const std::optional<FieldType> known = type_named(name);
  if (!known) {
    const std::string near = nearest(name, type_names());
    if (!name.empty()) {
      diagnostics_.error("SCHEMA-02", "没有类型" + quoted(name), type->span,
                         near.empty() ? "" : "是否想写" + quoted(near) + "？");
    }
    return false;
  }
  field.type = *known;
  return true;
}

void DefinitionReader::read_properties(SchemaField& field, const Record& record) {
  for (const Entry& entry : record) {
    const Property* const property = property_named(entry.key);
    if (property == nullptr) {
      unknown_property(entry);
      continue;
    }
    const std::vector<FieldType>& types = property->types;
    const bool fits = types.empty() || std::find(types.begin(), types.end(), field.type) != types.end();
    if (fits) {
      read_property(field, entry);
    } else {
      diagnostics_.error("SCHEMA-03",
                         "类型为“" + std::string(type_name(field.type)) + "”的字段不能有属性" + quoted(entry.key),
                         entry.key_span);
    }
  }
}

void DefinitionReader::read_property(SchemaField& field, const Entry& entry) {
  const std::string& key = entry.key;
  const Value& value = entry.value;
  if (key == "必填") field.required = truth_of(value, key);
  if (key == "新成员") field.new_member = truth_of(value, key);
  if (key == "专名") field.proper_name = truth_of(value, key);
  if (key == "往来") field.counterpart = truth_of(value, key);
  if (key == "汇总") read_gathering(field, value);
  if (key == "可为负") field.negative = truth_of(value, key);
  if (key == "缺省") field.fallback = value;
  if (key == "坐标") read_coordinates(field, &value);
  if (key == "封闭") read_closing(field, value);
  if (key == "单位") read_unit(field, value);
  if (key == "位数") read_digits(field, value);
  if (key == "可选") read_choices(field, value);
  if (key == "最少项") field.fewest = number_of(value, key);
  if (key == "沿用") field.kept_span = value.span;
  read_text_property(field, entry);
}

void DefinitionReader::read_text_property(SchemaField& field, const Entry& entry) {
  const std::pair<std::string_view, std::string*> texts[] = {
      {"说明", &field.description}, {"出处", &field.form}, {"沿用", &field.kept},  {"计量", &field.counter},
      {"指标", &field.measure},     {"维度", &field.axis}, {"键维度", &field.axis}};
  for (const auto& [name, text] : texts) {
    if (entry.key == name) *text = text_of(entry.value, entry.key);
  }
}

void DefinitionReader::read_coordinates(SchemaField& field, const Value* value) {
  if (value == nullptr) return;
  const Record* const record = record_of(*value, "坐标");
  if (record == nullptr) return;
  for (const Entry& entry : *record) {
    field.coordinates.push_back({entry.key, text_of(entry.value, entry.key), "", entry.value.span});
  }
}

void DefinitionReader::read_closing(SchemaField& field, const Value& value) {
  constexpr std::string_view look = "看 ";
  const std::string text = text_of(value, "封闭");
  if (text == "是" || text == "true") field.closing = Closing::closed;
  if (text == "否" || text == "false") field.closing = Closing::open;
  if (text.starts_with(look)) {
    field.closing = Closing::by_sibling;
    field.open_key = text.substr(look.size());
  }
  if (field.closing == Closing::unstated && !text.empty()) malformed("封闭", "是、否，或“看 <同组的键>”", value.span);
}

void DefinitionReader::read_gathering(SchemaField& field, const Value& value) {
  const bool list = field.type == FieldType::list;
  const std::string text = text_of(value, "汇总");
  if (text == "相加" && !list) field.gathering = Gathering::sum;
  if (text == "并列" && list) field.gathering = Gathering::append;
  if (field.gathering == Gathering::none && !text.empty()) malformed("汇总", list ? "并列" : "相加", value.span);
}

void DefinitionReader::read_unit(SchemaField& field, const Value& value) {
  const std::string text = text_of(value, "单位");
  if (text == "万元") field.unit = MoneyUnit::wan_yuan;
  if (text == "元") field.unit = MoneyUnit::yuan;
  if (!field.unit && !text.empty()) malformed("单位", "万元或元", value.span);
}

void DefinitionReader::read_digits(SchemaField& field, const Value& value) {
  const List* const list = value.if_list();
  if (list == nullptr || list->empty()) return malformed("位数", "整数的列表，如 [3, 5, 7]", value.span);
  for (const Value& item : *list) field.digits.push_back(number_of(item, "位数"));
}

void DefinitionReader::read_choices(SchemaField& field, const Value& value) {
  const List* const list = value.if_list();
  if (list == nullptr || list->empty()) return malformed("可选", "列表，如 [甲, 乙]", value.span);
  for (const Value& item : *list) field.choices.push_back(text_of(item, "可选"));
}

void DefinitionReader::read_fields(SchemaField& field, const Value* value) {
  if (value == nullptr) return missing(field, "字段");
  const Record* const record = record_of(*value, "字段");
  if (record == nullptr) return;
  for (const Entry& entry : *record) field.fields.push_back(this->field(entry.key, entry.value, field.measure));
  check_siblings(field);
}

void DefinitionReader::read_item(SchemaField& field, const Record& record) {
  const auto is_item = [](const Entry& entry) { return entry.key == "每项"; };
  const auto found = std::find_if(record.begin(), record.end(), is_item);
  const bool takes_items = field.type == FieldType::table || field.type == FieldType::list;
  if (found == record.end() || !takes_items) return;
  field.item = std::make_unique<SchemaField>(this->field("", found->value, field.measure));
}

void DefinitionReader::check_complete(const SchemaField& field) {
  const bool takes_items = field.type == FieldType::table || field.type == FieldType::list;
  const bool needs_axis = field.type == FieldType::code || field.type == FieldType::member;
  if (takes_items && !field.item) missing(field, "每项");
  if (field.type == FieldType::choice && field.choices.empty()) missing(field, "可选");
  if (needs_axis && field.axis.empty()) missing(field, "维度");
  if (!takes_items || !field.item || !posts(*field.item)) return;
  if (field.type == FieldType::table && field.axis.empty()) missing(field, "键维度");
  if (field.closing != Closing::unstated) return;
  diagnostics_.error("SCHEMA-06", "这里的金额要记账，须写明列表是否完整", field.span,
                     "写“封闭: 是”（没有列出的为零）或“封闭: 否”（没有列出的为未提供）");
}

void DefinitionReader::check_siblings(const SchemaField& group) {
  for (const SchemaField& field : group.fields) {
    if (field.closing != Closing::by_sibling) continue;
    const SchemaField* const sibling = group.find(field.open_key);
    if (sibling != nullptr && sibling->type == FieldType::truth) continue;
    diagnostics_.error("SCHEMA-07",
                       "“封闭: 看 " + field.open_key + "”要求同组有类型为“是否”的字段" + quoted(field.open_key),
                       field.span);
  }
}

}  // namespace

std::optional<Schema> Schema::read(const Value& definition, Diagnostics& diagnostics) {
  Diagnostics found;
  auto root = std::make_shared<SchemaField>(DefinitionReader(found).root(definition));
  const bool good = !found.has_errors();
  diagnostics.append(std::move(found));
  if (!good) return std::nullopt;
  add_predefined(*root);
  Schema schema;
  schema.root_ = std::move(root);
  return schema;
}

}  // namespace gongkai
