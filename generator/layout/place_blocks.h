#pragma once
// One function a kind of block: how it goes down the page.

#include <map>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "layout/flow.h"
#include "layout/table_layout.h"

namespace gongkai {

/// Tables as set, each once: whether it fits, how high it is and what is drawn are asked apart.
class TableShelf {
 public:
  TableShelf(const Style& style, const FontSet& fonts, Diagnostics& diagnostics)
      : style_(style), fonts_(fonts), diagnostics_(diagnostics) {}
  /// On a page of this orientation.
  [[nodiscard]] const std::vector<SetTable>& at(const Table& table, bool landscape);
  /// Marked so by its profile, or too wide for an upright page.
  [[nodiscard]] bool wants_landscape(const Table& table);

 private:
  const Style& style_;
  const FontSet& fonts_;
  Diagnostics& diagnostics_;
  std::map<std::pair<const Table*, bool>, std::vector<SetTable>> set_;
};

/// What all of them need.
struct Placing {
  Flow& flow;
  const FontSet& fonts;
  const Style& style;
  TableShelf& tables;
};

/// A heading and, kept with it, the headings that follow it directly; `next` is the
/// height of what they must not be parted from.
void place_heading(const Heading& heading, Length next, Placing& placing);
void place_paragraph(const Paragraph& paragraph, Placing& placing);
/// `titled`: the heading just above says the table's title already.
void place_table(const Table& table, bool titled, Placing& placing);
void place_chart(const Chart& chart, Placing& placing);

/// Least height a block wants below a heading: two lines of text, a table's head and first
/// rows, a whole chart.
[[nodiscard]] Length least_height(const Block& block, Placing& placing);

[[nodiscard]] const TextStyle& style_of(const Paragraph& paragraph, const Style& style);

}  // namespace gongkai
