#include <algorithm>

#include "layout/table_layout.h"

namespace gongkai {
namespace {

/// Vertical extent of one row on the page, and which part of the row it shows.
struct ShownRow {
  std::uint32_t row = 0;
  Length top = 0;     // on the page
  Length height = 0;
  Length skipped = 0; // of the row, shown on an earlier page
};

class FragmentDrawer {
 public:
  FragmentDrawer(const SetTable& table, const RowFragment& fragment, Point at, const TableStyle& style, Page& page)
      : table_(table), at_(at), style_(style), page_(page) {
    lay_rows(fragment);
  }

  Length draw() {
    draw_rows(0, table_.table->header_rows);
    if (first_ < last_) draw_rows(table_.reaches_from[first_], last_);
    if (!rows_.empty()) draw_frame();
    return bottom_ - at_.y;
  }

 private:
  void draw_rows(std::uint32_t first, std::uint32_t last) {
    const std::uint32_t end = table_.first_cell[last];
    for (std::uint32_t index = table_.first_cell[first]; index < end; ++index) draw_cell(table_.cells[index]);
  }

  void lay_rows(const RowFragment& fragment) {
    bottom_ = at_.y;
    const std::uint32_t header = table_.table->header_rows;
    first_ = header + fragment.first;
    last_ = header + fragment.last;
    for (std::uint32_t row = 0; row < header; ++row) show(row, 0, table_.row_height[row]);
    for (std::uint32_t row = fragment.first; row < fragment.last; ++row) {
      const Length height = table_.row_height[header + row];
      const Length from = row == fragment.first ? fragment.first_from : 0;
      const bool cut = row + 1 == fragment.last && fragment.last_until != 0;
      show(header + row, from, cut ? fragment.last_until : height);
    }
  }

  void show(std::uint32_t row, Length from, Length until) {
    rows_.push_back({row, bottom_, until - from, from});
    bottom_ += until - from;
  }

  /// What of the cell's rows stands on this page: its top and bottom here, and how much of
  /// its text earlier pages have shown.
  void draw_cell(const SetCell& cell) {
    Length top = 0;
    Length bottom = 0;
    Length skipped = 0;
    bool any = false;
    for (std::uint32_t row = cell.row; row < cell.row + cell.row_span; ++row) {
      const ShownRow* found = shown_row(row);
      if (found == nullptr) {
        if (!any) skipped += table_.row_height[row];
        continue;
      }
      const ShownRow& shown = *found;
      if (!any) {
        top = shown.top;
        skipped += shown.skipped;
      }
      bottom = shown.top + shown.height;
      any = true;
    }
    if (!any) return;
    const Length left = at_.x + table_.column_x[cell.column];
    const Length width = table_.column_x[cell.column + cell.column_span] - table_.column_x[cell.column];
    fill(cell, {left, top}, width, bottom - top);
    box({left, bottom - style_.thin / 2}, width, style_.thin);
    if (cell.column + cell.column_span + 1 < table_.column_x.size()) box({left + width - style_.thin / 2, top}, style_.thin, bottom - top);
    draw_text(cell, {left + style_.padding_x, top}, bottom - top, skipped);
  }

  /// Rows on this page are the header's and then those of the fragment, without a gap.
  [[nodiscard]] const ShownRow* shown_row(std::uint32_t row) const {
    const std::uint32_t header = table_.table->header_rows;
    if (row < header) return &rows_[row];
    return row < first_ || row >= last_ ? nullptr : &rows_[header + row - first_];
  }

  void fill(const SetCell& cell, Point at, Length width, Length height) {
    const RowRole role = table_.table->rows[cell.row].role;
    if (cell.cell->kind == CellKind::column_header) box(at, width, height, style_.header_fill);
    else if (role == RowRole::total) box(at, width, height, style_.total_fill);
  }

  /// Lines that belong on this page. A cell that fits stands centred in its height; one that
  /// runs over pages starts at the top and goes on where the page before ended.
  void draw_text(const SetCell& cell, Point at, Length height, Length skipped) {
    if (cell.text_height == 0) return;
    const TextBlock text = table_.set_cell(cell, style_);
    const Length room = height - 2 * style_.padding_y;
    if (skipped == 0 && text.height() <= room) {
      const Length top = at.y + style_.padding_y + (room - text.height()) / 2;
      for (std::size_t line = 0; line < text.lines.size(); ++line) draw_line(text, line, {at.x, top + static_cast<Length>(line) * text.leading});
      return;
    }
    // Lines are counted from the cell's top; a cut row is cut at whole lines below its padding.
    const Length shown_before = skipped == 0 ? 0 : (skipped + style_.thin - style_.padding_y) / text.leading * text.leading;
    const Length origin = skipped == 0 ? at.y + style_.padding_y : at.y;
    for (std::size_t line = 0; line < text.lines.size(); ++line) {
      const Length from = static_cast<Length>(line) * text.leading - shown_before;
      const Length top = origin + from;
      if (from < 0 || top + text.leading > at.y + height + style_.thin) continue;
      draw_line(text, line, {at.x, top});
    }
  }

  void draw_line(const TextBlock& text, std::size_t line, Point at) { place_line(text, line, at, page_); }

  void draw_frame() {
    const Length width = table_.width();
    box({at_.x, at_.y - style_.thick / 2}, width, style_.thick);
    box({at_.x, bottom_ - style_.thick / 2}, width, style_.thick);
  }

  void box(Point at, Length width, Length height, const std::string& colour = "#3c444c") {
    page_.placed.emplace_back(Box{at, width, height, colour});
  }

  const SetTable& table_;
  Point at_;
  const TableStyle& style_;
  Page& page_;
  std::vector<ShownRow> rows_;
  std::uint32_t first_ = 0;  // rows of the table below the header on this page
  std::uint32_t last_ = 0;
  Length bottom_ = 0;
};

}  // namespace

Length draw_fragment(const SetTable& table, const RowFragment& fragment, Point at, const Style& style, Page& page) {
  return FragmentDrawer(table, fragment, at, style.table, page).draw();
}

}  // namespace gongkai
