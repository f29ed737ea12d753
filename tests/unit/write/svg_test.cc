#include <doctest/doctest.h>

#include "write/sample_document.h"
#include "write/svg.h"

using namespace gongkai;

namespace {

Drawing small_drawing() {
  Drawing drawing;
  drawing.width = 100'000;
  drawing.height = 50'500;
  drawing.ground = "#fffff0";
  drawing.ink = "#1b1f24";
  Shape bar;
  bar.steps = {{PathStep::Kind::move, {1'250, -3}, {}, {}},
               {PathStep::Kind::curve, {30'000, 40'000}, {10'000, 0}, {20'000, 5'100}},
               {PathStep::Kind::close, {}, {}, {}}};
  bar.fill = "#1f4a75";
  Label label;
  label.at = {50'000, 12'000};
  label.anchor = Label::Anchor::middle;
  label.strong = true;
  label.text = "“三公” <b>&";
  drawing.items = {bar, label};
  return drawing;
}

}  // namespace

TEST_CASE("a picture is written in points, its texts as text, escaped") {
  const std::string file = svg_file(small_drawing(), {"图1 <收支>", "说明 & 其他"});
  CHECK(file.find("viewBox=\"0 0 100 50.5\" width=\"100pt\" height=\"50.5pt\"") != std::string::npos);
  CHECK(
      file.find("<title id=\"chart-name\">图1 &lt;收支&gt;</title>\n<desc id=\"chart-text\">说明 &amp; 其他</desc>") !=
      std::string::npos);
  CHECK(file.find("<path d=\"M1.25 -0.003C10 0 20 5.1 30 40Z\" fill=\"#1f4a75\"/>\n") != std::string::npos);
  CHECK(file.find("<text x=\"50\" y=\"12\" font-size=\"10\" text-anchor=\"middle\" font-weight=\"600\">"
                  "“三公” &lt;b&gt;&amp;</text>\n") != std::string::npos);
}

TEST_CASE("a picture file stands on its ground, one inside a page on the page's own paper") {
  CHECK(svg_file(small_drawing(), {"甲", "乙"}).find("fill=\"#fffff0\"/>") != std::string::npos);
  std::string page;
  const Journal journal;
  const Sources sources;
  OriginText origins(journal, sources, "");
  append_inline_svg(page, small_drawing(), {"甲", "乙"}, "c1", origins);
  CHECK(page.find("fill=\"#fffff0\"/>") == std::string::npos);
  CHECK(page.find("aria-labelledby=\"c1-name c1-text\"") != std::string::npos);
}

TEST_CASE("no rule of the page a picture stands in changes how its parts look") {
  std::string page;
  const Journal journal;
  const Sources sources;
  OriginText origins(journal, sources, "");
  append_inline_svg(page, small_drawing(), {"甲", "乙"}, "c1", origins);
  CHECK(page.find("40Z\" style=\"fill:#1f4a75\"/>\n") != std::string::npos);
  CHECK(page.find("<text x=\"50\" y=\"12\" style=\"font-size:10px;text-anchor:middle;font-weight:600\">") !=
        std::string::npos);
}
