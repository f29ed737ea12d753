#pragma once
// Walks the block tree of report.md and makes the document's blocks.

#include <string>
#include <utility>

#include "template/chart_block.h"
#include "template/line_filler.h"
#include "template/numbering.h"
#include "template/parsed.h"

namespace gongkai {

class Filler {
 public:
  Filler(const Report& report, const Scope& scope, Journal& journal, Diagnostics& diagnostics)
      : report_(&report),
        parsed_(&report.templates.parsed()),
        journal_(&journal),
        diagnostics_(&diagnostics),
        lines_(scope, diagnostics),
        numbering_(parsed_->style) {}

  /// Title, author, subject and date too.
  [[nodiscard]] Document run(const Blocks& blocks);

 private:
  void add(const Blocks& blocks);
  void add(const HeadingBlock& block, Span span);
  void add(const ParagraphBlock& block, Span span);
  void add(const ItemBlock& block, Span span);
  void add(const RoleBlock& block, Span span);
  void add(const IfBlock& block, Span span);
  void add(const ForBlock& block, Span span);
  void add(const SetBlock& block, Span span);
  void add(const IncludeBlock& block, Span span);
  void add(const TableBlock& block, Span span);
  void add(const AllTablesBlock& block, Span span);
  void add(const ChartBlock& block, Span span);
  void add(const ContentsBlock& block, Span span);
  void add(const PageBreakBlock& block, Span span);

  void label_annexes(std::size_t first);
  void add_heading(int level, bool numbered, Inlines text, Span span);
  [[nodiscard]] Inlines table_heading(const Table& table);
  void add_table(const TableDefinition& definition, bool with_heading);
  [[nodiscard]] std::string text(const Line& line) { return plain_text(lines_.fill(line)); }
  [[nodiscard]] std::string cover_title() const;

  const Report* report_;
  const Templates::Parsed* parsed_;
  Journal* journal_;
  Diagnostics* diagnostics_;
  LineFiller lines_;
  Numbering numbering_;
  Document document_;
  ParagraphRole role_ = ParagraphRole::body;
};

}  // namespace gongkai
