#include "profile/table_settings.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/definition.h"

namespace gongkai {
namespace {

constexpr std::string_view coordinates_key = "坐标";

/// "{{ 三公完成基数 }}" → "三公完成基数".
std::optional<std::string> name_in(const Value& member) {
  const std::string* const text = member.if_text();
  if (text == nullptr || !text->starts_with("{{") || !text->ends_with("}}")) return std::nullopt;
  const std::size_t begin = text->find_first_not_of(' ', 2);
  const std::size_t end = text->find_last_not_of(' ', text->size() - 3);
  if (begin == std::string::npos || end < begin) return std::nullopt;
  return text->substr(begin, end - begin + 1);
}

class SettingsResolver {
 public:
  SettingsResolver(const Value& settings, Diagnostics& diagnostics) : settings_(&settings), read_(diagnostics) {}

  Value of(const Value& value) {
    if (const List* const list = value.if_list()) {
      List items;
      for (const Value& item : *list) items.push_back(of(item));
      return Value::list(std::move(items), value.span);
    }
    const Record* const record = value.if_record();
    if (record == nullptr) return value;
    Record entries = *record;
    for (Entry& entry : entries) entry.value = entry.key == coordinates_key ? members(entry.value) : of(entry.value);
    return Value::record(std::move(entries), value.span);
  }

 private:
  Value members(const Value& coordinates) {
    const Record* const record = coordinates.if_record();
    if (record == nullptr) return coordinates;
    Record entries;
    for (Entry entry : *record) {
      const auto name = name_in(entry.value);
      if (name) entry.value = setting(*name, entry.value.span);
      if (!name || !entry.value.is_absent()) entries.push_back(std::move(entry));
    }
    return Value::record(std::move(entries), coordinates.span);
  }

  /// The member, with the place where the table asks for it; Absent after an error.
  Value setting(const std::string& name, Span asked) {
    const Value* const found = settings_->find(name);
    if (found != nullptr && found->if_text() != nullptr) return Value::text(*found->if_text(), asked);
    std::vector<std::string> names;
    if (const Record* const record = settings_->if_record()) {
      for (const Entry& entry : *record) names.push_back(entry.key);
    }
    read_.error("PROFILE-18", "“设定”里没有“" + name + "”，不知道取哪个成员", asked,
                DefinitionReader::near_miss(name, names));
    return {};
  }

  const Value* settings_;
  DefinitionReader read_;
};

}  // namespace

void resolve_settings(std::map<std::string, Value>& tables, const Value& settings, Diagnostics& diagnostics) {
  SettingsResolver resolver(settings, diagnostics);
  for (auto& [file, table] : tables) table = resolver.of(table);
}

}  // namespace gongkai
