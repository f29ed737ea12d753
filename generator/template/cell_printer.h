#pragma once
// How figures and values stand in the cells of any table: in its number format, zero and
// unknown as the profile says. No figure is worked out here.

#include "document/table.h"
#include "ledger/view.h"
#include "profile/profile.h"

namespace gongkai {

class CellPrinter {
 public:
  CellPrinter(const TableDefinition& definition, const Profile& profile);

  void print(const Amount& amount, Cell& cell) const;
  /// Text starts at the left, a figure stands at the right; nothing makes a blank cell. Lists
  /// and records have no text: see is_printable.
  void print(const Value& value, Cell& cell) const;
  [[nodiscard]] static bool is_printable(const Value& value);

 private:
  void print(const Quantity& quantity, OriginId origin, Cell& cell) const;
  static void print(const Phrase& phrase, Cell& cell);
  void print_unknown(Cell& cell) const;
  [[nodiscard]] std::string printed(const Quantity& quantity) const;

  NumberFormat format_;
  bool blank_zero_ = true;
  std::string unknown_;
};

/// A table whose marked cells join the one above them (合并): both of one run and printed
/// alike, and the marked cells left of them joined, too.
class CellMerger {
 public:
  explicit CellMerger(Table& table) : table_(&table), above_(table.columns.size()) {}

  void begin_row() { joined_ = true; }
  /// Cells of a row from left to right; `run` 0 never joins.
  void add(Cell cell, bool merges, std::uint32_t run);

 private:
  struct Above {
    std::size_t cell = 0;  // index in the table's cells
    std::uint32_t run = 0;
  };
  [[nodiscard]] bool continues(const Cell& cell, std::uint32_t run) const;

  Table* table_;
  std::vector<Above> above_;  // by column
  bool joined_ = true;
};

}  // namespace gongkai
