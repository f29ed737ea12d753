#pragma once
// A table definition and the ledger (or, of a form, the data) → a Table: header cells with
// their spans, figures printed in the profile's format, statements and notes. No figure is
// worked out here.

#include <optional>

#include "document/table.h"
#include "ledger/view.h"
#include "template/fill.h"

namespace gongkai {

/// What the lines of a table call the unit its figures are printed in.
inline constexpr const char* table_unit_name = "本表单位";

/// `outer` may hold names the text made by for and set. nullopt after an error (a 值 or 逐条 expression, a line of the
/// table's notes).
[[nodiscard]] std::optional<Table> make_table(const TableDefinition& definition, const Report& report,
                                              const Scope& outer, Journal& journal, Diagnostics& diagnostics);

}  // namespace gongkai
