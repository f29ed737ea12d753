#include "layout/place_blocks.h"

#include <algorithm>
#include <variant>

#include "layout/drawing.h"

namespace gongkai {
namespace {

constexpr int parts_level = 1;  // 第一部分 … begin a page

const TextStyle& heading_style(const Heading& heading, const Style& style) {
  const int level = std::clamp(heading.level, 1, static_cast<int>(style.headings.size()));
  return style.headings[static_cast<std::size_t>(level - 1)];
}

/// Numbers of items stand in the paragraph's indent, as in the printed forms: 1.科学技术支出…
Inlines with_label(const Paragraph& paragraph) {
  if (paragraph.label.empty()) return paragraph.text;
  Inlines text;
  text.emplace_back(PlainText{paragraph.label});
  text.insert(text.end(), paragraph.text.begin(), paragraph.text.end());
  return text;
}

/// Scales a length of a drawing that is wider than its room.
Length scaled(Length value, Length room, Length width) {
  return width <= room ? value : static_cast<Length>(static_cast<std::int64_t>(value) * room / width);
}

class ChartPlacer {
 public:
  ChartPlacer(const Drawing& drawing, Point at, Length room, Placing& placing)
      : drawing_(drawing), at_(at), room_(room), placing_(placing) {}

  void place() {
    for (const DrawingItem& item : drawing_.items) {
      if (const auto* shape = std::get_if<Shape>(&item)) place(*shape);
      if (const auto* label = std::get_if<Label>(&item)) place(*label);
    }
  }

 private:
  [[nodiscard]] Length scale(Length value) const { return scaled(value, room_, drawing_.width); }
  [[nodiscard]] Point scale(Point point) const { return {scale(point.x), scale(point.y)}; }

  void place(Shape shape) {
    for (PathStep& step : shape.steps) {
      step.to = scale(step.to);
      step.control1 = scale(step.control1);
      step.control2 = scale(step.control2);
    }
    shape.stroke_width = scale(shape.stroke_width);
    placing_.flow.page().placed.emplace_back(PlacedShape{at_, std::move(shape)});
  }

  void place(const Label& label) {
    const FontRole role = label.strong ? FontRole::heading1 : FontRole::table;
    const PreparedText text = prepare(label.text, role, scale(label.size), placing_.fonts);
    TextBlock block = set_text(text, {points(2000), 0, 0, Justification::start}, text.size, "#000000");
    if (block.lines.empty()) return;
    block.ascent = 0;  // labels name their base line
    const Length width = block.lines.front().width;
    Point at{at_.x + scale(label.at.x), at_.y + scale(label.at.y)};
    if (label.anchor == Label::Anchor::middle) at.x -= width / 2;
    if (label.anchor == Label::Anchor::end) at.x -= width;
    place_line(block, 0, at, placing_.flow.page());
  }

  const Drawing& drawing_;
  Point at_;
  Length room_;
  Placing& placing_;
};

/// Code at the right, title in the middle, 部门 and 金额单位 below.
class TableHead {
 public:
  TableHead(const Table& table, bool titled, const Placing& placing) : placing_(placing) {
    const Length width = placing.flow.room();
    if (!titled) title_ = set_text(table.title, placing.style.table_title, width, placing.fonts);
    TextStyle right = placing.style.table_note;
    right.justification = Justification::end;
    code_ = set_text(table.code, right, width, placing.fonts);
    left_note_ = set_text(table.left_note, placing.style.table_note, width, placing.fonts);
    right_note_ = set_text(table.right_note, right, width, placing.fonts);
  }

  [[nodiscard]] Length height() const {
    return title_.height() + code_.height() + std::max(left_note_.height(), right_note_.height()) + placing_.style.table_note.after;
  }

  void place() {
    Flow& flow = placing_.flow;
    if (!title_.lines.empty()) flow.put(title_);
    if (!code_.lines.empty()) flow.put(code_);
    const Point at = flow.reserve(std::max(left_note_.height(), right_note_.height()));
    if (!left_note_.lines.empty()) place_line(left_note_, 0, at, flow.page());
    if (!right_note_.lines.empty()) place_line(right_note_, 0, at, flow.page());
    flow.skip(placing_.style.table_note.after);
  }

