#include "layout/table_demands.h"

#include <algorithm>

#include "layout/line_break.h"
#include "layout/title_lines.h"

namespace gongkai {
namespace {

constexpr Length longest_word = 24;  // em that a column makes room for

/// A figure must not be broken; other cells break where lines may end, a longer word anywhere rather
/// than split the table. A form's own widths count, so its cells ask for no more.
TextDemand unbroken(const Cell& cell, const PreparedText& text) {
  if (cell.kind == CellKind::figure) {
    const Length width = line_width(text.characters, text.advances);
    return {width, width};
  }
  const TextDemand asked = text_demand(text.characters, text.advances);
  return {std::min(asked.least, longest_word * text.size), asked.preferred};
}

/// The widest word of a header, a bracket around a unit among them.
Length widest_word(const PreparedText& text) {
  static const WholeNames none;
  constexpr Length longest = 6;  // em
  const std::vector<bool> allowed = line_end_allowed(text.characters);
  const std::vector<int> costs = title_break_costs(text.characters, allowed, none);
  Length widest = 0;
  Length word = 0;
  for (std::size_t index = 0; index < text.characters.size(); ++index) {
    word += text.advances[index];
    if (word <= longest * text.size) widest = std::max(widest, word);
    if (text.characters[index] == U'\n' || (allowed[index] && costs[index] < inside_word)) word = 0;
  }
  return widest;
}

/// Names keep a readable width of seven characters, headers one of four (three in very wide tables).
CellDemand demand_of(const Cell& cell, const PreparedText& text, Length header_characters, const TableStyle& style,
                     bool form) {
  TextDemand asked = unbroken(cell, text);
  const Length sides = 2 * style.padding_x + cell_indent(cell, text.size);
  const bool heads = cell.kind == CellKind::column_header && !form;
  const bool names = cell.kind == CellKind::row_header && !form;
  if (names) asked.least = std::max(asked.least, std::min(asked.preferred, 7 * text.size));
  if (heads) asked.least = std::max(asked.least, std::min(asked.preferred, header_characters * text.size));
  const Length words = cell.kind == CellKind::column_header ? widest_word(text) + sides : 0;
  return {cell.column, cell.column_span, asked.least + sides, asked.preferred + sides, heads, words};
}

}  // namespace

FontRole cell_role(const Cell& cell, const TableStyle& style) {
  return cell.kind == CellKind::column_header ? style.header_role : style.role;
}

Length cell_indent(const Cell& cell, Length size) { return static_cast<Length>(cell.indent) * size; }

const std::vector<CellDemand>& TableDemands::at(Length size) {
  const auto [place, fresh] = by_size_.try_emplace(size);
  if (fresh) place->second = measured(size);
  return place->second;
}

std::vector<CellDemand> TableDemands::measured(Length size) const {
  std::vector<CellDemand> demands;
  demands.reserve(table_.cells.size());
  const Length header_characters = table_.columns.size() <= 12 ? 4 : 3;
  for (const Cell& cell : table_.cells)
    demands.push_back(demand_of(cell, prepare(cell.content, cell_role(cell, style_), size, fonts_), header_characters,
                                style_, table_.form));
  for (std::uint32_t column = 0; column < table_.columns.size(); ++column) {
    const Length least = static_cast<Length>(table_.columns[column].min_em10) * size / 10;
    if (least > 0) demands.push_back({column, 1, least, least});
  }
  return demands;
}

}  // namespace gongkai
