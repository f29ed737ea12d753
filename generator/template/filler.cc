#include "template/filler.h"

#include <algorithm>

#include "template/table_block.h"

namespace gongkai {

Document Filler::run(const Blocks& blocks) {
  add(blocks);
  const FillStyle& style = parsed_->style;
  document_.title = style.title.empty() ? cover_title() : text(style.title);
  document_.author = text(style.author);
  document_.subject = text(style.subject);
  document_.date = text(style.date);
  document_.period = text(style.period);
  document_.style = style.look;
  document_.names = report_->entered.names;
  document_.names.insert(document_.names.end(), style.words.begin(), style.words.end());
  return std::move(document_);
}

std::string Filler::cover_title() const {
  std::string title;
  for (const Block& block : document_.blocks) {
    const Paragraph* const paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr) break;
    const bool titled =
        paragraph->role == ParagraphRole::cover_title || paragraph->role == ParagraphRole::cover_subtitle;
    if (titled) title += plain_text(paragraph->text);
  }
  return title;
}

void Filler::add(const Blocks& blocks) {
  for (const BlockNode& node : blocks) {
    std::visit([&](const auto& content) { add(content, node.span); }, node.content);
  }
}

void Filler::add_heading(int level, bool is_numbered, Inlines text, Span span) {
  if (text.empty()) return diagnostics_->error("TPL-07", "标题印出来没有文字", span);
  const Numbering::Counted counted = numbering_.heading(level, is_numbered);
  Heading heading;
  heading.level = level;
  heading.number = counted.number;
  heading.id = counted.id;
  heading.text = std::move(text);
  heading.span = span;
  document_.blocks.emplace_back(std::move(heading));
}

void Filler::add(const HeadingBlock& block, Span span) {
  const std::size_t errors = diagnostics_->count(Severity::error);
  Inlines text = lines_.fill(block.line);
  if (text.empty() && diagnostics_->count(Severity::error) != errors) return;
  add_heading(block.level, block.numbered, std::move(text), span);
}

/// A line whose ifs all came out empty is no paragraph.
void Filler::add(const ParagraphBlock& block, Span span) {
  Paragraph paragraph;
  paragraph.role = role_;
  paragraph.text = lines_.fill(block.line);
  paragraph.span = span;
  if (paragraph.text.empty()) return;
  numbering_.interrupt();
  document_.blocks.emplace_back(std::move(paragraph));
}

void Filler::add(const ItemBlock& block, Span span) {
  Paragraph paragraph;
  paragraph.role = ParagraphRole::item;
  paragraph.level = block.level;
  paragraph.text = lines_.fill(block.line);
  paragraph.span = span;
  if (paragraph.text.empty()) return;
  paragraph.label = numbering_.item(block.level);
  document_.blocks.emplace_back(std::move(paragraph));
}

void Filler::add(const RoleBlock& block, Span) {
  const ParagraphRole outer = role_;
  const std::size_t first = document_.blocks.size();
  role_ = block.role;
  add(block.body);
  role_ = outer;
  if (block.role == ParagraphRole::annexes) label_annexes(first);
}

/// How many there are is known only once they stand.
void Filler::label_annexes(std::size_t first) {
  std::vector<Paragraph*> annexes;
  for (std::size_t index = first; index < document_.blocks.size(); ++index) {
    auto* const paragraph = std::get_if<Paragraph>(&document_.blocks[index]);
    if (paragraph != nullptr && paragraph->role == ParagraphRole::annexes) annexes.push_back(paragraph);
  }
  int number = 0;
  for (Paragraph* const annex : annexes) {
    annex->level = number == 0 ? 0 : 1;
    annex->label = annex_label(parsed_->style.annex, ++number, static_cast<int>(annexes.size()));
  }
}

void Filler::add(const IfBlock& block, Span) {
  for (const BlockBranch& branch : block.branches) {
    const auto chosen = branch.condition ? lines_.holds(*branch.condition) : std::optional<bool>(true);
    if (!chosen) return;
    if (*chosen) return add(branch.body);
  }
}

void Filler::add(const ForBlock& block, Span) {
  numbering_.enter_loop();
  lines_.each(
      block.head, [&] { add(block.body); }, [&] { add(block.otherwise); });
  numbering_.leave_loop();
}

void Filler::add(const SetBlock& block, Span) { lines_.set(block.name, block.expression); }

/// What the included text sets stays inside it, as in Jinja2. That it exists and does not
/// include itself was checked when it was parsed.
void Filler::add(const IncludeBlock& block, Span) {
  const auto found = parsed_->texts.find(block.path);
  if (found == parsed_->texts.end()) return;
  const Locals::Frame frame(lines_.locals());
  add(found->second);
}

/// Where the profile writes it with the names 表号 and 表题; else the title.
Inlines Filler::table_heading(const Table& table) {
  const std::optional<TableNote>& line = report_->profile.table_style.heading;
  if (!line) return {PlainText{table.title}};
  const Locals::Frame frame(lines_.locals());
  lines_.locals().set("表号", Value::text(table.code));
  lines_.locals().set("表题", Value::text(table.title));
  return fill_line(line->text, line->span, *report_, lines_.scope(), *journal_, *diagnostics_).value_or(Inlines{});
}

void Filler::add_table(const TableDefinition& definition, bool with_heading) {
  numbering_.interrupt();
  auto table = make_table(definition, *report_, lines_.scope(), *journal_, *diagnostics_);
  if (!table) return;
  constexpr int level = 2;
  if (with_heading) add_heading(level, true, table_heading(*table), definition.title.span);
  table->id = numbering_.anchor(table->id);
  document_.blocks.emplace_back(std::move(*table));
}

void Filler::add(const TableBlock& block, Span) {
  for (const TableDefinition& definition : report_->profile.tables) {
    if (definition.id == block.id) return add_table(definition, false);
  }
}

void Filler::add(const AllTablesBlock&, Span) {
  for (const TableDefinition& definition : report_->profile.tables) {
    if (definition.listed) add_table(definition, true);
  }
}

void Filler::add(const ChartBlock& block, Span) {
  numbering_.interrupt();
  const auto same = [&block](const ChartPlan& plan) { return plan.id == block.id; };
  const auto plan = std::find_if(parsed_->charts.begin(), parsed_->charts.end(), same);
  if (plan == parsed_->charts.end()) return;
  auto chart = make_chart(*plan, {*report_, parsed_->style, *journal_, *diagnostics_}, lines_);
  if (!chart) return;
  const Numbering::Counted counted = numbering_.chart();
  chart->number = counted.number;
  chart->id = counted.id;
  document_.blocks.emplace_back(std::move(*chart));
}

void Filler::add(const ContentsBlock&, Span) {
  numbering_.interrupt();
  document_.blocks.emplace_back(Contents{parsed_->style.contents_title, parsed_->style.contents_levels});
}

void Filler::add(const PageBreakBlock&, Span) {
  numbering_.interrupt();
  document_.blocks.emplace_back(PageBreak{});
}

}  // namespace gongkai
