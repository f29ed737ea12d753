#include "load/carry_over.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace gongkai {
namespace {

/// What stands under a.b.c; nullptr when there is no such key, or nothing written.
const Value* at_path(const Value& data, std::string_view path) {
  const Value* value = &data;
  while (value != nullptr && !path.empty()) {
    const std::size_t dot = std::min(path.find('.'), path.size());
    value = value->find(path.substr(0, dot));
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return value == nullptr || value->is_absent() ? nullptr : value;
}

class CarryOver {
 public:
  explicit CarryOver(const SkeletonSources& sources) : sources_(sources) {}

  /// `old` is what last year's file has in the same place; nullptr for nothing.
  Value field(const SchemaField& field, const Value* old) {
    if (field.kept_as_written()) return old == nullptr ? Value() : *old;
    if (!field.kept.empty()) return named(field.kept, "");
    switch (field.type) {
      case FieldType::group: return group(field, old);
      case FieldType::list: return list(field, old);
      case FieldType::table: return table(field);
      default: return {};
    }
  }

 private:
  Value named(const std::string& name, const std::string& key) {
    if (name.starts_with(same_item)) {
      const Value* const beside = item_ == nullptr ? nullptr : at_path(*item_, name.substr(same_item.size()));
      return beside == nullptr ? Value() : *beside;
    }
    const Value* const written = at_path(sources_.last_year.written, name);
    if (written != nullptr && key.empty()) return *written;
    const auto figure = sources_.last_year.figure(name, key);
    return figure ? Value::text(*figure) : Value();
  }

  Value group(const SchemaField& group, const Value* old) {
    Record kept;
    for (const SchemaField& part : group.fields) {
      Value value = field(part, old == nullptr ? nullptr : old->find(part.name));
      if (!value.is_absent()) kept.push_back({part.name, {}, std::move(value)});
    }
    return kept.empty() ? Value() : Value::record(std::move(kept));
  }

  Value list(const SchemaField& list, const Value* old) {
    const List* const items = old == nullptr ? nullptr : old->if_list();
    const Value* const outer = item_;
    List kept;
    for (const Value& item : items == nullptr ? List() : *items) {
      item_ = &item;
      Value value = field(*list.item, &item);
      if (!value.is_absent()) kept.push_back(std::move(value));
    }
    item_ = outer;
    return kept.empty() ? Value() : Value::list(std::move(kept));
  }

  /// All members or none: one left out would be taken for zero.
  Value table(const SchemaField& table) {
    if (table.item->kept.empty()) return {};
    Record rows;
    bool known = false;
    for (const std::string& key : sources_.members(table.axis)) {
      rows.push_back({key, {}, named(table.item->kept, key)});
      known = known || !rows.back().value.is_absent();
    }
    return known ? Value::record(std::move(rows)) : Value();
  }

  const SkeletonSources& sources_;
  const Value* item_ = nullptr;  // of last year's list, while its fields are looked at
};

}  // namespace

Value carried_over(const SchemaField& root, const SkeletonSources& sources) {
  if (sources.last_year.written.is_absent()) return {};
  return CarryOver(sources).field(root, &sources.last_year.written);
}

}  // namespace gongkai
