#include "write/html_fragment.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/byte_hash.h"
#include "write/html_look.h"
#include "write/html_parts.h"
#include "write/scoped_style.h"

namespace gongkai {
namespace {

// Pictures keep their sizes and places, which "revert" would undo; how their parts look stands at each.
constexpr std::string_view before =
    R"css(:root { all: initial; display: block; clear: both; container-type: inline-size; }
:where(:not(svg, svg *)), :where(:not(svg, svg *))::before, :where(:not(svg, svg *))::after { all: revert; }
)css";

// A box's own edge can't go by its width.
constexpr std::string_view after =
    R"css(svg, svg * { font: inherit; letter-spacing: inherit; fill: inherit; stroke: none; opacity: 1; transform: none; }
:root { color-scheme: light; --edge: 16px; --room: 100cqi; }
@media screen {
.table > .box.box.box { overflow: auto; }
.table:not(.wide) > .box > table > thead { position: static; }
}
)css";

bool is_of_number(char character) { return character == '.' || (character >= '0' && character <= '9'); }

/// "44.6" → "713.6": sixteen times as much. Not more than four decimals.
std::string sixteenfold(std::string_view number) {
  const std::size_t point = std::min(number.find('.'), number.size());
  std::int64_t units = 0;  // of 1/10000
  for (std::size_t at = 0; at < point; ++at) units = units * 10 + (number[at] - '0');
  for (std::size_t at = point + 1; at < point + 5; ++at)
    units = units * 10 + (at < number.size() ? number[at] - '0' : 0);
  std::string text = std::to_string(units * 16 / 10000);
  std::string decimals = std::to_string(10000 + units * 16 % 10000).substr(1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  return decimals.empty() ? text : text + "." + decimals;
}

/// Lengths on the root's size as what they are on an ordinary page: "44.6rem" → "713.6px".
std::string in_pixels(std::string_view style) {
  std::string out;
  std::size_t begin = 0;
  for (std::size_t unit = style.find("rem"); unit != std::string_view::npos; unit = style.find("rem", unit + 3)) {
    std::size_t first = unit;
    while (first > begin && is_of_number(style[first - 1])) --first;
    if (first == unit) continue;
    out.append(style.substr(begin, first - begin)).append(sixteenfold(style.substr(first, unit - first))).append("px");
    begin = unit + 3;
  }
  return out.append(style.substr(begin));
}

/// What goes by the width of the window by that of the box: "8vw" → "8cqi".
std::string by_the_box(std::string style) {
  for (std::size_t at = style.find("vw"); at != std::string::npos; at = style.find("vw", at + 2))
    if (at > 0 && is_of_number(style[at - 1])) style.replace(at, 2, "cqi");
  constexpr std::string_view media = "@media (max-width";
  for (std::size_t at = style.find(media); at != std::string::npos; at = style.find(media, at + 1))
    style.replace(at, media.size(), "@container (max-width");
  return style;
}

}  // namespace

std::string html_fragment_id(const Document& document) {
  constexpr std::string_view digits = "0123456789abcdef";
  const std::uint32_t hash = short_hash_of(document.source.empty() ? document.title : document.source);
  std::string id = "gk";
  for (int shift = 28; shift >= 0; shift -= 4) id += digits[(hash >> static_cast<unsigned>(shift)) & 15U];
  return id;
}

std::string html_fragment_style(const Style& style, std::string_view id) {
  // Said twice, so that it outweighs a selector of the outer page that names one of its own ids.
  std::string scope;
  for (int times = 0; times < 2; ++times) scope.append("#").append(id);
  const std::string own = by_the_box(in_pixels(html_look(style) + std::string(html_style())));
  return scoped_style(std::string(before) + own + std::string(after), scope);
}

}  // namespace gongkai
