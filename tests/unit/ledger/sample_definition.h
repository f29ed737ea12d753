#pragma once
// Definitions as a YAML reader would give them, written without one.

#include <initializer_list>
#include <string>
#include <utility>

#include "value/value.h"

namespace gongkai::sample {

inline Value txt(const std::string& text) { return Value::text(text, {1, 0, 1}); }
inline Value list(std::initializer_list<Value> items) { return Value::list(List(items), {1, 0, 1}); }
inline Value map(std::initializer_list<std::pair<std::string, Value>> entries) {
  Record record;
  for (const auto& [key, value] : entries) record.push_back({key, {1, 0, 1}, value});
  return Value::record(std::move(record), {1, 0, 1});
}
inline Value map(std::initializer_list<std::pair<std::string, std::string>> entries) {
  Record record;
  for (const auto& [key, text] : entries) record.push_back({key, {1, 0, 1}, txt(text)});
  return Value::record(std::move(record), {1, 0, 1});
}

}  // namespace gongkai::sample
