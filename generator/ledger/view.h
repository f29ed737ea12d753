#pragma once
// A table as data: rows by one axis, columns by another, each cell a question to the
// ledger. The definition comes from tables/*.yaml; settling it gives a grid of amounts
// and labels without a word of formatting (template/table_block turns it into a Table).

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "expr/expression.h"
#include "ledger/ledger.h"
#include "value/value.h"

namespace gongkai {

/// tables/*.yaml, parsed and checked against the accounts. Owned by the ledger helper.
struct TableDefinition {
  std::string id;     // EX
  std::string code;   // 公开03表, assigned from the profile's order
  std::string title;
  Value definition;   // the YAML, for what view.cc reads
  Span span;
};

struct ViewCell {
  enum class Kind : std::uint8_t { blank, label, figure, text } kind = Kind::blank;
  std::string text;          // label, text
  std::optional<Value> value;  // of a 值 expression: Quantity, Text, Unknown …
  Amount amount;             // figure
  std::uint8_t indent = 0;
  std::uint32_t column_span = 1;
};

struct ViewRow {
  enum class Role : std::uint8_t { normal, total, subtotal, blank } role = Role::normal;
  std::vector<ViewCell> cells;  // one per leaf column (label and figure columns of all panels)
};

struct ViewColumn {
  std::vector<std::string> path;  // header titles, outermost first (panel title, group, leaf)
  enum class Content : std::uint8_t { code, name, title, line_number, figure, value } content = Content::figure;
  bool group_start = false;
};

struct View {
  std::vector<ViewColumn> columns;
  std::vector<ViewRow> rows;
  std::size_t collapsed = 0;  // columns dropped by 折叠空列
  bool all_zero = false;
  bool all_unknown = false;
  bool some_unknown = false;
  bool has_tail = false;  // a printed total differs from its printed parts
};

/// `scope` evaluates 值 and 逐条 expressions (names, data, functions).
[[nodiscard]] std::optional<View> settle_view(const TableDefinition& definition, const Ledger& ledger,
                                              const Scope& scope, Diagnostics& diagnostics);

}  // namespace gongkai
