// Schema::skeleton: the lines of a data file nobody has filled in yet.

#include "load/skeleton.h"

#include <algorithm>
#include <utility>

#include "load/carry_over.h"
#include "load/schema.h"
#include "load/schema_field.h"
#include "load/schema_predefined.h"
#include "load/yaml_text.h"
#include "value/overlay.h"

namespace gongkai {
namespace {

using Lines = std::vector<std::string>;

/// Stands at the head of optional lines; taking it away leaves the line as it is to be.
constexpr const char* switched_off = "#";

void append(Lines& lines, Lines more, const std::string& before = {}) {
  for (std::string& line : more) lines.push_back(line.empty() ? line : before + line);
}

std::string joined(const Lines& words, const char* between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

class SkeletonWriter {
 public:
  SkeletonWriter(const SkeletonSources& sources, std::string unit) : sources_(sources), unit_(std::move(unit)) {}

  Lines file(const SchemaField& root, const Value& value) {
    Lines lines;
    for (const SchemaField* const part : in_order(root)) {
      if (!is_scalar(part->type)) lines.emplace_back();
      append(lines, field(*part, value.find(part->name), sources_.shared.find(part->name)));
    }
    return lines;
  }

 private:
  /// Scalars, then blocks. What every kind of report may have besides (声明, 官方表) stands
  /// first in a schema, being shared: here it comes last.
  static std::vector<const SchemaField*> in_order(const SchemaField& root) {
    std::vector<const SchemaField*> order;
    for (const SchemaField& part : root.fields) order.push_back(&part);
    const auto blocks = std::stable_partition(order.begin(), order.end(),
                                              [](const SchemaField* part) { return is_scalar(part->type); });
    const auto wanted =
        std::find_if(blocks, order.end(), [](const SchemaField* part) { return must_be_written(*part); });
    if (wanted != order.end()) std::rotate(blocks, wanted, order.end());
    return order;
  }

  /// A key with all below it, its explanation before or beside it.
  Lines field(const SchemaField& field, const Value* value, const Value* shared) {
    const bool filled = value != nullptr && !value->is_absent();
    const bool given = shared != nullptr && !shared->is_absent() && field.type != FieldType::group;
    const bool wanted = !given && (filled || must_be_written(field) || is_mere_frame(field));
    const Value content = filled && !given ? *value : Value();
    const std::string off = wanted ? "" : switched_off;
    if (is_scalar(field.type)) return {off + scalar(field, content) + "  # " + note(field, given)};
    Lines lines = {"# " + field.name + "（" + necessity(field) + "）：" + told(field) + left_out(field) +
                   (given ? "。共用文件里已经写了" : "")};
    append(lines, columns(field));
    append(lines, body(field, content, shared), off);
    return lines;
  }

  /// A group that may stand there with nothing in it.
  static bool is_mere_frame(const SchemaField& field) {
    return field.type == FieldType::group && !needs_something(field);
  }

  Lines body(const SchemaField& field, const Value& value, const Value* shared) {
    switch (field.type) {
      case FieldType::group: return group(field, value, shared);
      case FieldType::table: return table(field, value);
      case FieldType::list: return list(field, value);
      default: return paragraphs(field, value);
    }
  }

  std::string scalar(const SchemaField& field, const Value& value) {
    if (field.name == version_key) return field.name + ": " + known_version;
    return field.name + ":" + spaced(yaml_scalar_text(value, false));
  }

  static std::string spaced(const std::string& text) { return text.empty() ? text : " " + text; }

  Lines group(const SchemaField& group, const Value& value, const Value* shared) {
    Lines lines;
    if (!group.name.empty()) lines.push_back(group.name + ":");
    for (const SchemaField& part : group.fields) {
      append(lines, field(part, value.find(part.name), shared == nullptr ? nullptr : shared->find(part.name)),
             group.name.empty() ? "" : "  ");
    }
    return lines;
  }

  Lines paragraphs(const SchemaField& field, const Value& value) {
    if (value.if_list() == nullptr) {
      Lines lines = {field.name + ":" + spaced(yaml_scalar_text(value, false))};
      if (value.is_absent()) lines.emplace_back(std::string("  ") + switched_off + "- 每段一行");
      return lines;
    }
    Lines lines = {field.name + ":"};
    for (const Value& item : *value.if_list()) lines.push_back("  - " + yaml_scalar_text(item, false));
    return lines;
  }

  /// The members of the axis, each on its line; where there are none to list, a sample.
  Lines table(const SchemaField& table, const Value& value) {
    Lines lines = {table.name + ":"};
    if (const Record* const rows = value.if_record()) {
      for (const Entry& row : *rows) lines.push_back("  " + flow_entry(row.key, row.value));
      return lines;
    }
    const Lines members = sources_.members(table.axis);
    for (const std::string& member : members) lines.push_back("  " + member + ":");
    if (members.empty()) lines.emplace_back(std::string("  ") + switched_off + "\"编码\":");
    return lines;
  }

  static std::string flow_entry(const std::string& key, const Value& value) {
    const std::string pair = yaml_flow_text(Value::record({{key, {}, value}}));
    return pair.substr(1, pair.size() - 2);
  }

  /// Its items; where there are none yet, one to be filled in if there must be, and one with
  /// every column for who wants to add some.
  Lines list(const SchemaField& list, const Value& value) {
    Lines lines = {list.name + ":"};
    const List* const items = value.if_list();
    const SchemaField& item_field = *list.item;
    for (const Value& written : items == nullptr ? List() : *items) append(lines, item(item_field, written), "  ");
    if (items != nullptr) return lines;
    const bool begun = must_be_written(list) && needs_something(item_field);
    if (begun) append(lines, item(item_field, {}), "  ");
    const bool tells_more = !begun || (is_flat(item_field) && !needs_everything(item_field));
    const bool whole_list = !must_be_written(list);
    if (tells_more) append(lines, sample(item_field), whole_list ? "  " : std::string("  ") + switched_off);
    return lines;
  }

  Lines sample(const SchemaField& item_field) {
    if (!is_flat(item_field)) return item(item_field, {});
    Record parts;
    for (const SchemaField& part : item_field.fields) parts.push_back({part.name, {}, part.fallback});
    return {"- " + yaml_flow_text(Value::record(std::move(parts)))};
  }

  static bool needs_everything(const SchemaField& item) {
    return std::all_of(item.fields.begin(), item.fields.end(), must_be_written);
  }

  static bool needs_something(const SchemaField& item) {
    return std::any_of(item.fields.begin(), item.fields.end(), must_be_written);
  }

  static bool is_flat(const SchemaField& item) {
    return item.type == FieldType::group && std::all_of(item.fields.begin(), item.fields.end(),
                                                        [](const SchemaField& part) { return is_scalar(part.type); });
  }

  Lines item(const SchemaField& item, const Value& value) {
    if (item.type != FieldType::group) return {"-" + spaced(yaml_scalar_text(value, false))};
    if (is_flat(item)) return {"- " + line_of(item, value)};
    Lines lines = group(item, value, nullptr);
    const bool begins = !lines.empty() && !lines.front().starts_with(switched_off);
    for (std::string& line : lines) line.insert(0, "  ");
    if (begins) {
      lines.front().replace(0, 1, "-");
    } else {
      lines.insert(lines.begin(), "-");
    }
    return lines;
  }

  /// {科目: , 金额: }: what must be written, and what there is.
  static std::string line_of(const SchemaField& item, const Value& value) {
    Record parts;
    for (const SchemaField& part : item.fields) {
      const Value* const written = value.find(part.name);
      const bool filled = written != nullptr && !written->is_absent();
      if (filled || must_be_written(part)) parts.push_back({part.name, {}, filled ? *written : Value()});
    }
    return yaml_flow_text(Value::record(std::move(parts)));
  }

  /// What the columns of a list written line by line mean.
  Lines columns(const SchemaField& list) {
    Lines lines;
    if (list.type == FieldType::table && is_scalar(list.item->type)) {
      const Lines words = kind(*list.item);
      if (!words.empty()) lines.push_back("#   每项：" + joined(words, "，"));
    }
    if (list.type != FieldType::list || !is_flat(*list.item)) return lines;
    for (const SchemaField& part : list.item->fields) lines.push_back("#   " + part.name + "：" + note(part, false));
    return lines;
  }

  static std::string necessity(const SchemaField& field) { return must_be_written(field) ? "必填" : "选填"; }

  static std::string left_out(const SchemaField& field) {
    std::string text;
    if (field.item && field.closing == Closing::closed && posts(*field.item)) {
      if (field.description.find("为零") == std::string::npos) text = "。没有列出的视为零";
    }
    const bool may_be_empty = field.type == FieldType::list && field.required && field.fewest == 0;
    const bool says_so = field.description.find("[]") != std::string::npos;
    return may_be_empty && !says_so ? text + "。没有写 []" : text;
  }

  /// "必填，万元。决算数。出处：…"
  std::string note(const SchemaField& field, bool given) {
    Lines words = kind(field);
    words.insert(words.begin(), necessity(field));
    if (const std::string* const fallback = field.fallback.if_text()) words.push_back("不填就是 " + *fallback);
    if (given) words.emplace_back("共用文件里已经写了");
    const std::string text = told(field);
    return joined(words, "，") + (text.empty() || text == field.name ? "" : "。" + text);
  }

  /// How the value is written, and its unit.
  Lines kind(const SchemaField& field) {
    switch (field.type) {
      case FieldType::money: return {money_unit(field)};
      case FieldType::count: return {field.counter.empty() ? "整数" : field.counter};
      case FieldType::ratio: return {"百分数，如 97.5"};
      case FieldType::points: return {"数"};
      case FieldType::date: return {"写成 年-月-日"};
      case FieldType::truth: return {"填 是 或 否"};
      case FieldType::choice: return {"填 " + joined(field.choices, "、")};
      case FieldType::code: return code_kind(field);
      case FieldType::member: {
        const Lines members = sources_.members(field.axis);
        return members.empty() ? Lines() : Lines{"填 " + joined(members, "、")};
      }
      default: return {};
    }
  }

  std::string money_unit(const SchemaField& field) {
    if (field.unit) return *field.unit == MoneyUnit::yuan ? "元" : "万元";
    return unit_.empty() ? "金额" : unit_;
  }

  static Lines code_kind(const SchemaField& field) {
    Lines lengths;
    for (const std::size_t count : field.digits) lengths.push_back(std::to_string(count));
    return lengths.empty() ? Lines{"编码"} : Lines{joined(lengths, "、") + " 位编码"};
  }

  const SkeletonSources& sources_;
  std::string unit_;  // of the file, once it is known
};

std::string text_at(const Value& value, const char* key) {
  const Value* const found = value.find(key);
  return found == nullptr || found->if_text() == nullptr ? "" : *found->if_text();
}

}  // namespace

std::string Schema::skeleton(const SkeletonSources& sources) const {
  const Value value = overlay(carried_over(*root_, sources), sources.given, Blank::counts_not);
  std::string unit = text_at(value, unit_key);
  if (unit.empty()) unit = text_at(sources.shared, unit_key);
  std::string text = sources.opening;
  for (const std::string& line : SkeletonWriter(sources, unit).file(*root_, value)) text += line + "\n";
  return text;
}

std::vector<Schema::Kept> Schema::kept() const {
  std::vector<Kept> found;
  const auto collect = [&found](const SchemaField& field, const auto& self) -> void {
    const bool asks = !field.kept.empty() && !field.kept_as_written();
    if (asks && !field.kept.starts_with(same_item)) found.push_back({field.kept, field.kept_span});
    for (const SchemaField& part : field.fields) self(part, self);
    if (field.item) self(*field.item, self);
  };
  collect(*root_, collect);
  return found;
}

}  // namespace gongkai
