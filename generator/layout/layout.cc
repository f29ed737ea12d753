#include "layout/layout.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "layout/contents_pages.h"
#include "layout/document_coverage.h"
#include "layout/item_lists.h"
#include "layout/mirror_pages.h"
#include "layout/page_numbers.h"
#include "layout/place_blocks.h"

namespace gongkai {
namespace {

/// Where the parts of the document begin: a cover, if the first paragraphs hold its title; the
/// contents and the paragraphs below them (公开时间); the body.
struct Parts {
  std::size_t contents = 0;
  std::size_t body = 0;
};

bool has_role(const Block& block, ParagraphRole role) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  return paragraph != nullptr && paragraph->role == role;
}

bool is_cover_title(const Block& block) { return has_role(block, ParagraphRole::cover_title); }

Parts parts_of(const std::vector<Block>& blocks) {
  const auto is_paragraph = [](const Block& block) { return std::holds_alternative<Paragraph>(block); };
  const auto is_break = [](const Block& block) { return std::holds_alternative<PageBreak>(block); };
  const auto cover_end = std::find_if_not(blocks.begin(), blocks.end(), is_paragraph);
  Parts parts;
  if (std::any_of(blocks.begin(), cover_end, is_cover_title))
    parts.contents = static_cast<std::size_t>(cover_end - blocks.begin());
  const auto first = blocks.begin() + static_cast<std::ptrdiff_t>(parts.contents);
  const auto next = std::find_if_not(first, blocks.end(), is_break);
  parts.body = parts.contents;
  if (next == blocks.end() || !std::holds_alternative<Contents>(*next)) return parts;
  parts.body = static_cast<std::size_t>(std::find_if_not(next + 1, blocks.end(), is_paragraph) - blocks.begin());
  return parts;
}

const Contents* find_contents(const std::vector<Block>& blocks) {
  for (const Block& block : blocks)
    if (const auto* contents = std::get_if<Contents>(&block)) return contents;
  return nullptr;
}

constexpr int parts_level = 1;  // 第一部分 … begin a page

class BodyPlacer {
 public:
  BodyPlacer(const std::vector<Block>& blocks, Placing& placing)
      : blocks_(blocks), placing_(placing), items_(placing.flow) {}

  void place(std::size_t first) {
    for (std::size_t index = first; index < blocks_.size(); ++index)
      if (std::holds_alternative<Table>(blocks_[index])) note_above(index);
    for (std::size_t index = first; index < blocks_.size(); ++index) place_in_turn(index);
    place_waiting();
    items_.leave();
    placing_.flow.close();
  }

 private:
  void note_above(std::size_t table) {
    Length height = 0;
    for (std::size_t index = table; index > 0 && std::holds_alternative<Heading>(blocks_[index - 1]); --index)
      height += height_of(std::get<Heading>(blocks_[index - 1]));
    placing_.tables.note_above(std::get<Table>(blocks_[table]), height, is_titled_by_heading(blocks_, table));
  }

  [[nodiscard]] Length height_of(const Heading& heading) const { return heading_height(heading, placing_); }

  /// A landscape table takes the headings right before it along onto its page.
  [[nodiscard]] const Block* anchor_of(std::size_t index) const {
    while (index < blocks_.size() && std::holds_alternative<Heading>(blocks_[index])) ++index;
    return index < blocks_.size() ? &blocks_[index] : nullptr;
  }

  [[nodiscard]] bool wants_landscape(std::size_t index) const {
    const Block* block = anchor_of(index);
    const auto* table = block == nullptr ? nullptr : std::get_if<Table>(block);
    return table != nullptr && placing_.tables.wants_landscape(*table);
  }

  /// An item goes into a list; anything else ends it.
  void keep_list(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block);
    if (paragraph != nullptr && paragraph->role == ParagraphRole::item)
      items_.enter(*paragraph);
    else
      items_.leave();
  }

  /// A chart the page has no room for waits while paragraphs fill it, till the next page or what
  /// is no paragraph or introduces: it doesn't come between that and what is introduced.
  void place_in_turn(std::size_t index) {
    const auto* chart = std::get_if<Chart>(&blocks_[index]);
    const bool text = std::holds_alternative<Paragraph>(blocks_[index]);
    if (!text || introduces(blocks_[index])) place_waiting();
    const bool text_follows = index + 1 < blocks_.size() && std::holds_alternative<Paragraph>(blocks_[index + 1]);
    if (chart != nullptr && text_follows && !chart_fits(*chart, placing_)) {
      waiting_ = index;
      waits_on_ = placing_.flow.page_number();
      return;
    }
    place_block(index);
    if (text && placing_.flow.page_number() != waits_on_) place_waiting();
  }

  void place_waiting() {
    if (waiting_) place_block(*std::exchange(waiting_, std::nullopt));
  }

