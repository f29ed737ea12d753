#pragma once
// A table is its grid: spans are resolved once, here, and no writer rebuilds it.
// Every (row, column) is covered by exactly one cell (see verify() in document.h).

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.h"
#include "document/inline.h"

namespace gongkai {

enum class CellKind : std::uint8_t {
  column_header,  // in the header rows
  row_header,     // 科目编码, 科目名称, 项目: names the row
  figure,         // an amount, count or rate; right-aligned, never broken
  text            // anything else
};
enum class Align : std::uint8_t { start, centre, end };
enum class CellState : std::uint8_t { value, zero, unknown, blank };

struct Cell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  CellKind kind = CellKind::text;
  Align align = Align::start;
  CellState state = CellState::value;
  std::uint8_t indent = 0;  // levels of one character (类 0, 款 1, 项 2)
  Inlines content;          // empty when blank or a zero printed as blank
  // An amount or zero that prints as blank still has its figure for machines:
  OriginId origin = 0;
};

enum class RowRole : std::uint8_t { header, total, subtotal, normal, blank };

struct Row {
  RowRole role = RowRole::normal;
  bool keep_with_next = false;
};

/// What layout needs to know of a column; header cells stand in the grid.
struct Column {
  CellKind kind = CellKind::figure;
  bool repeats = false;        // row-header column repeated when the table is split by columns
  bool group_start = false;    // a split by column groups may come before this column
  std::uint16_t min_em10 = 0;  // minimum width in tenths of an em, 0: by content
  std::uint16_t share = 0;     // of a form: its part of the width beside the other columns' parts
};

struct Table {
  std::string id;    // profile's id: IE, EX …; also the anchor
  std::string code;  // 公开03表; may be empty
  std::string title;
  std::string label;  // names this copy where several have one title (自评表 学术交流业务经费); may be empty
  std::string left_note;   // 部门：…
  std::string right_note;  // 金额单位：万元
  std::vector<Column> columns;
  std::vector<Row> rows;  // header rows first
  std::uint32_t header_rows = 0;
  std::vector<Cell> cells;             // row-major by (row, column)
  std::vector<std::string> footnotes;  // 注：…
  std::string statement;               // 空表说明 or 未提供说明; may be empty
  bool landscape = false;
  bool form = false;  // its labels stand anywhere, column headers in the body, too; columns have shares
  Span span;          // the table's definition
};

/// What messages call a table: its label, else code and title.
[[nodiscard]] std::string table_name(const Table& table);

/// A place of the grid that no cell covers; only in a table that verify() refuses.
inline constexpr std::uint32_t no_cell = 0xFFFFFFFF;

/// Cells by position: index into cells for each (row, column) at row · columns + column,
/// built once per use.
[[nodiscard]] std::vector<std::uint32_t> cell_grid(const Table& table);

}  // namespace gongkai
