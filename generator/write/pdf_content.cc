#include "write/pdf_content.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <variant>
#include <vector>

#include "write/pdf_structure.h"
#include "write/pdf_text.h"

namespace gongkai {
namespace {

/// Millionths of a point: an advance (1/1000 em) times a size (1/1000 pt), exactly.
using Fine = std::int64_t;
constexpr Fine fine = 1000;        // to a Length
constexpr Fine unseen = 4 * fine;  // a glyph may stand this far from its place
constexpr Length no_spacing = 2;   // gaps this small are rounding

/// What the glyphs of a run stand apart from each other beyond their advances.
Length usual_gap(const GlyphRun& run, const Font& font) {
  if (run.glyphs.size() < 3) return 0;
  std::vector<Length> gaps;
  gaps.reserve(run.glyphs.size() - 1);
  for (std::size_t index = 0; index + 1 < run.glyphs.size(); ++index) {
    const Length advance = at_size(font.advance(run.glyphs[index].glyph), run.size);
    gaps.push_back(run.glyphs[index + 1].x - run.glyphs[index].x - advance);
  }
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return std::abs(*middle) <= no_spacing ? 0 : *middle;
}

class ContentWriter {
 public:
  ContentWriter(const Page& page, const Structure& structure, const FontSet& fonts, UsedFonts& used)
      : height_(page.height), structure_(structure), fonts_(fonts), used_(used) {}

  PageContent run(const Page& page) {
    auto mark = page.marks.begin();
    for (std::size_t index = 0; index < page.placed.size(); ++index) {
      for (; mark != page.marks.end() && mark->first <= index; ++mark) {
        leave_mark();
        element_ = mark->element;
      }
      std::visit([this](const auto& thing) { draw(thing); }, page.placed[index]);
    }
    leave_mark();
    leave_text();
    return {std::move(out_), std::move(marked_)};
  }

 private:
  void draw(const GlyphRun& run) {
    if (run.glyphs.empty() || run.size <= 0) return;
    const Font& font = fonts_.font(run.font);
    enter_text();
    set_fill(run.colour);
    set_font(run.font, run.size);
    set_spacing(usual_gap(run, font));
    if (run.turned) return show_turned(run, font);
    move_text({run.at.x + run.glyphs.front().x, run.at.y});
    show(run, font);
  }

  /// The matrix goes with the text object.
  void show_turned(const GlyphRun& run, const Font& font) {
    out_ += "0 -1 1 0 ";
    append(run.at.x);
    append(flipped(run.at.y + run.glyphs.front().x));
    out_ += "Tm\n";
    show(run, font);
    leave_text();
  }

  /// TJ: codes in hexadecimal, moved where the glyph would stand off its place. The pen is
  /// followed exactly, so that what is not worth a move doesn't add up.
  void show(const GlyphRun& run, const Font& font) {
    Fine pen = run.glyphs.front().x * fine;
    out_ += "[<";
    for (const PlacedGlyph& glyph : run.glyphs) {
      const Fine off = pen - glyph.x * fine;
      if (std::llabs(off) > unseen) pen -= adjust(off, run.size) * run.size;
      append_hex(out_, used_.code(run.font, glyph.glyph, glyph.character));
      pen += Fine{font.advance(glyph.glyph)} * run.size + spacing_ * fine;
    }
    out_ += ">]TJ\n";
  }

  /// Moves left by `off` in thousandths of the size, rounded; returns how many.
  Fine adjust(Fine off, Length size) {
    const Fine half = off < 0 ? -(size / 2) : size / 2;
    const Fine thousandths = (off + half) / size;
    if (thousandths == 0) return 0;
    out_ += '>';
    out_ += std::to_string(thousandths);
    out_ += '<';
    return thousandths;
  }

  void draw(const Box& box) {
    enter_paths();
    set_fill(box.fill);
    append(box.at.x);
    append(flipped(box.at.y + box.height));
    append(box.width);
    append(box.height);
    out_ += "re f\n";
  }

  void draw(const PlacedShape& placed) {
    const Shape& shape = placed.shape;
    if (shape.steps.empty() || (shape.fill.is_none() && shape.stroke.is_none())) return;
    enter_paths();
    if (!shape.fill.is_none()) set_fill(shape.fill);
    if (!shape.stroke.is_none()) set_stroke(shape.stroke, shape.stroke_width);
    for (const PathStep& step : shape.steps) draw(step, placed.at);
    if (shape.stroke.is_none()) out_ += "f\n";
    if (shape.fill.is_none()) out_ += "S\n";
    if (!shape.fill.is_none() && !shape.stroke.is_none()) out_ += "B\n";
  }

