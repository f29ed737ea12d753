#include "cli/rule_checks.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

PlacedNote figure(const std::string& text, const std::string& path, std::size_t line) {
  PlacedNote note;
  note.message = text;
  note.path = path;
  note.begin.line = line;
  return note;
}

RuleCheck totals() {
  RuleCheck check;
  check.id = "SUM-01";
  check.name = "各级合计";
  check.tolerance = "尾差";
  return check;
}

}  // namespace

TEST_CASE("every case tells its figures, their lines and what came of it") {
  RuleCheck check = totals();
  check.held = 1;
  check.broken = 1;
  check.not_given = 1;
  check.cases = {{Outcome::within_tail,
                  "206 科学技术支出",
                  {figure("合计 1.02万元", "data/x.yaml", 7), figure("各项 1.01万元", "", 0)},
                  {},
                  ""},
                 {Outcome::broken, "", {figure("合计 2万元", "data/y.yaml", 3)}, {}, "上级批复如此"},
                 {Outcome::not_given, "208", {}, {"上年.合计", "预算"}, ""},
                 {Outcome::not_applicable, "210", {}, {}, ""}};
  CHECK(rule_checks_text("data/x.yaml", {check}) ==
        "data/x.yaml\n"
        "  SUM-01 各级合计（错误，容差：尾差）：相符 1，不符 1，未能核对 1\n"
        "    相符（尾差）  206 科学技术支出：合计 1.02万元［7 行］，各项 1.01万元\n"
        "    不符          合计 2万元［data/y.yaml:3］（已声明：上级批复如此）\n"
        "    未能核对      208，缺 上年.合计、预算\n");
}

TEST_CASE("a rule that was not evaluated says why") {
  RuleCheck off = totals();
  off.why_not = "已停用：本省不公开";
  RuleCheck idle = totals();
  idle.applies = "有上年报告";
  idle.cases = {{Outcome::not_applicable, "", {}, {}, ""}};
  RuleCheck faulty = totals();
  faulty.faulty = true;
  CHECK(rule_checks_text("x.yaml", {off, idle, faulty, totals()}) ==
        "x.yaml\n"
        "  SUM-01 各级合计：已停用：本省不公开\n"
        "  SUM-01 各级合计（错误，容差：尾差）：不适用，只在“有上年报告”时核对\n"
        "  SUM-01 各级合计（错误，容差：尾差）：规则有错误\n"
        "  SUM-01 各级合计（错误，容差：尾差）：没有要核对的数\n");
  CHECK(rule_checks_text("x.yaml", {}) == "x.yaml\n  没有核对：数据或模板有错误\n");
}
