#include "ledger/definition.h"

#include <algorithm>
#include <charconv>

#include "base/diagnostic_text.h"

namespace gongkai {

void DefinitionReader::only_keys(const Value& record, std::initializer_list<std::string_view> keys,
                                 const std::string& what) {
  const Record* const entries = record.if_record();
  if (entries == nullptr) {
    if (!record.is_absent()) error("DEF-01", what + "应为一组键，却是" + std::string(kind_name(record)), record.span);
    return;
  }
  for (const Entry& entry : *entries) {
    if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
    const std::vector<std::string> known(keys.begin(), keys.end());
    error("DEF-02", what + "没有键“" + entry.key + "”", entry.key_span, near_miss(entry.key, known));
  }
}

std::optional<std::string> DefinitionReader::scalar(const Value& value, std::string_view key) {
  if (const std::string* const text = value.if_text()) return *text;
  error("DEF-03", "“" + std::string(key) + "”应为文字，却是" + std::string(kind_name(value)), value.span);
  return std::nullopt;
}

std::string DefinitionReader::text(const Value& record, std::string_view key) {
  const Value* const value = record.find(key);
  if (value == nullptr || value->is_absent()) return {};
  return scalar(*value, key).value_or("");
}

std::string DefinitionReader::required_text(const Value& record, std::string_view key, const std::string& what) {
  const Value* const value = record.find(key);
  if (value == nullptr || value->is_absent()) {
    error("DEF-04", what + "缺少“" + std::string(key) + "”", record.span);
    return {};
  }
  return scalar(*value, key).value_or("");
}

bool DefinitionReader::flag(const Value& record, std::string_view key, bool otherwise) {
  const Value* const value = record.find(key);
  if (value == nullptr) return otherwise;
  const std::string* const text = value->if_text();
  if (text != nullptr && (*text == "是" || *text == "true")) return true;
  if (text != nullptr && (*text == "否" || *text == "false")) return false;
  error("DEF-05", "“" + std::string(key) + "”应为 是 或 否", value->span);
  return otherwise;
}

std::optional<int> DefinitionReader::integer(const Value& record, std::string_view key, int least, int most) {
  const Value* const value = record.find(key);
  if (value == nullptr) return std::nullopt;
  const std::string* const text = value->if_text();
  int number = 0;
  if (text != nullptr) {
    const char* const end = text->data() + text->size();
    const auto [stop, failure] = std::from_chars(text->data(), end, number);
    if (failure == std::errc() && stop == end && number >= least && number <= most) return number;
  }
  error("DEF-06", "“" + std::string(key) + "”应为 " + std::to_string(least) + " 到 " + std::to_string(most) + " 的整数",
        value->span);
  return std::nullopt;
}

std::vector<std::string> DefinitionReader::texts(const Value& record, std::string_view key) {
  const Value* const value = record.find(key);
  std::vector<std::string> found;
  if (value == nullptr || value->is_absent()) return found;
  if (const List* const items = value->if_list()) {
    for (const Value& item : *items) {
      if (auto text = scalar(item, key)) found.push_back(std::move(*text));
    }
    return found;
  }
  if (auto text = scalar(*value, key)) found.push_back(std::move(*text));
  return found;
}

std::optional<Expression> DefinitionReader::expression(const Value& record, std::string_view key) {
  const Value* const value = record.find(key);
  if (value == nullptr) return std::nullopt;
  return parse(*value);
}

std::optional<Expression> DefinitionReader::parse(const Value& value) {
  const std::string* const text = value.if_text();
  if (text == nullptr) {
    error("DEF-07", "这里应为表达式，却是" + std::string(kind_name(value)), value.span);
    return std::nullopt;
  }
  return Expression::parse(*text, value.span, *diagnostics_);
}

void DefinitionReader::error(std::string code, std::string message, Span span, std::string hint) {
  diagnostics_->error(std::move(code), std::move(message), span, std::move(hint));
}

std::string DefinitionReader::near_miss(const std::string& word, const std::vector<std::string>& candidates) {
  const std::string near = nearest(word, candidates);
  return near.empty() ? "" : "是否想写“" + near + "”？";
}

}  // namespace gongkai