  void place_block(std::size_t index) {
    const Block& block = blocks_[index];
    begin_part(block);
    keep_list(block);
    if (std::holds_alternative<Heading>(block) || std::holds_alternative<Table>(block))
      placing_.flow.turn(wants_landscape(index));
    else if (!std::holds_alternative<Contents>(block))
      placing_.flow.turn(false);
    if (const auto* heading = std::get_if<Heading>(&block)) place_heading(*heading, kept_height(index), placing_);
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) place_text(*paragraph, index);
    if (const auto* table = std::get_if<Table>(&block))
      place_table(*table, is_titled_by_heading(blocks_, index), placing_);
    if (const auto* chart = std::get_if<Chart>(&block)) place_chart(*chart, placing_);
    if (std::holds_alternative<PageBreak>(block) && !placing_.flow.page_is_fresh()) placing_.flow.next_page();
  }

  void place_text(const Paragraph& paragraph, std::size_t index) {
    if (paragraph.role != ParagraphRole::closing)
      return place_paragraph(paragraph, keeps_next(index) ? kept_height(index) : 0, placing_);
    std::size_t last = index;
    while (last + 1 < blocks_.size() && has_role(blocks_[last + 1], ParagraphRole::closing)) ++last;
    const Length lines = static_cast<Length>(last - index + 1) * placing_.style.closing.leading;
    if (last > index) placing_.flow.need(lines - margin_below(blocks_[last], placing_.style));
    place_closing(paragraph, std::get<Paragraph>(blocks_[last]), placing_);
  }

  void begin_part(const Block& block) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading != nullptr && heading->level == parts_level && !placing_.flow.page_is_fresh())
      placing_.flow.next_page();
  }

  /// What stands below a block and must not be parted from it. Headings in a row stay with the first thing
  /// they head, what introduces with what it introduces; where all that is higher than a page, each stays
  /// with the next only.
  [[nodiscard]] Length kept_height(std::size_t index) {
    if (index + 1 == blocks_.size()) return 0;
    if (index >= loose_) {
      const Chain chain = chain_from(index);
      if (chain.height <= placing_.flow.depth()) return chain.height - least(index);
      loose_ = chain.last;
    }
    return least(index + 1) - margin_below(blocks_[index + 1], placing_.style);
  }

  /// Blocks that stay together, or as many of them as are higher than a page.
  struct Chain {
    std::size_t last = 0;
    Length height = 0;
  };

  [[nodiscard]] Chain chain_from(std::size_t index) {
    Chain chain{index, least(index)};
    while (chain.last + 1 < blocks_.size() && (chain.last == index || leads_on(chain.last))) {
      const Block& next = blocks_[chain.last + 1];
      const auto* heading = std::get_if<Heading>(&next);
      if (heading != nullptr && heading->level == parts_level) return chain;
      chain.height += least(++chain.last);
      if (chain.height - margin_below(next, placing_.style) > placing_.flow.depth()) return chain;
    }
    if (chain.last > index) chain.height -= margin_below(blocks_[chain.last], placing_.style);
    return chain;
  }

  [[nodiscard]] Length least(std::size_t index) {
    const auto* heading = std::get_if<Heading>(&blocks_[index]);
    if (heading != nullptr) return height_of(*heading);
    return least_height(blocks_[index], is_titled_by_heading(blocks_, index), placing_);
  }

  /// Of annexes, a line each, none stands alone: the first two stay together, and the last two.
  [[nodiscard]] bool keeps_next(std::size_t index) const {
    if (!is_annex_at(index) || !is_annex_at(index + 1)) return introduces(blocks_[index]);
    return index == 0 || !is_annex_at(index - 1) || !is_annex_at(index + 2);
  }

  [[nodiscard]] bool is_annex_at(std::size_t index) const {
    return index < blocks_.size() && has_role(blocks_[index], ParagraphRole::annexes);
  }

  /// What all stays with the next block: a heading, a short paragraph that introduces.
  [[nodiscard]] bool leads_on(std::size_t index) const {
    if (std::holds_alternative<Heading>(blocks_[index])) return true;
    return keeps_next(index) && is_short(std::get<Paragraph>(blocks_[index]), placing_);
  }

  const std::vector<Block>& blocks_;
  Placing& placing_;
  ItemLists items_;
  std::optional<std::size_t> waiting_;  // a chart
  std::uint32_t waits_on_ = 0;          // page
  std::size_t loose_ = 0;               // blocks before this one stay with the next only
};

/// Where the last lines of a cover begin (who seals it, the date): they stand at its foot.
std::size_t foot_of_cover(const std::vector<Block>& blocks, std::size_t end) {
  std::size_t first = end;
  for (; first > 0; --first) {
    const auto* paragraph = std::get_if<Paragraph>(&blocks[first - 1]);
    if (paragraph != nullptr && paragraph->role != ParagraphRole::cover_line) break;
  }
  return first;
}

