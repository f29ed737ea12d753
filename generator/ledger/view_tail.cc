// Does a reader who adds up the printed parts miss the printed total?

#include "ledger/view_parts.h"

namespace gongkai {
namespace {

/// For each item the nearest other one that holds it, or none.
using Parents = std::vector<std::optional<std::size_t>>;

bool holds(const Standpoint& outer, const Standpoint& inner, const RegionSpace& space) {
  return outer.measure == inner.measure && !outer.nowhere && !inner.nowhere && outer.region != inner.region &&
         space.contains(outer.region, inner.region);
}

/// Beyond this many lines nobody adds up by hand, and pairs of lines become many.
constexpr std::size_t most_lines = 2000;

template <typename StandOf>
Parents parents_of(std::size_t count, const StandOf& stand_of, const RegionSpace& space) {
  Parents parents(count);
  if (count > most_lines) return parents;
  for (std::size_t item = 0; item < count; ++item) {
    const Standpoint* const inner = stand_of(item);
    for (std::size_t other = 0; inner != nullptr && other < count; ++other) {
      const Standpoint* const outer = stand_of(other);
      if (outer == nullptr || !holds(*outer, *inner, space)) continue;
      const bool nearer = !parents[item] || holds(*stand_of(*parents[item]), *outer, space);
      if (nearer) parents[item] = other;
    }
  }
  return parents;
}

/// Parts of one total in one line of cells.
struct Sum {
  Rational total;
  int parts = 0;
  bool whole = true;  // every part is printed
};

std::optional<Rational> printed(const ViewCell& cell, const Rational& step) {
  if (cell.kind != ViewCell::Kind::figure || !cell.amount.known()) return std::nullopt;
  const auto figure = cell.amount.quantity.printed_at(step);
  return figure ? std::optional(figure->number()) : std::nullopt;
}

/// A difference that rounding n parts and their total can make; a larger one means that
/// the parts are not all.
bool is_tail(const Rational& total, const Sum& sum, const Rational& step) {
  const auto apart = Rational::subtract(total, sum.total);
  const auto most = Rational::multiply(step, *Rational::ratio(sum.parts + 1, 2));
  return apart && most && apart->sign() != 0 && !(*most < apart->absolute());
}

/// `cell_at(i)`: the i-th cell of a row or column; `parents` says which are parts of which.
template <typename CellAt>
bool line_shows_tail(const Parents& parents, const CellAt& cell_at, const Rational& step) {
  std::vector<Sum> sums(parents.size());
  for (std::size_t item = 0; item < parents.size(); ++item) {
    if (!parents[item]) continue;
    Sum& sum = sums[*parents[item]];
    const auto part = printed(cell_at(item), step);
    const auto total = part ? Rational::add(sum.total, *part) : std::nullopt;
    sum.whole = sum.whole && total.has_value();
    sum.total = total.value_or(sum.total);
    ++sum.parts;
  }
  for (std::size_t item = 0; item < sums.size(); ++item) {
    if (sums[item].parts == 0 || !sums[item].whole) continue;
    const auto total = printed(cell_at(item), step);
    if (total && is_tail(*total, sums[item], step)) return true;
  }
  return false;
}

/// The figures of these measures in one line, each the one that no other of its measure holds;
/// nullopt when one is not there, stands there twice or is not printed.
template <typename MeasureAt, typename CellAt>
std::optional<Sum> sum_of(const std::vector<std::string>& measures, const Parents& parents, const MeasureAt& measure_at,
                          const CellAt& cell_at, const Rational& step) {
  Sum sum;
  for (const std::string& measure : measures) {
    std::optional<std::size_t> found;
    for (std::size_t item = 0; item < parents.size(); ++item) {
      if (parents[item] || measure_at(item) != measure) continue;
      if (found) return std::nullopt;
      found = item;
    }
    const auto part = found ? printed(cell_at(*found), step) : std::nullopt;
    const auto total = part ? Rational::add(sum.total, *part) : std::nullopt;
    if (!total) return std::nullopt;
    sum.total = *total;
    ++sum.parts;
  }
  return sum;
}

template <typename MeasureAt, typename CellAt>
bool sides_show_tail(const std::vector<TableEquality>& equalities, const Parents& parents, const MeasureAt& measure_at,
                     const CellAt& cell_at, const Rational& step) {
  for (const TableEquality& equality : equalities) {
    const auto left = sum_of(equality.left, parents, measure_at, cell_at, step);
    auto right = left ? sum_of(equality.right, parents, measure_at, cell_at, step) : std::nullopt;
    if (!right) continue;
    right->parts += left->parts - 1;  // is_tail counts the total as one
    if (is_tail(left->total, *right, step)) return true;
  }
  return false;
}

}  // namespace

bool shows_tail(const View& view, const std::vector<LeafColumn>& columns,
                const std::vector<std::vector<const SettledRow*>>& rows, const RegionSpace& space,
                const TableDefinition& definition) {
  const Rational& step = definition.step;
  const auto column_stand = [&](std::size_t i) {
    return columns[i].content == ViewColumn::Content::figure ? &columns[i].stand : nullptr;
  };
  const auto column_measure = [&](std::size_t i) {
    return column_stand(i) == nullptr ? std::string() : columns[i].stand.measure;
  };
  const Parents over_columns = parents_of(columns.size(), column_stand, space);
  for (const ViewRow& row : view.rows) {
    const auto cell_at = [&](std::size_t i) -> const ViewCell& { return row.cells[i]; };
    if (line_shows_tail(over_columns, cell_at, step)) return true;
    if (sides_show_tail(definition.equalities, over_columns, column_measure, cell_at, step)) return true;
  }
  std::vector<Parents> over_rows;
  const auto row_at = [&](std::size_t i, std::size_t panel) {
    const SettledRow* const row = rows[i][panel];
    return row == nullptr || row->plan == nullptr ? nullptr : row;
  };
  for (std::size_t panel = 0; panel <= columns.back().panel; ++panel) {
    const auto row_stand = [&](std::size_t i) {
      const SettledRow* const row = row_at(i, panel);
      return row == nullptr ? nullptr : &row->stand;
    };
    over_rows.push_back(parents_of(rows.size(), row_stand, space));
  }
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const std::size_t panel = columns[column].panel;
    const auto cell_at = [&](std::size_t i) -> const ViewCell& { return view.rows[i].cells[column]; };
    const auto row_measure = [&](std::size_t i) {
      const SettledRow* const row = row_at(i, panel);
      if (row == nullptr) return std::string();
      return row->stand.measure.empty() ? columns[column].stand.measure : row->stand.measure;
    };
    if (line_shows_tail(over_rows[panel], cell_at, step)) return true;
    if (sides_show_tail(definition.equalities, over_rows[panel], row_measure, cell_at, step)) return true;
  }
  return false;
}

}  // namespace gongkai
