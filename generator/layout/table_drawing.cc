#include <algorithm>
#include <optional>
#include <tuple>

#include "layout/table_layout.h"

namespace gongkai {
namespace {

/// Vertical extent of one row on the page.
struct ShownRow {
  std::uint32_t row = 0;
  Length top = 0;
  Length height = 0;
};

/// Rules are gathered cell by cell and drawn as long as they run: a table of a hundred
/// thousand cells has as many ends of rules, but few rules.
class Rules {
 public:
  void across(Point at, Length length) { across_.push_back({at.y, at.x, length}); }
  void down(Point at, Length length) { down_.push_back({at.x, at.y, length}); }

  void draw(const TableStyle& style, Page& page) {
    for (const Rule& rule : joined(across_))
      page.placed.emplace_back(Box{{rule.start, rule.line - style.thin / 2}, rule.length, style.thin, style.rule});
    for (const Rule& rule : joined(down_))
      page.placed.emplace_back(Box{{rule.line - style.thin / 2, rule.start}, style.thin, rule.length, style.rule});
  }

 private:
  struct Rule {
    Length line = 0;   // where it stands
    Length start = 0;  // along it
    Length length = 0;
  };

  static std::vector<Rule> joined(std::vector<Rule>& rules) {
    std::sort(rules.begin(), rules.end(),
              [](const Rule& a, const Rule& b) { return std::tie(a.line, a.start) < std::tie(b.line, b.start); });
    std::vector<Rule> result;
    for (const Rule& rule : rules) {
      const bool goes_on = !result.empty() && result.back().line == rule.line &&
                           result.back().start + result.back().length >= rule.start;
      if (!goes_on) {
        result.push_back(rule);
        continue;
      }
      const Length end = std::max(result.back().start + result.back().length, rule.start + rule.length);
      result.back().length = end - result.back().start;
    }
    return result;
  }

  std::vector<Rule> across_;
  std::vector<Rule> down_;
};

}  // namespace

class FragmentDrawer {
 public:
  FragmentDrawer(TableDrawer& drawer, const RowFragment& fragment, Point at, Page& page)
      : drawer_(drawer), table_(drawer.table_), style_(drawer.style_), at_(at), page_(page) {
    lay_rows(fragment);
  }

  Length draw() {
    page_.mark(decoration);
    // Shading lies under every rule, so all of it is drawn before the first one.
    each_cell([this](const SetCell& cell, const ShownCell& shown) { shade(cell, shown); });
    each_cell([this](const SetCell& cell, const ShownCell& shown) { rule(cell, shown); });
    rules_.draw(style_, page_);
    each_cell([this](const SetCell& cell, const ShownCell& shown) { draw_text(cell, shown); });
    page_.mark(decoration);
    if (!rows_.empty()) draw_frame();
    return bottom_ - at_.y;
  }

 private:
  /// A cell's rectangle on this page, and whether pages before and after show the rest of it.
  struct ShownCell {
    Point at;
    Length width = 0;
    Length height = 0;
    bool goes_on = false;
  };

  template <typename Action>
  void each_cell(const Action& action) const {
    each_cell(0, table_.table->header_rows, action);
    if (first_ < last_) each_cell(table_.reaches_from[first_], last_, action);
  }

  template <typename Action>
  void each_cell(std::uint32_t first, std::uint32_t last, const Action& action) const {
    const std::uint32_t end = table_.first_cell[last];
    for (std::uint32_t index = table_.first_cell[first]; index < end; ++index)
      if (const auto shown = shown_part(table_.cells[index])) action(table_.cells[index], *shown);
  }

  void lay_rows(const RowFragment& fragment) {
    bottom_ = at_.y;
    const std::uint32_t header = table_.table->header_rows;
    first_ = header + fragment.first;
    last_ = header + fragment.last;
    last_is_cut_ = fragment.last_until != 0;
    for (std::uint32_t row = 0; row < header; ++row) show(row, 0, table_.row_height[row]);
    for (std::uint32_t row = fragment.first; row < fragment.last; ++row) {
      const Length height = table_.row_height[header + row];
      const Length from = row == fragment.first ? fragment.first_from : 0;
      const bool cut = row + 1 == fragment.last && last_is_cut_;
      show(header + row, from, cut ? fragment.last_until : height);
    }
  }

  void show(std::uint32_t row, Length from, Length until) {
    rows_.push_back({row, bottom_, until - from});
    bottom_ += until - from;
  }

