#include "layout/place_table.h"

#include <algorithm>

#include "layout/table_part.h"

namespace gongkai {
namespace {

/// Code at the right, title in the middle, 部门 and 金额单位 below.
class TableHead {
 public:
  TableHead(const Table& table, bool titled, Length width, const Style& style, const FontSet& fonts)
      : style_(style), width_(width) {
    if (!titled) title_ = set_text(table.title, style.table_title, width, fonts);
    TextStyle right = style.table_note;
    right.justification = Justification::end;
    code_ = set_text(table.code, right, width, fonts);
    right_note_ = set_text(table.right_note, right, width / 2, fonts);
    const Length taken = right_note_.lines.empty() ? 0 : widest(right_note_) + right.size;
    left_note_ = set_text(table.left_note, style.table_note, width - taken, fonts);
  }

  [[nodiscard]] Length height() const {
    return title_.height() + code_.height() + std::max(left_note_.height(), right_note_.height()) +
           style_.table_note.after;
  }

  void place(Flow& flow) const {
    if (height() == style_.table_note.after) return flow.skip(style_.table_note.after);
    flow.begin(ElementRole::caption);
    put(title_, flow);
    put(code_, flow);
    const Point at = flow.reserve(std::max(left_note_.height(), right_note_.height()));
    place_lines(left_note_, at, flow);
    place_lines(right_note_, {at.x + width_ - width_ / 2, at.y}, flow);
    flow.end();
    flow.skip(style_.table_note.after);
  }

 private:
  static Length widest(const TextBlock& block) {
    Length width = 0;
    for (const TextLine& line : block.lines) width = std::max(width, line.width);
    return width;
  }

  static void put(const TextBlock& block, Flow& flow) {
    if (block.lines.empty()) return;
    flow.begin(ElementRole::paragraph);
    flow.put(block);
    flow.end();
  }

  static void place_lines(const TextBlock& block, Point at, Flow& flow) {
    if (block.lines.empty()) return;
    flow.begin(ElementRole::paragraph);
    for (std::size_t line = 0; line < block.lines.size(); ++line)
      place_line(block, line, {at.x, at.y + static_cast<Length>(line) * block.leading}, flow.page());
    flow.end();
  }

  const Style& style_;
  Length width_;
  TextBlock title_, code_, left_note_, right_note_;
};

/// Footnotes and statement, in order.
class TableFoot {
 public:
  TableFoot(const Table& table, Length width, const Style& style, const FontSet& fonts) : style_(style) {
    for (const std::string& footnote : table.footnotes)
      notes_.push_back(set_text(footnote, style.table_note, width, fonts));
    if (!table.statement.empty()) notes_.push_back(set_text(table.statement, style.table_note, width, fonts));
  }

  [[nodiscard]] Length height() const {
    Length height = notes_.empty() ? 0 : style_.table.gap;
    for (const TextBlock& note : notes_) height += note.height();
    return height;
  }

  void place(Flow& flow) const {
    if (!notes_.empty()) flow.skip(style_.table.gap);
    for (const TextBlock& note : notes_) {
      flow.begin(ElementRole::note);
      flow.put(note);
      flow.end();
    }
    flow.skip(style_.table.after);
  }

