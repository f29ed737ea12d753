#include <doctest/doctest.h>

#include "expr/evaluation.h"

using namespace gongkai;

namespace {

/// Message, place and hint of the one mistake.
std::string mistake(const std::string& text) {
  const Evaluation evaluation(text);
  if (evaluation.diagnostics().all().size() != 1) return evaluation.shown();
  const Diagnostic& found = evaluation.diagnostics().all().front();
  return found.message + " @" + std::to_string(found.span.begin) + "-" + std::to_string(found.span.end) +
         (found.hint.empty() ? "" : " （" + found.hint + "）");
}

}  // namespace

TEST_CASE("full-width marks are named with their half-width twins") {
  CHECK(mistake("求和（[1，2]）") == "表达式里不能用全角的“，” @11-14 （改用半角的“,”）");
  CHECK(mistake("1 ＝ 2") == "表达式里不能用全角的“＝” @2-5 （改用半角的“=”）");
  CHECK(mistake("1　+ 2") == "表达式里不能用全角空格 @1-4 （改用半角空格）");
  CHECK(mistake("1 ! 2") == "表达式里不能有“!” @2-3");
}

TEST_CASE("quotes and brackets must be closed") {
  CHECK(mistake("\"甲") == "引号没有配对 @0-4 （文字前后都要有同样的引号）");
  CHECK(mistake("(1 + 2") == "括号没有配对：应为“)”，却是结尾 @6-6");
  CHECK(mistake("[1, 2") == "列表没有写完：应为“]”，却是结尾 @5-5");
  CHECK(mistake("{\"甲\": 1") == "组没有写完：应为“}”，却是结尾 @9-9");
  CHECK(mistake("{\"甲\" 1}") == "键的后面：应为“:”，却是“1” @7-8");
  CHECK(mistake("求和(1") == "参数没有写完：应为“)”，却是结尾 @8-8");
  CHECK(mistake("\"\\d\"") == "文字里的“\\”后面只能是 n t \\ ' \" @0-3 （要写“\\”本身，写成“\\\\”）");
}

TEST_CASE("what is missing is told where it is missing") {
  CHECK(mistake("") == "这里要写一个值，却是结尾 @0-0");
  CHECK(mistake("1 +") == "这里要写一个值，却是结尾 @3-3");
  CHECK(mistake("1 2") == "表达式到这里已经完整，却是“2” @2-3 （两个值之间要有运算符）");
  CHECK(mistake("1 = 2") == "表达式到这里已经完整，却是“=” @2-3 （判断相等要写“==”）");
  CHECK(mistake("and 1") == "这里要写一个值，却是“and” @0-3");
  CHECK(mistake("局.1") == "“.”后面要写键的名字，却是“1” @4-5");
  CHECK(mistake("1 |") == "“|”后面要写过滤器的名字，却是结尾 @3-3");
  CHECK(mistake("1 is") == "is 后面要写判断的名字，如 已填、未知，却是结尾 @4-4");
  CHECK(mistake("3月") == "“3月”不是数，名字也不能以数字开头 @0-4 （要写文字请加引号）");
  CHECK(mistake("局.名称(1)") == "只有函数的名字后面能写括号 @10-11");
  CHECK(mistake("最大(倒=1, 2)") == "没有名字的参数要写在有名字的参数前面 @14-15");
  CHECK(mistake("最大(1, 倒=1, 倒=2)") == "参数“倒”写了两次 @17-20");
  CHECK(mistake("9999999999999999999999999999999") == "数“9999999999999999999999999999999”的位数太多 @0-31");
}

TEST_CASE("names hold brackets and quotation marks of Chinese") {
  CHECK(shown("{\"因公出国（境）费\": 1}.因公出国（境）费") == "数字 1\n");
  CHECK(shown("{\"“三公”经费\": 1}.“三公”经费") == "数字 1\n");
}

TEST_CASE("the names an expression uses are listed once, functions and keys left out") {
  Diagnostics diagnostics;
  const auto expression = Expression::parse("甲.乙 + 求和([丙, 甲]) | 默认(丁)", {}, diagnostics);
  REQUIRE(expression);
  std::string names;
  for (const auto& [name, span] : expression->names()) names += name;
  CHECK(names == "甲丙丁");
}

TEST_CASE("the list of a for ends before its if") {
  Diagnostics diagnostics;
  std::size_t length = 0;
  const std::string text = "甲 | 默认([1]) if 乙";
  const auto expression = Expression::parse_prefix(text, {}, length, diagnostics);
  REQUIRE(expression);
  CHECK(text.substr(length) == " if 乙");
  CHECK(expression->text() == "甲 | 默认([1])");
}

TEST_CASE("a quoted scalar's places are inside its quotes, a folded one has only its own") {
  Diagnostics diagnostics;
  CHECK_FALSE(Expression::parse("1 +", {1, 10, 15}, diagnostics));
  CHECK_FALSE(Expression::parse("1 +", {1, 10, 40}, diagnostics));
  CHECK(diagnostics.all().at(0).span == Span{1, 14, 14});
  CHECK(diagnostics.all().at(1).span == Span{1, 10, 40});
}

TEST_CASE("nesting and length without end are refused, not followed") {
  CHECK(mistake(std::string(5000, '(') + "1").find("表达式嵌套太深") == 0);
  CHECK(mistake(std::string(5000, '-') + "1").find("表达式嵌套太深") == 0);
  CHECK(mistake(std::string(5000, '[') + "1").find("表达式嵌套太深") == 0);
  std::string nots, sum = "1", filters = "1";
  for (int count = 0; count < 5000; ++count) {
    nots += "not ";
    sum += " + 1";
    filters += " | 绝对值";
  }
  CHECK(mistake(nots + "1").find("表达式嵌套太深") == 0);
  CHECK(mistake(sum).find("表达式太长") == 0);
  CHECK(mistake(filters).find("表达式太长") == 0);
}
