#include <doctest/doctest.h>

#include <string>

#include "base/utf8.h"
#include "layout/line_break.h"
#include "layout/title_lines.h"

namespace {
/// A bar wherever a line of the title may end without harm to a word or name.
std::string with_bars(const std::string& text, const std::vector<std::string>& names = {}) {
  const std::u32string characters = gongkai::utf8::decode_all(text);
  const std::vector<bool> allowed = gongkai::line_end_allowed(characters);
  const std::vector<int> costs = gongkai::title_break_costs(characters, allowed, gongkai::WholeNames(names));
  std::string all;
  for (std::size_t index = 0; index < characters.size(); ++index) {
    if (index > 0 && allowed[index - 1] && costs[index - 1] < gongkai::inside_long_name) all += '|';
    gongkai::utf8::append(all, characters[index]);
  }
  return all;
}
}  // namespace

TEST_CASE("the pieces of a title are its words, numbers with their units and short brackets") {
  CHECK(with_bars("2023年度部门决算") == "2023年度|部门|决算");
  CHECK(with_bars("年末结转和结余（万元）") == "年末|结转|和|结余|（万元）");
  CHECK(with_bars("绩效度量单位") == "绩效|度量|单位");
  CHECK(with_bars("") == "");
}

TEST_CASE("a title of a million opened brackets is looked through once") {
  std::string text;
  for (int index = 0; index < 1'000'000; ++index) text += "（";
  CHECK(with_bars(text) == text);
}

TEST_CASE("a name is one piece wherever it stands, the longest of those that begin together") {
  const std::vector<std::string> names{"示例县科协", "示例县科协学会部"};
  CHECK(with_bars("示例县科协学会部支出", names) == "示例县科协学会部|支出");
  CHECK(with_bars("全民科学素质项目", {"全民科学素质行动计划"}) == "全民科学素质|项目");  // its beginning
  CHECK(with_bars("关于示例县科协的说明", names) == "关于|示例县科协|的|说明");
}

TEST_CASE("a name that begins many others is found once, with the longest beginning of those") {
  std::vector<std::string> names{"示例县科普示范", "示例县科普示范"};
  for (int index = 0; index < 2000; ++index) names.push_back("示例县科普示范" + std::to_string(1000 + index) + "项目");
  const gongkai::WholeNames whole(names);
  const auto places = whole.in(U"示例县科普示范1234站");
  REQUIRE(places.size() == 2);
  CHECK(places[0].last == 11);
  CHECK_FALSE(places[0].whole);
  CHECK(places[1].last == 7);
  CHECK(places[1].whole);
}

TEST_CASE("a line may end after a name that begins a longer one rather than elsewhere in that") {
  const std::vector<std::string> names{"示例县科协", "示例县科协学会", "示例县科协学会部"};
  const std::u32string text = U"示例县科协学会部";
  const auto costs = gongkai::title_break_costs(text, gongkai::line_end_allowed(text), gongkai::WholeNames(names));
  CHECK(costs[4] == costs[6]);
  CHECK(costs[4] < gongkai::inside_word);
  CHECK(costs[5] >= gongkai::inside_name);
}
