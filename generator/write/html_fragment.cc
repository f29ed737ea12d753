#include "write/html_fragment.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "write/html_look.h"
#include "write/html_parts.h"
#include "write/scoped_style.h"

namespace gongkai {
namespace {

// Said twice, so that it outweighs a selector of the outer page that names one of its own ids.
constexpr std::string_view scope = "#gongkai#gongkai";

// Pictures keep their sizes and places, which "revert" would undo; how their parts look stands at each.
constexpr std::string_view before =
    R"css(#gongkai#gongkai { all: initial; display: block; clear: both; container-type: inline-size; }
#gongkai#gongkai :where(:not(svg, svg *)), #gongkai#gongkai :where(:not(svg, svg *))::before, #gongkai#gongkai :where(:not(svg, svg *))::after { all: revert; }
)css";

constexpr std::string_view after =
    R"css(#gongkai#gongkai svg, #gongkai#gongkai svg * { font: inherit; letter-spacing: inherit; fill: inherit; stroke: none; opacity: 1; transform: none; }
#gongkai#gongkai { color-scheme: light; --room: 100cqi; }
@media screen {
#gongkai#gongkai .table > .box.box.box { overflow: auto; }
#gongkai#gongkai .table:not(.wide) > .box > table > thead { position: static; }
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

}  // namespace

std::string html_fragment_style(const Style& style) {
  const std::string own = in_pixels(html_look(style) + std::string(html_style()));
  return std::string(before) + scoped_style(own, scope) + std::string(after);
}

}  // namespace gongkai