 private:
  const Placing& placing_;
  TextBlock title_, code_, left_note_, right_note_;
};

void place_part(const SetTable& part, Placing& placing) {
  Flow& flow = placing.flow;
  const Length page_room = flow.depth() - part.header_height;
  const auto fragments = break_rows(part.body, flow.left() - part.header_height, page_room);
  if (fragments.empty()) {
    const Point at = flow.reserve(part.header_height);
    draw_fragment(part, {}, at, placing.style, flow.page());
    return;
  }
  bool first = true;
  for (const RowFragment& fragment : fragments) {
    if (!first) flow.next_page();
    first = false;
    if (fragment.first == fragment.last) continue;
    const Point at = flow.reserve(0);
    const Length shift = (flow.room() - part.width()) / 2;
    const Length height = draw_fragment(part, fragment, {at.x + std::max(shift, 0), at.y}, placing.style, flow.page());
    (void)flow.reserve(height);
  }
}

/// A table starts on a new page unless it fits below what stands there already; one longer
/// than a page always does.
Length wanted_height(const std::vector<SetTable>& parts, const TableHead& head, const Flow& flow) {
  Length height = head.height();
  for (const RowShape& row : parts.front().body) height = std::min(height + row.height, points(10000));
  return std::min(height + parts.front().header_height, flow.depth() * 8 / 10);
}

}  // namespace

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
    case ParagraphRole::draft: return style.draft;
  }
  return style.body;
}

void place_heading(const Heading& heading, Length next, Placing& placing) {
  Flow& flow = placing.flow;
  const TextStyle& style = heading_style(heading, placing.style);
  const std::string text = heading_text(heading);
  const TextBlock block = set_text(text, style, flow.room(), placing.fonts);
  if (heading.level == parts_level && !flow.page_is_fresh()) flow.next_page();
  flow.need(style.before + block.height() + style.after + next);
  flow.skip(style.before);
  flow.note_place(heading.id);
  if (heading.in_contents) flow.note_outline(heading.level, text);
  flow.put(block);
  flow.skip(style.after);
}

void place_paragraph(const Paragraph& paragraph, Placing& placing) {
  const TextStyle& style = style_of(paragraph, placing.style);
  placing.flow.skip(style.before);
  placing.flow.put(set_text(with_label(paragraph), style, placing.flow.room(), placing.fonts));
  placing.flow.skip(style.after);
}

void place_table(const Table& table, bool titled, Placing& placing) {
  Flow& flow = placing.flow;
  const std::vector<SetTable>& parts = placing.tables.at(table, flow.landscape());
  TableHead head(table, titled, placing);
  if (!parts.empty()) flow.need(wanted_height(parts, head, flow));
  flow.note_place(table.id);
  bool first = true;
  for (const SetTable& part : parts) {
    if (!first) flow.next_page();
    if (first || parts.size() > 1) head.place();
    first = false;
    place_part(part, placing);
  }
  flow.skip(points(3));
  for (const std::string& footnote : table.footnotes) flow.put(set_text(footnote, placing.style.note, flow.room(), placing.fonts));
  if (!table.statement.empty()) flow.put(set_text(table.statement, placing.style.note, flow.room(), placing.fonts));
  flow.skip(points(10));
}

void place_chart(const Chart& chart, Placing& placing) {
  Flow& flow = placing.flow;
  const Drawing drawing = draw_chart(chart);
  const Length room = std::min(flow.room(), placing.style.chart_width);
  const Length height = scaled(drawing.height, room, drawing.width);
  const TextBlock caption = set_text(chart.number + "　" + chart.title, placing.style.caption, flow.room(), placing.fonts);
  flow.skip(points(6));
  flow.need(height + caption.height());
  flow.note_place(chart.id);
  if (drawing.width > 0) {
    Point at = flow.reserve(height);
    at.x += (flow.room() - std::min(drawing.width, room)) / 2;
    ChartPlacer(drawing, at, room, placing).place();
  }
  flow.put(caption);
  if (!chart.statement.empty()) {
    TextStyle style = placing.style.note;
    style.justification = Justification::centre;
    flow.put(set_text(chart.statement, style, flow.room(), placing.fonts));
  }
  flow.skip(placing.style.caption.after);
}

const std::vector<SetTable>& TableShelf::at(const Table& table, bool landscape) {
  const auto [place, fresh] = set_.try_emplace({&table, landscape});
  if (fresh) {
    const PageStyle& page = landscape ? style_.landscape : style_.portrait;
    // Above the table stand its heading, its title and its notes, below it its footnotes.
    const Length furniture = points(110) + static_cast<Length>(table.footnotes.size()) * style_.note.leading;
    place->second = set_table(table, {page.room(), page.depth() - furniture}, style_, fonts_, diagnostics_);
  }
  return place->second;
}

bool TableShelf::wants_landscape(const Table& table) { return table.landscape || at(table, false).size() > 1; }

Length least_height(const Block& block, Placing& placing) {
  if (std::holds_alternative<Paragraph>(block)) return 2 * placing.style.body.leading;
  if (const auto* chart = std::get_if<Chart>(&block)) {
    const Drawing drawing = draw_chart(*chart);
    return scaled(drawing.height, placing.style.chart_width, drawing.width) + placing.style.caption.leading;
  }
  if (const auto* table = std::get_if<Table>(&block)) {
    const auto& parts = placing.tables.at(*table, placing.flow.landscape());
    return parts.empty() ? 0 : wanted_height(parts, TableHead(*table, true, placing), placing.flow);
  }
  return 0;
}

}  // namespace gongkai
