#include "cli/typed_data.h"

#include <string_view>

#include "ledger/likely_member.h"
#include "load/data_keys.h"

namespace gongkai {
namespace {

constexpr const char* department_key = "部门";

const std::string* text_of(const Record& record, std::string_view key) {
  for (const Entry& entry : record) {
    if (entry.key == key) return entry.value.if_text();
  }
  return nullptr;
}

}  // namespace

std::vector<Declaration> declarations(const Value& data) {
  std::vector<Declaration> found;
  const Value* const value = data.find(declarations_key);
  const List* const items = value == nullptr ? nullptr : value->if_list();
  if (items == nullptr) return found;
  for (const Value& item : *items) {
    const Record* const record = item.if_record();
    if (record == nullptr || text_of(*record, "规则") == nullptr) continue;
    const auto text = [record](std::string_view key) {
      const std::string* const written = text_of(*record, key);
      return written == nullptr ? std::string() : *written;
    };
    found.push_back({text("规则"), text("含"), text("理由"), item.span});
  }
  return found;
}

SchemaAids schema_aids(const Accounts& accounts, Entered& readable) {
  SchemaAids aids;
  aids.readable = &readable;
  aids.likely_code = [&accounts](const std::string& axis, const std::string& code, const std::string& name) {
    for (const Axis& candidate : accounts.axes) {
      if (candidate.name() == axis) return likely_code(candidate, code, name);
    }
    return std::string();
  };
  return aids;
}

Span report_place(const Value& data, SourceId source) {
  const Record* const record = data.if_record();
  if (record == nullptr) return {source, 0, 0};
  const Entry* first = nullptr;
  for (const Entry& entry : *record) {
    if (entry.key_span.source != source) continue;
    if (entry.key == department_key) return entry.key_span;
    if (first == nullptr) first = &entry;
  }
  return first == nullptr ? Span{source, 0, 0} : first->key_span;
}

}  // namespace gongkai
