#include "ledger/stated_figure.h"

#include "ledger/check.h"
#include "ledger/sample_ledger.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

/// "number ± half width" in the base unit.
std::string known(std::string_view text) {
  const auto figure = printed_figure(text);
  if (!figure) return "无";
  const auto digits = [](const Rational& number) { return number.round(6)->text(); };
  return digits(figure->number()) + " ± " + digits(figure->half_width());
}

/// A small report whose data names figures.
struct Asked {
  Settled settled;
  Diagnostics diagnostics;

  Asked() : settled(Book().stated("收入", {}, "874.05"), accounts()) { REQUIRE(settled.ledger.has_value()); }

  std::string value(const std::string& text, const Value& record = {}, const LastYear* last_year = nullptr) {
    const Scope scope = ledger_scope(*settled.ledger, {}, record, *settled.journal, diagnostics, {}, last_year);
    Diagnostics mistakes;
    const auto expression = Expression::parse(text, {2, 0, 1}, mistakes);
    REQUIRE(expression.has_value());
    const auto found = evaluate(*expression, scope, mistakes);
    return found ? dump(*found) : messages(mistakes);
  }
};

}  // namespace

TEST_CASE("a printed figure is known to half of its last digit") {
  CHECK(known("647.24%") == "6.472400 ± 0.000050");
  CHECK(known("4%") == "0.040000 ± 0.005000");
  CHECK(known("0%") == "0.000000 ± 0.005000");
  CHECK(known("74.44万元") == "74440000.000000 ± 5000.000000");
  CHECK(known("12万元") == "12000000.000000 ± 5000.000000");
  CHECK(known("0.0714万元") == "71400.000000 ± 50.000000");
  CHECK(known("1,234.50元") == "123450.000000 ± 0.000000");
  CHECK(known("2.32亿元") == "23200000000.000000 ± 50000000.000000");
  CHECK(known("0万元") == "0.000000 ± 0.000000");
}

TEST_CASE("a text without unit is no printed figure") {
  CHECK(known("874.05") == "无");
  CHECK(known("三公.合计") == "无");
  CHECK(known("约5万元") == "无");
  CHECK(known("%") == "无");
}

TEST_CASE("data may name a figure, quote one or give a number") {
  Asked asked;
  CHECK(asked.value("数(\"收入()\") == 收入()") == asked.value("真"));
  CHECK(asked.value("数(\"204\") / 数(\"243\") == 204 / 243") == asked.value("真"));
  CHECK(asked.value("求和(数([\"98\", \"85\"])) == 183") == asked.value("真"));
  CHECK(asked.value("小数位(\"97.50%\") == 2 and 小数位(\"4%\") == 0") == asked.value("真"));
}

TEST_CASE("a figure the data misnames is told at its place in the data") {
  Asked asked;
  const Value record = Value::record({{"名", {}, Value::text("收人()", {1, 40, 48})}});
  const Scope scope = ledger_scope(*asked.settled.ledger, {}, record, *asked.settled.journal, asked.diagnostics);
  Rule rule;
  rule.id = "NT-04";
  rule.name = "同一指标同值";
  rule.span = {Sources::profile_texts, 1, 2};
  Diagnostics mistakes;
  rule.operands.emplace_back("甲", *Expression::parse("数(名)", {Sources::profile_texts, 3, 4}, mistakes));
  rule.condition = Expression::parse("甲 > 0", {Sources::profile_texts, 3, 4}, mistakes);
  Diagnostics findings;
  check({.rules = {rule}, .declarations = {}, .ledger = *asked.settled.ledger, .scope = scope}, findings);
  REQUIRE(findings.all().size() == 1);
  CHECK(findings.all()[0].code == "RULE-01");
  CHECK(findings.all()[0].span.source == 1);
  CHECK(findings.all()[0].hint == "是否想写“收入”？");
}

TEST_CASE("last year's report answers, or is unknown where there is none") {
  Asked last;
  Asked asked;
  CHECK(asked.value("上年报告(\"收入()\") is 未知 and not 有上年报告") == asked.value("真"));
  const Scope scope = ledger_scope(*last.settled.ledger, {}, {}, *last.settled.journal, last.diagnostics);
  const LastYear last_year{&scope, 7};
  CHECK(asked.value("上年报告(\"收入()\") == 收入() and 有上年报告", {}, &last_year) == asked.value("真"));
}
