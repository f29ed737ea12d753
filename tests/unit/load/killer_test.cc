// Texts made to hurt: read, or refused with a place, in time that grows with their length.

#include <doctest/doctest.h>

#include "reading.h"

namespace gongkai {

using reading::Application;
using reading::Reading;
using reading::slip;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("nesting beyond the limit is refused at the bracket that is too much") {
  CHECK(slip("a: " + repeated("[", 500) + repeated("]", 500) + "\n") == "YAML-06 1:104");
  CHECK(slip(repeated("[", 500), "a.json") == "JSON-06 1:101");
  CHECK(slip(repeated("{\"a\":", 500), "a.json") == "JSON-06 1:501");
  CHECK(slip(repeated("- ", 500) + "a\n") == "YAML-06 1:201");
  std::string blocks;
  for (std::size_t i = 0; i < 500; ++i) blocks += std::string(i, ' ') + "a:\n";
  CHECK(slip(blocks) == "YAML-06 101:101");
  CHECK(slip("a: " + repeated("[", 100000)) == "YAML-06 1:104");
}

TEST_CASE("nesting up to the limit is read") {
  CHECK(Reading("a: " + repeated("[", 98) + repeated("]", 98) + "\n").value);
  CHECK(Reading(repeated("[", 100) + repeated("]", 100), "a.json").value);
}

TEST_CASE("texts of two megabytes are read whole") {
  const std::string text = repeated("科普", 350000);
  for (const std::string& written : {"a: " + text + "\n", "a: \"" + text + "\"\n", "a: {b: " + text + "}\n"}) {
    const Reading reading(written);
    REQUIRE(reading.value);
  }
  Reading folded("a: >-\n" + repeated("  科普\n", 200000));
  REQUIRE(folded.value);
  CHECK(folded.value->find("a")->if_text()->size() == 200000 * 6);
  CHECK(Reading("{\"a\": \"" + text + "\"}", "a.json").value);
}

TEST_CASE("a hundred thousand items are read") {
  Reading lines("a:\n" + repeated("  - {b: 1, c: 甲}\n", 100000));
  REQUIRE(lines.value);
  CHECK(lines.value->find("a")->if_list()->size() == 100000);
  Reading brackets("a: [" + repeated("1, ", 100000) + "]\n");
  REQUIRE(brackets.value);
  CHECK(brackets.value->find("a")->if_list()->size() == 100000);
  CHECK(Reading("[" + repeated("1,", 100000) + "1]", "a.json").value);
  std::string keys;
  for (int i = 0; i < 100000; ++i) keys += "k" + std::to_string(i) + ": 1\n";
  CHECK(Reading(keys).value);
}

TEST_CASE("a hundred thousand amounts are typed") {
  const std::string schema =
      "字段:\n  支出:\n    类型: 列表\n    指标: 支出\n    封闭: 是\n    每项:\n      类型: 组\n      字段:\n"
      "        科目: {类型: 科目, 维度: 功能分类, 位数: [3, 5, 7]}\n        金额: {类型: 金额}\n";
  Application applied(schema, "格式版本: 1\n模板: x\n年度: 2023\n金额单位: 元\n支出:\n" +
                                  repeated("  - {科目: 2060701, 金额: 12.34}\n", 100000));
  REQUIRE(applied.entered);
  CHECK(applied.entered->postings.size() == 100000);
}

}  // namespace gongkai
