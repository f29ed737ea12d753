#pragma once
// Pages of placed things: what layout ends in and the PDF writer draws. Lengths are integers
// of 1/1000 pt (drawing.h), origin at the top left corner of the page, y downwards.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "layout/colour.h"
#include "layout/drawing.h"
#include "layout/structure.h"
#include "value/journal.h"

namespace gongkai {

/// One glyph and where it stands relative to the run's start.
struct PlacedGlyph {
  std::uint16_t glyph = 0;
  char32_t character = 0;  // for ToUnicode and for text extraction
  Length x = 0;
};

/// Glyphs of one font and size on one base line.
struct GlyphRun {
  std::uint16_t font = 0;  // index into FontSet
  Length size = 0;
  Point at;  // start of the base line
  std::vector<PlacedGlyph> glyphs;
  Colour colour = "#000000";
  OriginId origin = 0;     // of the figure this run prints; 0 for other text
  bool turned = false;     // a quarter to the right: the line runs down the page from `at`
  std::uint16_t part = 0;  // which of the text's inlines it shows; the last it can tell for all after
};

/// A filled axis-parallel rectangle: table rules, underlines, shading.
struct Box {
  Point at;
  Length width = 0;
  Length height = 0;
  Colour fill = "#000000";
};

/// A path of a chart.
struct PlacedShape {
  Point at;  // added to every point of the shape
  Shape shape;
};

/// A rectangle that leads to a named place of the document.
struct LinkArea {
  Point at;
  Length width = 0;
  Length height = 0;
  std::string target;              // an anchor in Pages::places
  std::string words = {};          // what it leads to, for those who can't see where it stands
  ElementId element = decoration;  // the link it is the area of
};

/// What a page has most of, so it is kept small.
using Placed = std::variant<GlyphRun, Box, PlacedShape>;

/// From this placed thing on the page shows this element.
struct Mark {
  std::uint32_t first = 0;  // index into Page::placed
  ElementId element = decoration;
};

struct Page {
  Length width = 0;
  Length height = 0;
  std::string label;  // as printed: "1"; "" on the cover and in the contents where none is printed
  std::vector<Placed> placed;
  std::vector<Mark> marks = {};  // ascending; before the first, decoration
  std::vector<LinkArea> links = {};

  /// What is placed from now on belongs to `element`.
  void mark(ElementId element);
  /// As much will be placed here as there, likely: pages of a long table neither grow step by step nor hold spare room.
  void expect_as_on(const Page& other);
};

/// Where an anchor stands.
struct Place {
  std::string id;
  std::uint32_t page = 0;
  Length y = 0;
};

/// A bookmark; level 1 is outermost.
struct OutlineItem {
  int level = 1;
  std::string title;
  std::uint32_t page = 0;
  Length y = 0;
};

struct Pages {
  std::vector<Page> pages;
  std::vector<Place> places;
  std::vector<OutlineItem> outline;
  Structure structure;  // empty in pages that tell nothing of it
  std::string title;
  std::string author;
  std::string subject;
  std::string date;  // ISO date of the data; "" when none
  std::string language;
};

}  // namespace gongkai
