#pragma once
// Inside of settling a view: columns and rows worked out for one ledger, before they meet.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ledger/region_space.h"
#include "ledger/table_plan.h"

namespace gongkai {

/// Where a column or row stands: what it adds to the table's own place.
struct Standpoint {
  std::string measure;  // "" inherits
  Region region;
  std::vector<bool> set;  // by axis: said here, not inherited
  bool nowhere = false;   // a member no list has: blank cells
};

struct LeafColumn {
  const PlanColumn* plan = nullptr;
  ViewColumn::Content content = ViewColumn::Content::figure;
  std::vector<std::string> path;
  std::vector<std::uint32_t> nodes;
  Standpoint stand;
  std::uint32_t panel = 0;
  bool group_start = false;
};

struct SettledRow {
  const PlanRow* plan = nullptr;  // nullptr: a blank row
  std::string title;
  Standpoint stand;
  std::optional<std::size_t> axis;  // of a member's row
  MemberId member = 0;
  std::uint8_t indent = 0;
  bool unknown = false;                              // stands for members nobody gave: its figures are unknown
  std::optional<Value> record;                       // 行: the innermost one
  std::vector<std::pair<std::string, Value>> named;  // by 为, of this row and those it stands under
  std::uint32_t run = 0;                             // the 逐条 it comes from; 0: none
};

/// Places of a table resolved against one ledger.
class Places {
 public:
  explicit Places(const Ledger& ledger) : ledger_(&ledger) {}
  [[nodiscard]] Standpoint start() const;
  /// Adds what a place says: fixes replace what was inherited on the same axis.
  void apply(const PlanPlace& place, Standpoint& stand) const;
  static void fix(Standpoint& stand, std::size_t axis, MemberId member);
  /// Column and row on one axis: the narrower if one holds the other; false: a blank cell.
  [[nodiscard]] bool meet(const Standpoint& column, const Standpoint& row, Region& region) const;
  [[nodiscard]] const Ledger& ledger() const { return *ledger_; }

 private:
  const Ledger* ledger_;
};

[[nodiscard]] std::vector<LeafColumn> settle_columns(const TablePlan& plan, const Places& places);

/// The rows of one panel, bottom ones apart.
struct PanelRows {
  std::vector<SettledRow> top;
  std::vector<SettledRow> bottom;
};
/// nullopt after an error (a 逐条 expression that fails).
struct RowSettings {
  const Places& places;
  const Scope& scope;
  const NoteText& line_text;
  Diagnostics& diagnostics;
};
[[nodiscard]] std::optional<PanelRows> settle_rows(const PlanPanel& panel, const std::vector<LeafColumn>& columns,
                                                   std::uint32_t panel_number, const RowSettings& settings);

/// Text of a label column (编码, 类, 名称, 标题) in a row.
[[nodiscard]] std::string label_text(const LeafColumn& column, const SettledRow& row, const Ledger& ledger);

/// Scope in which 行 is the row's record and the names after 为 are those it stands under.
[[nodiscard]] Scope row_scope(const Scope& outer, const SettledRow& row);

/// Does some total of the grid, as printed on the table's step, miss the sum of its printed
/// parts, or one side of an equality the other, by no more than rounding explains? `rows` stand
/// beside view.rows by panel.
[[nodiscard]] bool shows_tail(const View& view, const std::vector<LeafColumn>& columns,
                              const std::vector<std::vector<const SettledRow*>>& rows, const RegionSpace& space,
                              const TableDefinition& definition);

}  // namespace gongkai
