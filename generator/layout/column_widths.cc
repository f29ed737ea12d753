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
  std::vector<Length> preferred;
};

/// Single-column demands first, then spans from narrow to wide: a merged header only
/// widens its columns where they don't already suffice.
Needs gather(std::vector<CellDemand> demands, std::size_t columns) {
  Needs needs{std::vector<Length>(columns, 0), std::vector<Length>(columns, 0)};
  std::stable_sort(demands.begin(), demands.end(),
                   [](const CellDemand& a, const CellDemand& b) { return a.column_span < b.column_span; });
  for (const CellDemand& demand : demands) {
    raise_span(needs.least, demand, demand.least);
    raise_span(needs.preferred, demand, std::max(demand.least, demand.preferred));
  }
  for (std::size_t index = 0; index < columns; ++index)
    needs.preferred[index] = std::max(needs.preferred[index], needs.least[index]);
  return needs;
}

/// Adds `extra` to widths in proportion to `weights`, exactly (largest columns take the rest).
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

}  // namespace

ColumnWidths column_widths(const std::vector<CellDemand>& demands, std::size_t columns, Length room, bool fill) {
  Needs needs = gather(demands, columns);
  const Total least = sum(needs.least, 0, columns);
  const Total preferred = sum(needs.preferred, 0, columns);
  if (least > room) return {needs.least, false};
  std::vector<Total> weights(columns);
  if (preferred > room) {
    for (std::size_t index = 0; index < columns; ++index) weights[index] = needs.preferred[index] - needs.least[index];
    share_out(needs.least, room - least, weights);
    return {needs.least, true};
  }
  if (fill) {
    for (std::size_t index = 0; index < columns; ++index) weights[index] = std::max<Total>(needs.preferred[index], 1);
    share_out(needs.preferred, room - preferred, weights);
  }
  return {needs.preferred, true};
}

std::vector<std::vector<std::uint32_t>> split_columns(const std::vector<Length>& least, const std::vector<bool>& repeats,
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
