#include "document/figure_cells.h"

#include <optional>
#include <variant>

#include "document/figure_places.h"

namespace gongkai {
namespace {

std::string place_name(const Table& table, const Cell& cell) {
  return table.id + "." + std::to_string(cell.row) + "." + std::to_string(cell.column);
}

}  // namespace

FigureCells::FigureCells(const Document& document) {
  for (const Block& block : document.blocks)
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) want(paragraph->text);
  if (cells_.empty()) return;
  for (const Block& block : document.blocks)
    if (const auto* table = std::get_if<Table>(&block)) search(*table);
}

void FigureCells::want(const Inlines& inlines) {
  for (const Inline& piece : inlines) {
    const auto* figure = std::get_if<Figure>(&piece);
    if (figure != nullptr && figure->origin != 0) cells_.try_emplace(figure->origin);
  }
}

void FigureCells::search(const Table& table) {
  std::optional<TableHeaders> headers;  // of a table that has one of them
  for (const Cell& cell : table.cells) {
    for (const Inline& piece : cell.content) {
      const auto* figure = std::get_if<Figure>(&piece);
      const auto wanted = figure == nullptr ? cells_.end() : cells_.find(figure->origin);
      if (wanted == cells_.end() || !wanted->second.place.empty()) continue;
      if (!headers) headers.emplace(table);
      wanted->second = {place_name(table, cell), "见" + place_in_table(table, *headers, cell).where()};
      of_cell_.emplace(&cell, &wanted->second);  // one of several has the same place and words
    }
  }
}

const FigureCell* FigureCells::of(OriginId origin) const {
  const auto found = cells_.find(origin);
  return found == cells_.end() || found->second.place.empty() ? nullptr : &found->second;
}

const FigureCell* FigureCells::at(const Cell& cell) const {
  const auto found = of_cell_.find(&cell);
  return found == of_cell_.end() ? nullptr : found->second;
}

}  // namespace gongkai
