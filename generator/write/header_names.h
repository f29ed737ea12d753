#pragma once
// Which cells of a web page's table must name their headers. scope="col" and scope="row" tell a browser
// most (HTML, "forming relationships between data cells and header cells"); where what they tell is
// not what heads the cell, as in forms, the cell says it: headers="…".

#include <cstddef>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/table_headers.h"

namespace gongkai {

class HeaderNames {
 public:
  /// Tables of more than `most_rows` name no headers: that would outweigh the table. `table` must outlive this.
  explicit HeaderNames(const Table& table);
  static constexpr std::size_t most_rows = 1000;

  /// The headers `cell` must name, those over it first; empty where scope tells the same.
  [[nodiscard]] std::vector<const Cell*> of(const Cell& cell) const {
    const auto found = named_.find(&cell);
    return found == named_.end() ? std::vector<const Cell*>() : found->second;
  }
  /// Some cell names it: it needs an id.
  [[nodiscard]] bool is_named(const Cell& header) const { return needed_.contains(&header); }

 private:
  /// A header cell of one row or column, and whether a cell that is none comes between it and the next.
  struct Header {
    const Cell* cell = nullptr;
    bool data_after = false;
  };
  using Line = std::vector<Header>;

  [[nodiscard]] Line line(std::size_t count, std::size_t at, bool is_column) const;
  /// What scope tells of the header cells over the cell or beside it, in any order.
  void add_scoped(const Line& line, const Cell& cell, bool over, std::vector<const Cell*>& found) const;
  [[nodiscard]] std::vector<const Cell*> scoped(const Cell& cell) const;
  [[nodiscard]] std::vector<const Cell*> wanted(const Cell& cell) const;

  TableHeaders headers_;
  std::vector<Line> columns_, rows_;
  std::unordered_map<const Cell*, std::vector<const Cell*>> named_;
  std::unordered_set<const Cell*> needed_;
};

}  // namespace gongkai
