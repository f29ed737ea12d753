#include "cli/figure_search.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

FigurePlace cell(std::string text, OriginId origin, std::vector<std::string> rows, std::vector<std::string> columns) {
  FigurePlace place;
  place.text = std::move(text);
  place.origin = origin;
  place.title = "公开03表 支出决算表";
  place.code = "公开03表";
  place.rows = std::move(rows);
  place.columns = std::move(columns);
  return place;
}

std::vector<FigurePlace> sample() {
  FigurePlace prose;
  prose.text = "1,234.50";
  prose.origin = 1;
  prose.section = "二、支出";
  return {prose, cell("1234.50", 1, {"206", "科学技术支出"}, {"本年支出", "合计"}),
          cell("1000.00", 2, {"206", "科学技术支出"}, {"本年支出", "基本支出"}),
          cell("", 3, {"221", "住房保障支出"}, {"本年支出", "基本支出"})};
}

std::string origins(const std::vector<FoundFigure>& found) {
  std::string text;
  for (const FoundFigure& figure : found) {
    text += std::to_string(figure.origin) + "x" + std::to_string(figure.places.size()) + " ";
  }
  return text;
}

// In 分, by origin from 1; the last is printed nowhere.
Journal journal_of_sample() {
  Journal journal;
  for (const int fen : {1'234'500'000, 1'000'000'000, 0, 1725}) {
    journal.add({OriginKind::entered, {}, "支出", Quantity(fen, Dimension::money), {}});
  }
  return journal;
}

}  // namespace

TEST_CASE("a copied number is found with and without its unit") {
  CHECK(bare_number("874.05") == "874.05");
  CHECK(bare_number("1,234.50万元") == "1234.50");
  CHECK(bare_number("12.5%") == "12.5");
  CHECK(bare_number("−3.20") == "-3.20");
  CHECK(bare_number("本年收入合计").empty());
  CHECK(bare_number("支出(\"206\")").empty());
}

TEST_CASE("a printed number is found in all its places as one figure") {
  const Journal journal = journal_of_sample();
  CHECK(origins(find_printed(sample(), journal, {"1234.50", {}})) == "1x2 ");
  CHECK(origins(find_printed(sample(), journal, {"1234.50", MoneyUnit::wan_yuan})) == "1x2 ");
  CHECK(origins(find_printed(sample(), journal, {"1234.50", MoneyUnit::yuan})).empty());
  CHECK(origins(find_printed(sample(), journal, {"1234.5", {}})).empty());
}

TEST_CASE("an amount is found as it was entered, in either unit, printed or not") {
  const Journal journal = journal_of_sample();
  CHECK(origins(find_amount(sample(), journal, {"12345000.00", {}})) == "1x2 ");
  CHECK(origins(find_amount(sample(), journal, {"1234.5", {}})) == "1x2 ");
  CHECK(origins(find_amount(sample(), journal, {"1234.5", MoneyUnit::yuan})).empty());
  CHECK(origins(find_amount(sample(), journal, {"17.25", MoneyUnit::yuan})) == "4x0 ");
  CHECK(origins(find_amount(sample(), journal, {"17.26", {}})).empty());
}

TEST_CASE("a cell is found by table, row and column in any order, by code or by name") {
  CHECK(origins(find_cell(sample(), "公开03表 206 基本支出")) == "2x1 ");
  CHECK(origins(find_cell(sample(), "基本支出 科学技术支出 支出决算表")) == "2x1 ");
  CHECK(origins(find_cell(sample(), "221  基本支出")) == "3x1 ");
  CHECK(origins(find_cell(sample(), "206")) == "1x1 2x1 ");
  CHECK(origins(find_cell(sample(), "公开03表")).empty());
  CHECK(origins(find_cell(sample(), "公开04表 206")).empty());
}

TEST_CASE("a cell that is not there is told by the word no table has") {
  CHECK(missing_cell(sample(), "公开03表 2061 基本支出") == "报告的表里没有“2061”，是否想写“206”？");
  CHECK(missing_cell(sample(), "221 合计 206") == "这几个词各有其处，但没有一格同时在其下");
  CHECK(missing_cell(sample(), "甲乙丙丁").empty());
}
