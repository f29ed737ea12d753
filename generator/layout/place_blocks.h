#pragma once
// One function a kind of block: how it goes down the page.

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "document/figure_cells.h"
#include "layout/flow.h"
#include "layout/table_layout.h"

namespace gongkai {

/// Tables as set, each once: which way its page lies, how high it is and what is drawn are asked
/// apart.
class TableShelf {
 public:
  TableShelf(const Style& style, const FontSet& fonts, const WholeNames& names, Diagnostics& diagnostics)
      : style_(style), lettering_{fonts, names}, diagnostics_(diagnostics) {}
  /// What stands above a table if it begins a page, the height of its headings; said before it
  /// is set.
  void note_above(const Table& table, Length headings, bool titled) { above_[&table] = {headings, titled}; }
  [[nodiscard]] const std::vector<SetTable>& set(const Table& table);
  /// The same in type one size smaller at most, closer if need be, if it then is no higher than
  /// `left` with what belongs to it.
  void fit(const Table& table, Length left);
  /// The height of the headings noted above it.
  [[nodiscard]] Length headings_above(const Table& table) const;
  /// What it asks for where it stands, once that is known: its headings and it itself ask alike.
  [[nodiscard]] std::optional<Length>& need(const Table& table) { return needs_[&table]; }
  /// Marked so by its profile, or too wide for an upright page.
  [[nodiscard]] bool wants_landscape(const Table& table);
  [[nodiscard]] Diagnostics& diagnostics() { return diagnostics_; }

 private:
  struct Above {
    Length headings = 0;
    bool titled = false;
  };
  struct Kept {
    bool landscape = false;
    std::vector<SetTable> parts;
  };
  const Kept& keep(const Table& table);
  [[nodiscard]] TableRoom room_for(const Table& table, bool landscape) const;

  const Style& style_;
  const Lettering lettering_;
  Diagnostics& diagnostics_;
  std::map<const Table*, Above> above_;
  std::map<const Table*, Kept> set_;
  std::map<const Table*, std::optional<Length>> needs_;
};

/// What all of them need.
struct Placing {
  Flow& flow;
  const FontSet& fonts;
  const Style& style;
  const WholeNames& names;
  TableShelf& tables;
  const FigureCells& cells;
};

/// A heading and, kept with it, the headings that follow it directly; `next` is the
/// height of what they must not be parted from.
void place_heading(const Heading& heading, Length next, Placing& placing);
/// Likewise a paragraph, or its last lines, and the height of what it introduces; 0 if it introduces nothing.
void place_paragraph(const Paragraph& paragraph, Length next, Placing& placing);
/// A line of a signature (落款), `last` being its last one, the date.
void place_closing(const Paragraph& paragraph, const Paragraph& last, Placing& placing);
/// A paragraph whose colon says that more follows: 具体如下：, 其中：.
[[nodiscard]] bool introduces(const Block& block);
/// `titled`: the heading just above says the table's title already.
void place_table(const Table& table, bool titled, Placing& placing);
void place_chart(const Chart& chart, Placing& placing);
/// Whether the page has room for it, if need be made a little smaller.
[[nodiscard]] bool chart_fits(const Chart& chart, Placing& placing);

/// Height of a heading with the space around it.
[[nodiscard]] Length heading_height(const Heading& heading, const Placing& placing);

/// All lines of a paragraph keep together: it is short.
[[nodiscard]] bool is_short(const Paragraph& paragraph, const Placing& placing);

/// Least height a block wants below a heading or what introduces it: two lines of text or a short
/// paragraph, a whole table if that fits a page, a chart as small as it may become.
[[nodiscard]] Length least_height(const Block& block, bool titled, Placing& placing);

/// What of that may hang below the type area: the room below the type of a line.
[[nodiscard]] Length margin_below(const Block& block, const Style& style);

[[nodiscard]] const TextStyle& style_of(const Heading& heading, const Style& style);
[[nodiscard]] const TextStyle& style_of(const Paragraph& paragraph, const Style& style);

}  // namespace gongkai
