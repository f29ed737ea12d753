#pragma once
// The lines around a table's grid: title, what messages call it, notes above, footnotes and
// the statement below.

#include "document/table.h"
#include "ledger/view.h"
#include "profile/profile.h"

namespace gongkai {

/// What a grid turned out to be; says which notes and statements are due.
struct TableState {
  bool collapsed = false;     // columns were left out
  bool has_tail = false;      // a printed total misses its printed parts
  bool empty = false;         // nothing but zeros, or no record
  bool all_unknown = false;   // nothing was given
  bool some_unknown = false;  // some cells were not
};

struct LineWriter {
  const Scope& scope;
  const NoteText& line_text;
};

/// false after an error; all lines are tried.
[[nodiscard]] bool write_surroundings(const TableDefinition& definition, const TableState& state,
                                      const TableHabits& habits, const LineWriter& writer, Table& table);

}  // namespace gongkai