/// The room between the title and the lines at the foot, which end a seventh above the edge.
void skip_to_foot(const std::vector<Block>& blocks, std::size_t first, std::size_t end, Placing& placing) {
  Length room = placing.flow.left() - placing.flow.depth() / 7;
  for (std::size_t index = first; index < end; ++index) room -= least_height(blocks[index], false, placing);
  if (room > 0) (void)placing.flow.reserve(room);
}

/// The cover: its paragraphs from a third of the page on, lines at its foot if it has any.
void place_cover(const std::vector<Block>& blocks, std::size_t end, Placing& placing) {
  if (end == 0) return;
  (void)placing.flow.reserve(placing.flow.depth() * 28 / 100);
  const std::size_t foot = foot_of_cover(blocks, end);
  for (std::size_t index = 0; index < end; ++index) {
    if (index == foot) skip_to_foot(blocks, foot, end, placing);
    const auto* paragraph = std::get_if<Paragraph>(&blocks[index]);
    if (paragraph == nullptr) continue;
    Paragraph centred = *paragraph;
    if (centred.role == ParagraphRole::draft || centred.role == ParagraphRole::body)
      centred.role = ParagraphRole::centred;
    place_paragraph(centred, 0, placing);
  }
}

/// Pages of another flow put below those there are; its places move down by as many, its elements
/// follow those there are.
void append(Flow& flow, Pages& pages) {
  const auto shift = static_cast<std::uint32_t>(pages.pages.size());
  const ElementId by = pages.structure.append(std::move(flow.structure()), shift);
  for (Page& page : flow.pages()) {
    for (Mark& mark : page.marks) mark.element = moved(mark.element, by);
    for (LinkArea& link : page.links) link.element = moved(link.element, by);
  }
  std::move(flow.pages().begin(), flow.pages().end(), std::back_inserter(pages.pages));
  for (Place& place : flow.places()) pages.places.push_back({std::move(place.id), place.page + shift, place.y});
  for (OutlineItem& item : flow.outline())
    pages.outline.push_back({item.level, std::move(item.title), item.page + shift, item.y});
}

/// Cover, contents and what stands below them.
void place_front(const Document& document, const Parts& parts, const Flow& body, Placing& placing) {
  place_cover(document.blocks, parts.contents, placing);
  Length below = 0;
  for (std::size_t index = parts.contents; index < parts.body; ++index)
    below += std::holds_alternative<Paragraph>(document.blocks[index])
                 ? least_height(document.blocks[index], false, placing)
                 : 0;
  if (below > 0) below += placing.style.contents_after;
  if (const Contents* contents = find_contents(document.blocks)) {
    place_contents(document, *contents, body, below, placing);
    placing.flow.skip(placing.style.contents_after);
  }
  for (std::size_t index = parts.contents; index < parts.body; ++index)
    if (const auto* paragraph = std::get_if<Paragraph>(&document.blocks[index]))
      place_paragraph(*paragraph, 0, placing);
}

void describe(const Document& document, Pages& pages) {
  pages.title = document.title;
  pages.author = document.author;
  pages.subject = document.subject;
  pages.date = document.date;
  pages.language = document.language;
}

/// The back of the last leaf before page 1 (blank pages bear no number, GB/T 9704-2012 7.5).
Page blank_page(const Style& style) {
  Page page;
  page.width = style.portrait.width;
  page.height = style.portrait.height;
  return page;
}

bool is_blank(const Flow& flow) { return flow.pages().size() == 1 && flow.page_is_fresh(); }

}  // namespace

std::optional<Pages> lay_out(const Document& document, const FontSet& fonts, Diagnostics& diagnostics) {
  const Style& style = document.style;
  if (!check_document(document, fonts, diagnostics)) return std::nullopt;
  const std::size_t errors = diagnostics.count(Severity::error);
  const WholeNames names(document.names);
  TableShelf tables(style, fonts, names, diagnostics);
  Flow body(style);
  const FigureCells cells(document);
  Placing body_placing{body, fonts, style, names, tables, cells};
  const Parts parts = parts_of(document.blocks);
  BodyPlacer(document.blocks, body_placing).place(parts.body);
  if (!is_blank(body)) number_pages(body.pages(), style, fonts);
  Flow front(style);
  Placing front_placing{front, fonts, style, names, tables, cells};
  place_front(document, parts, body, front_placing);
  if (diagnostics.count(Severity::error) != errors) return std::nullopt;
  if (style.two_sided) {
    mirror_pages(body, style);
    mirror_pages(front, style);
  }
  Pages pages;
  if (!is_blank(front)) append(front, pages);
  const bool ends_with_front = is_blank(body) && !pages.pages.empty();
  if (style.two_sided && !ends_with_front && pages.pages.size() % 2 == 1) pages.pages.push_back(blank_page(style));
  if (!ends_with_front) append(body, pages);
  describe(document, pages);
  return pages;
}

}  // namespace gongkai
