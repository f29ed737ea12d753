#pragma once
// The running page: text goes down it line by line, pages follow each other, places and
// bookmarks are noted where things land.

#include <string>
#include <vector>

#include "layout/page.h"
#include "layout/set_text.h"

namespace gongkai {

/// What one inline of a text is where it is more than a part of its paragraph: an element of its own,
/// and for a link the place it leads to.
struct TextPart {
  ElementId element = decoration;
  std::string target = {};
  std::string words = {};
};

class Flow {
 public:
  explicit Flow(const Style& style);

  /// Height left on the page.
  [[nodiscard]] Length left() const { return bottom_ - y_; }
  [[nodiscard]] Length depth() const { return geometry_->depth(); }
  [[nodiscard]] Length room() const { return geometry_->room(); }
  [[nodiscard]] bool page_is_fresh() const { return fresh_; }
  [[nodiscard]] bool landscape() const { return geometry_->width > geometry_->height; }

  /// Starts a page, of this orientation from now on; a fresh page is turned, not added.
  void turn(bool landscape);
  void next_page();
  /// A new page unless `height` fits here or the page is fresh anyway.
  void need(Length height);
  void skip(Length height) { y_ += fresh_ ? 0 : height; }

  /// Lines of a paragraph, the first of a page with its type, the last of it too, at the edge of the
  /// type area: what a line has above and below its type doesn't count there. Never one line alone at
  /// a page's foot or head (孤行): three lines or fewer stay together. `parts`: of its first inlines;
  /// those that are none have no element. `next`: height of what the last two lines stay with.
  void put(const TextBlock& block, const std::vector<TextPart>& parts = {}, Length next = 0);
  /// Drops a last page that nothing was put on.
  void close();
  /// The upper left corner of the next thing, `height` high, placed by the caller.
  [[nodiscard]] Point reserve(Length height);
  [[nodiscard]] Page& page() { return pages_.back(); }

  void note_place(const std::string& id);
  void note_outline(int level, const std::string& title);

  /// What is placed until the end() belongs to a new element below the one that is open; to
  /// none if that is set apart.
  ElementId begin(ElementRole role) { return begin(Element{role}); }
  ElementId begin(Element element);
  /// The same for what is no element: repeated, decoration.
  void begin_apart(ElementId what);
  void end();
  [[nodiscard]] ElementId current() const { return open_.back(); }
  [[nodiscard]] Structure& structure() { return structure_; }
  [[nodiscard]] std::uint32_t page_number() const { return static_cast<std::uint32_t>(pages_.size() - 1); }

  [[nodiscard]] std::vector<Page>& pages() { return pages_; }
  [[nodiscard]] const std::vector<Page>& pages() const { return pages_; }
  [[nodiscard]] std::vector<Place>& places() { return places_; }
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }
  [[nodiscard]] std::vector<OutlineItem>& outline() { return outline_; }

 private:
  void open_page();
  void place_parts(const TextBlock& block, std::size_t line, const std::vector<TextPart>& parts);
  void place_link(const TextLine& line, std::size_t run, const TextBlock& block, const TextPart& part);
  [[nodiscard]] std::size_t lines_that_fit(const TextBlock& block, std::size_t first, Length next) const;

  const Style& style_;
  const PageStyle* geometry_;
  std::vector<Page> pages_;
  std::vector<Place> places_;
  std::vector<OutlineItem> outline_;
  Structure structure_;
  std::vector<ElementId> open_;  // the root first
  Length y_ = 0;
  Length bottom_ = 0;
  bool fresh_ = true;
};

}  // namespace gongkai
