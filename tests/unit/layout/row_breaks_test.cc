#include "layout/row_breaks.h"

#include <doctest/doctest.h>

#include <numeric>

using gongkai::break_rows;
using gongkai::Length;
using gongkai::RowFragment;
using gongkai::RowShape;

namespace {
std::vector<RowShape> rows(std::initializer_list<Length> heights) {
  std::vector<RowShape> shapes;
  for (const Length height : heights) {
    RowShape shape;
    shape.height = height;
    shapes.push_back(shape);
  }
  return shapes;
}
}  // namespace

TEST_CASE("a table that fits stays on one page") {
  CHECK(break_rows(rows({10, 10, 10}), 100, 100) == std::vector<RowFragment>{{0, 3, 0, 0}});
}

TEST_CASE("rows are kept whole and the next page starts with the row that did not fit") {
  CHECK(break_rows(rows({40, 40, 40}), 100, 100) == std::vector<RowFragment>{{0, 2, 0, 0}, {2, 3, 0, 0}});
}

TEST_CASE("no room for the first row means a new page") {
  CHECK(break_rows(rows({40, 40}), 30, 100) == std::vector<RowFragment>{{0, 0, 0, 0}, {0, 2, 0, 0}});
}

TEST_CASE("the total is never alone because the row before it is kept with it") {
  auto shapes = rows({40, 40, 15});
  shapes[1].keep_with_next = true;
  CHECK(break_rows(shapes, 90, 90) == std::vector<RowFragment>{{0, 1, 0, 0}, {1, 3, 0, 0}});
}

TEST_CASE("rows that all want to stay together are broken rather than lost") {
  auto shapes = rows({40, 40, 40});
  for (auto& shape : shapes) shape.keep_with_next = true;
  CHECK(break_rows(shapes, 100, 100) == std::vector<RowFragment>{{0, 2, 0, 0}, {2, 3, 0, 0}});
}

TEST_CASE("a break avoids a spanning cell when that costs less than a quarter page") {
  auto shapes = rows({40, 40, 10, 40});
  shapes[1].crossed_below = false;
  shapes[2].crossed_below = true;
  CHECK(break_rows(shapes, 100, 100) == std::vector<RowFragment>{{0, 2, 0, 0}, {2, 4, 0, 0}});
  shapes[1].crossed_below = true;
  CHECK(break_rows(shapes, 100, 100) == std::vector<RowFragment>{{0, 3, 0, 0}, {3, 4, 0, 0}});
}

TEST_CASE("a row taller than a page is cut between lines and rows go on below its end") {
  auto shapes = rows({250, 30});
  for (Length cut = 20; cut < 250; cut += 20) shapes[0].cuts.push_back(cut);
  const std::vector<RowFragment> expected{{0, 1, 0, 100}, {0, 1, 100, 200}, {0, 2, 200, 0}};
  CHECK(break_rows(shapes, 100, 100) == expected);
}

TEST_CASE("a row taller than a page begins below the rows before it") {
  auto shapes = rows({40, 250, 30});
  for (Length cut = 20; cut < 250; cut += 20) shapes[1].cuts.push_back(cut);
  shapes[0].keep_with_next = true;
  const std::vector<RowFragment> expected{{0, 2, 0, 60}, {1, 2, 60, 160}, {1, 2, 160, 0}, {2, 3, 0, 0}};
  CHECK(break_rows(shapes, 100, 100) == expected);
}

TEST_CASE("the notes take the last row along onto their page") {
  CHECK(break_rows(rows({40, 40, 15}), 100, 100, 10) == std::vector<RowFragment>{{0, 2, 0, 0}, {2, 3, 0, 0}});
  CHECK(break_rows(rows({40, 40, 10}), 100, 100, 10) == std::vector<RowFragment>{{0, 3, 0, 0}});
}

TEST_CASE("a line taller than a page is shown once and the rows after it follow") {
  CHECK(break_rows(rows({250, 30}), 100, 100) == std::vector<RowFragment>{{0, 1, 0, 0}, {1, 2, 0, 0}});
}

TEST_CASE("a hundred thousand rows are all placed once") {
  std::vector<RowShape> shapes(100000);
  for (auto& shape : shapes) shape.height = 13;
  const auto fragments = break_rows(shapes, 100, 500);
  std::uint32_t next = 0;
  for (const auto& fragment : fragments) {
    CHECK(fragment.first == next);
    next = fragment.last;
  }
  CHECK(next == 100000);
}
