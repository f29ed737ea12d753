#include "layout/column_widths.h"

#include <doctest/doctest.h>

#include <numeric>

using gongkai::CellDemand;
using gongkai::column_widths;
using gongkai::Length;
using gongkai::shared_widths;
using gongkai::split_columns;

TEST_CASE("columns get what they prefer and a filled table fills the room exactly") {
  const auto result = column_widths({{0, 1, 10, 30}, {1, 1, 10, 70}}, 2, 201, true);
  CHECK(result.fits);
  CHECK(std::accumulate(result.widths.begin(), result.widths.end(), 0) == 201);
  CHECK(result.widths[1] > 2 * result.widths[0]);
  CHECK(column_widths({{0, 1, 10, 30}, {1, 1, 10, 70}}, 2, 201, false).widths == std::vector<Length>{30, 70});
}

TEST_CASE("when room is short no column goes below its widest unbreakable piece") {
  const auto result = column_widths({{0, 1, 40, 40}, {1, 1, 20, 300}}, 2, 100, true);
  CHECK(result.fits);
  CHECK(result.widths == std::vector<Length>{40, 60});
}

TEST_CASE("a table that cannot fit says so") {
  const auto result = column_widths({{0, 1, 80, 80}, {1, 1, 40, 40}}, 2, 100, true);
  CHECK_FALSE(result.fits);
  CHECK(result.widths == std::vector<Length>{80, 40});
}

TEST_CASE("a merged header widens its columns only by what they lack") {
  const auto result = column_widths({{0, 1, 10, 10}, {1, 1, 10, 10}, {0, 2, 50, 50}}, 2, 100, false);
  CHECK(result.widths == std::vector<Length>{25, 25});
}

TEST_CASE("a wide table splits before a group and repeats its row headers") {
  const std::vector<Length> least{20, 30, 30, 30, 30};
  const auto parts = split_columns(least, {true, false, false, false, false}, {false, true, false, true, false}, 115);
  CHECK(parts == std::vector<std::vector<std::uint32_t>>{{0, 1, 2}, {0, 3, 4}});
}

TEST_CASE("a group wider than the page splits inside") {
  const std::vector<Length> least{20, 30, 30, 30, 30};
  const auto parts = split_columns(least, {true, false, false, false, false}, {false, true, false, false, false}, 85);
  CHECK(parts == std::vector<std::vector<std::uint32_t>>{{0, 1, 2}, {0, 3, 4}});
}

TEST_CASE("a column wider than what the row headers leave has a part of its own") {
  const auto parts = split_columns({60, 30, 90, 30}, {true, false, false, false}, {false, true, true, true}, 100);
  CHECK(parts == std::vector<std::vector<std::uint32_t>>{{0, 1}, {0, 2}, {0, 3}});
}

TEST_CASE("headers get what they prefer only after the rows have") {
  const auto result = column_widths({{0, 1, 20, 60}, {1, 1, 20, 20}, {1, 1, 20, 90, true}}, 2, 100, true);
  CHECK(result.widths == std::vector<Length>{60, 40});
}

TEST_CASE("a header's words are kept whole before headers get what else they prefer, once the rows have") {
  const std::vector<CellDemand> demands{{0, 1, 20, 40, true, 40}, {1, 1, 20, 90, true, 60}};
  CHECK(column_widths(demands, 2, 100, true).widths == std::vector<Length>{40, 60});
  CHECK(column_widths({{0, 1, 20, 60}, {1, 1, 20, 90, true, 60}}, 2, 100, true).widths == std::vector<Length>{60, 40});
}

TEST_CASE("columns of a form widen for whole words at the cost of wide ones") {
  const std::vector<CellDemand> demands{{0, 1, 10, 10}, {1, 1, 10, 60, false, 30}, {2, 1, 10, 10}};
  CHECK(shared_widths(demands, {4, 1, 1}, 120).widths == std::vector<Length>{72, 30, 18});
  CHECK(shared_widths(demands, {4, 1, 1}, 45).widths == std::vector<Length>{10, 25, 10});
}

TEST_CASE("a column of long text does not starve one that misses little") {
  const auto result = column_widths({{0, 1, 20, 40}, {1, 1, 20, 20'000}}, 2, 100, true);
  CHECK(result.widths == std::vector<Length>{40, 60});
}

TEST_CASE("what cannot fit is squeezed, figures last") {
  std::vector<Length> widths{300, 60};
  gongkai::squeeze_widths(widths, {false, true}, 100);
  CHECK(widths == std::vector<Length>{40, 60});
  widths = {300, 600};
  gongkai::squeeze_widths(widths, {false, true}, 100);
  CHECK(widths == std::vector<Length>{25, 75});
}
