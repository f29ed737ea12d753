#pragma once
// A table as data: rows by one axis, columns by another, each cell a question to the
// ledger. The definition comes from tables/*.yaml; settling it gives a grid of amounts
// and labels without a word of formatting (template/table_block turns it into a Table).

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "expr/expression.h"
#include "ledger/ledger.h"
#include "value/value.h"

namespace gongkai {

struct TablePlan;  // table_plan.h: panels, columns and rows

/// A line of the template language with its place.
struct TableNote {
  std::string text;
  Span span;
};

/// A template line worked out in a scope; nullopt after an error. This room can't read the
/// template language: who settles a view gives it.
using NoteText = std::function<std::optional<std::string>(const TableNote& line, const Scope& scope)>;

/// 相等: two sums of measures that a reader of one line of the table expects to be equal.
struct TableEquality {
  std::vector<std::string> left, right;
};

/// tables/*.yaml, parsed and checked against the accounts.
struct TableDefinition {
  std::string id;    // EX
  std::string code;  // 公开03表, assigned from the profile's order
  TableNote title;
  std::optional<TableNote> label;      // 标签: what messages call this copy of the table
  bool listed = false;                 // stands in the profile's order
  bool form = false;                   // 表单: its rows are read by template/form_plan, the plan is empty
  bool landscape = false;              // 版面: 横
  bool numbers_columns = false;        // 栏次: a header row that numbers the figure columns
  bool by_analogy = false;             // 来源: 类推: no printed example of its columns is known
  std::optional<TableNote> left_note;  // 表头左, 表头右: in place of the profile's
  std::optional<TableNote> right_note;
  std::optional<bool> blank_zero;            // 零: in place of the profile's
  std::vector<TableNote> footnotes;          // 脚注
  std::optional<TableNote> empty_statement;  // 空表说明
  std::vector<TableEquality> equalities;     // 相等
  std::string number_style;                  // 格式: a filter of 数字, "" for the profile's table format
  Rational step;  // grid on which its figures are printed; 0: not known, no tail is looked for
  std::shared_ptr<const TablePlan> plan;
  Value definition;  // the YAML
  Span span;
};

struct ViewCell {
  enum class Kind : std::uint8_t { blank, label, figure, text } kind = Kind::blank;
  std::string text;            // label, text
  std::optional<Value> value;  // of a 值 expression: Quantity, Text, Unknown …
  Amount amount;               // figure
  std::uint8_t indent = 0;
  std::uint32_t column_span = 1;  // the cells it spans follow as blanks
  std::uint32_t run = 0;          // the 逐条 its row comes from; 0: none
};

struct ViewRow {
  enum class Role : std::uint8_t { normal, total, subtotal, blank } role = Role::normal;
  std::vector<ViewCell> cells;  // one per leaf column (label and figure columns of all panels)
};

struct ViewColumn {
  std::vector<std::string> path;     // header titles, outermost first (panel title, group, leaf)
  std::vector<std::uint32_t> nodes;  // the header cell of each title: equal for columns under one cell
  enum class Content : std::uint8_t { code, name, title, line_number, figure, value } content = Content::figure;
  bool group_start = false;
  std::uint32_t panel = 0;
  bool merges = false;  // 合并: equal cells below each other, of one run, become one
};

struct View {
  std::vector<ViewColumn> columns;
  std::vector<ViewRow> rows;
  std::size_t collapsed = 0;  // columns dropped by 折叠空列
  bool all_zero = false;
  bool all_unknown = false;
  bool some_unknown = false;
  bool has_tail = false;  // a total, as printed, differs from its parts as printed
};

/// `scope` evaluates 值 and 逐条 expressions (names, data, functions), `line_text` the titles of rows.
[[nodiscard]] std::optional<View> settle_view(const TableDefinition& definition, const Ledger& ledger,
                                              const Scope& scope, const NoteText& line_text, Diagnostics& diagnostics);

}  // namespace gongkai
