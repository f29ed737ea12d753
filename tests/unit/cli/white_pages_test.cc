// How much of a page's foot stays white in the reports under data/, and why.

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <variant>

#include "base/files.h"
#include "cli/pipeline.h"
#include "fonts_of_tree.h"
#include "layout/layout.h"

using namespace gongkai;

namespace {

/// Percent of a page that may stay white before what begins the next one; more needs no reason
/// there than what it is.
constexpr int unnoticed = 15;
constexpr int before_heading = 21;      // with a heading below it and three lines of text
constexpr int before_rest = 25;         // rows that a cell holds together, lines of a paragraph
constexpr int before_chart = 30;        // which may shrink a fifth and let paragraphs pass
constexpr int before_whole_table = 40;  // which else would be parted

struct Ink {
  Length lowest = 0;
  std::set<ElementId> blocks;  // children of the root that it belongs to
  ElementId first = decoration;
};

ElementId block_of(ElementId id, const Structure& structure) {
  while (structure[id].parent > 1) id = structure[id].parent;
  return id;
}

Length bottom_of(const Placed& placed) {
  if (const auto* run = std::get_if<GlyphRun>(&placed)) return run->at.y;
  if (const auto* box = std::get_if<Box>(&placed)) return box->at.y + box->height;
  Length lowest = 0;
  if (const auto* path = std::get_if<PlacedShape>(&placed))
    for (const PathStep& step : path->shape.steps) lowest = std::max(lowest, path->at.y + step.to.y);
  return lowest;
}

Ink ink_of(const Page& page, const Structure& structure) {
  Ink ink;
  auto mark = page.marks.begin();
  ElementId element = decoration;
  for (std::size_t index = 0; index < page.placed.size(); ++index) {
    for (; mark != page.marks.end() && mark->first <= index; ++mark) element = mark->element;
    if (element == page_foot) continue;
    ink.lowest = std::max(ink.lowest, bottom_of(page.placed[index]));
    if (!is_element(element)) continue;
    const ElementId block = block_of(element, structure);
    if (ink.first == decoration) ink.first = block;
    ink.blocks.insert(block);
  }
  return ink;
}

/// Anchors that the template puts on a new page, and those of forms.
struct Anchors {
  std::set<std::string> new_page;
  std::set<std::string> forms;

  explicit Anchors(const Document& document) {
    bool broken = false;
    for (const Block& block : document.blocks) {
      const auto* heading = std::get_if<Heading>(&block);
      const auto* table = std::get_if<Table>(&block);
      const std::string id = heading != nullptr ? heading->id : table != nullptr ? table->id : "";
      if (broken) new_page.insert(id);
      if (table != nullptr && table->form) forms.insert(id);
      broken = std::holds_alternative<PageBreak>(block);
    }
  }
};

class FeetOfPages {
 public:
  FeetOfPages(const Document& document, const Pages& pages)
      : anchors_(document), style_(document.style), pages_(pages) {
    for (const Page& page : pages.pages) ink_.push_back(ink_of(page, pages.structure));
  }

  /// "page 5: 27 % white before a table", for each that has too much.
  [[nodiscard]] std::string too_white() const {
    std::string all;
    for (std::size_t page = 0; page + 1 < pages_.pages.size(); ++page) {
      const int percent = white(page);
      if (percent <= unnoticed || pages_.pages[page].label.empty() || is_meant(page)) continue;
      const auto [what, most] = next_after(page);
      if (percent > most)
        all += "page " + pages_.pages[page].label + ": " + std::to_string(percent) + " % before " + what + "\n";
    }
    return all;
  }

 private:
  [[nodiscard]] int white(std::size_t page) const {
    const PageStyle& paper = is_landscape(page) ? style_.landscape : style_.portrait;
    const Length left = paper.height - paper.bottom - ink_[page].lowest;
    return static_cast<int>(std::int64_t{left} * 100 / paper.depth());
  }

  [[nodiscard]] bool is_landscape(std::size_t page) const {
    return pages_.pages[page].width > pages_.pages[page].height;
  }

  /// The paper turns, or a part, a form or what the template wants there begins the next page.
  [[nodiscard]] bool is_meant(std::size_t page) const {
    if (is_landscape(page) != is_landscape(page + 1)) return true;
    const Element& first = pages_.structure[ink_[page + 1].first];
    if (first.role == ElementRole::heading && first.level == 1) return true;
    return std::any_of(pages_.places.begin(), pages_.places.end(), [&](const Place& place) {
      const bool at_top = place.page == page + 1 && place.y < pages_.pages[place.page].height / 3;
      return at_top && (anchors_.new_page.count(place.id) != 0 || anchors_.forms.count(place.id) != 0);
    });
  }

  [[nodiscard]] std::pair<std::string, int> next_after(std::size_t page) const {
    const ElementId first = ink_[page + 1].first;
    if (ink_[page].blocks.count(first) != 0) return {"the rest of a block", before_rest};
    if (begins_with_table(page + 1)) return {"a table", before_whole_table};
    if (pages_.structure[first].role == ElementRole::group) return {"a chart", before_chart};
    return {"text", before_heading};
  }

  /// Below headings, if it has any.
  [[nodiscard]] bool begins_with_table(std::size_t page) const {
    for (ElementId id = ink_[page].first; id <= pages_.structure.count(); ++id) {
      if (pages_.structure[id].parent != 1) continue;
      if (pages_.structure[id].role != ElementRole::heading) return pages_.structure[id].role == ElementRole::table;
    }
    return false;
  }

  Anchors anchors_;
  const Style& style_;
  const Pages& pages_;
  std::vector<Ink> ink_;
};

}  // namespace

TEST_CASE("no page of the reports ends in white that what follows doesn't explain") {
  const DiskFiles files;
  ProfileShelf shelf(files);
  const SearchResult found = search_reports({std::string(GONGKAI_HOME) + "/data"});
  REQUIRE(found.reports.size() > 5);
  for (const FoundReport& report : found.reports) {
    const std::unique_ptr<ReportRun> run = run_report(report, GONGKAI_HOME, shelf);
    if (!run->document) continue;  // a unit's file, or no report
    Diagnostics diagnostics;
    const auto pages = lay_out(*run->document, testing::tree_fonts(), diagnostics);
    REQUIRE(pages);
    CAPTURE(report.shown);
    CHECK(FeetOfPages(*run->document, *pages).too_white() == "");
  }
}
