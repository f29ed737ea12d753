#pragma once
// What the placed things are parts of: the document's own structure, in reading order, as a
// screen reader walks it. Pages say where ink stands, elements say what it means; layout
// knows both and no file format.

#include <cstdint>
#include <string>
#include <vector>

#include "layout/drawing.h"

namespace gongkai {

using ElementId = std::uint32_t;

/// What is no part of the document's structure: rules, shading, dotted leaders.
inline constexpr ElementId decoration = 0;
/// A table head or header row shown again on a later page.
inline constexpr ElementId repeated = 0xFFFFFFFE;
/// A page number.
inline constexpr ElementId page_foot = 0xFFFFFFFF;

[[nodiscard]] constexpr bool is_element(ElementId id) { return id != decoration && id < repeated; }

enum class ElementRole : std::uint8_t {
  document,  // the root
  heading,
  paragraph,
  list,
  item,       // holds a label and a body
  label,      // 1.
  item_body,  // holds text and lists
  note,       // a footnote of a table
  group,      // a figure and its caption
  figure,     // described by a Picture
  caption,    // of a table or figure
  table,      // holds a caption, head and body
  table_head,
  table_body,
  row,
  header_cell,
  data_cell,
  contents,       // holds lines and deeper contents
  contents_line,  // holds a reference
  reference,      // holds a link
  link,           // holds its text; a LinkArea of the page is its area
};

enum class HeaderScope : std::uint8_t { none, row, column };

struct Element {
  ElementRole role = ElementRole::paragraph;
  std::uint8_t level = 0;                 // of a heading, from 1 without gaps
  HeaderScope scope = HeaderScope::none;  // of a header cell
  ElementId parent = decoration;          // the root is its own parent's child: 0
  std::uint32_t row_span = 1;             // of cells
  std::uint32_t column_span = 1;
};

/// What stands for a figure where it can't be seen, and where it stands.
struct Picture {
  ElementId element = decoration;
  std::string alternative;
  std::uint32_t page = 0;
  Point at;
  Length width = 0;
  Length height = 0;
};

/// Elements by id - 1, every one after its parent; children of one parent are in reading
/// order, and an element's own ink is read in the order in which it was placed.
class Structure {
 public:
  /// A heading more than one level below the one before it is raised: levels have no gaps.
  ElementId add(const Element& element);
  [[nodiscard]] const Element& operator[](ElementId id) const { return elements_[id - 1]; }
  [[nodiscard]] ElementId count() const { return static_cast<ElementId>(elements_.size()); }
  [[nodiscard]] bool empty() const { return elements_.empty(); }

  void describe(Picture picture) { pictures_.push_back(std::move(picture)); }
  [[nodiscard]] const std::vector<Picture>& pictures() const { return pictures_; }
  /// Those of a page whose ink is moved.
  void move_pictures(std::uint32_t page, Length right, Length down);

  /// Takes over another's elements below this one's root, which replaces theirs; an id of theirs
  /// is moved(id, what this returns) here. Their pages come after `pages` of this one's.
  ElementId append(Structure other, std::uint32_t pages);

 private:
  std::vector<Element> elements_;
  std::vector<Picture> pictures_;
  std::uint8_t heading_level_ = 0;  // of the latest
};

/// An element of an appended structure; its root is the common one, what is no element stays.
[[nodiscard]] constexpr ElementId moved(ElementId id, ElementId by) { return is_element(id) && id != 1 ? id + by : id; }

/// "heading 2", "header cell, column": for dumps.
[[nodiscard]] std::string role_name(ElementId id, const Structure& structure);

}  // namespace gongkai
