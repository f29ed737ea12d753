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

bool is_subtitle(const Document& document, std::size_t index) {
  const Paragraph* paragraph = paragraph_at(document, index);
  return paragraph != nullptr && paragraph->role == ParagraphRole::cover_subtitle;
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
    case ParagraphRole::annexes:
    case ParagraphRole::caption: return false;
  }
  return false;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

void take_cover_title(const Document& document, FrontMatter& front) {
  while (is_title(document, front.title_block + front.title_blocks)) {
    const Paragraph* line = paragraph_at(document, front.title_block + front.title_blocks);
    front.title.push_back(plain_text(line->text));
    ++front.title_blocks;
  }
  front.cover = front.title_blocks > 0;
}

void take_first_heading(const Document& document, FrontMatter& front) {
  const auto* heading =
      front.end < document.blocks.size() ? std::get_if<Heading>(&document.blocks[front.end]) : nullptr;
  if (heading == nullptr || !heading->number.empty()) return;
  std::vector<std::string> lines = {plain_text(heading->text)};
  for (std::size_t i = front.end + 1; is_subtitle(document, i); ++i) {
    lines.push_back(plain_text(paragraph_at(document, i)->text));
  }
  if (joined(lines) != document.title) return;
  front.id = heading->id;
  front.title_block = front.end;
  front.title_blocks = lines.size();
  front.end += lines.size();
  front.title = std::move(lines);
}

// On paper the first page of the text says the title of the cover again.
void find_repetition(const Document& document, FrontMatter& front) {
  const std::string title = joined(front.title);
  for (std::size_t i = front.end; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    const auto* heading = std::get_if<Heading>(&block);
    if (heading != nullptr && heading->number.empty() && plain_text(heading->text) == title) {
      front.again = i;
      front.id = heading->id;
    }
    if (!std::holds_alternative<PageBreak>(block) && !std::holds_alternative<Contents>(block)) return;
  }
}

}  // namespace

FrontMatter front_matter(const Document& document) {
  FrontMatter front;
  while (front.end < document.blocks.size() && may_stand_on_cover(document.blocks[front.end])) ++front.end;
  while (front.title_block < front.end && !is_title(document, front.title_block)) ++front.title_block;
  take_cover_title(document, front);
  if (front.cover) {
    find_repetition(document, front);
  } else {
    take_first_heading(document, front);
  }
  if (front.title.empty()) front.title.push_back(document.title);
  return front;
}

std::string number_gap(const Heading& heading) {
  const std::size_t without = heading.number.size() + plain_text(heading.text).size();
  return heading_text(heading).size() > without ? " " : "";
}

}  // namespace gongkai
