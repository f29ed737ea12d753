#pragma once
// Gives the cells of a form their columns, row by row: each stands in the next free place,
// as in HTML. Inner part of reading a form.

#include <algorithm>
#include <cstdint>
#include <vector>

namespace gongkai {

/// The columns [first, first + width) that the rows of one group share.
class FormGrid {
 public:
  FormGrid(std::uint32_t first, std::uint32_t width) : first_(first), taken_(width), filled_(width) {}

  void begin_row() {
    next_ = 0;
    for (std::size_t column = 0; column < taken_.size(); ++column) {
      filled_[column] = taken_[column] != 0;
      if (taken_[column] != 0) --taken_[column];
    }
  }

  struct Place {
    std::uint32_t column = 0;
    std::uint32_t columns = 0;  // 0: no room
  };
  /// The next free columns; `columns` 0 asks for all that are left.
  Place take(std::uint32_t columns, std::uint32_t rows) {
    while (next_ < filled_.size() && filled_[next_]) ++next_;
    std::size_t end = next_;
    while (end < filled_.size() && !filled_[end] && (columns == 0 || end - next_ < columns)) ++end;
    if (end == next_ || (columns != 0 && end - next_ != columns)) return {};
    const Place place{first_ + static_cast<std::uint32_t>(next_), static_cast<std::uint32_t>(end - next_)};
    for (; next_ < end; ++next_) {
      filled_[next_] = true;
      taken_[next_] = rows - 1;
    }
    return place;
  }

  [[nodiscard]] std::uint32_t free_columns() const {
    return static_cast<std::uint32_t>(std::count(filled_.begin(), filled_.end(), false));
  }
  /// A cell of a row above reaches into the next row.
  [[nodiscard]] bool is_reached_into() const {
    return std::any_of(taken_.begin(), taken_.end(), [](std::uint32_t rows) { return rows != 0; });
  }
  /// What is left to the right of the cells placed so far: room for the rows of a group
  /// beside its margin.
  [[nodiscard]] FormGrid rest() const {
    const auto done = static_cast<std::uint32_t>(next_);
    return {first_ + done, static_cast<std::uint32_t>(taken_.size()) - done};
  }

 private:
  std::uint32_t first_;
  std::vector<std::uint32_t> taken_;  // rows below the present one that a cell reaches into
  std::vector<bool> filled_;          // in the present row
  std::size_t next_ = 0;
};

}  // namespace gongkai
