#include "layout/document_coverage.h"

#include <algorithm>
#include <string>
#include <variant>

#include "layout/place_blocks.h"

namespace gongkai {
namespace {

class DocumentCheck {
 public:
  DocumentCheck(const Style& style, const FontSet& fonts, Diagnostics& diagnostics)
      : style_(style), fonts_(fonts), diagnostics_(diagnostics) {}

  void block(const Block& block) {
    if (const auto* found = std::get_if<Heading>(&block)) heading(*found);
    if (const auto* found = std::get_if<Paragraph>(&block)) paragraph(*found);
    if (const auto* found = std::get_if<Table>(&block)) table(*found);
    if (const auto* found = std::get_if<Chart>(&block)) chart(*found);
    if (const auto* found = std::get_if<Contents>(&block)) text(found->title, style_.contents_title.role, {});
  }

  [[nodiscard]] bool whole() const { return whole_; }

 private:
  void text(const std::string& text, FontRole role, Span where) {
    whole_ = check_coverage(text, role, where, fonts_, diagnostics_) && whole_;
  }

  /// On its page, and again in the contents.
  void heading(const Heading& heading) {
    const std::string shown = heading_text(heading);
    text(shown, style_of(heading, style_).role, heading.span);
    const int level = std::clamp(heading.level, 1, static_cast<int>(style_.contents.size()));
    const FontRole again = style_.contents[static_cast<std::size_t>(level - 1)].role;
    if (heading.in_contents && whole_) text(shown, again, heading.span);
  }

  void paragraph(const Paragraph& paragraph) {
    text(paragraph.label + plain_text(paragraph.text), style_of(paragraph, style_).role, paragraph.span);
    for (const Inline& part : paragraph.text)
      if (const auto* strong = std::get_if<Strong>(&part)) text(strong->text, FontRole::heading1, paragraph.span);
  }

  void table(const Table& table) {
    text(table.title, style_.table_title.role, table.span);
    text(table.code + table.left_note + table.right_note + table.statement, style_.table_note.role, table.span);
    for (const std::string& footnote : table.footnotes) text(footnote, style_.table_note.role, table.span);
    for (const Cell& cell : table.cells) {
      const FontRole role = cell.kind == CellKind::column_header ? style_.table.header_role : style_.table.role;
      text(plain_text(cell.content), role, table.span);
    }
  }

  void chart(const Chart& chart) {
    text(chart.number + chart.title + chart.statement, style_.caption.role, {});
    for (const ChartValue& value : chart.values) {
      text(value.label + value.printed + value.printed_share + chart.unit, FontRole::heading1, {});
      text(value.label + value.printed + value.printed_share + chart.unit, FontRole::table, {});
    }
  }

  const Style& style_;
  const FontSet& fonts_;
  Diagnostics& diagnostics_;
  bool whole_ = true;
};

}  // namespace

bool check_document(const Document& document, const FontSet& fonts, Diagnostics& diagnostics) {
  DocumentCheck check(document.style, fonts, diagnostics);
  for (const Block& block : document.blocks) check.block(block);
  return check.whole();
}

}  // namespace gongkai
