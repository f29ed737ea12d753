#include "page_outline.h"

#include <algorithm>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "base/utf8.h"

namespace reports {
namespace {

using namespace gongkai;

constexpr std::size_t most_shown = 16;  // characters of a text's begin and end

/// Whole millimetres.
std::string millimetres(Length length) { return std::to_string((length * 254LL / 7200 + 50) / 100); }

/// 10500 → "10.5".
std::string points_of(Length size) {
  return std::to_string(size / 1000) + (size % 1000 == 0 ? "" : "." + std::to_string(size % 1000 / 100));
}

/// Type as set: its em box from `top` to `bottom`.
struct Line {
  Length top = 0;
  Length bottom = 0;
  Length size = 0;
  std::u32string text;
};

/// What a page shows of one heading, figure or table, or of text between them.
struct Stretch {
  ElementRole role = ElementRole::paragraph;
  ElementId element = decoration;
  bool again = false;  // 续表 and what it repeats
  std::vector<Line> lines;
  std::vector<ElementId> rows;  // of a table's body
  std::vector<std::size_t> first_of_row;
};

std::string shortened(const std::u32string& text, bool from_end) {
  const bool whole = text.size() <= most_shown;
  std::string shown = !whole && from_end ? "…" : "";
  for (const char32_t character : whole ? text : text.substr(from_end ? text.size() - most_shown : 0, most_shown))
    utf8::append(shown, character);
  return shown + (!whole && !from_end ? "…" : "");
}

class Outline {
 public:
  explicit Outline(const Pages& pages) : pages_(pages) {}

  std::string run() {
    for (const Page& page : pages_.pages) add(page);
    return std::move(out_);
  }

 private:
  /// The heading, figure, table or contents an element is part of; else it is text.
  [[nodiscard]] std::pair<ElementRole, ElementId> kind_of(ElementId id) const {
    for (ElementId up = id; is_element(up) && up != 1; up = pages_.structure[up].parent) {
      const ElementRole role = pages_.structure[up].role;
      if (role == ElementRole::heading || role == ElementRole::table || role == ElementRole::figure) return {role, up};
      if (role == ElementRole::contents_line) return {role, 0};
    }
    return {ElementRole::paragraph, 0};
  }

  [[nodiscard]] std::optional<ElementId> body_row(ElementId id) const {
    std::optional<ElementId> row;
    for (ElementId up = id; is_element(up) && up != 1; up = pages_.structure[up].parent) {
      if (pages_.structure[up].role == ElementRole::row) row = up;
      if (pages_.structure[up].role == ElementRole::table_body) return row;
    }
    return std::nullopt;
  }

  void add(const Page& page) {
    stretches_.clear();
    std::string foot;
    auto mark = page.marks.begin();
    ElementId element = decoration;
    for (std::size_t index = 0; index < page.placed.size(); ++index) {
      for (; mark != page.marks.end() && mark->first <= index; ++mark) element = mark->element;
      const auto* run = std::get_if<GlyphRun>(&page.placed[index]);
      if (element == page_foot && run != nullptr) foot = run->turned ? ", number turned" : "";
      if (element != page_foot && element != decoration && (run != nullptr || is_figure(element))) add(element, run);
    }
    add_head(page, foot);
    for (const Stretch& stretch : stretches_) add(stretch, page);
  }

  [[nodiscard]] bool is_figure(ElementId element) const {
    return is_element(element) && kind_of(element).first == ElementRole::figure;
  }

  /// What a table repeats stands among its own cells where columns are split.
  static bool goes_on(const Stretch& stretch, ElementRole role, ElementId id, bool again) {
    if (stretch.role != role) return false;
    return stretch.element == id || (role == ElementRole::table && (again || stretch.element == decoration));
  }

  void add(ElementId element, const GlyphRun* run) {
    const bool again = element == repeated;
    const auto [role, id] = again ? std::pair{ElementRole::table, decoration} : kind_of(element);
    if (stretches_.empty() || !goes_on(stretches_.back(), role, id, again))
      stretches_.push_back({role, id, again, {}, {}, {}});
    Stretch& stretch = stretches_.back();
    if (stretch.element == decoration) stretch.element = id;
    const auto row = body_row(element);
    if (row && (stretch.rows.empty() || stretch.rows.back() != *row)) {
      if (std::find(stretch.rows.begin(), stretch.rows.end(), *row) == stretch.rows.end()) {
        stretch.rows.push_back(*row);
        stretch.first_of_row.push_back(stretch.lines.size());
      }
    }
    if (run != nullptr) add(*run, row.has_value(), stretch);
  }

