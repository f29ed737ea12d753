#include "layout/set_text.h"

#include <limits>
#include <utility>
#include <variant>

#include "base/utf8.h"

namespace gongkai {
namespace {

class Preparer {
 public:
  Preparer(FontRole role, Length size, const FontSet& fonts) : role_(role), fonts_(fonts) { prepared_.size = size; }

  /// No more characters than so many bytes will come.
  void expect(std::size_t bytes) {
    prepared_.characters.reserve(bytes);
    prepared_.glyphs.reserve(bytes);
    prepared_.advances.reserve(bytes);
    prepared_.origins.reserve(bytes);
    prepared_.parts.reserve(bytes);
  }

  void add(const std::string& text, OriginId origin) {
    for (std::size_t offset = 0; offset < text.size();) add(utf8::decode(text, offset), origin);
  }

  void add(const Inline& part) {
    if (const auto* plain = std::get_if<PlainText>(&part)) add(plain->text, 0);
    if (const auto* figure = std::get_if<Figure>(&part)) add(figure->text, figure->origin);
    if (const auto* strong = std::get_if<Strong>(&part)) {
      const FontRole role = std::exchange(role_, FontRole::heading1);
      add(strong->text, 0);
      role_ = role;
    }
    if (std::holds_alternative<LineBreak>(part)) add(U'\n', 0);
    if (part_ != std::numeric_limits<std::uint16_t>::max()) ++part_;
  }

  PreparedText take() { return std::move(prepared_); }

 private:
  void add(char32_t character, OriginId origin) {
    const Glyph glyph = character == U'\n' ? Glyph{} : fonts_.glyph(role_, character);
    prepared_.characters.push_back(character);
    prepared_.glyphs.push_back(glyph);
    prepared_.advances.push_back(character == U'\n' ? 0 : at_size(glyph.advance, prepared_.size));
    prepared_.origins.push_back(origin);
    prepared_.parts.push_back(part_);
  }

  FontRole role_;
  const FontSet& fonts_;
  PreparedText prepared_;
  std::uint16_t part_ = 0;
};

template <typename Piece>
std::size_t most_characters(const Piece& piece) {
  return piece.text.size();
}

std::size_t most_characters(const LineBreak&) { return 1; }

/// Consecutive characters of one font and one inline make a run. Spaces are glyphs too: they part the
/// words for who reads the text out of the page.
TextLine line_of(const PreparedText& text, const Composed& composed, const ComposedLine& line, Colour colour) {
  TextLine result;
  result.width = line.width;
  for (std::uint32_t index = line.first; index < line.last; ++index) {
    if (text.characters[index] == U'\n') continue;
    const Glyph& glyph = text.glyphs[index];
    const bool joins =
        !result.runs.empty() && result.runs.back().font == glyph.font && result.runs.back().part == text.parts[index];
    if (!joins) {
      GlyphRun run;
      run.font = glyph.font;
      run.size = text.size;
      run.at = {composed.x[index], 0};
      run.colour = colour;
      run.origin = text.origins[index];
      run.part = text.parts[index];
      run.glyphs.reserve(line.last - index);
      result.runs.push_back(std::move(run));
    }
    GlyphRun& run = result.runs.back();
    run.glyphs.push_back({glyph.glyph, text.characters[index], composed.x[index] - run.at.x});
  }
  return result;
}

TextBlock set_styled(const PreparedText& text, const TextStyle& style, Length width, LineEnding ending,
                     const WholeNames& names) {
  return set_text(text, {width, style.first_indent, style.rest_indent, style.justification, ending, &names},
                  style.leading, style.colour);
}

/// What is centred is a title of some kind.
LineEnding ending_of(const TextStyle& style) {
  return style.justification == Justification::centre ? LineEnding::by_words : LineEnding::filled;
}

}  // namespace

PreparedText prepare(const Inlines& inlines, FontRole role, Length size, const FontSet& fonts) {
  Preparer preparer(role, size, fonts);
  std::size_t most = 0;
  for (const Inline& part : inlines) most += std::visit([](const auto& piece) { return most_characters(piece); }, part);
  preparer.expect(most);
  for (const Inline& part : inlines) preparer.add(part);
  return preparer.take();
}

PreparedText prepare(const std::string& text, FontRole role, Length size, const FontSet& fonts) {
  Preparer preparer(role, size, fonts);
  preparer.expect(text.size());
  preparer.add(text, 0);
  return preparer.take();
}

TextBlock set_text(const PreparedText& text, const LineRoom& room, Length leading, Colour colour) {
  const Composed composed = compose(text.characters, text.advances, room);
  TextBlock block;
  block.leading = leading;
  // The em box of Chinese type stands centred in its line: 88 % of it above the base line.
  block.margin = (leading - text.size) / 2;
  block.ascent = block.margin + text.size * 88 / 100;
  block.lines.reserve(composed.lines.size());
  for (const ComposedLine& line : composed.lines) {
    block.lines.push_back(line_of(text, composed, line, colour));
    block.torn = block.torn || line.torn;
  }
  return block;
}

TextBlock set_text(const Inlines& inlines, const TextStyle& style, Length width, const FontSet& fonts,
                   const WholeNames& names) {
  return set_styled(prepare(inlines, style.role, style.size, fonts), style, width, ending_of(style), names);
}

TextBlock set_text(const std::string& text, const TextStyle& style, Length width, const FontSet& fonts) {
  return set_styled(prepare(text, style.role, style.size, fonts), style, width, ending_of(style), {});
}

TextBlock set_title(const std::string& text, const TextStyle& style, Length width, const FontSet& fonts,
                    const WholeNames& names) {
  return set_styled(prepare(text, style.role, style.size, fonts), style, width, LineEnding::by_words, names);
}

void place_run(GlyphRun run, const TextBlock& block, Point top_left, Page& page) {
  run.at.x += top_left.x;
  run.at.y += top_left.y + block.ascent;
  page.placed.emplace_back(std::move(run));
}

void place_line(const TextBlock& block, std::size_t line, Point top_left, Page& page) {
  for (const GlyphRun& run : block.lines[line].runs) place_run(run, block, top_left, page);
}

}  // namespace gongkai
