#pragma once
// One function a kind of block: how it goes down the page.

#include <cstddef>

#include "base/diagnostic.h"
#include "document/document.h"
#include "layout/flow.h"

namespace gongkai {

/// What all of them need.
struct Placing {
  Flow& flow;
  const FontSet& fonts;
  const Style& style;
  Diagnostics& diagnostics;
};

/// A heading and, kept with it, the headings that follow it directly; `next` is the
/// height of what they must not be parted from.
void place_heading(const Heading& heading, Length next, Placing& placing);
void place_paragraph(const Paragraph& paragraph, Placing& placing);
void place_table(const Table& table, Placing& placing);
void place_chart(const Chart& chart, Placing& placing);

/// Least height a block wants below a heading: two lines of text, a table's head and first
/// rows, a whole chart.
[[nodiscard]] Length least_height(const Block& block, const Placing& placing);

[[nodiscard]] const TextStyle& style_of(const Paragraph& paragraph, const Style& style);

}  // namespace gongkai
