#include "load/schema_apply.h"

#include <algorithm>
#include <utility>

#include "load/schema.h"
#include "load/schema_number.h"
#include "load/schema_predefined.h"

namespace gongkai {

namespace {

std::string quoted(const std::string& text) { return "“" + text + "”"; }

const Entry* find(const Record& record, std::string_view key) {
  const auto found = std::find_if(record.begin(), record.end(), [key](const Entry& e) { return e.key == key; });
  return found == record.end() ? nullptr : &*found;
}

bool is_blank_text(const Value& value) {
  const std::string* const text = value.if_text();
  return text != nullptr && trimmed(*text).empty();
}

bool has_figure(FieldType type) {
  return type == FieldType::money || type == FieldType::count || type == FieldType::ratio || type == FieldType::points;
}

std::string joined(const std::string& label, const std::string& step) {
  if (step.empty()) return label;
  return label.empty() ? step : label + " / " + step;
}

bool fixes_axis(const SchemaField& field) {
  return !field.axis.empty() && (field.type == FieldType::code || field.type == FieldType::member);
}

/// The member a typed 成员 or 科目 names; nullptr where it is absent or faulty.
const std::string* member_key(const Value& typed) {
  const Value* const code = typed.find("编码");
  return code == nullptr ? typed.if_text() : code->if_text();
}

void add_coordinate(const SchemaField& field, const Value& typed, SharedCoordinates& coordinates) {
  const std::string* const key = member_key(typed);
  if (key == nullptr) return;
  const Value* const name = typed.find("名称");
  const std::string* const stated = name == nullptr ? nullptr : name->if_text();
  coordinates.add({{field.axis, *key, stated == nullptr ? "" : *stated, typed.span}});
}

/// What an item's field with 往来 names.
Counterpart counterpart_of(const SchemaField& item, const Record& record) {
  for (const SchemaField& part : item.fields) {
    const Entry* const entry = part.counterpart ? find(record, part.name) : nullptr;
    const std::string* const text = entry == nullptr ? nullptr : entry->value.if_text();
    if (text != nullptr) return {trimmed(*text), entry->value.span};
  }
  return {};
}

}  // namespace

SchemaPlace SchemaPlace::below(const SchemaField& field, const std::string& step, Span where) const {
  SchemaPlace place = *this;
  place.coordinates.add(field.coordinates);
  place.scope.add(field.coordinates);
  place.label = joined(label, step);
  place.name = step;
  place.span = where;
  return place;
}

std::optional<Entered> SchemaApplication::run(const Value& data) {
  const std::size_t before = diagnostics_.count(Severity::error);
  const Record* const record = data.if_record();
  SchemaPlace place;
  place.span = {data.span.source, data.span.begin, data.span.begin};
  if (record == nullptr) {
    diagnostics_.error("DATA-04", data.is_absent() ? "文件里没有数据" : "数据文件应是一组“键: 值”", place.span,
                       "从“格式版本: 1”和“模板: …”写起");
    return std::nullopt;
  }
  read_unit(*record);
  check_version(*record);
  entered_.record = group(root_, data, place.below(root_, "", place.span));
  if (diagnostics_.count(Severity::error) != before) {
    if (aids_.readable != nullptr) *aids_.readable = std::move(entered_);
    return std::nullopt;
  }
  return std::move(entered_);
}

/// Every amount needs the unit, which may stand below it. A wrong one is reported by its field.
void SchemaApplication::read_unit(const Record& data) {
  const Entry* const entry = find(data, unit_key);
  const std::string* const text = entry == nullptr ? nullptr : entry->value.if_text();
  if (text != nullptr && *text == "元") entered_.unit = unit_ = MoneyUnit::yuan;
}

void SchemaApplication::check_version(const Record& data) {
  const Entry* const entry = find(data, version_key);
  const std::string* const text = entry == nullptr ? nullptr : entry->value.if_text();
  if (text == nullptr || *text == known_version) return;
  diagnostics_.error("DATA-21", "不认识的格式版本：" + shown_text(*text), entry->value.span,
                     std::string("本程序读格式版本 ") + known_version + "；更新的版本需要更新程序");
}

Value SchemaApplication::node(const SchemaField& field, const Value& value, const SchemaPlace& place) {
  switch (field.type) {
    case FieldType::group: return group(field, value, place);
    case FieldType::table: return table(field, value, place);
    case FieldType::list: return list(field, value, place);
    case FieldType::paragraphs: return read_paragraphs(place.name, value, diagnostics_);
    default: return scalar(field, value, place);
  }
}

Value SchemaApplication::scalar(const SchemaField& field, const Value& value, const SchemaPlace& place) {
  const std::string* const text = value.if_text();
  if (text == nullptr) return wrong_kind(field, value, place);
  const WrittenScalar written{trimmed(*text), value.span, place.name};
  if (has_figure(field.type)) return figure(field, written, place);
  Value typed = read_scalar(field, written, aids_, diagnostics_);
  if (field.proper_name && typed.if_text() != nullptr) entered_.names.push_back(*typed.if_text());
  if (const Quantity* year = typed.if_quantity()) {
    typed.origin = journal_.add({OriginKind::entered, value.span, place.label, *year, {}});
  }
  return typed;
}

Value SchemaApplication::figure(const SchemaField& field, const WrittenScalar& written, const SchemaPlace& place) {
  if (says_unknown(written.text)) {
    if (!field.may_be_unknown()) {
      const bool has_fallback = !field.fallback.is_absent();
      diagnostics_.error(
          "DATA-18", quoted(place.name) + (has_fallback ? "" : "必填，") + "不能写“" + written.text + "”", written.span,
          has_fallback ? "没有的不写这一项；未掌握的先查清再填" : "没有就写 0；未掌握的先查清再填");
    }
    return Value(Unknown{}, written.span);
  }
  const std::optional<Quantity> quantity = read_quantity(field, written, unit_, diagnostics_);
  if (!quantity) return Value(Absent{}, written.span);
  const OriginId origin = journal_.add({OriginKind::entered, written.span, place.label, *quantity, {}});
  if (field.type == FieldType::money && !field.measure.empty()) {
    book_.post(field, {field.measure, place.coordinates.all(), *quantity, written.span, 0, place.counterpart},
               place.scope.all(), place.list);
  }
  return Value(*quantity, written.span, origin);
}

/// Fields that fix an axis come first: the amounts beside them need their coordinates,
/// wherever they stand in the file. They do so in items only: elsewhere a field that
/// names a member is just information.
Value SchemaApplication::group(const SchemaField& field, const Value& value, SchemaPlace place) {
  const Record* const record = value.if_record();
  if (record == nullptr) return wrong_kind(field, value, place);
  for (const Entry& entry : *record) {
    if (field.find(entry.key) == nullptr) report_unknown(field, entry);
  }
  place.siblings = record;
  const bool is_item = field.name.empty() && place.list != nullptr;
  std::vector<Value> typed(field.fields.size());
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const SchemaField& fixing = field.fields[i];
    if (!fixes_axis(fixing)) continue;
    typed[i] = part(fixing, *record, place);
    if (is_item) add_coordinate(fixing, typed[i], place.coordinates);
    if (fixing.new_member) define_member(fixing, typed[i], *record);
  }
  if (is_item) place.counterpart = counterpart_of(field, *record);
  Record result;
  result.reserve(typed.size());
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const SchemaField& other = field.fields[i];
    if (!fixes_axis(other)) typed[i] = part(other, *record, place);
    const Entry* const entry = find(*record, other.name);
    result.push_back({other.name, entry == nullptr ? Span{} : entry->key_span, std::move(typed[i])});
  }
  return Value::record(std::move(result), value.span);
}

