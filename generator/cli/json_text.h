#pragma once
// JSON written piece by piece; an inner part of the forms in JSON.

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

namespace gongkai {

/// The object as it stands `depth` levels deep in a text indented by two. Data may hold anything; a
/// broken byte must not stop the report about it.
[[nodiscard]] inline std::string json_text(const nlohmann::ordered_json& json, std::size_t depth) {
  const std::string text = json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  std::string indented;
  for (const char character : text) {
    indented += character;
    if (character == '\n') indented.append(2 * depth, ' ');
  }
  return indented;
}

}  // namespace gongkai
