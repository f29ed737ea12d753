#include "layout/font_tables.h"

#include <algorithm>

namespace gongkai {
namespace {

constexpr std::size_t header_size = 12;
constexpr std::size_t record_size = 16;
constexpr std::uint32_t truetype_version = 0x00010000;

std::uint32_t byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

/// Where the font's own header stands: 0, or the place a collection names.
std::optional<std::size_t> header_place(std::string_view file, std::uint32_t number) {
  if (read_u32(file, 0) != font_tag("ttcf")) return number == 0 ? std::optional<std::size_t>(0) : std::nullopt;
  if (number >= read_u32(file, 8)) return std::nullopt;
  const std::size_t entry = header_size + std::size_t{4} * number;
  return entry + 4 <= file.size() ? std::optional<std::size_t>(read_u32(file, entry)) : std::nullopt;
}

}  // namespace

std::uint16_t read_u16(std::string_view bytes, std::size_t at) {
  if (at > bytes.size() || bytes.size() - at < 2) return 0;
  return static_cast<std::uint16_t>(byte_at(bytes, at) << 8 | byte_at(bytes, at + 1));
}

std::int16_t read_i16(std::string_view bytes, std::size_t at) { return static_cast<std::int16_t>(read_u16(bytes, at)); }

std::uint32_t read_u32(std::string_view bytes, std::size_t at) {
  if (at > bytes.size() || bytes.size() - at < 4) return 0;
  return byte_at(bytes, at) << 24 | byte_at(bytes, at + 1) << 16 | byte_at(bytes, at + 2) << 8 | byte_at(bytes, at + 3);
}

std::optional<std::string_view> piece(std::string_view bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || bytes.size() - at < size) return std::nullopt;
  return bytes.substr(at, size);
}

FontTables::Outcome FontTables::read(std::string_view file, std::uint32_t number) {
  const std::optional<std::size_t> header = header_place(file, number);
  if (!header || !piece(file, *header, header_size)) return Outcome::damaged;
  const std::uint32_t version = read_u32(file, *header);
  if (version != truetype_version && version != font_tag("true")) return Outcome::not_truetype;
  const std::size_t count = read_u16(file, *header + 4);
  const auto directory = piece(file, *header + header_size, count * record_size);
  if (!directory) return Outcome::damaged;
  tables_.clear();
  for (std::size_t at = 0; at < directory->size(); at += record_size) {
    const auto bytes = piece(file, read_u32(*directory, at + 8), read_u32(*directory, at + 12));
    if (!bytes) return Outcome::damaged;
    tables_.emplace_back(read_u32(*directory, at), *bytes);
  }
  return Outcome::good;
}

std::string_view FontTables::find(FontTag tag) const {
  const auto found =
      std::find_if(tables_.begin(), tables_.end(), [tag](const auto& table) { return table.first == tag; });
  return found == tables_.end() ? std::string_view() : found->second;
}

}  // namespace gongkai