  /// Runs on one base line are a line, but for those in different cells of a table.
  static void add(const GlyphRun& run, bool cell, Stretch& stretch) {
    const Length top = run.at.y - run.size * 88 / 100;
    if (stretch.lines.empty() || cell || stretch.lines.back().top != top)
      stretch.lines.push_back({top, top + run.size, run.size, {}});
    for (const PlacedGlyph& glyph : run.glyphs) stretch.lines.back().text += glyph.character;
  }

  void add_head(const Page& page, const std::string& foot) {
    Length top = page.height;
    Length bottom = 0;
    for (const Stretch& stretch : stretches_)
      for (const Line& line : stretch.lines) {
        top = std::min(top, line.top);
        bottom = std::max(bottom, line.bottom);
      }
    const std::size_t number = static_cast<std::size_t>(&page - pages_.pages.data()) + 1;
    out_ += "page " + std::to_string(number) + " \"" + page.label + "\"" + (page.width > page.height ? " lying" : "") +
            (bottom == 0 ? " empty" : " " + millimetres(top) + "-" + millimetres(bottom) + " mm") + foot + "\n";
  }

  void add(const Stretch& stretch, const Page& page) {
    const Length top = stretch.lines.empty() ? 0 : stretch.lines.front().top;
    switch (stretch.role) {
      case ElementRole::heading: return add_heading(stretch, top);
      case ElementRole::figure: return add_figure(stretch, page);
      case ElementRole::table: return add_table(stretch, top);
      default: return add_text(stretch, top);
    }
  }

  void begin(Length top) {
    const std::string at = millimetres(top);
    out_ += "  " + std::string(at.size() < 3 ? 3 - at.size() : 0, ' ') + at + "  ";
  }

  void add_heading(const Stretch& stretch, Length top) {
    begin(top);
    out_ += "heading " + std::to_string(pages_.structure[stretch.element].level) + "  ";
    for (std::size_t line = 0; line < stretch.lines.size(); ++line) {
      out_ += line == 0 ? "" : " / ";
      for (const char32_t character : stretch.lines[line].text) utf8::append(out_, character);
    }
    out_ += "\n";
  }

  void add_figure(const Stretch& stretch, const Page& page) {
    const std::size_t number = static_cast<std::size_t>(&page - pages_.pages.data());
    for (const Picture& picture : pages_.structure.pictures()) {
      if (picture.element != stretch.element || picture.page != number) continue;
      begin(picture.at.y);
      out_ += "figure " + millimetres(picture.width) + " x " + millimetres(picture.height) + " mm\n";
    }
  }

  /// How many rows, at what size, from which to which; of columns without a figure, the last line.
  void add_table(const Stretch& stretch, Length top) {
    begin(top);
    out_ += (stretch.again ? "table on " : "table    ") + shortened(stretch.lines.front().text, false);
    if (stretch.rows.empty()) {
      out_ += ", to " + shortened(stretch.lines.back().text, false) + "\n";
      return;
    }
    const Line& first = stretch.lines[std::min(stretch.first_of_row.front(), stretch.lines.size() - 1)];
    const Line& last = stretch.lines[std::min(stretch.first_of_row.back(), stretch.lines.size() - 1)];
    out_ += ", " + std::to_string(stretch.rows.size()) + (stretch.rows.size() == 1 ? " row of " : " rows of ") +
            points_of(first.size) + " pt, " + shortened(first.text, false) + " to " + shortened(last.text, false) +
            "\n";
  }

  void add_text(const Stretch& stretch, Length top) {
    begin(top);
    std::set<Length> lines;
    for (const Line& line : stretch.lines) lines.insert(line.top);
    out_ += stretch.role == ElementRole::contents_line ? "contents " : "text     ";
    out_ += std::to_string(lines.size()) + (lines.size() == 1 ? " line,  " : " lines, ") +
            shortened(stretch.lines.front().text, false);
    if (lines.size() > 1) out_ += " to " + shortened(stretch.lines.back().text, true);
    out_ += "\n";
  }

  const Pages& pages_;
  std::vector<Stretch> stretches_;
  std::string out_;
};

}  // namespace

std::string page_outline(const gongkai::Pages& pages) { return Outline(pages).run(); }

}  // namespace reports
