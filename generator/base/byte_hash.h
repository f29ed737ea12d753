#pragma once
// FNV-1a: numbers that tell texts apart, the same on every machine. Not against anybody who means to deceive.

#include <cstdint>
#include <string_view>

namespace gongkai {

inline constexpr std::uint64_t hash_begin = 0xcbf29ce484222325U;

/// Another `begin` gives another number.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view bytes, std::uint64_t begin = hash_begin) {
  for (const char byte : bytes) begin = (begin ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  return begin;
}

/// Eight hexadecimal digits are enough to write it.
[[nodiscard]] constexpr std::uint32_t short_hash_of(std::string_view bytes) {
  std::uint32_t hash = 0x811c9dc5U;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x01000193U;
  return hash;
}

}  // namespace gongkai
