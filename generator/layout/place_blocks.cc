#include "layout/place_blocks.h"

#include <algorithm>
#include <limits>
#include <variant>

#include "layout/place_chart.h"
#include "layout/place_table.h"

namespace gongkai {
namespace {

/// Numbers of items stand in the paragraph's indent, as in the printed forms: 1.科学技术支出…
Inlines with_label(const Paragraph& paragraph) {
  if (paragraph.label.empty()) return paragraph.text;
  Inlines text;
  text.emplace_back(PlainText{paragraph.label});
  text.insert(text.end(), paragraph.text.begin(), paragraph.text.end());
  return text;
}

/// The name of an annex goes on below its first character (GB/T 9704-2012 7.3.4).
TextBlock set_paragraph(const Paragraph& paragraph, const Placing& placing) {
  TextStyle style = style_of(paragraph, placing.style);
  if (paragraph.role == ParagraphRole::annexes) {
    const PreparedText label = prepare(paragraph.label, style.role, style.size, placing.fonts);
    style.rest_indent = style.first_indent + line_width(label.characters, label.advances);
  }
  return set_text(with_label(paragraph), style, placing.flow.room(), placing.fonts, placing.names);
}

/// Annexes have it above the first only.
Length space_before(const Paragraph& paragraph, const Placing& placing) {
  const bool follows = paragraph.role == ParagraphRole::annexes && paragraph.level > 0;
  return follows ? 0 : style_of(paragraph, placing.style).before;
}

bool is_short(const TextBlock& block) { return block.lines.size() < 4; }

/// What keeps together of a paragraph: all of a short one, else two lines.
Length least_paragraph(const Paragraph& paragraph, const Placing& placing) {
  const TextBlock block = set_paragraph(paragraph, placing);
  const std::size_t lines = is_short(block) ? block.lines.size() : 2;
  return space_before(paragraph, placing) + static_cast<Length>(lines) * block.leading;
}

ElementRole role_of(const Paragraph& paragraph) {
  if (paragraph.role == ParagraphRole::item) return ElementRole::item_body;
  return paragraph.role == ParagraphRole::note ? ElementRole::note : ElementRole::paragraph;
}

ElementId child(ElementRole role, Flow& flow) {
  const ElementId element = flow.begin(role);
  flow.end();
  return element;
}

/// A figure that a table prints, too, leads there.
TextPart part_of(const Inline& piece, Placing& placing) {
  const auto* const figure = std::get_if<Figure>(&piece);
  const FigureCell* const cell = figure == nullptr ? nullptr : placing.cells.of(figure->origin);
  if (cell == nullptr) return {};
  return {child(ElementRole::link, placing.flow), cell->place, cell->words};
}

/// An item's label is an element of its own beside its text.
void put_paragraph(const Paragraph& paragraph, Length next, Placing& placing) {
  Flow& flow = placing.flow;
  std::vector<TextPart> parts;
  const bool listed = paragraph.role == ParagraphRole::item;
  if (!paragraph.label.empty()) parts.push_back(listed ? TextPart{child(ElementRole::label, flow)} : TextPart{});
  flow.begin(role_of(paragraph));
  const std::size_t told_apart = std::numeric_limits<std::uint16_t>::max() - parts.size();  // GlyphRun::part
  for (std::size_t index = 0; index < std::min(paragraph.text.size(), told_apart); ++index)
    parts.push_back(part_of(paragraph.text[index], placing));
  flow.put(set_paragraph(paragraph, placing), parts, next);
  if (!listed) flow.end();  // ItemLists ends it
}

/// A heading as set: what it begins with may stand on a line of its own.
struct SetHeading {
  TextBlock mark;
  Length gap = 0;
  TextBlock title;
  [[nodiscard]] Length height() const { return mark.height() + gap + title.height(); }
};

/// 附件1 of a part that the engine doesn't number (GB/T 9704-2012 7.3.7).
SetHeading set_heading(const Heading& heading, const Placing& placing) {
  const Style& style = placing.style;
  const Length room = placing.flow.room();
  constexpr std::string_view wide_space = "　";
  std::string text = heading_text(heading);
  SetHeading set;
  const std::size_t end = text.find(wide_space);
  if (style.mark_apart && heading.level == 1 && heading.number.empty() && end != std::string::npos) {
    set.mark = set_title(text.substr(0, end), style.annex_mark, room, placing.fonts, placing.names);
    set.gap = style.annex_mark.after;
    text.erase(0, end + wide_space.size());
  }
  set.title = set_title(text, style_of(heading, style), room, placing.fonts, placing.names);
  return set;
}

}  // namespace

const TextStyle& style_of(const Heading& heading, const Style& style) {
  const int level = std::clamp(heading.level, 1, static_cast<int>(style.headings.size()));
  return style.headings[static_cast<std::size_t>(level - 1)];
}

const TextStyle& style_of(const Paragraph& paragraph, const Style& style) {
  switch (paragraph.role) {
    case ParagraphRole::body: return style.body;
    case ParagraphRole::item: return style.item;
    case ParagraphRole::cover_title: return style.cover_title;
    case ParagraphRole::cover_subtitle: return style.cover_subtitle;
    case ParagraphRole::cover_line: return style.cover_line;
    case ParagraphRole::centred: return style.centred;
    case ParagraphRole::note: return style.note;
    case ParagraphRole::closing: return style.closing;
    case ParagraphRole::caption: return style.caption;
    case ParagraphRole::annexes: return style.annexes;
    case ParagraphRole::draft: return style.draft;
  }
  return style.body;
}

void place_heading(const Heading& heading, Length next, Placing& placing) {
  Flow& flow = placing.flow;
  const TextStyle& style = style_of(heading, placing.style);
  const std::string text = heading_text(heading);
  const SetHeading set = set_heading(heading, placing);
  flow.need(style.before + set.height() + style.after + next);
  flow.skip(style.before);
  flow.note_place(heading.id);
  if (heading.in_contents) flow.note_outline(heading.level, text);
  flow.begin({.role = ElementRole::heading, .level = static_cast<std::uint8_t>(heading.level)});
  flow.put(set.mark);
  flow.skip(set.gap);
  flow.put(set.title);
  flow.end();
  flow.skip(style.after);
}

void place_paragraph(const Paragraph& paragraph, Length next, Placing& placing) {
  const TextStyle& style = style_of(paragraph, placing.style);
  placing.flow.skip(space_before(paragraph, placing));
  put_paragraph(paragraph, next, placing);
  placing.flow.skip(style.after);
}

/// Where the style keeps room at the right of the date, who signs stands centred over it, but not beyond the
/// type area (GB/T 9704-2012 7.3.5.1).
void place_closing(const Paragraph& paragraph, const Paragraph& last, Placing& placing) {
  TextStyle style = style_of(paragraph, placing.style);
  const Length room = placing.flow.room();
  const auto width_of = [&](const Paragraph& line) {
    const PreparedText text = prepare(line.text, style.role, style.size, placing.fonts);
    return line_width(text.characters, text.advances);
  };
  const Length width = width_of(paragraph);
  const Length centre = room - style.end_indent - width_of(last) / 2;
  placing.flow.skip(style.before);
  if (style.end_indent > 0 && width <= room) {
    style.justification = Justification::start;
    style.first_indent = std::clamp(centre - width / 2, 0, room - width);
  }
  placing.flow.begin(ElementRole::paragraph);
  placing.flow.put(set_text(paragraph.text, style, room, placing.fonts));
  placing.flow.end();
  placing.flow.skip(style.after);
}

bool introduces(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  if (paragraph == nullptr || paragraph->text.empty()) return false;
  const std::string end = plain_text({paragraph->text.back()});
  return end.ends_with("：") || end.ends_with(":");
}

bool is_short(const Paragraph& paragraph, const Placing& placing) {
  return is_short(set_paragraph(paragraph, placing));
}

Length heading_height(const Heading& heading, const Placing& placing) {
  const TextStyle& text = style_of(heading, placing.style);
  return text.before + set_heading(heading, placing).height() + text.after;
}

Length margin_below(const Block& block, const Style& style) {
  const auto* paragraph = std::get_if<Paragraph>(&block);
  if (paragraph == nullptr) return 0;
  const TextStyle& text = style_of(*paragraph, style);
  return (text.leading - text.size) / 2;
}

Length least_height(const Block& block, bool titled, Placing& placing) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block)) return least_paragraph(*paragraph, placing);
  if (const auto* chart = std::get_if<Chart>(&block)) return least_chart_height(*chart, placing);
  if (const auto* table = std::get_if<Table>(&block)) return table_need(*table, titled, placing);
  return 0;
}

}  // namespace gongkai