  [[nodiscard]] std::optional<ShownCell> shown_part(const SetCell& cell) const {
    const std::uint32_t header = table_.table->header_rows;
    const bool in_header = cell.row < header;
    const std::uint32_t first = in_header ? cell.row : std::max(cell.row, first_);
    const std::uint32_t end = in_header ? cell.row + cell.row_span : std::min(cell.row + cell.row_span, last_);
    if (first >= end) return std::nullopt;
    const ShownRow& top = shown_row(first);
    const ShownRow& bottom = shown_row(end - 1);
    ShownCell shown;
    shown.at = {at_.x + table_.column_x[cell.column], top.top};
    shown.width = table_.column_x[cell.column + cell.column_span] - table_.column_x[cell.column];
    shown.height = bottom.top + bottom.height - top.top;
    shown.goes_on = !in_header && (cell.row + cell.row_span > last_ || (end == last_ && last_is_cut_));
    return shown;
  }

  /// Rows on this page are the header's and then those of the fragment, without a gap.
  [[nodiscard]] const ShownRow& shown_row(std::uint32_t row) const {
    const std::uint32_t header = table_.table->header_rows;
    return row < header ? rows_[row] : rows_[header + row - first_];
  }

  void shade(const SetCell& cell, const ShownCell& shown) {
    const CellKind kind = cell.cell->kind;
    const bool header = kind == CellKind::column_header || (kind == CellKind::row_header && table_.table->form);
    const bool total = table_.table->rows[cell.row].role == RowRole::total;
    if (header || total) box(shown.at, shown.width, shown.height, header ? style_.header_fill : style_.total_fill);
  }

  void rule(const SetCell& cell, const ShownCell& shown) {
    rules_.across({shown.at.x, shown.at.y + shown.height}, shown.width);
    const bool last_column = cell.column + cell.column_span + 1 == table_.column_x.size();
    if (!last_column) rules_.down({shown.at.x + shown.width, shown.at.y}, shown.height);
  }

  /// A cell that fits stands centred in its height; one that runs over pages starts at the top
  /// and goes on where the page before ended.
  void draw_text(const SetCell& cell, const ShownCell& shown) {
    if (cell.text_height == 0) return;
    const bool begun = drawer_.open_.count(&cell) != 0;
    const Length room = shown.height - 2 * table_.type.padding_y;
    page_.mark(drawer_.elements_.show(*cell.cell, begun));
    if (!begun) note_target(cell, shown);
    if (!begun && cell.text_height <= room) {
      const TextBlock text = table_.set_cell(cell, style_);
      draw_lines(text, 0, text.lines.size(),
                 {shown.at.x, shown.at.y + table_.type.padding_y + (room - text.height()) / 2});
      if (shown.goes_on) drawer_.open_[&cell].shown = text.lines.size();
    } else {
      go_on(cell, shown, begun);
    }
    if (!shown.goes_on) drawer_.open_.erase(&cell);
  }

  void note_target(const SetCell& cell, const ShownCell& shown) {
    if (const FigureCell* const target = drawer_.cells_.at(*cell.cell))
      drawer_.targets_.push_back({target, shown.at.y});
  }

  /// As many lines as this page's piece of the cell holds; a cut row is cut at whole lines below
  /// its padding, so that only its first page has the upper padding and its last the lower.
  void go_on(const SetCell& cell, const ShownCell& shown, bool begun) {
    TableDrawer::OpenCell& open = drawer_.open_[&cell];
    if (!begun) open.text = table_.set_cell(cell, style_);
    const Length top = begun ? 0 : table_.type.padding_y;
    const Length room = shown.height - top - (shown.goes_on ? 0 : table_.type.padding_y);
    const auto fits = static_cast<std::size_t>(std::max(room, 0) / table_.type.leading);
    const std::size_t last = std::min(open.text.lines.size(), open.shown + fits);
    draw_lines(open.text, open.shown, last, {shown.at.x, shown.at.y + top});
    open.shown = std::max(open.shown, last);
    if (!shown.goes_on && open.shown < open.text.lines.size()) drawer_.lost_ = cell.cell;
  }

  void draw_lines(const TextBlock& text, std::size_t first, std::size_t last, Point at) {
    for (std::size_t line = first; line < last; ++line)
      place_line(text, line, {at.x + style_.padding_x, at.y + static_cast<Length>(line - first) * text.leading}, page_);
  }

  void draw_frame() {
    const Length width = table_.width();
    box({at_.x, at_.y - style_.thick / 2}, width, style_.thick, style_.frame);
    box({at_.x, bottom_ - style_.thick / 2}, width, style_.thick, style_.frame);
  }

  void box(Point at, Length width, Length height, Colour colour) {
    page_.placed.emplace_back(Box{at, width, height, colour});
  }

  TableDrawer& drawer_;
  const SetTable& table_;
  const TableStyle& style_;
  Point at_;
  Page& page_;
  Rules rules_;
  std::vector<ShownRow> rows_;
  std::uint32_t first_ = 0;  // rows of the table below the header on this page
  std::uint32_t last_ = 0;
  bool last_is_cut_ = false;
  Length bottom_ = 0;
};

Length TableDrawer::draw(const RowFragment& fragment, Point at, Page& page) {
  return FragmentDrawer(*this, fragment, at, page).draw();
}

}  // namespace gongkai
