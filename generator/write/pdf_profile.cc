#include "write/pdf_profile.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gongkai {
namespace {

/// Light by value, both of 65535: (v/12.92 below 0.04045, else ((v + 0.055) / 1.055)^2.4) at 64 even steps.
constexpr std::array<std::uint16_t, 64> curve = {
    0,     81,    161,   244,   345,   466,   609,   776,   965,   1180,  1420,  1687,  1980,  2301,  2651,  3030,
    3439,  3879,  4349,  4851,  5386,  5953,  6554,  7189,  7858,  8562,  9302,  10078, 10890, 11739, 12626, 13551,
    14513, 15515, 16556, 17636, 18757, 19918, 21120, 22363, 23648, 24974, 26344, 27756, 29211, 30710, 32253, 33840,
    35471, 37148, 38870, 40638, 42452, 44312, 46219, 48173, 50174, 52223, 54320, 56465, 58659, 60901, 63193, 65535};

/// XYZ in 65536ths (s15Fixed16): the D50 white point and the primaries adapted to it by Bradford.
using Colour = std::array<std::uint32_t, 3>;
constexpr Colour white = {0xF6D6, 0x10000, 0xD32D};
constexpr Colour red = {0x6FA2, 0x38F5, 0x0390};
constexpr Colour green = {0x6299, 0xB785, 0x18DA};
constexpr Colour blue = {0x24A0, 0x0F84, 0xB6CF};

void append(std::string& out, std::uint32_t number, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.push_back(static_cast<char>((number >> shift) & 0xFF));
}

/// A tag's type and the four bytes reserved after it.
std::string typed(std::string_view type) { return std::string(type) + std::string(4, '\0'); }

std::string colour_tag(const Colour& colour) {
  std::string tag = typed("XYZ ");
  for (const std::uint32_t part : colour) append(tag, part, 4);
  return tag;
}

std::string curve_tag() {
  std::string tag = typed("curv");
  append(tag, curve.size(), 4);
  for (const std::uint16_t point : curve) append(tag, point, 2);
  return tag;
}

/// textDescriptionType: ASCII; no Unicode and no Macintosh text.
std::string description_tag(std::string_view text) {
  std::string tag = typed("desc");
  append(tag, static_cast<std::uint32_t>(text.size() + 1), 4);
  tag += text;
  return tag + std::string(1 + 8 + 3 + 67, '\0');
}

std::string text_tag(std::string_view text) { return typed("text") + std::string(text) + std::string(1, '\0'); }

struct Tag {
  std::string_view name;
  std::string data;
};

constexpr std::uint32_t header_size = 128;

std::string header(std::uint32_t size) {
  std::string out;
  append(out, size, 4);
  out += std::string(4, '\0');
  append(out, 0x02100000, 4);  // version 2.1
  out += "mntrRGB XYZ ";
  for (const std::uint32_t part : {2024U, 1U, 1U, 0U, 0U, 0U}) append(out, part, 2);
  out += "acsp";
  out += std::string(28, '\0');
  for (const std::uint32_t part : white) append(out, part, 4);
  out.resize(header_size, '\0');
  return out;
}

}  // namespace

std::string srgb_profile() {
  const std::vector<Tag> tags = {{"desc", description_tag("sRGB IEC61966-2.1")},
                                 {"cprt", text_tag("No copyright, use freely")},
                                 {"wtpt", colour_tag(white)},
                                 {"rXYZ", colour_tag(red)},
                                 {"gXYZ", colour_tag(green)},
                                 {"bXYZ", colour_tag(blue)},
                                 {"rTRC", curve_tag()},
                                 {"gTRC", {}},
                                 {"bTRC", {}}};
  std::string table;
  std::string data;
  append(table, static_cast<std::uint32_t>(tags.size()), 4);
  const auto first = static_cast<std::uint32_t>(header_size + 4 + 12 * tags.size());
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
  for (const Tag& tag : tags) {
    if (!tag.data.empty()) {  // the three curves are one
      offset = first + static_cast<std::uint32_t>(data.size());
      size = static_cast<std::uint32_t>(tag.data.size());
      data += tag.data;
      data.resize((data.size() + 3) / 4 * 4, '\0');
    }
    table += tag.name;
    append(table, offset, 4);
    append(table, size, 4);
  }
  return header(first + static_cast<std::uint32_t>(data.size())) + table + data;
}

}  // namespace gongkai
