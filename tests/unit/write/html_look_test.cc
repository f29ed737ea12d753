#include "write/html_look.h"

#include <doctest/doctest.h>

#include "write/sample_document.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

/// What stands between a property's name and the end of its line, the first time.
std::string property(const std::string& look, const std::string& name) {
  return between(look, "--" + name + ": ", ";\n");
}

}  // namespace

TEST_CASE("texts of a web page have the faces of the style and its sizes beside the body's") {
  const std::string look = html_look(testing::report_style());
  CHECK(property(look, "unit") == "1.0625rem");
  CHECK(property(look, "body") == "400 var(--unit)/1.75 var(--serif)");
  CHECK(property(look, "level-1") == "900 max(var(--least), calc(1.6667 * var(--unit)))/1.7 var(--title-face)");
  CHECK(property(look, "level-3") == "400 max(var(--least), calc(1.1667 * var(--unit)))/1.7143 var(--kai)");
  CHECK(property(look, "level-1-align") == "center");
  CHECK(property(look, "table") == "max(var(--least), calc(0.875 * var(--unit)))");
}

TEST_CASE("a colour of the printed report is the web page's too, softened in the dark") {
  Style style = testing::report_style();
  style.headings[1].colour = "#9b1c1c";
  const std::string look = html_look(style);
  CHECK(property(look, "level-1-ink") == "var(--ink)");
  CHECK(property(look, "level-2-ink") == "#9b1c1c");
  CHECK(property(look, "shade") == style.table.header_fill);
  const std::string dark = look.substr(look.find("dark) {"));
  CHECK(property(dark, "level-2-ink") == "var(--soft)");
  CHECK(property(dark, "paper") == style.web.dark[0]);
}

TEST_CASE("a web page prints on the style's pages, in its sizes") {
  Style style = testing::report_style();
  const std::string look = html_look(style);
  CHECK(look.find("@page { size: 595.275pt 841.889pt; margin: 79.37pt 70.866pt 73.7pt 76.535pt;") != std::string::npos);
  CHECK(look.find("@page landscape { size: 841.889pt 595.275pt;") != std::string::npos);
  CHECK(property(look.substr(look.find("@media print")), "unit") == "12pt");
  CHECK(look.find("@bottom-center { content: \"— \"") != std::string::npos);
  style.page_number.outside = true;
  CHECK(html_look(style).find("@page :left { @bottom-left") != std::string::npos);
}
