#include "layout/column_widths.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace gongkai {
namespace {

using Total = std::int64_t;

Total sum(const std::vector<Length>& values, std::size_t first, std::size_t count) {
  return std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(first),
                         values.begin() + static_cast<std::ptrdiff_t>(first + count), Total{0});
}

/// Raises the covered columns so that together they hold `wanted`; the lack is shared evenly.
void raise_span(std::vector<Length>& values, const CellDemand& demand, Length wanted) {
  const Total lack = Total{wanted} - sum(values, demand.column, demand.column_span);
  if (lack <= 0) return;
  const auto count = static_cast<Total>(demand.column_span);
  for (Total index = 0; index < count; ++index) {
    const Total share = lack / count + (index < lack % count ? 1 : 0);
    values[demand.column + static_cast<std::size_t>(index)] += static_cast<Length>(share);
  }
}

struct Needs {
  std::vector<Length> least;
  std::vector<Length> rows;       // what the rows' cells prefer
  std::vector<Length> words;      // what keeps words of headers whole too
  std::vector<Length> preferred;  // what headers prefer too
};

std::vector<Length> larger(std::vector<Length> values, const std::vector<Length>& others) {
  for (std::size_t index = 0; index < values.size(); ++index) values[index] = std::max(values[index], others[index]);
  return values;
}

/// Single-column demands first, then spans from narrow to wide: a merged header only
/// widens its columns where they don't already suffice.
Needs gather(std::vector<CellDemand> demands, std::size_t columns) {
  Needs needs{std::vector<Length>(columns, 0), std::vector<Length>(columns, 0), {}, {}};
  std::stable_sort(demands.begin(), demands.end(),
                   [](const CellDemand& a, const CellDemand& b) { return a.column_span < b.column_span; });
  for (const CellDemand& demand : demands) raise_span(needs.least, demand, demand.least);
  for (const CellDemand& demand : demands)
    if (!demand.heads) raise_span(needs.rows, demand, demand.preferred);
  needs.rows = larger(needs.rows, needs.least);
  needs.words = needs.rows;
  for (const CellDemand& demand : demands) raise_span(needs.words, demand, demand.words);
  needs.preferred = needs.words;
  for (const CellDemand& demand : demands)
    if (demand.heads) raise_span(needs.preferred, demand, demand.preferred);
  return needs;
}

/// Adds `extra` to widths in proportion to `weights`, exactly.
void share_out(std::vector<Length>& widths, Total extra, const std::vector<Total>& weights) {
  const Total all = std::accumulate(weights.begin(), weights.end(), Total{0});
  if (all == 0) return;
  Total given = 0;
  Total seen = 0;
  for (std::size_t index = 0; index < widths.size(); ++index) {
    seen += weights[index];
    const auto upto = extra * seen / all;
    widths[index] += static_cast<Length>(upto - given);
    given = upto;
  }
}

/// Raises widths towards `goal` with what is left of `extra`; true when the goal is reached.
/// One column of long text must not starve the others: who misses no more than an even
/// share gets all of it first.
bool raise_towards(std::vector<Length>& widths, const std::vector<Length>& goal, Total& extra) {
  std::vector<Total> missing(widths.size());
  for (std::size_t index = 0; index < widths.size(); ++index)
    missing[index] = std::max<Total>(goal[index] - widths[index], 0);
  const Total wanted = std::accumulate(missing.begin(), missing.end(), Total{0});
  if (wanted <= extra) {
    share_out(widths, wanted, missing);
    extra -= wanted;
    return true;
  }
  for (bool moved = true; moved;) {
    moved = false;
    const auto open = std::count_if(missing.begin(), missing.end(), [](Total miss) { return miss > 0; });
    const Total share = extra / open;
    for (std::size_t index = 0; index < widths.size(); ++index) {
      if (missing[index] == 0 || missing[index] > share) continue;
      widths[index] += static_cast<Length>(missing[index]);
      extra -= missing[index];
      missing[index] = 0;
      moved = true;
    }
  }
  share_out(widths, extra, missing);
  extra = 0;
  return false;
}

}  // namespace

