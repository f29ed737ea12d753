#pragma once
// The parts of the web page, inside the write room.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/whole_names.h"
#include "write/escape.h"
#include "write/format.h"
#include "write/front_matter.h"
#include "write/html_fragment.h"
#include "write/html_provenance.h"
#include "write/origin_text.h"

namespace gongkai {

/// The names a line of a title holds on a screen of 360 px; longer ones part between words.
[[nodiscard]] std::vector<std::string> names_of_a_line(const std::vector<std::string>& names);

/// The page as far as it is written.
struct HtmlPage {
  explicit HtmlPage(const WriteContext& given)
      : context(given),
        origins(given.journal, given.sources, given.document.source),
        provenance(given.journal, given.sources),
        names(names_of_a_line(given.document.names)),
        fragment(given.fragment ? html_fragment_id(given.document) : "") {}

  /// The id of one of the page's parts as the page writes it, escaped.
  [[nodiscard]] std::string id(std::string_view own) const {
    return (fragment.empty() ? "" : fragment + '-') + escaped(own);
  }

  const WriteContext& context;
  OriginText origins;
  HtmlProvenance provenance;
  WholeNames names;      // what stays on one line even in a title on a telephone
  std::string fragment;  // its own id; "" of a whole page
  std::string out;
  std::size_t charts = 0;        // numbers the charts that have no id
  std::size_t header_cells = 0;  // numbers the header cells that cells name
};

/// The style sheet but for what the report's style gives (html_look).
[[nodiscard]] std::string_view html_style();

/// <data value="8740500.00" data-origin=":42">874.05</data>; a figure that prints nothing
/// (a zero left blank) still has its element, but no record: nobody can ask for it.
void append_figure(HtmlPage& page, std::string_view text, const Quantity& quantity, OriginId origin);

/// A unit that follows a figure is kept on its line.
void append_inlines(HtmlPage& page, const Inlines& inlines);
/// Likewise, of a title or a name in a table: its lines end between words, where <wbr> says so; the style
/// keeps the rest.
void append_name(HtmlPage& page, const Inlines& inlines);

/// `titled`: the heading just above says the table's title already; it is there for screen readers.
void append_table(HtmlPage& page, const Table& table, bool titled);
void append_chart(HtmlPage& page, const Chart& chart);

/// Everything from block `first` on but `left_out`: paragraphs, nested sections, tables, charts.
void append_blocks(HtmlPage& page, std::size_t first, std::optional<std::size_t> left_out);
void append_paragraph(HtmlPage& page, const Paragraph& paragraph);
void append_contents(HtmlPage& page, const Contents& contents);

/// <p class="…">text</p>, text escaped.
void append_line(HtmlPage& page, std::string_view classes, std::string_view text);

}  // namespace gongkai
