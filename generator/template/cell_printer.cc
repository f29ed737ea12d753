#include "template/cell_printer.h"

#include <utility>

#include "value/number_text.h"

namespace gongkai {
namespace {

Inlines plain(std::string text) {
  if (text.empty()) return {};
  return {PlainText{std::move(text)}};
}

Inline inline_of(const Piece& piece) {
  if (piece.quantity) return Figure{piece.text, *piece.quantity, piece.origin};
  return PlainText{piece.text};
}

bool same_figures(const Inlines& one, const Inlines& other) {
  if (one.size() != other.size()) return false;
  for (std::size_t at = 0; at < one.size(); ++at) {
    const auto* const mine = std::get_if<Figure>(&one[at]);
    const auto* const its = std::get_if<Figure>(&other[at]);
    if ((mine == nullptr) != (its == nullptr)) return false;
    if (mine != nullptr && !(mine->quantity.number() == its->quantity.number())) return false;
  }
  return true;
}

bool prints_alike(const Cell& one, const Cell& other) {
  return one.state == other.state && plain_text(one.content) == plain_text(other.content) &&
         same_figures(one.content, other.content);
}

}  // namespace

CellPrinter::CellPrinter(const TableDefinition& definition, const Profile& profile)
    : blank_zero_(definition.blank_zero.value_or(profile.table_style.blank_zero)),
      unknown_(profile.table_style.unknown) {
  const NumberStyle* const style = profile.number(definition.number_style);
  if (style != nullptr) format_ = style->format;
}

void CellPrinter::print(const Amount& amount, Cell& cell) const {
  if (!amount.known()) return print_unknown(cell);
  print(amount.quantity, amount.origin, cell);
}

void CellPrinter::print(const Value& value, Cell& cell) const {
  if (value.is_unknown()) return print_unknown(cell);
  if (const Quantity* const quantity = value.if_quantity()) {
    cell.kind = CellKind::figure;
    cell.align = Align::end;
    print(*quantity, value.origin, cell);
  } else if (const auto* const phrase = std::get_if<Phrase>(&value.data)) {
    print(*phrase, cell);
  } else if (const std::string* const text = value.if_text()) {
    cell.content = plain(*text);
  } else if (const bool* const truth = std::get_if<bool>(&value.data)) {
    cell.content = plain(*truth ? "是" : "否");
  }
  if (cell.content.empty() && cell.state == CellState::value) cell.state = CellState::blank;
}

bool CellPrinter::is_printable(const Value& value) {
  return value.if_list() == nullptr && value.if_record() == nullptr;
}

void CellPrinter::print(const Quantity& quantity, OriginId origin, Cell& cell) const {
  cell.origin = origin;
  cell.state = quantity.is_zero() ? CellState::zero : CellState::value;
  if (quantity.is_zero() && blank_zero_) return;
  cell.content = {Figure{printed(quantity), quantity, origin}};
}

/// A phrase that is nothing but a figure and its unit stands like a figure.
void CellPrinter::print(const Phrase& phrase, Cell& cell) {
  for (const Piece& piece : phrase) cell.content.push_back(inline_of(piece));
  const bool unit_follows = phrase.size() == 2 && !phrase.back().quantity;
  if (phrase.empty() || !phrase.front().quantity || (phrase.size() > 1 && !unit_follows)) return;
  cell.kind = CellKind::figure;
  cell.align = Align::end;
  cell.origin = phrase.front().origin;
  if (phrase.front().quantity->is_zero()) cell.state = CellState::zero;
}

/// It stands where the figure would.
void CellPrinter::print_unknown(Cell& cell) const {
  cell.state = CellState::unknown;
  cell.align = Align::end;
  cell.content = plain(unknown_);
}

std::string CellPrinter::printed(const Quantity& quantity) const {
  NumberFormat format = format_;
  if (quantity.dimension() != Dimension::money && quantity.dimension() != Dimension::ratio) format.trim = true;
  return number_text(quantity, format) + (quantity.dimension() == Dimension::ratio ? "%" : "");
}

bool CellMerger::continues(const Cell& cell, std::uint32_t run) const {
  const Above& above = above_[cell.column];
  if (run == 0 || above.run != run) return false;
  const Cell& upper = table_->cells[above.cell];
  return upper.row + upper.row_span == cell.row && upper.column_span == cell.column_span && prints_alike(upper, cell);
}

void CellMerger::add(Cell cell, bool merges, std::uint32_t run) {
  if (merges) {
    joined_ = joined_ && continues(cell, run);
    if (joined_) {
      ++table_->cells[above_[cell.column].cell].row_span;
      return;
    }
    above_[cell.column] = {table_->cells.size(), run};
  }
  table_->cells.push_back(std::move(cell));
}

}  // namespace gongkai
