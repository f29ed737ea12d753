#include <array>

#include "value/number_text.h"
#include "write/escape.h"
#include "write/html_parts.h"

namespace gongkai {

namespace {

constexpr std::array<std::string_view, 5> units = {"万元", "亿元", "元", "%", "％"};

// The unit `text` begins with, "" if none.
std::string_view leading_unit(std::string_view text) {
  for (const std::string_view unit : units) {
    if (text.substr(0, unit.size()) == unit) return unit;
  }
  return {};
}

void append_plain(HtmlPage& page, std::string_view text) { append_escaped(page.out, text); }

// The figure and, inside one unbreakable span, the unit the next text begins with.
// Returns how many bytes of that text are taken.
std::size_t append_figure_with_unit(HtmlPage& page, const Figure& figure, const Inline* next) {
  const auto* text = next == nullptr ? nullptr : std::get_if<PlainText>(next);
  const std::string_view unit = text == nullptr ? std::string_view() : leading_unit(text->text);
  if (!unit.empty()) page.out += "<span class=\"whole\">";
  append_figure(page, figure.text, figure.quantity, figure.origin);
  if (!unit.empty()) page.out.append(unit).append("</span>");
  return unit.size();
}

}  // namespace

void append_figure(HtmlPage& page, std::string_view text, const Quantity& quantity, OriginId origin) {
  page.out += "<data value=\"";
  append_escaped(page.out, machine_text(quantity));
  page.out += '"';
  if (origin != 0) {
    page.out += " data-origin=\"";
    append_escaped(page.out, page.origins.of(origin));
    page.out += '"';
    if (!text.empty()) page.out += " data-o=\"" + std::to_string(page.provenance.number_of(origin)) + '"';
  }
  page.out += '>';
  append_escaped(page.out, text);
  page.out += "</data>";
}

void append_inlines(HtmlPage& page, const Inlines& inlines) {
  std::size_t taken = 0;  // bytes of the next text already written as a unit
  for (std::size_t i = 0; i < inlines.size(); ++i) {
    const Inline* next = i + 1 < inlines.size() ? &inlines[i + 1] : nullptr;
    const std::size_t skip = taken;
    taken = 0;
    if (const auto* text = std::get_if<PlainText>(&inlines[i])) {
      append_plain(page, std::string_view(text->text).substr(skip));
    } else if (const auto* figure = std::get_if<Figure>(&inlines[i])) {
      taken = append_figure_with_unit(page, *figure, next);
    } else if (const auto* strong = std::get_if<Strong>(&inlines[i])) {
      page.out += "<strong>";
      append_plain(page, strong->text);
      page.out += "</strong>";
    } else {
      page.out += "<br>";
    }
  }
}

void append_line(HtmlPage& page, std::string_view classes, std::string_view text) {
  page.out.append("<p class=\"").append(classes).append("\">");
  append_escaped(page.out, text);
  page.out += "</p>\n";
}

}  // namespace gongkai
