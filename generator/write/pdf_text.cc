#include "write/pdf_text.h"

#include <array>
#include <charconv>
#include <cstdlib>

#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::string_view digits = "0123456789ABCDEF";

/// 0–255 as a part of one, to three places: enough to give the same 255 back.
void append_part(std::string& out, int byte) { append_points(out, (byte * 1000 + 127) / 255); }

}  // namespace

void append_points(std::string& out, std::int64_t length) {
  std::array<char, 24> buffer{};
  const std::int64_t size = std::llabs(length);
  if (length < 0) out.push_back('-');
  char* const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), size / 1000).ptr;
  out.append(buffer.data(), end);
  const auto rest = static_cast<std::size_t>(size % 1000);
  if (rest == 0) return;
  out.push_back('.');
  out.push_back(digits[rest / 100]);
  if (rest % 100 != 0) out.push_back(digits[rest / 10 % 10]);
  if (rest % 10 != 0) out.push_back(digits[rest % 10]);
}

void append_hex(std::string& out, std::uint16_t number) {
  for (int shift = 12; shift >= 0; shift -= 4) out.push_back(digits[(number >> shift) & 0xF]);
}

void append_utf16(std::string& out, char32_t character) {
  if (character < 0x10000) {
    append_hex(out, static_cast<std::uint16_t>(character));
    return;
  }
  const char32_t rest = character - 0x10000;
  append_hex(out, static_cast<std::uint16_t>(0xD800 + (rest >> 10)));
  append_hex(out, static_cast<std::uint16_t>(0xDC00 + (rest & 0x3FF)));
}

std::string text_string(std::string_view text) {
  std::string out = "<FEFF";
  for (std::size_t offset = 0; offset < text.size();) append_utf16(out, utf8::decode(text, offset));
  return out + ">";
}

std::string byte_string(std::string_view bytes) {
  std::string out = "<";
  for (const char byte : bytes) {
    out.push_back(digits[static_cast<unsigned char>(byte) >> 4]);
    out.push_back(digits[static_cast<unsigned char>(byte) & 0xF]);
  }
  return out + ">";
}

std::string colour_operands(Colour colour) {
  std::string out;
  for (int index = 0; index < 3; ++index) {
    if (index > 0) out.push_back(' ');
    append_part(out, colour.part(index));
  }
  return out;
}

}  // namespace gongkai
