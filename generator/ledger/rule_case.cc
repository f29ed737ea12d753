#include "ledger/rule_case.h"

#include "ledger/figure_text.h"

namespace gongkai {
namespace {

/// What tells one row from another: its texts and codes, "206 科学技术支出 / 基本支出".
std::string shown_row(const Record& row, MoneyUnit unit) {
  std::string text;
  for (const Entry& entry : row) {
    if (entry.value.if_text() == nullptr && entry.value.if_record() == nullptr) continue;
    text += (text.empty() ? "" : " / ") + shown(entry.value, unit);
  }
  return text.empty() ? "合计" : text;
}

const Value* look_up(const RuleCase& found, const std::string& name) {
  for (const auto* const names : {&found.operands, &found.loops}) {
    for (const auto& [known, value] : *names) {
      if (known == name) return &value;
    }
  }
  return nullptr;
}

/// "科目.名称" → the value of the case; nullptr when there is none.
const Value* look_up_path(const RuleCase& found, const std::string& path) {
  std::size_t dot = path.find('.');
  const Value* value = look_up(found, path.substr(0, dot));
  while (value != nullptr && dot != std::string::npos) {
    const std::size_t next = path.find('.', dot + 1);
    value = value->find(path.substr(dot + 1, next == std::string::npos ? next : next - dot - 1));
    dot = next;
  }
  return value;
}

}  // namespace

std::string shown(const Value& value, MoneyUnit unit) {
  if (const Quantity* const quantity = value.if_quantity()) return figure_text(*quantity, unit);
  if (const std::string* const text = value.if_text()) return *text;
  if (const bool* const truth = std::get_if<bool>(&value.data)) return *truth ? "是" : "否";
  if (const List* const list = value.if_list()) return std::to_string(list->size()) + " 项";
  const Value* const code = value.find("编码");
  const Value* const name = value.find("名称");
  if (code != nullptr && code->if_text() != nullptr) {
    if (name == nullptr || name->if_text() == nullptr) return *code->if_text();
    return *code->if_text() == *name->if_text() ? *name->if_text() : *code->if_text() + " " + *name->if_text();
  }
  for (const char* const key : {"名称", "处", "表"}) {
    if (const Value* const told = value.find(key); told != nullptr && told->if_text() != nullptr)
      return *told->if_text();
  }
  if (value.if_record() != nullptr) return shown_row(*value.if_record(), unit);
  return std::string(kind_name(value));
}

std::string listed(const RuleCase& found, MoneyUnit unit) {
  std::string text;
  for (const auto& [name, value] : found.operands) text += (text.empty() ? "" : "，") + name + " " + shown(value, unit);
  return text;
}

std::string case_text(const RuleCase& found, MoneyUnit unit) {
  std::string text;
  for (const auto& [name, value] : found.loops) text += (text.empty() ? "" : " ") + shown(value, unit);
  return text;
}

std::string loop_text(const RuleCase& found, MoneyUnit unit) {
  std::string text;
  for (const auto& [name, value] : found.loops) text += (text.empty() ? "" : "，") + name + " " + shown(value, unit);
  return text.empty() ? text : "（" + text + "）";
}

std::string filled(const std::string& message, const RuleCase& found, MoneyUnit unit) {
  std::string text;
  std::size_t at = 0;
  while (at < message.size()) {
    const std::size_t open = message.find('{', at);
    const std::size_t close = open == std::string::npos ? open : message.find('}', open);
    if (close == std::string::npos) break;
    const Value* const value = look_up_path(found, message.substr(open + 1, close - open - 1));
    text += message.substr(at, open - at);
    text += value == nullptr ? message.substr(open, close - open + 1) : shown(*value, unit);
    at = close + 1;
  }
  return text + message.substr(at);
}

}  // namespace gongkai