 private:
  const Style& style_;
  std::vector<TextBlock> notes_;
};

void place_fragment(TableDrawer& drawer, const SetTable& part, const RowFragment& fragment, Flow& flow) {
  const Point at = flow.reserve(0);
  const Length shift = std::max((flow.room() - part.width()) / 2, 0);
  (void)flow.reserve(drawer.draw(fragment, {at.x + shift, at.y}, flow.page()));
  for (const TableDrawer::Target& target : drawer.take_targets())
    flow.places().push_back({target.cell->place, flow.page_number(), target.y});
}

void put_again(const TextBlock& block, Flow& flow) {
  flow.begin_apart(repeated);
  flow.put(block);
  flow.end();
}

TextBlock continued(Length width, const Style& style, const FontSet& fonts) {
  TextStyle text = style.table_note;
  text.justification = Justification::end;
  return set_text(style.table.continued, text, width, fonts);
}

void place_part(const SetTable& part, const TextBlock& again, Length tail, TableElements& elements, Placing& placing) {
  Flow& flow = placing.flow;
  TableDrawer drawer(part, placing.style, elements, placing.cells);
  const Length page_room = flow.depth() - again.height() - part.header_height;
  bool begun = false;
  const auto fragments = break_rows(part.body, flow.left() - part.header_height, page_room, tail);
  if (fragments.empty()) place_fragment(drawer, part, {}, flow);
  for (std::size_t index = 0; index < fragments.size(); ++index) {
    if (index > 0) flow.next_page();
    if (begun) put_again(again, flow);
    if (fragments[index].first == fragments[index].last) continue;
    place_fragment(drawer, part, fragments[index], flow);
    begun = true;
  }
  if (drawer.lost() != nullptr)
    placing.tables.diagnostics().error("LAYOUT-04", cell_name(*part.table, *drawer.lost()) + "跨页后排不完",
                                       part.table->span, "把这一格的文字缩短，或者分成几行");
}

/// Further columns of the same rows.
void begin_part(const TextBlock& again, const TableHead& head, Flow& flow) {
  flow.next_page();
  put_again(again, flow);
  flow.begin_apart(repeated);
  head.place(flow);
  flow.end();
}

}  // namespace

Length table_height(const Table& table, bool titled, Placing& placing) {
  const Length width = placing.flow.room();
  const std::vector<SetTable>& parts = placing.tables.set(table);
  std::int64_t height = TableHead(table, titled, width, placing.style, placing.fonts).height() +
                        TableFoot(table, width, placing.style, placing.fonts).height();
  if (!parts.empty())
    for (const Length row : parts.front().row_height) height += row;
  return static_cast<Length>(std::min<std::int64_t>(height, placing.flow.depth() * 8LL / 10));
}

void place_table(const Table& table, bool titled, Placing& placing) {
  Flow& flow = placing.flow;
  const std::vector<SetTable>& parts = placing.tables.set(table);
  const TableHead head(table, titled, flow.room(), placing.style, placing.fonts);
  const TableFoot foot(table, flow.room(), placing.style, placing.fonts);
  const TextBlock again = continued(flow.room(), placing.style, placing.fonts);
  flow.need(table_height(table, titled, placing));
  flow.note_place(table.id);
  const ElementId element = flow.begin(ElementRole::table);
  head.place(flow);
  TableElements elements(table, element, flow.structure());
  for (std::size_t index = 0; index < parts.size(); ++index) {
    if (index > 0) begin_part(again, head, flow);
    place_part(parts[index], again, index + 1 == parts.size() ? foot.height() : 0, elements, placing);
  }
  flow.end();
  foot.place(flow);
}

const std::vector<SetTable>& TableShelf::set(const Table& table) { return keep(table).parts; }

bool TableShelf::wants_landscape(const Table& table) { return keep(table).landscape; }

/// Whether it is too wide for an upright page is tried without a word: there it may not fit.
const TableShelf::Kept& TableShelf::keep(const Table& table) {
  const auto [place, fresh] = set_.try_emplace(&table);
  if (!fresh) return place->second;
  Kept& kept = place->second;
  if (!table.landscape) {
    Diagnostics unheard;
    kept.parts = set_table(table, room_for(table, false), style_, fonts_, unheard);
    if (kept.parts.size() == 1 && !unheard.has_errors()) return kept;
  }
  kept.landscape = true;
  kept.parts = set_table(table, room_for(table, true), style_, fonts_, diagnostics_);
  return kept;
}

TableRoom TableShelf::room_for(const Table& table, bool landscape) const {
  const PageStyle& page = landscape ? style_.landscape : style_.portrait;
  const auto found = above_.find(&table);
  const Above above = found == above_.end() ? Above{} : found->second;
  const Length own = TableHead(table, above.titled, page.room(), style_, fonts_).height() +
                     TableFoot(table, page.room(), style_, fonts_).height();
  const Length again = continued(page.room(), style_, fonts_).height();
  return {page.room(), page.depth() - above.headings - own, page.depth() - again};
}

}  // namespace gongkai
