#include "layout/colour.h"

#include <charconv>
#include <cstddef>

namespace gongkai {
namespace {

constexpr std::string_view digits = "0123456789abcdef";
constexpr std::size_t length = 7;  // of "#rrggbb"

}  // namespace

std::uint32_t Colour::read(std::string_view text) {
  if (text.empty()) return none;
  std::uint32_t rgb = 0;
  const char* const end = text.data() + text.size();
  const bool whole = text.size() == length && std::from_chars(text.data() + 1, end, rgb, 16).ptr == end;
  return whole ? rgb : 0;
}

std::string Colour::text() const {
  if (is_none()) return {};
  std::string text = "#";
  for (int shift = 20; shift >= 0; shift -= 4) text.push_back(digits[(rgb_ >> shift) & 0xF]);
  return text;
}

}  // namespace gongkai
