#include "write/html_look.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gongkai {
namespace {

/// 17 / 12 → "1.4167".
std::string ratio(std::int64_t part, std::int64_t whole) {
  const std::int64_t tenths = (part * 20000 / whole + 1) / 2;  // of thousandths
  std::string text = std::to_string(tenths / 10000);
  std::string rest = std::to_string(10000 + tenths % 10000).substr(1);
  while (!rest.empty() && rest.back() == '0') rest.pop_back();
  return rest.empty() ? text : text + "." + rest;
}

std::string in_points(Length length) { return ratio(length, points(1)) + "pt"; }

std::string_view align(Justification justification) {
  switch (justification) {
    case Justification::start: return "left";
    case Justification::centre: return "center";
    case Justification::end: return "right";
    case Justification::justify: return "justify";
  }
  return "left";
}

/// Names of faces in quotes, the generic ones bare.
std::string family_list(const std::vector<std::string>& families) {
  std::string list;
  for (const std::string& family : families) {
    const bool generic = family == "serif" || family == "sans-serif" || family == "monospace";
    list += (list.empty() ? "" : ", ") + (generic ? family : "\"" + family + "\"");
  }
  return list;
}

class Look {
 public:
  explicit Look(const Style& style) : style_(style) {}

  std::string run() {
    out_ += ":root {\n  color-scheme: light dark;\n";
    for (std::size_t role = 0; role < font_role_names.size(); ++role)
      property(face_names[role], family_list(style_.web.faces[role].families));
    property("unit", ratio(style_.web.size, points(12)) + "rem");
    property("least", ratio(style_.web.least, points(12)) + "rem");
    for (const Text& text : texts()) add_text(text);
    property("cover-title-size", size(style_.cover_title.size));
    property("table", size(style_.table.sizes.front()));
    property("table-wide", size(style_.table.sizes[std::min<std::size_t>(1, style_.table.sizes.size() - 1)]));
    add_colours(style_.web.light);
    out_ += "}\n";
    add_dark();
    add_pages();
    add_print();
    return std::move(out_);
  }

 private:
  static constexpr std::array<std::string_view, 5> face_names = {"title-face", "sans", "kai", "serif", "table-face"};

  struct Text {
    std::string_view name;
    const TextStyle* style;
    bool whole;  // else its font alone is asked for
  };

  [[nodiscard]] std::array<Text, 14> texts() const {
    return {{{"body", &style_.body, true},
             {"cover-title", &style_.cover_title, false},
             {"cover-subtitle", &style_.cover_subtitle, false},
             {"cover-line", &style_.cover_line, false},
             {"level-1", style_.headings.data(), true},
             {"level-2", &style_.headings[1], true},
             {"level-3", &style_.headings[2], true},
             {"level-4", &style_.headings[3], true},
             {"small", &style_.note, true},
             {"draft", &style_.draft, true},
             {"caption", &style_.caption, true},
             {"contents", &style_.contents[1], false},
             {"table-title", &style_.table_title, true},
             {"table-note", &style_.table_note, false}}};
  }

  void property(std::string_view name, std::string_view value) {
    out_.append("  --").append(name).append(": ").append(value).append(";\n");
  }

  /// As large beside the body as it is on paper, but never too small for a screen.
  [[nodiscard]] std::string size(Length length) const {
    if (length == style_.body.size) return "var(--unit)";
    return "max(var(--least), calc(" + ratio(length, style_.body.size) + " * var(--unit)))";
  }

  void add_text(const Text& text) {
    const TextStyle& style = *text.style;
    const auto role = static_cast<std::size_t>(style.role);
    property(text.name, std::to_string(style_.web.faces[role].weight) + " " + size(style.size) + "/" +
                            ratio(style.leading, style.size) + " var(--" + std::string(face_names[role]) + ")");
    if (!text.whole) return;
    const std::string name(text.name);
    property(name + "-align", align(style.justification));
    property(name + "-indent", ratio(style.first_indent, style.size) + "em");
    property(name + "-ink", has_own_ink(text) ? style.colour : "var(--ink)");
  }

  [[nodiscard]] bool has_own_ink(const Text& text) const {
    return text.whole && text.style->colour != style_.body.colour;
  }

  void add_colours(const std::array<std::string, web_colours.size()>& colours) {
    for (std::size_t index = 0; index < colours.size(); ++index) property(web_colours[index].property, colours[index]);
  }

  /// Colours of paper are too dark for it.
  void add_dark() {
    out_ += "@media (prefers-color-scheme: dark) {\n:root {\n";
    add_colours(style_.web.dark);
    for (const Text& text : texts())
      if (has_own_ink(text)) property(std::string(text.name) + "-ink", "var(--soft)");
    out_ += "}\n}\n";
  }

  void add_page(const std::string& name, const PageStyle& page, const std::string& number) {
    out_ += "@page" + name + " { size: " + in_points(page.width) + " " + in_points(page.height) +
            "; margin: " + in_points(page.top) + " " + in_points(page.right) + " " + in_points(page.bottom) + " " +
            in_points(page.left) + ";" + number + " }\n";
  }

  void add_pages() {
    const TextStyle& text = style_.page_number.text;
    const auto number = [&](const std::string& place) {
      return " @bottom-" + place + " { content: \"— \" counter(page) \" —\"; font: " + in_points(text.size) + " " +
             family_list(style_.web.faces[static_cast<std::size_t>(text.role)].families) + "; }";
    };
    const bool outside = style_.page_number.outside;
    add_page("", style_.portrait, outside ? "" : number("center"));
    if (outside) out_ += "@page :right {" + number("right") + " }\n@page :left {" + number("left") + " }\n";
    const std::string none = " { content: none; }";
    out_ += "@page front { counter-increment: page 0; @bottom-left" + none + " @bottom-center" + none +
            " @bottom-right" + none + " }\n";
    add_page(" landscape", style_.landscape, "");
    PageStyle broad = style_.landscape;  // twice as large: A3 for A4
    broad.width = 2 * style_.portrait.width;
    broad.height = style_.portrait.height;
    add_page(" broad", broad, "");
  }

  /// On paper sizes are as they are, and colours those of the printed report.
  void add_print() {
    out_ += "@media print {\n:root {\n";
    property("unit", in_points(style_.body.size));
    property("least", "0pt");
    property("table", in_points(style_.table.sizes[std::min<std::size_t>(1, style_.table.sizes.size() - 1)]));
    property("table-wide", in_points(style_.table.sizes.back()));
    const std::string& paper = style_.web.light.front();
    const std::string& ink = style_.body.colour;
    add_colours({paper, paper, ink, style_.note.colour, ink, style_.table.rule, style_.table.rule,
                 style_.table.header_fill, style_.table.total_fill, style_.draft.colour, paper, paper, ink});
    for (const Text& text : texts())
      if (has_own_ink(text)) property(std::string(text.name) + "-ink", text.style->colour);
    out_ += "}\n}\n";
  }

  const Style& style_;
  std::string out_;
};

}  // namespace

std::string html_look(const Style& style) { return Look(style).run(); }

}  // namespace gongkai
