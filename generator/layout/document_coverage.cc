#include "layout/document_coverage.h"

#include <string>
#include <variant>

namespace gongkai {
namespace {

class DocumentCheck {
 public:
  DocumentCheck(const FontSet& fonts, Diagnostics& diagnostics) : fonts_(fonts), diagnostics_(diagnostics) {}

  void block(const Block& block) {
    if (const auto* found = std::get_if<Heading>(&block)) heading(*found);
    if (const auto* found = std::get_if<Paragraph>(&block)) paragraph(*found);
    if (const auto* found = std::get_if<Table>(&block)) table(*found);
    if (const auto* found = std::get_if<Chart>(&block)) chart(*found);
    if (const auto* found = std::get_if<Contents>(&block)) text(found->title, FontRole::title, {});
  }

  [[nodiscard]] bool whole() const { return whole_; }

 private:
  void text(const std::string& text, FontRole role, Span where) {
    whole_ = check_coverage(text, role, where, fonts_, diagnostics_) && whole_;
  }

  /// On its page, and again in the contents.
  void heading(const Heading& heading) {
    const std::string shown = heading_text(heading);
    text(shown, role_of(heading), heading.span);
    const FontRole again = heading.level == 1 ? FontRole::heading1 : FontRole::body;
    if (heading.in_contents && whole_) text(shown, again, heading.span);
  }

  static FontRole role_of(const Heading& heading) {
    if (heading.level == 1) return FontRole::title;
    return heading.level == 2 ? FontRole::heading1 : FontRole::heading2;
  }

  void paragraph(const Paragraph& paragraph) {
    FontRole role = FontRole::body;
    if (paragraph.role == ParagraphRole::cover_title) role = FontRole::title;
    if (paragraph.role == ParagraphRole::cover_subtitle) role = FontRole::heading2;
    text(paragraph.label + plain_text(paragraph.text), role, paragraph.span);
    for (const Inline& part : paragraph.text)
      if (const auto* strong = std::get_if<Strong>(&part)) text(strong->text, FontRole::heading1, paragraph.span);
  }

  void table(const Table& table) {
    text(table.title, FontRole::heading1, table.span);
    text(table.code + table.left_note + table.right_note + table.statement, FontRole::body, table.span);
    for (const std::string& footnote : table.footnotes) text(footnote, FontRole::body, table.span);
    for (const Cell& cell : table.cells) {
      const FontRole role = cell.kind == CellKind::column_header ? FontRole::heading1 : FontRole::table;
      text(plain_text(cell.content), role, table.span);
    }
  }

  void chart(const Chart& chart) {
    text(chart.number + chart.title + chart.statement, FontRole::body, {});
    for (const ChartValue& value : chart.values) {
      text(value.label + value.printed + value.printed_share + chart.unit, FontRole::heading1, {});
      text(value.label + value.printed + value.printed_share + chart.unit, FontRole::table, {});
    }
  }

  const FontSet& fonts_;
  Diagnostics& diagnostics_;
  bool whole_ = true;
};

}  // namespace

bool check_document(const Document& document, const FontSet& fonts, Diagnostics& diagnostics) {
  DocumentCheck check(fonts, diagnostics);
  for (const Block& block : document.blocks) check.block(block);
  return check.whole();
}

}  // namespace gongkai
