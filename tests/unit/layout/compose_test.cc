#include "layout/compose.h"

#include <doctest/doctest.h>

#include <string>

#include "base/utf8.h"

using gongkai::compose;
using gongkai::Composed;
using gongkai::Justification;
using gongkai::Length;
using gongkai::LineRoom;

namespace {

/// Every wide character is 10 wide, every other 5.
std::vector<Length> advances_of(const std::u32string& text) {
  std::vector<Length> advances;
  for (const char32_t character : text) advances.push_back(character < 0x2000 ? 5 : 10);
  return advances;
}

Composed composed(const std::string& text, const LineRoom& room) {
  const std::u32string characters = gongkai::utf8::decode_all(text);
  return compose(characters, advances_of(characters), room);
}

std::string lines_of(const std::string& text, Length width, Length indent = 0) {
  const std::u32string characters = gongkai::utf8::decode_all(text);
  std::string shown;
  for (const auto& line : composed(text, {width, indent, 0, Justification::justify}).lines) {
    if (!shown.empty()) shown += " / ";
    for (auto index = line.first; index < line.last; ++index) gongkai::utf8::append(shown, characters[index]);
  }
  return shown;
}

}  // namespace

TEST_CASE("lines are filled up to the width and the first is indented") {
  CHECK(lines_of("一般公共预算支出", 40) == "一般公共 / 预算支出");
  CHECK(lines_of("一般公共预算支出", 40, 20) == "一般 / 公共预算 / 支出");
}

TEST_CASE("a stop at the line end is set half width instead of taking a character down") {
  CHECK(lines_of("本年收入，支出", 45) == "本年收入， / 支出");
}

TEST_CASE("a stop that does not fit takes the character before it along") {
  CHECK(lines_of("本年收入。支出", 40) == "本年收 / 入。支出");
}

TEST_CASE("the blank of marks inside the line is squeezed before a character is moved down") {
  CHECK(lines_of("甲、乙丙丁，戊己", 50) == "甲、乙丙丁， / 戊己");
}

TEST_CASE("a number with its unit goes down as one piece") {
  CHECK(lines_of("合计为874.05万元", 50) == "合计为 / 874.05万元");
}

TEST_CASE("a piece wider than the line is torn and says so") {
  const Composed result = composed("1234567890", {20, 0, 0, Justification::start});
  CHECK(result.lines.size() == 3);
  CHECK(result.lines[0].torn);
}

TEST_CASE("a justified line ends exactly at the edge, the last one does not stretch") {
  const Composed result = composed("合计为74.05万元", {33, 0, 0, Justification::justify});
  CHECK(result.x[2] == 23);  // 为 ends at 33
  CHECK(result.lines[0].width == 33);
}

TEST_CASE("a justified line opens all its gaps alike, but none inside a number") {
  const Composed result = composed("甲乙，丙丁874.05万元", {54, 0, 0, Justification::justify});
  CHECK(std::vector<Length>(result.x.begin(), result.x.begin() + 5) == std::vector<Length>{0, 11, 22, 33, 44});
  const Composed whole = composed("合计874.05万元，甲乙丙丁", {64, 0, 0, Justification::justify});
  CHECK(whole.x[3] - whole.x[2] == whole.x[4] - whole.x[3]);
}

TEST_CASE("a justified line whose gaps would open by more than a sixth of an em stays ragged") {
  const Composed result = composed("甲乙，丙丁874.05万元", {59, 0, 0, Justification::justify});
  CHECK(std::vector<Length>(result.x.begin(), result.x.begin() + 5) == std::vector<Length>{0, 10, 20, 30, 40});
  CHECK(result.lines[0].width == 50);
}

TEST_CASE("two marks side by side take one and a half characters") {
  const Composed result = composed("（一）（二）", {200, 0, 0, Justification::start});
  CHECK(result.x[3] == 25);  // （一 + ） without its blank
}

TEST_CASE("numbers at the right edge of a cell end there") {
  const Composed result = composed("12.00", {100, 0, 0, Justification::end});
  CHECK(result.x[0] == 75);
}

TEST_CASE("what a text asks of a column is its widest unbreakable piece and its whole line") {
  const std::u32string text = gongkai::utf8::decode_all("合计874.05万元");
  const auto demand = gongkai::text_demand(text, advances_of(text));
  CHECK(demand.least == 50);
  CHECK(demand.preferred == 70);
}
