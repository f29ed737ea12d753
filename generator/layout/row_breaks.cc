#include "layout/row_breaks.h"

#include <algorithm>
#include <cstddef>

namespace gongkai {
namespace {

class Breaker {
 public:
  Breaker(const std::vector<RowShape>& rows, Length first_room, Length page_room, Length tail)
      : rows_(rows), page_room_(page_room), tail_(tail <= page_room / 2 ? tail : 0), room_(first_room) {}

  std::vector<RowFragment> run() {
    while (row_ < rows_.size()) {
      const bool whole = from_ == 0 && rows_[row_].height <= page_room_;
      if (whole) {
        place_whole_rows();
      } else {
        place_cut_row();
      }
    }
    return std::move(fragments_);
  }

 private:
  /// Rows [row_, end) fill the page at most; 0 rows: the page has no room for the first.
  [[nodiscard]] std::size_t furthest(Length& used) const {
    std::size_t end = row_;
    while (end < rows_.size() && rows_[end].height <= page_room_ && used + rows_[end].height <= room_)
      used += rows_[end++].height;
    return end;
  }

  /// Where the rows that start at row_ end on this page; all of them only with the tail.
  [[nodiscard]] std::size_t page_end(Length used) const {
    std::size_t reach = furthest(used);
    if (reach == rows_.size() && reach > row_ && used + tail_ > room_) used -= rows_[--reach].height;
    return better_end(reach, used);
  }

  /// Moves `end` back to a boundary that keeps rows together and crosses no span.
  [[nodiscard]] std::size_t better_end(std::size_t end, Length used) const {
    if (end == rows_.size() || end == row_) return end;
    std::size_t kept = end;
    while (kept > row_ && rows_[kept - 1].keep_with_next) used -= rows_[--kept].height;
    if (kept == row_) return first_on_fresh_page() || fragments_.empty() ? end : row_;  // no header without a row
    std::size_t uncrossed = kept;
    Length left = used;
    while (uncrossed > row_ && (rows_[uncrossed - 1].crossed_below || rows_[uncrossed - 1].keep_with_next))
      left -= rows_[--uncrossed].height;
    return uncrossed > row_ && left >= room_ - page_room_ / 4 ? uncrossed : kept;
  }

  [[nodiscard]] bool first_on_fresh_page() const { return room_ == page_room_; }

  void place_whole_rows() {
    if (begin_tall_row({index(row_), 0, 0, 0}, 0)) return;
    const std::size_t end = page_end(0);
    const bool large_first = end == row_ && fragments_.empty() && rows_[row_].height > page_room_ / 2;
    if (large_first && cut_within(row_, 0, room_) > 0) return place_cut_row();
    if (end == row_ && !first_on_fresh_page()) return next_page({index(row_), index(row_), 0, 0});
    const std::size_t last = std::max(end, row_ + 1);
    const RowFragment fragment{index(row_), index(last), 0, 0};
    row_ = last;
    next_page(fragment);
  }

  /// The end of a cut row and the whole rows that still fit below it.
  void place_rest() {
    RowFragment fragment{index(row_), 0, from_, 0};
    Length used = rows_[row_].height - from_;
    from_ = 0;
    const std::size_t first_whole = ++row_;
    if (begin_tall_row(fragment, used)) return;
    row_ = std::max(page_end(used), first_whole);
    fragment.last = index(row_);
    next_page(fragment);
  }

  /// If the next rows lead to one taller than a page, that one begins below them here.
  bool begin_tall_row(RowFragment fragment, Length used) {
    const std::size_t tall = furthest(used);
    if (tall == rows_.size() || rows_[tall].height <= page_room_) return false;
    const Length cut = cut_within(tall, 0, room_ - used);
    if (cut == 0) return false;
    fragment.last = index(tall + 1);
    fragment.last_until = cut;
    row_ = tall;
    from_ = cut;
    next_page(fragment);
    return true;
  }

  /// The last place to cut a row so that `room` holds it from `from` on; not above `from`: none.
  [[nodiscard]] Length cut_within(std::size_t row, Length from, Length room) const {
    const std::vector<Length>& cuts = rows_[row].cuts;
    const auto after = std::upper_bound(cuts.begin(), cuts.end(), from + room);
    return after == cuts.begin() ? 0 : *(after - 1);
  }

  /// A row taller than a page, or what is left of one: as many lines as fit.
  void place_cut_row() {
    const RowShape& row = rows_[row_];
    RowFragment fragment{index(row_), index(row_ + 1), from_, 0};
    if (row.height - from_ <= room_) return place_rest();
    const Length cut = cut_within(row_, from_, room_);
    if (cut <= from_) {
      if (!first_on_fresh_page()) return next_page({index(row_), index(row_), 0, 0});
      from_ = 0;  // one line taller than a page: shown as it is, the caller refuses it by name
      ++row_;
      return next_page(fragment);
    }
    fragment.last_until = cut;
    from_ = cut;
    next_page(fragment);
  }

  void next_page(RowFragment fragment) {
    fragments_.push_back(fragment);
    room_ = page_room_;
  }

  static std::uint32_t index(std::size_t row) { return static_cast<std::uint32_t>(row); }

  const std::vector<RowShape>& rows_;
  Length page_room_;
  Length tail_;
  Length room_;
  std::size_t row_ = 0;
  Length from_ = 0;
  std::vector<RowFragment> fragments_;
};

}  // namespace

std::vector<RowFragment> break_rows(const std::vector<RowShape>& rows, Length first_room, Length page_room,
                                    Length tail) {
  return Breaker(rows, first_room, page_room, tail).run();
}

}  // namespace gongkai
