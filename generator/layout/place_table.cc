#include "layout/place_table.h"

#include <algorithm>
#include <numeric>

#include "layout/table_part.h"

namespace gongkai {
namespace {

/// Code at the right, title in the middle, 部门 and 金额单位 below.
class TableHead {
 public:
  TableHead(const Table& table, bool titled, Length width, const Style& style, const Lettering& lettering)
      : style_(style), width_(width) {
    const FontSet& fonts = lettering.fonts;
    if (!titled) title_ = set_title(table.title, style.table_title, width, fonts, lettering.names);
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

std::int64_t height_of(const SetTable& part) {
  return std::accumulate(part.row_height.begin(), part.row_height.end(), std::int64_t{0});
}

/// Percent of a page that may stay white before a table that fits a page: else it begins there.
constexpr int most_left = 40;

bool is_white(Length left, int percent, const Flow& flow) { return left > flow.depth() / 100 * percent; }

/// The rows of a part that fit into `left` with its header; 0 if they or those that remain are too
/// few to be parted.
Length beginning(const SetTable& part, Length left, const Flow& flow) {
  constexpr std::uint32_t least_rows = 4;
  const auto fragments = break_rows(part.body, left - part.header_height, flow.depth() - part.header_height);
  if (fragments.size() < 2 || fragments.front().last < least_rows) return 0;
  if (part.body.size() - fragments.front().last < least_rows) return 0;
  Length height = part.header_height;
  for (std::uint32_t row = 0; row < fragments.front().last; ++row) height += part.body[row].height;
  return height <= left ? height : 0;
}

/// Decides where a table starts that does not fit what is left of the page.
class TableStart {
 public:
  TableStart(const Table& table, bool titled, Placing& placing)
      : table_(table),
        placing_(placing),
        head_(TableHead(table, titled, placing.flow.room(), placing.style, {placing.fonts, placing.names}).height()),
        foot_(TableFoot(table, placing.flow.room(), placing.style, placing.fonts).height()),
        left_(placing.flow.left() - placing.tables.headings_above(table)) {}

  Length need() {
    if (placing_.flow.page_is_fresh() || height() <= left_) return whole();
    if (is_white(left_, little_white, placing_.flow)) placing_.tables.fit(table_, left_);
    const bool parted = !table_.form && is_white(left_, most_left, placing_.flow);
    if (height() <= left_ || !parted) return whole();
    const Length begun = beginning(placing_.tables.set(table_).front(), left_ - head_, placing_.flow);
    return begun == 0 ? whole() : head_ + begun;
  }

 private:
  static constexpr int little_white = 15;  // percent of a page

  [[nodiscard]] std::int64_t height() const {
    const std::vector<SetTable>& parts = placing_.tables.set(table_);
    return std::int64_t{head_} + foot_ + (parts.empty() ? 0 : height_of(parts.front()));
  }

  [[nodiscard]] Length whole() const {
    return static_cast<Length>(std::min<std::int64_t>(height(), placing_.flow.depth() * 8LL / 10));
  }

  const Table& table_;
  Placing& placing_;
  Length head_;
  Length foot_;
  Length left_;
};

/// Further columns of the same rows: below the ones before if they find room there as a table would.
void begin_part(const TextBlock& again, const TableHead& head, const SetTable& part, Placing& placing) {
  Flow& flow = placing.flow;
  const Length left = flow.left() - placing.style.table.after - again.height() - head.height();
  const bool parted = is_white(left, most_left, flow) && beginning(part, left, flow) > 0;
  if (height_of(part) > left && !parted) flow.next_page();
  flow.skip(placing.style.table.after);
  put_again(again, flow);
  flow.begin_apart(repeated);
  head.place(flow);
  flow.end();
}

}  // namespace

Length table_need(const Table& table, bool titled, Placing& placing) {
  std::optional<Length>& need = placing.tables.need(table);
  if (!need) need = TableStart(table, titled, placing).need();
  return *need;
}

void place_table(const Table& table, bool titled, Placing& placing) {
  Flow& flow = placing.flow;
  const std::vector<SetTable>& parts = placing.tables.set(table);
  const TableHead head(table, titled, flow.room(), placing.style, {placing.fonts, placing.names});
  const TableFoot foot(table, flow.room(), placing.style, placing.fonts);
  const TextBlock again = continued(flow.room(), placing.style, placing.fonts);
  flow.need(table_need(table, titled, placing));
  flow.note_place(table.id);
  const ElementId element = flow.begin(ElementRole::table);
  head.place(flow);
  TableElements elements(table, element, flow.structure());
  for (std::size_t index = 0; index < parts.size(); ++index) {
    if (index > 0) begin_part(again, head, parts[index], placing);
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
  TableDemands demands(table, style_.table, lettering_.fonts);
  if (!table.landscape) {
    Diagnostics unheard;
    kept.parts = set_table(table, demands, room_for(table, false), style_, lettering_, unheard);
    if (kept.parts.size() == 1 && !unheard.has_errors()) return kept;
  }
  kept.landscape = true;
  kept.parts = set_table(table, demands, room_for(table, true), style_, lettering_, diagnostics_);
  return kept;
}

void TableShelf::fit(const Table& table, Length left) {
  const Kept& kept = keep(table);
  TableRoom room = room_for(table, kept.landscape);
  room.depth -= (kept.landscape ? style_.landscape : style_.portrait).depth() - headings_above(table) - left;
  Style legible = style_;
  if (legible.table.sizes.size() > 2) legible.table.sizes.resize(2);
  Diagnostics unheard;
  TableDemands demands(table, style_.table, lettering_.fonts);
  std::vector<SetTable> parts = set_table(table, demands, room, legible, lettering_, unheard);
  if (parts.size() != 1 || unheard.has_errors()) return;
  if (height_of(parts.front()) <= room.depth) set_[&table].parts = std::move(parts);
}

Length TableShelf::headings_above(const Table& table) const {
  const auto found = above_.find(&table);
  return found == above_.end() ? 0 : found->second.headings;
}

TableRoom TableShelf::room_for(const Table& table, bool landscape) const {
  const PageStyle& page = landscape ? style_.landscape : style_.portrait;
  const auto found = above_.find(&table);
  const Above above = found == above_.end() ? Above{} : found->second;
  const Length own = TableHead(table, above.titled, page.room(), style_, lettering_).height() +
                     TableFoot(table, page.room(), style_, lettering_.fonts).height();
  const Length again = continued(page.room(), style_, lettering_.fonts).height();
  return {page.room(), page.depth() - above.headings - own, page.depth() - again};
}

}  // namespace gongkai
