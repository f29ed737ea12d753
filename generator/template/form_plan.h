#pragma once
// 表单 of tables/*.yaml: a table written cell by cell, parsed once. Every cell's column is
// known before any data is read; rows come and go with the data.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "document/table.h"
#include "ledger/view.h"
#include "template/line.h"

namespace gongkai {

struct FormCell {
  enum class Kind : std::uint8_t { label, text, value } kind = Kind::label;
  Line line;                        // 头, 文
  std::optional<Expression> value;  // 值
  std::uint32_t column = 0;
  std::uint32_t column_span = 1;
  std::uint32_t row_span = 1;  // 跨行: of fixed rows below each other
  std::optional<Align> align;  // 对齐
  bool merges = false;         // 合并
};

/// A row of cells, or a group of rows.
struct FormRow {
  std::optional<Expression> applies;  // 当
  RowRole role = RowRole::normal;     // 样式
  std::vector<FormCell> cells;
  std::optional<Expression> items;  // 逐条
  std::string item_name;            // 为
  std::vector<FormCell> margin;     // 边: left of all rows of the group
  std::vector<FormRow> rows;        // 行: of a group
};

struct FormPlan {
  std::string table;  // its 标识
  std::vector<std::uint16_t> shares;
  std::vector<FormRow> header;
  std::vector<FormRow> rows;
};

/// Reports unknown keys, wrong expressions and lines, and rows that don't fill the columns.
[[nodiscard]] FormPlan read_form_plan(const TableDefinition& definition, Diagnostics& diagnostics);

}  // namespace gongkai
