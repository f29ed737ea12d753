#include "load/yaml_text.h"

#include <algorithm>
#include <string_view>

namespace gongkai {
namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// Text a YAML reader would take for something else if it stood there plainly.
bool must_be_quoted(std::string_view text, bool inside_flow) {
  constexpr std::string_view never_first = "-?:,[]{}#&*!|>'\"%@`= ";
  if (text.empty() || text == "~" || text == "null") return true;
  if (never_first.find(text.front()) != std::string_view::npos || text.back() == ' ' || text.back() == ':') return true;
  if (holds(text, ": ") || holds(text, " #")) return true;
  if (inside_flow && text.find_first_of(",[]{}") != std::string_view::npos) return true;
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; });
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

std::string key_text(const std::string& key) {
  const bool digits = key.find_first_not_of("0123456789") == std::string::npos;
  return digits || must_be_quoted(key, true) ? quoted(key) : key;
}

}  // namespace

std::string yaml_scalar_text(const Value& value, bool inside_flow) {
  const Text* const text = std::get_if<Text>(&value.data);
  if (text == nullptr) return {};
  return text->quoted || must_be_quoted(text->text, inside_flow) ? quoted(text->text) : text->text;
}

std::string yaml_flow_text(const Value& value) {
  std::string text;
  if (const Record* const record = value.if_record()) {
    for (const Entry& entry : *record) {
      text += (text.empty() ? "" : ", ") + key_text(entry.key) + ": " + yaml_flow_text(entry.value);
    }
    return "{" + text + "}";
  }
  if (const List* const list = value.if_list()) {
    for (const Value& item : *list) text += (text.empty() ? "" : ", ") + yaml_flow_text(item);
    return "[" + text + "]";
  }
  return yaml_scalar_text(value, true);
}

}  // namespace gongkai
