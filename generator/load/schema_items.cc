// SchemaApplication: lists and tables, and what does not fit the schema at all.

#include <algorithm>
#include <map>
#include <utility>

#include "base/diagnostic_text.h"
#include "load/schema_apply.h"
#include "load/schema_number.h"

namespace gongkai {

namespace {

constexpr std::size_t most_keys_listed = 12;

std::string quoted(const std::string& text) { return "“" + text + "”"; }

bool is_numeric(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// What tells one item of a list from the others: its first text, else its number.
std::string item_label(const SchemaField& item, const Value& value, std::size_t number) {
  for (const SchemaField& field : item.fields) {
    const bool names =
        field.type == FieldType::code || field.type == FieldType::member || field.type == FieldType::text;
    const Value* const written = names ? value.find(field.name) : nullptr;
    const std::string* const text = written == nullptr ? nullptr : written->if_text();
    if (text != nullptr && !text->empty()) return shown_text(*text);
  }
  return "第 " + std::to_string(number) + " 项";
}

/// Where else in the schema a key stands: it may only be indented wrongly.
void find_groups_with(const SchemaField& field, const std::string& key, const std::string& path,
                      std::vector<std::string>& found) {
  for (const SchemaField& part : field.fields) {
    if (part.name == key) found.push_back(path);
    find_groups_with(part, key, path.empty() ? part.name : path + " / " + part.name, found);
  }
  if (field.item) find_groups_with(*field.item, key, path, found);
}

const char* expected_kind(FieldType type) {
  switch (type) {
    case FieldType::group:
    case FieldType::table: return "一组“键: 值”";
    case FieldType::list: return "列表";
    case FieldType::money: return "金额";
    case FieldType::count:
    case FieldType::ratio:
    case FieldType::points: return "数字";
    default: return "一段文字";
  }
}

std::string kind_hint(FieldType type, const Value& value) {
  const std::string* const text = value.if_text();
  const bool wants_keys = type == FieldType::group || type == FieldType::table;
  if (wants_keys && text != nullptr && text->find("：") != std::string::npos) {
    return "键后面的全角冒号“：”改为半角冒号加空格";
  }
  if (wants_keys && text != nullptr && text->find(':') != std::string::npos) return "冒号之后加一个空格";
  if (wants_keys) return "换行后多缩进两格，写成“键: 值”";
  if (type == FieldType::list) return "每项一行，以“- ”开头；没有就写 []";
  return "直接写在冒号后面；文字里有冒号、括号时给整段文字加引号";
}

}  // namespace

OpenList SchemaApplication::open_list(const SchemaField& field, const Value& value, const SchemaPlace& place) const {
  OpenList list;
  list.span = value.span;
  list.label = place.label;
  list.closed = field.closing == Closing::closed;
  if (field.closing != Closing::by_sibling || place.siblings == nullptr) return list;
  const auto opens = [&field](const Entry& entry) { return entry.key == field.open_key; };
  const auto opened = std::find_if(place.siblings->begin(), place.siblings->end(), opens);
  const std::string* const text = opened == place.siblings->end() ? nullptr : opened->value.if_text();
  list.closed = text == nullptr || (*text != "是" && *text != "true");
  return list;
}

Value SchemaApplication::list(const SchemaField& field, const Value& value, const SchemaPlace& place) {
  const List* const items = value.if_list();
  if (items == nullptr) return wrong_kind(field, value, place);
  check_fewest(field, items->size(), value, place);
  OpenList open = open_list(field, value, place);
  SchemaPlace inside = place;
  inside.scope = place.coordinates;
  inside.list = &open;
  List typed;
  typed.reserve(items->size());
  for (const Value& written : *items) {
    ++open.items;
    const std::string label = item_label(*field.item, written, open.items);
    typed.push_back(item(field, written, inside.below(*field.item, label, written.span)));
  }
  book_.close(field, open, place.coordinates.all());
  return Value::list(std::move(typed), value.span);
}

Value SchemaApplication::item(const SchemaField& field, const Value& value, const SchemaPlace& place) {
  if (!value.is_absent()) return node(*field.item, value, place);
  const char* const figure =
      field.item->may_be_unknown() ? "填上数；没有就写 0，不知道就写“未知”" : "填上数；没有就写 0";
  diagnostics_.error("DATA-03", quoted(place.label) + "没有内容", value.span,
                     is_figure(field.item->type) ? figure : "补上内容，或删去这一项");
  return value;
}

/// A table's keys are members of its axis: "206" or "206 科学技术支出". The typed record has
/// the code alone, so that it can be looked up.
Value SchemaApplication::table(const SchemaField& field, const Value& value, const SchemaPlace& place) {
  const Record* const entries = value.if_record();
  const List* const empty = value.if_list();
  if (entries == nullptr && (empty == nullptr || !empty->empty())) return wrong_kind(field, value, place);
  const Record none;
  const Record& written = entries == nullptr ? none : *entries;
  check_fewest(field, written.size(), value, place);
  OpenList open = open_list(field, value, place);
  SchemaPlace inside = place;
  inside.scope = place.coordinates;
  inside.list = &open;
  Record typed;
  std::map<std::string, Span> keys;
  for (const Entry& entry : written) {
    ++open.items;
    SchemaPlace below = inside.below(*field.item, entry.key, entry.key_span);
    std::string key = entry.key;
    if (!table_key(field, entry, below, key)) continue;
    const auto [first, is_new] = keys.emplace(key, entry.key_span);
    if (!is_new) {
      diagnostics_.add({Severity::error,
                        Fault::input,
                        "DATA-22",
                        quoted(key) + "写了两次",
                        entry.key_span,
                        {{"第一次", first->second}},
                        "合并成一项"});
      continue;
    }
    typed.push_back({std::move(key), entry.key_span, item(field, entry.value, below)});
  }
  book_.close(field, open, place.coordinates.all());
  return Value::record(std::move(typed), value.span);
}

bool SchemaApplication::table_key(const SchemaField& field, const Entry& entry, SchemaPlace& place, std::string& key) {
  const CodeAndName written = split_code(entry.key);
  const bool is_code = is_numeric(written.code) || !field.digits.empty();
  const CodePlace code{entry.key, field.axis, field.digits, entry.key_span};
  if (is_code && !check_code(written, code, aids_, diagnostics_)) return false;
  if (is_code) key = written.code;
  if (field.axis.empty()) return true;
  place.coordinates.add({{field.axis, key, is_code ? written.name : "", entry.key_span}});
  return true;
}

void SchemaApplication::check_fewest(const SchemaField& field, std::size_t count, const Value& value,
                                     const SchemaPlace& place) {
  if (count >= field.fewest) return;
  diagnostics_.error(
      "DATA-20",
      quoted(place.name) + "至少要有 " + std::to_string(field.fewest) + " 项，这里有 " + std::to_string(count) + " 项",
      count == 0 ? place.span : value.span, field.description);
}

Value SchemaApplication::wrong_kind(const SchemaField& field, const Value& value, const SchemaPlace& place) {
  diagnostics_.error(
      "DATA-04", quoted(place.name) + "应为" + expected_kind(field.type) + "，这里是" + std::string(kind_name(value)),
      value.span, kind_hint(field.type, value));
  return Value(Absent{}, value.span);
}

void SchemaApplication::report_unknown(const SchemaField& group, const Entry& entry) {
  std::vector<std::string> names;
  for (const SchemaField& field : group.fields) names.push_back(field.name);
  const std::string key = shown_text(entry.key);
  std::string hint = nearest(key, names);
  if (!hint.empty()) hint = "是否想写" + quoted(hint) + "？";
  std::vector<std::string> elsewhere;
  if (hint.empty()) find_groups_with(root_, entry.key, "", elsewhere);
  if (elsewhere.size() == 1) {
    hint = elsewhere[0].empty() ? "它应写在最外层，检查缩进" : "它应写在" + quoted(elsewhere[0]) + "下，检查缩进";
  }
  if (hint.empty() && names.size() <= most_keys_listed) {
    for (const std::string& name : names) hint += (hint.empty() ? "这里可以写：" : "、") + name;
  }
  diagnostics_.error("DATA-01", "这里没有" + quoted(key) + "这一项", entry.key_span, hint);
}

}  // namespace gongkai