  void draw(const PathStep& step, Point at) {
    switch (step.kind) {
      case PathStep::Kind::move:
        append(step.to, at);
        out_ += "m\n";
        return;
      case PathStep::Kind::line:
        append(step.to, at);
        out_ += "l\n";
        return;
      case PathStep::Kind::curve:
        append(step.control1, at);
        append(step.control2, at);
        append(step.to, at);
        out_ += "c\n";
        return;
      case PathStep::Kind::close: out_ += "h\n"; return;
    }
  }

  [[nodiscard]] Length flipped(Length y) const { return height_ - y; }

  void append(Length length) {
    append_points(out_, length);
    out_ += ' ';
  }

  void append(Point point, Point at) {
    append(point.x + at.x);
    append(flipped(point.y + at.y));
  }

  void enter_text() {
    if (!in_text_) {
      out_ += "BT\n";
      in_text_ = true;
      line_ = {};
    }
    enter_mark();
  }

  /// Marked content lies inside a text object or has whole ones in it.
  void leave_text() {
    if (in_text_ && mark_ == Mark::in_text) leave_mark();
    if (in_text_) out_ += "ET\n";
    in_text_ = false;
  }

  void enter_paths() {
    leave_text();
    enter_mark();
  }

  void enter_mark() {
    if (mark_ != Mark::none || structure_.empty()) return;
    mark_ = in_text_ ? Mark::in_text : Mark::outside;
    if (is_element(element_)) {
      out_ += '/';
      out_ += structure_type(structure_[element_]);
      out_ += "<</MCID ";
      out_ += std::to_string(marked_.size());
      out_ += ">>BDC\n";
      marked_.push_back(element_);
    } else {
      out_ += artifact();
    }
  }

  void leave_mark() {
    if (mark_ == Mark::outside && in_text_) {
      out_ += "ET\n";
      in_text_ = false;
    }
    if (mark_ != Mark::none) out_ += "EMC\n";
    mark_ = Mark::none;
  }

  /// What its kind of furniture is called.
  [[nodiscard]] const char* artifact() const {
    if (element_ == page_foot) return "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
    return element_ == repeated ? "/Artifact<</Type/Pagination>>BDC\n" : "/Artifact<</Type/Layout>>BDC\n";
  }

  /// Td is relative to the start of the run before, from the page's corner at first.
  void move_text(Point at) {
    const Point target = {at.x, flipped(at.y)};
    append(target.x - line_.x);
    append(target.y - line_.y);
    out_ += "Td\n";
    line_ = target;
  }

  void set_font(std::uint16_t font, Length size) {
    if (font_ == font && size_ == size) return;
    out_ += "/F" + std::to_string(font) + " ";
    append(size);
    out_ += "Tf\n";
    font_ = font;
    size_ = size;
  }

  void set_spacing(Length spacing) {
    if (spacing_ == spacing) return;
    append(spacing);
    out_ += "Tc\n";
    spacing_ = spacing;
  }

  void set_fill(Colour colour) {
    if (fill_ == colour) return;
    out_ += colour_operands(colour) + " rg\n";
    fill_ = colour;
  }

  void set_stroke(Colour colour, Length width) {
    if (stroke_ != colour) out_ += colour_operands(colour) + " RG\n";
    stroke_ = colour;
    if (stroke_width_ == width) return;
    append(width);
    out_ += "w\n";
    stroke_width_ = width;
  }

  enum class Mark : std::uint8_t { none, in_text, outside };

  Length height_;
  const Structure& structure_;
  const FontSet& fonts_;
  UsedFonts& used_;
  std::string out_;
  // The graphics state as a page begins it.
  Colour fill_ = "#000000";
  Colour stroke_ = "#000000";
  Length stroke_width_ = 1000;
  std::optional<std::uint16_t> font_;
  Length size_ = 0;
  Length spacing_ = 0;
  bool in_text_ = false;
  Point line_;
  ElementId element_ = decoration;
  Mark mark_ = Mark::none;
  std::vector<ElementId> marked_;
};

}  // namespace

PageContent page_content(const Page& page, const Structure& structure, const FontSet& fonts, UsedFonts& used) {
  return ContentWriter(page, structure, fonts, used).run(page);
}

}  // namespace gongkai
