#pragma once
// Bytes of an sfnt file: big-endian numbers and the table directory.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace gongkai {

/// Four letters of a table's name, first letter highest.
using FontTag = std::uint32_t;
[[nodiscard]] constexpr FontTag font_tag(const char (&name)[5]) {
  FontTag tag = 0;
  for (std::size_t at = 0; at < 4; ++at) tag = tag << 8 | static_cast<unsigned char>(name[at]);
  return tag;
}

// Big-endian numbers; 0 where the bytes end before.
[[nodiscard]] std::uint16_t read_u16(std::string_view bytes, std::size_t at);
[[nodiscard]] std::int16_t read_i16(std::string_view bytes, std::size_t at);
[[nodiscard]] std::uint32_t read_u32(std::string_view bytes, std::size_t at);

/// bytes.substr(at, size), or nullopt when that reaches beyond the end.
[[nodiscard]] std::optional<std::string_view> piece(std::string_view bytes, std::size_t at, std::size_t size);

/// The table directory of one font; every table lies inside the file.
class FontTables {
 public:
  enum class Outcome { good, not_truetype, damaged };
  /// `number` counts the fonts of a collection; 0 for a plain file.
  [[nodiscard]] Outcome read(std::string_view file, std::uint32_t number);
  /// "" when there is no such table.
  [[nodiscard]] std::string_view find(FontTag tag) const;

 private:
  std::vector<std::pair<FontTag, std::string_view>> tables_;  // few; in the file's order
};

}  // namespace gongkai
