#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "layout/line_break.h"
#include "layout/title_lines.h"
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

constexpr std::size_t short_name = 4;  // characters, kept on one line

// Where the lines of a name may end, as bytes of its text: between words, as layout ends the lines of
// titles. After a mark or a blank a browser breaks by itself.
std::vector<std::size_t> word_ends(const std::string& text, const WholeNames& names) {
  const std::u32string characters = utf8::decode_all(text);
  if (characters.size() <= short_name || characters.size() > longest_title) return {};
  const std::vector<bool> allowed = line_end_allowed(characters);
  const std::vector<int> costs = title_break_costs(characters, allowed, names);
  std::vector<std::size_t> ends;
  std::size_t byte = 0;
  std::size_t begin = 0;  // of the piece
  for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
    do ++byte;
    while ((static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U);
    const CharacterClass left = character_class(characters[i]);
    const bool marked =
        left == CharacterClass::closing || left == CharacterClass::stop || left == CharacterClass::space;
    // One character is not left alone: 及, 和.
    if (!allowed[i] || (!marked && (costs[i] >= inside_word || i == begin))) continue;
    begin = i + 1;
    if (!marked) ends.push_back(byte);
  }
  return ends;
}

class InlineWriter {
 public:
  /// `ends`: bytes of the plain text at which a line may end, for a browser told to keep words.
  InlineWriter(HtmlPage& page, std::vector<std::size_t> ends) : page_(page), ends_(std::move(ends)) {}

  void write(const Inlines& inlines) {
    for (std::size_t i = 0; i < inlines.size(); ++i) {
      const Inline* next = i + 1 < inlines.size() ? &inlines[i + 1] : nullptr;
      const std::size_t skip = taken_;
      taken_ = 0;
      if (const auto* text = std::get_if<PlainText>(&inlines[i])) {
        write_text(std::string_view(text->text).substr(skip));
      } else if (const auto* figure = std::get_if<Figure>(&inlines[i])) {
        write_figure(*figure, next);
      } else if (const auto* strong = std::get_if<Strong>(&inlines[i])) {
        page_.out += "<strong>";
        write_text(strong->text);
        page_.out += "</strong>";
      } else {
        page_.out += "<br>";
        ++at_;
      }
    }
  }

 private:
  void write_text(std::string_view text) {
    std::size_t written = 0;
    for (; next_end_ < ends_.size() && ends_[next_end_] <= at_ + text.size(); ++next_end_) {
      const std::size_t end = ends_[next_end_] - std::min(at_, ends_[next_end_]);
      append_escaped(page_.out, text.substr(written, end - written));
      page_.out += "<wbr>";
      written = end;
    }
    append_escaped(page_.out, text.substr(written));
    at_ += text.size();
  }

  // The figure and, inside one unbreakable span, the unit the next text begins with.
  void write_figure(const Figure& figure, const Inline* next) {
    const auto* text = next == nullptr ? nullptr : std::get_if<PlainText>(next);
    const std::string_view unit = text == nullptr ? std::string_view() : leading_unit(text->text);
    if (!unit.empty()) page_.out += "<span class=\"whole\">";
    append_figure(page_, figure.text, figure.quantity, figure.origin);
    if (!unit.empty()) page_.out.append(unit).append("</span>");
    taken_ = unit.size();
    at_ += figure.text.size() + unit.size();
  }

  HtmlPage& page_;
  std::vector<std::size_t> ends_;
  std::size_t next_end_ = 0;
  std::size_t at_ = 0;     // bytes of the plain text written
  std::size_t taken_ = 0;  // bytes of the next text already written as a unit
};

constexpr std::size_t longest_of_a_line = 10;  // characters

}  // namespace

std::vector<std::string> names_of_a_line(const std::vector<std::string>& names) {
  std::vector<std::string> kept;
  for (const std::string& name : names)
    if (utf8::length(name) <= longest_of_a_line) kept.push_back(name);
  return kept;
}

void append_figure(HtmlPage& page, std::string_view text, const Quantity& quantity, OriginId origin) {
  page.out += "<data value=\"";
  append_escaped(page.out, machine_text(quantity));
  page.out += '"';
  if (origin != 0) {
    page.out += " data-origin=\"";
    append_escaped(page.out, page.origins.of(origin));
    page.out += '"';
  }
  page.out += '>';
  if (!text.empty()) page.provenance.print(origin);
  append_escaped(page.out, text);
  page.out += "</data>";
}

void append_inlines(HtmlPage& page, const Inlines& inlines) { InlineWriter(page, {}).write(inlines); }

void append_name(HtmlPage& page, const Inlines& inlines) {
  InlineWriter(page, word_ends(plain_text(inlines), page.names)).write(inlines);
}

void append_line(HtmlPage& page, std::string_view classes, std::string_view text) {
  page.out.append("<p class=\"").append(classes).append("\">");
  append_escaped(page.out, text);
  page.out += "</p>\n";
}

}  // namespace gongkai
