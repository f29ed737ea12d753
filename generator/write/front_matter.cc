#include "write/front_matter.h"

namespace gongkai {

namespace {

const Paragraph* paragraph_at(const Document& document, std::size_t index) {
  return index < document.blocks.size() ? std::get_if<Paragraph>(&document.blocks[index]) : nullptr;
}

bool is_title(const Document& document, std::size_t index) {
  const Paragraph* paragraph = paragraph_at(document, index);
  return paragraph != nullptr && paragraph->role == ParagraphRole::cover_title;
}

bool may_stand_on_cover(const Block& block) {
  if (std::holds_alternative<PageBreak>(block)) return true;
  const auto* paragraph = std::get_if<Paragraph>(&block);
  if (paragraph == nullptr) return false;
  switch (paragraph->role) {
    case ParagraphRole::cover_title:
    case ParagraphRole::cover_subtitle:
    case ParagraphRole::cover_line:
    case ParagraphRole::centred:
    case ParagraphRole::note:
    case ParagraphRole::draft: return true;
    case ParagraphRole::body:
    case ParagraphRole::item:
    case ParagraphRole::closing:
    case ParagraphRole::caption: return false;
  }
  return false;
}

}  // namespace

FrontMatter front_matter(const Document& document) {
  FrontMatter front;
  while (front.end < document.blocks.size() && may_stand_on_cover(document.blocks[front.end])) ++front.end;
  while (front.title_block < front.end && !is_title(document, front.title_block)) ++front.title_block;
  while (is_title(document, front.title_block + front.title_blocks)) {
    const Paragraph* line = paragraph_at(document, front.title_block + front.title_blocks);
    front.title.push_back(plain_text(line->text));
    ++front.title_blocks;
  }
  if (front.title.empty()) front.title.push_back(document.title);
  return front;
}

std::string number_gap(const Heading& heading) {
  const std::size_t without = heading.number.size() + plain_text(heading.text).size();
  return heading_text(heading).size() > without ? " " : "";
}

}  // namespace gongkai