/// One field of a group: written, left out, or left empty.
Value SchemaApplication::part(const SchemaField& part, const Record& record, const SchemaPlace& place) {
  const Entry* const entry = find(record, part.name);
  const bool given = entry != nullptr && !entry->value.is_absent() && !is_blank_text(entry->value);
  if (!given) return missing(part, entry == nullptr ? nullptr : &entry->value, place);
  return node(part, entry->value, place.below(part, part.name, entry->key_span));
}

Value SchemaApplication::missing(const SchemaField& part, const Value* written, const SchemaPlace& place) {
  const Span span = written == nullptr ? place.span : written->span;
  const bool left_to_units = aids_.has_units && gathers(part);
  if (!part.fallback.is_absent() && !left_to_units) {
    Value typed = node(part, part.fallback, place.below(part, part.name, span));
    if (typed.origin == 0) typed.span = span;
    return typed;
  }
  if (part.required && !left_to_units) {
    const std::string name = quoted(part.name);
    const std::string where = place.label.empty() ? "" : quoted(place.label) + "里";
    const std::string hint = part.description.empty() ? "" : part.name + "：" + part.description;
    if (written == nullptr) {
      diagnostics_.error("DATA-02", where + "缺少必填的" + name, span, hint);
    } else {
      diagnostics_.error("DATA-03", where + "必填的" + name + "没有填", span, hint);
    }
  }
  return Value(Absent{}, span);
}

/// A new member is called by its sibling 名称, or by its own text.
void SchemaApplication::define_member(const SchemaField& part, const Value& typed, const Record& siblings) {
  const std::string* const key = member_key(typed);
  if (key == nullptr) return;
  const Entry* const entry = part.name == "名称" ? nullptr : find(siblings, "名称");
  const std::string* const name = entry == nullptr ? nullptr : entry->value.if_text();
  book_.define({part.axis, *key, name == nullptr ? *key : trimmed(*name), typed.span});
}

std::optional<Entered> Schema::apply(const Value& data, Journal& journal, Diagnostics& diagnostics,
                                     const SchemaAids& aids) const {
  return SchemaApplication(*root_, journal, diagnostics, aids).run(data);
}

}  // namespace gongkai
