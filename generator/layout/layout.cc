#include "layout/layout.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "layout/contents_pages.h"
#include "layout/document_coverage.h"
#include "layout/place_blocks.h"

namespace gongkai {
namespace {

/// Where the parts of the document begin. The cover ends at the contents or the first
/// heading; what follows the contents up to a page break or heading (公开时间) stands below it.
struct Parts {
  std::size_t contents = 0;
  std::size_t body = 0;
};

Parts parts_of(const std::vector<Block>& blocks) {
  const auto is_heading = [](const Block& block) { return std::holds_alternative<Heading>(block); };
  const auto is_contents = [](const Block& block) { return std::holds_alternative<Contents>(block); };
  const auto first = std::find_if(blocks.begin(), blocks.end(), [&](const Block& block) { return is_heading(block) || is_contents(block); });
  Parts parts;
  parts.contents = parts.body = static_cast<std::size_t>(first - blocks.begin());
  if (first == blocks.end() || !is_contents(*first)) return parts;
  const auto body = std::find_if(first, blocks.end(), [&](const Block& block) {
    return is_heading(block) || std::holds_alternative<PageBreak>(block);
  });
  parts.body = static_cast<std::size_t>(body - blocks.begin());
  return parts;
}

const Contents* find_contents(const std::vector<Block>& blocks) {
  for (const Block& block : blocks)
    if (const auto* contents = std::get_if<Contents>(&block)) return contents;
  return nullptr;
}

class BodyPlacer {
 public:
  BodyPlacer(const std::vector<Block>& blocks, Placing& placing) : blocks_(blocks), placing_(placing) {}

  void place(std::size_t first) {
    for (std::size_t index = first; index < blocks_.size(); ++index) place_block(index);
  }

 private:
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

  void place_block(std::size_t index) {
    const Block& block = blocks_[index];
    if (std::holds_alternative<Heading>(block) || std::holds_alternative<Table>(block)) placing_.flow.turn(wants_landscape(index));
    else if (!std::holds_alternative<Contents>(block)) placing_.flow.turn(false);
    if (const auto* heading = std::get_if<Heading>(&block)) place_heading(*heading, kept_height(index), placing_);
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) place_paragraph(*paragraph, placing_);
    if (const auto* table = std::get_if<Table>(&block)) place_table(*table, titled(index), placing_);
    if (const auto* chart = std::get_if<Chart>(&block)) place_chart(*chart, placing_);
    if (std::holds_alternative<PageBreak>(block) && !placing_.flow.page_is_fresh()) placing_.flow.next_page();
  }

  [[nodiscard]] bool titled(std::size_t index) const {
    const auto* heading = index == 0 ? nullptr : std::get_if<Heading>(&blocks_[index - 1]);
    return heading != nullptr && plain_text(heading->text) == std::get<Table>(blocks_[index]).title;
  }

  /// Headings in a row stay with the first thing they head.
  [[nodiscard]] Length kept_height(std::size_t index) const {
    Length height = 0;
    for (++index; index < blocks_.size(); ++index) {
      if (!std::holds_alternative<Heading>(blocks_[index])) return height + least_height(blocks_[index], placing_);
      height += points(30);
    }
    return height;
  }

  const std::vector<Block>& blocks_;
  Placing& placing_;
};

/// The cover: its paragraphs from a third of the page on, lines at its foot if it has any.
void place_cover(const std::vector<Block>& blocks, std::size_t end, Placing& placing) {
  if (end == 0) return;
  (void)placing.flow.reserve(placing.flow.depth() * 28 / 100);
  for (std::size_t index = 0; index < end; ++index) {
    const auto* paragraph = std::get_if<Paragraph>(&blocks[index]);
    if (paragraph == nullptr) continue;
    Paragraph centred = *paragraph;
    if (centred.role == ParagraphRole::draft || centred.role == ParagraphRole::body) centred.role = ParagraphRole::centred;
    place_paragraph(centred, placing);
  }
}

/// Page numbers as GB/T 9704 sets them, — 1 —, centred below the type area.
void number_pages(std::vector<Page>& pages, std::size_t first, const Style& style, const FontSet& fonts) {
  for (std::size_t index = first; index < pages.size(); ++index) {
    Page& page = pages[index];
    page.label = std::to_string(index - first + 1);
    const PageStyle& geometry = page.width > page.height ? style.landscape : style.portrait;
    const TextBlock number = set_text("— " + page.label + " —", style.page_number, geometry.room(), fonts);
    place_line(number, 0, {geometry.left, page.height - geometry.bottom + style.page_number_drop - number.ascent}, page);
  }
}

/// The front pages (cover, contents) put before the body's; every place moves down by as many.
Pages join(Flow& front, Flow& body) {
  Pages pages;
  pages.pages = std::move(front.pages());
  const auto shift = static_cast<std::uint32_t>(pages.pages.size());
  std::move(body.pages().begin(), body.pages().end(), std::back_inserter(pages.pages));
  pages.places = std::move(front.places());
  for (Place place : body.places()) {
    place.page += shift;
    pages.places.push_back(std::move(place));
  }
  for (OutlineItem item : body.outline()) {
    item.page += shift;
    pages.outline.push_back(std::move(item));
  }
  return pages;
}

}  // namespace

std::optional<Pages> lay_out(const Document& document, const FontSet& fonts, const Style& style, Diagnostics& diagnostics) {
  if (!check_document(document, fonts, diagnostics)) return std::nullopt;
  const std::size_t errors = diagnostics.count(Severity::error);
  Flow body(style);
  TableShelf tables(style, fonts, diagnostics);
  Placing body_placing{body, fonts, style, tables};
  const Parts parts = parts_of(document.blocks);
  BodyPlacer(document.blocks, body_placing).place(parts.body);
  number_pages(body.pages(), 0, style, fonts);

  Flow front(style);
  Placing front_placing{front, fonts, style, tables};
  place_cover(document.blocks, parts.contents, front_placing);
  if (const Contents* contents = find_contents(document.blocks)) place_contents(document, *contents, body, front_placing);
  for (std::size_t index = parts.contents; index < parts.body; ++index)
    if (const auto* paragraph = std::get_if<Paragraph>(&document.blocks[index])) place_paragraph(*paragraph, front_placing);
  if (diagnostics.count(Severity::error) != errors) return std::nullopt;
  Pages pages = parts.body == 0 && find_contents(document.blocks) == nullptr ? Pages{} : join(front, body);
  if (pages.pages.empty()) pages = Pages{std::move(body.pages()), std::move(body.places()), std::move(body.outline()), {}, {}, {}, {}, {}};
  pages.title = document.title;
  pages.author = document.author;
  pages.subject = document.subject;
  pages.date = document.date;
  pages.language = document.language;
  return pages;
}

}  // namespace gongkai