ColumnWidths column_widths(const std::vector<CellDemand>& demands, std::size_t columns, Length room, bool fill) {
  const Needs needs = gather(demands, columns);
  std::vector<Length> widths = needs.least;
  Total extra = Total{room} - sum(widths, 0, columns);
  if (extra < 0) return {std::move(widths), false};
  const bool satisfied = raise_towards(widths, needs.rows, extra) && raise_towards(widths, needs.words, extra) &&
                         raise_towards(widths, needs.preferred, extra);
  if (satisfied && fill) {
    std::vector<Total> weights(columns);
    for (std::size_t index = 0; index < columns; ++index) weights[index] = std::max<Total>(widths[index], 1);
    share_out(widths, extra, weights);
  }
  return {std::move(widths), true};
}

ColumnWidths shared_widths(const std::vector<CellDemand>& demands, const std::vector<std::uint16_t>& shares,
                           Length room) {
  const Needs needs = gather(demands, shares.size());
  std::vector<Length> least = needs.least;
  Total extra = Total{room} - sum(least, 0, least.size());
  if (extra < 0) return {std::move(least), false};
  std::vector<Length> words = least;
  for (const CellDemand& demand : demands) raise_span(words, demand, demand.words);
  (void)raise_towards(least, words, extra);
  std::vector<bool> held(shares.size(), false);  // columns that their share would leave too narrow
  std::vector<Length> widths;
  for (bool moved = true; moved;) {
    moved = false;
    Total left = room;
    std::vector<Total> weights(shares.begin(), shares.end());
    widths.assign(shares.size(), 0);
    for (std::size_t column = 0; column < shares.size(); ++column) {
      if (!held[column]) continue;
      widths[column] = least[column];
      left -= least[column];
      weights[column] = 0;
    }
    share_out(widths, left, weights);
    for (std::size_t column = 0; column < shares.size(); ++column) {
      if (held[column] || widths[column] >= least[column]) continue;
      held[column] = moved = true;
    }
  }
  return {std::move(widths), true};
}

void squeeze_widths(std::vector<Length>& widths, const std::vector<bool>& firm, Length room) {
  Total held = 0;
  Total soft = 0;
  for (std::size_t index = 0; index < widths.size(); ++index) (firm[index] ? held : soft) += widths[index];
  if (held + soft <= room) return;
  const Total soft_room = std::min(soft, std::max<Total>(room - held, room / 4));
  const Total firm_room = std::min(held, room - soft_room);
  for (std::size_t index = 0; index < widths.size(); ++index) {
    const Total all = firm[index] ? held : soft;
    const Total share = firm[index] ? firm_room : soft_room;
    if (all > 0) widths[index] = static_cast<Length>(widths[index] * share / all);
  }
}

std::vector<std::vector<std::uint32_t>> split_columns(const std::vector<Length>& least,
                                                      const std::vector<bool>& repeats,
                                                      const std::vector<bool>& may_start, Length room) {
  std::vector<std::uint32_t> heads;
  Total head_width = 0;
  for (std::uint32_t index = 0; index < least.size(); ++index) {
    if (!repeats[index]) continue;
    heads.push_back(index);
    head_width += least[index];
  }
  std::vector<std::vector<std::uint32_t>> parts;
  std::vector<std::uint32_t> part = heads;
  Total width = head_width;
  std::size_t last_start = part.size();  // where in `part` the latest group began
  for (std::uint32_t index = 0; index < least.size(); ++index) {
    if (repeats[index]) continue;
    if (may_start[index]) last_start = part.size();
    if (width + least[index] > room && part.size() > heads.size()) {
      const std::size_t cut = last_start > heads.size() && last_start < part.size() ? last_start : part.size();
      std::vector<std::uint32_t> next = heads;
      next.insert(next.end(), part.begin() + static_cast<std::ptrdiff_t>(cut), part.end());
      part.resize(cut);
      parts.push_back(std::move(part));
      part = std::move(next);
      last_start = heads.size();
      width = 0;
      for (const std::uint32_t column : part) width += least[column];
    }
    part.push_back(index);
    width += least[index];
  }
  if (part.size() > heads.size() || parts.empty()) parts.push_back(std::move(part));
  return parts;
}

}  // namespace gongkai
