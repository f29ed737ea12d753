// Sets the examples of typography.md and compares them with the lines written there.

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "fonts_of_tree.h"
#include "gallery.h"
#include "layout/layout.h"
#include "layout/set_text.h"

using namespace gongkai;

namespace {

constexpr Length em = points(12);
constexpr Length leading = points(20);

struct Example {
  std::string rule;  // the section's heading
  std::string how;   // "body 8em widths"
  std::string text;
  std::string expected;  // lines, each beginning with "| " ("= " begins a page)
};

std::vector<Example> examples() {
  std::ifstream file(std::string(GONGKAI_HOME) + "/tests/unit/layout/typography.md");
  std::vector<Example> found;
  std::string rule;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) rule = line.substr(3);
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) found.push_back({rule, line.substr(3), "", ""});
    } else if (inside) {
      const bool set = line.starts_with("| ") || line.starts_with("= ");
      (set ? found.back().expected : found.back().text) += line + "\n";
    }
  }
  return found;
}

/// "8em" → 8 em; a word that is none is a switch.
struct Manner {
  std::string role;
  Length width = 0;
  Length depth = 0;  // "6lines"
  bool widths = false;
  bool faces = false;
  WholeNames names;
};

WholeNames names_of(const std::string& list) {
  std::istringstream words(list);
  std::vector<std::string> names;
  for (std::string name; std::getline(words, name, ',');) names.push_back(name);
  return WholeNames(names);
}

Manner manner_of(const std::string& how) {
  std::istringstream words(how);
  Manner manner;
  words >> manner.role;
  for (std::string word; words >> word;) {
    if (word.ends_with("em")) manner.width = std::stoi(word) * em;
    if (word.ends_with("lines")) manner.depth = std::stoi(word) * leading;
    manner.widths = manner.widths || word == "widths";
    manner.faces = manner.faces || word == "faces";
    if (word.starts_with("names=")) manner.names = names_of(word.substr(6));
  }
  return manner;
}

/// 90000 → "7.5em": in halves and tenths as they are.
std::string in_ems(Length width) {
  const std::int64_t hundredths = (std::int64_t{width} * 100 + em / 2) / em;
  std::string text = std::to_string(hundredths / 100);
  if (hundredths % 100 != 0) text += "." + std::to_string(100 + hundredths % 100).substr(1);
  while (text.find('.') != std::string::npos && text.back() == '0') text.pop_back();
  return text + "em";
}

std::string shown(const TextLine& line, const Manner& manner) {
  std::string text;
  for (const GlyphRun& run : line.runs) {
    if (manner.faces && !text.empty()) text += "‖";
    for (const PlacedGlyph& glyph : run.glyphs) utf8::append(text, glyph.character);
  }
  while (text.ends_with(' ')) text.pop_back();
  return "| " + text + (manner.widths ? "  " + in_ems(line.width) : "") + "\n";
}

LineRoom room_of(const Manner& manner) {
  if (manner.role == "title") return {manner.width, 0, 0, Justification::centre, LineEnding::by_words, &manner.names};
  if (manner.role == "heading") return {manner.width, 0, 0, Justification::start, LineEnding::by_words, &manner.names};
  return {manner.width, 0, 0, Justification::start, LineEnding::filled};
}

std::string lines_of(const Example& example, const Manner& manner) {
  const std::map<std::string, FontRole> roles{{"body", FontRole::body},
                                              {"justified", FontRole::body},
                                              {"title", FontRole::title},
                                              {"heading", FontRole::heading1},
                                              {"kai", FontRole::heading2}};
  const std::string text = example.text.substr(0, example.text.size() - 1);
  LineRoom room = room_of(manner);
  if (manner.role == "justified") room.justification = Justification::justify;
  const PreparedText prepared = prepare(text, roles.at(manner.role), em, testing::tree_fonts());
  std::string all;
  for (const TextLine& line : set_text(prepared, room, leading, "#000000").lines) all += shown(line, manner);
  return all;
}

Style small_page(const Manner& manner) {
  Style style = testing::report_style();
  style.portrait = {manner.width, manner.depth, 0, 0, 0, 0};
  style.body = {FontRole::body, em, leading, 0, 0, 0, Justification::start, "#000000"};
  style.headings.fill({FontRole::heading1, em, leading, 0, 0, 0, Justification::start, "#000000"});
  return style;
}

/// Each line of the text a paragraph, "# " before a heading's; pages begin with "= ".
std::string pages_of(const Example& example, const Manner& manner) {
  Document document;
  std::istringstream lines(example.text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# "))
      document.blocks.emplace_back(gallery::heading(2, "", line.substr(2), ""));
    else
      document.blocks.emplace_back(gallery::paragraph(line));
  }
  Diagnostics diagnostics;
  document.style = small_page(manner);
  const auto pages = lay_out(document, testing::tree_fonts(), diagnostics);
  REQUIRE(pages);
  std::string all;
  for (const Page& page : pages->pages) {
    bool first = true;
    for (const Placed& placed : page.placed) {
      const auto* run = std::get_if<GlyphRun>(&placed);
      if (run == nullptr || run->at.y > manner.depth) continue;  // the page number stands below
      const std::string line = shown({{*run}, 0}, manner);
      all += first ? "=" + line.substr(1) : line;
      first = false;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("every example of typography.md is set as written there") {
  const auto all = examples();
  CHECK(all.size() > 30);
  for (const Example& example : all) {
    CAPTURE(example.rule);
    CAPTURE(example.text);
    const Manner manner = manner_of(example.how);
    CHECK((manner.role == "page" ? pages_of(example, manner) : lines_of(example, manner)) == example.expected);
  }
}
