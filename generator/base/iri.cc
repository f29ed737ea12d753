#include "base/iri.h"

namespace gongkai {

namespace {

constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

std::string encoded(std::string_view path, bool ascii) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEF";
  std::string out;
  for (const char character : path) {
    const auto byte = static_cast<unsigned char>(character);
    if (plain.find(character) != std::string_view::npos || (byte >= 0x80 && !ascii)) {
      out += character;
    } else {
      out += '%';
      out += hexadecimal[byte >> 4U];
      out += hexadecimal[byte & 15U];
    }
  }
  return out;
}

}  // namespace

std::string iri_path(std::string_view path) { return encoded(path, false); }

std::string uri_path(std::string_view path) { return encoded(path, true); }

}  // namespace gongkai
