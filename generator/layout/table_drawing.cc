#include <algorithm>
#include <optional>

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
    // Shading lies under every rule, so all of it is drawn before the first one.
    each_cell([this](const SetCell& cell, const ShownCell& shown) { shade(cell, shown); });
    each_cell([this](const SetCell& cell, const ShownCell& shown) { draw_cell(cell, shown); });
    if (!rows_.empty()) draw_frame();
    return bottom_ - at_.y;
  }

 private:
  /// A cell's rectangle on this page and how much of its height earlier pages have shown.
  struct ShownCell {
    Point at;
    Length width = 0;
    Length height = 0;
    Length skipped = 0;
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

  [[nodiscard]] std::optional<ShownCell> shown_part(const SetCell& cell) const {
    ShownCell shown;
    bool any = false;
    for (std::uint32_t row = cell.row; row < cell.row + cell.row_span; ++row) {
      const ShownRow* found = shown_row(row);
      if (found == nullptr) {
        if (!any) shown.skipped += table_.row_height[row];
        continue;
      }
      if (!any) {
        shown.at.y = found->top;
        shown.skipped += found->skipped;
      }
      shown.height = found->top + found->height - shown.at.y;
      any = true;
    }
    if (!any) return std::nullopt;
    shown.at.x = at_.x + table_.column_x[cell.column];
    shown.width = table_.column_x[cell.column + cell.column_span] - table_.column_x[cell.column];
    return shown;
  }

  void draw_cell(const SetCell& cell, const ShownCell& shown) {
    const Length right = shown.at.x + shown.width;
    const Length bottom = shown.at.y + shown.height;
    box({shown.at.x, bottom - style_.thin / 2}, shown.width, style_.thin, style_.rule);
    const bool last_column = cell.column + cell.column_span + 1 == table_.column_x.size();
    if (!last_column) box({right - style_.thin / 2, shown.at.y}, style_.thin, shown.height, style_.rule);
    draw_text(cell, {shown.at.x + style_.padding_x, shown.at.y}, shown.height, shown.skipped);
  }

  /// Rows on this page are the header's and then those of the fragment, without a gap.
  [[nodiscard]] const ShownRow* shown_row(std::uint32_t row) const {
    const std::uint32_t header = table_.table->header_rows;
    if (row < header) return &rows_[row];
    return row < first_ || row >= last_ ? nullptr : &rows_[header + row - first_];
  }

  void shade(const SetCell& cell, const ShownCell& shown) {
    const bool header = cell.cell->kind == CellKind::column_header;
    const bool total = table_.table->rows[cell.row].role == RowRole::total;
    if (header || total) box(shown.at, shown.width, shown.height, header ? style_.header_fill : style_.total_fill);
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
    box({at_.x, at_.y - style_.thick / 2}, width, style_.thick, style_.frame);
    box({at_.x, bottom_ - style_.thick / 2}, width, style_.thick, style_.frame);
  }

  void box(Point at, Length width, Length height, const std::string& colour) {
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
