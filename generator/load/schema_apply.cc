#include "load/schema_apply.h"

#include <algorithm>
#include <set>
#include <utility>

#include "load/schema.h"
#include "load/schema_number.h"
#include "load/schema_predefined.h"
#include "load/schema_scalar.h"

namespace gongkai {

namespace {

std::string quoted(const std::string& text) { return "“" + text + "”"; }

const Value* find(const Record& record, std::string_view key) {
  const auto found = std::find_if(record.begin(), record.end(), [key](const Entry& e) { return e.key == key; });
  return found == record.end() ? nullptr : &found->value;
}

bool is_blank_text(const Value& value) {
  const std::string* const text = value.if_text();
  return text != nullptr && trimmed(*text).empty();
}

bool has_figure(FieldType type) {
  return type == FieldType::money || type == FieldType::count || type == FieldType::ratio || type == FieldType::points;
}

/// What tells one item of a list from the others: its first text, else its number.
std::string item_label(const SchemaField& item, const Value& value, std::size_t number) {
  for (const SchemaField& field : item.fields) {
    const bool names = field.type == FieldType::code || field.type == FieldType::member || field.type == FieldType::text;
    const Value* const written = names ? value.find(field.name) : nullptr;
    const std::string* const text = written == nullptr ? nullptr : written->if_text();
    if (text != nullptr) return shown_text(*text);
  }
  return "第 " + std::to_string(number) + " 项";
}

std::string joined(const std::string& label, const std::string& step) {
  if (step.empty()) return label;
  return label.empty() ? step : label + " / " + step;
}

}  // namespace

SchemaPlace SchemaPlace::below(const SchemaField& field, Span where) const {
  SchemaPlace place = *this;
  merge(place.coordinates, field.coordinates);
  merge(place.scope, field.coordinates);
  place.label = joined(label, field.name);
  place.span = where;
  return place;
}

std::optional<Entered> SchemaApplication::run(const Value& data) {
  Diagnostics& outer = diagnostics_;
  const std::size_t before = outer.count(Severity::error);
  SchemaPlace place;
  place.span = {data.span.source, data.span.begin, data.span.begin};
  if (data.if_record() == nullptr) {
    outer.error("DATA-04", data.is_absent() ? "文件里没有数据" : "数据文件应是一组“键: 值”", place.span,
                "从“格式版本: 1”和“模板: …”开始写");
    return std::nullopt;
  }
  read_unit(*data.if_record());
  check_version(*data.if_record());
  entered_.record = group(root_, data, place.below(root_, place.span), false);
  if (outer.count(Severity::error) != before) return std::nullopt;
  return std::move(entered_);
}

/// Every amount needs the unit, which may stand below it. A wrong one is reported by its field.
void SchemaApplication::read_unit(const Record& data) {
  const Value* const value = find(data, unit_key);
  const std::string* const text = value == nullptr ? nullptr : value->if_text();
  if (text != nullptr && *text == "元") unit_ = MoneyUnit::yuan;
}

void SchemaApplication::check_version(const Record& data) {
  const Value* const value = find(data, version_key);
  const std::string* const text = value == nullptr ? nullptr : value->if_text();
  if (text == nullptr || *text == known_version) return;
  diagnostics_.error("DATA-21", "不认识的格式版本：" + shown_text(*text), value->span,
                     std::string("本程序读格式版本 ") + known_version + "；更新的版本需要更新程序");
}

Value SchemaApplication::missing(const SchemaField& field, const Value* written, const SchemaPlace& place) {
  const Span span = written == nullptr ? place.span : written->span;
  if (!field.fallback.is_absent() && written == nullptr) {
    return node(field, field.fallback, place);
  }
  if (field.required) {
    const std::string hint = field.description.empty() ? "" : field.name + "：" + field.description;
    const std::string where = place.label.empty() ? "缺少" : quoted(place.label) + "下缺少";
    diagnostics_.error(written == nullptr ? "DATA-02" : "DATA-03",
                       written == nullptr ? where + "必填的" + quoted(field.name) : "必填的" + quoted(field.name) + "没有填",
                       span, hint);
  }
  return Value(Absent{}, span);
}

Value SchemaApplication::node(const SchemaField& field, const Value& value, const SchemaPlace& place) {
  switch (field.type) {
    case FieldType::group:
      return group(field, value, place, false);
    case FieldType::table:
      return table(field, value, place);
    case FieldType::list:
      return list(field, value, place);
    case FieldType::paragraphs:
      return read_paragraphs(field, value, diagnostics_);
    default:
      return scalar(field, value, place);
  }
}

Value SchemaApplication::scalar(const SchemaField& field, const Value& value, const SchemaPlace& place) {
  const std::string* const written = value.if_text();
  if (written == nullptr) return wrong_kind(field, value);
  const std::string text = trimmed(*written);
  if (has_figure(field.type)) return figure(field, text, value.span, place);
  Value typed = read_scalar(field, text, value.span, diagnostics_);
  if (const Quantity* year = typed.if_quantity()) {
    typed.origin = journal_.add({OriginKind::entered, value.span, place.label, *year, {}});
  }
  return typed;
}

Value SchemaApplication::figure(const SchemaField& field, const std::string& text, Span span,
                                const SchemaPlace& place) {
  if (says_unknown(text)) {
    if (field.required) {
      diagnostics_.error("DATA-18", quoted(field.name) + "必填，不能写“" + text + "”", span, "没有就写 0；确实未掌握，先查清再填");
    }
    return Value(Unknown{}, span);
  }
  SchemaField named;  // items of a list have no name of their own
  const bool anonymous = field.name.empty();
  if (anonymous) {
    named.name = place.label.substr(place.label.rfind(" / ") == std::string::npos ? 0 : place.label.rfind(" / ") + 3);
    named.type = field.type;
    named.unit = field.unit;
    named.negative = field.negative;
    named.counter = field.counter;
  }
  const std::optional<Quantity> quantity = read_quantity(anonymous ? named : field, text, span, unit_, diagnostics_);
  if (!quantity) return Value(Absent{}, span);
  const OriginId origin = journal_.add({OriginKind::entered, span, place.label, *quantity, {}});
  if (field.type == FieldType::money && !field.measure.empty()) {
    book_.post(field, place.coordinates, place.scope, place.list, *quantity, span);
  }
  return Value(*quantity, span, origin);
}

/// Fields that fix an axis come first: the amounts beside them need their coordinates,
/// wherever they stand in the file.
Value SchemaApplication::group(const SchemaField& field, const Value& value, const SchemaPlace& place, bool item) {
  const Record* const record = value.if_record();
  if (record == nullptr) return wrong_kind(field, value);
  SchemaPlace here = place;
  here.siblings = record;
  for (const Entry& entry : *record) {
    if (field.find(entry.key) == nullptr) report_unknown(field, entry);
  }
  std::vector<Value> typed(field.fields.size());
  for (const bool fixing : {true, false}) {
    for (std::size_t i = 0; i < field.fields.size(); ++i) {
      const SchemaField& part = field.fields[i];
      const bool fixes = !part.axis.empty() && (part.type == FieldType::code || part.type == FieldType::member);
      if (fixes != fixing) continue;
      const Value* const written = find(*record, part.name);
      const bool given = written != nullptr && !written->is_absent() && !is_blank_text(*written);
      const auto entry = std::find_if(record->begin(), record->end(), [&part](const Entry& e) { return e.key == part.name; });
      const SchemaPlace below = here.below(part, given ? entry->key_span : here.span);
      typed[i] = given ? node(part, *written, below) : missing(part, written, below);
      if (fixes && item) coordinate_of(part, typed[i], here);
      if (part.new_member) define_member(part, typed[i], *record);
    }
  }
  Record result;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    result.push_back({field.fields[i].name, typed[i].span, std::move(typed[i])});
  }
  return Value::record(std::move(result), value.span);
}

}  // namespace gongkai
