#include "ledger/outcome.h"

#include "ledger/checked_rules.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

const char* word(Outcome outcome) {
  switch (outcome) {
    case Outcome::holds: return "holds";
    case Outcome::within_tail: return "tail";
    case Outcome::broken: return "broken";
    case Outcome::not_given: return "not given";
    case Outcome::not_applicable: return "not applicable";
  }
  return "";
}

std::string told(const std::vector<RuleOutcome>& outcomes) {
  std::string text;
  for (const RuleOutcome& outcome : outcomes) {
    for (const CaseOutcome& one : outcome.cases) {
      text += outcome.rule->id + " " + word(one.outcome) + " [" + one.subject + "]";
      for (const CaseFigure& figure : one.figures) text += " " + figure.name + "=" + figure.text;
      for (const std::string& missing : one.missing) text += " without " + missing;
      text += (one.declared.empty() ? "" : " declared " + one.declared) + "\n";
    }
  }
  return text;
}

struct Asked : Checked {
  using Checked::Checked;
  std::vector<RuleOutcome> outcomes(const std::vector<Rule>& rules, std::set<std::string> ids = {},
                                    const std::vector<Declaration>& declarations = {}, const Names& names = {}) {
    const Scope scope = ledger_scope(*settled.ledger, names, {}, *settled.journal, diagnostics);
    return check({.rules = rules,
                  .declarations = declarations,
                  .ledger = *settled.ledger,
                  .scope = scope,
                  .request = {std::move(ids), true}},
                 findings);
  }
};

Rule each_class() {
  Rule made = rule("XT-01", "各类与预算");
  made.loops = named({{"科目", "成员(\"功能分类\", 指标=\"支出\", 层级=\"类\")"}});
  made.operands = named({{"决算", "支出(科目)"}});
  return made;
}

}  // namespace

TEST_CASE("each case of a rule tells what was compared and what came of it") {
  Rule bound = each_class();
  bound.condition = parse("决算 < 收入() / 2");
  const std::vector<Rule> rules{bound};
  Asked asked(income_and_spending());
  const std::vector<RuleOutcome> outcomes = asked.outcomes(rules);
  CHECK(messages(asked.findings).find("RULE") == std::string::npos);
  CHECK(told(outcomes) ==
        "XT-01 broken [206 科学技术支出] 决算=800.00万元\n"
        "XT-01 holds [210 卫生健康支出] 决算=434.05万元\n");
}

TEST_CASE("a case without a figure names the smallest part that is missing") {
  Rule made = rule("XT-02", "比上年");
  made.operands = named({{"增加", "支出() - 上年支出"}});
  made.condition = parse("增加 != 0");
  const std::vector<Rule> rules{made};
  Asked asked(income_and_spending());
  const Names names = named({{"上年支出", "支出(版本=\"上年决算\")"}});
  CHECK(told(asked.outcomes(rules, {}, {}, names)) == "XT-02 not given [] without 上年支出\n");
}

TEST_CASE("a declared deviation is broken, with its reason") {
  const std::vector<Rule> rules{balance()};
  Asked asked(income_and_spending());
  CHECK(told(asked.outcomes(rules, {}, {{"BAL-01", "", "上级批复如此", {1, 1, 2}}})) ==
        "BAL-01 broken [] 收入=1234.50万元 支出=1234.05万元 declared 上级批复如此\n");
}

TEST_CASE("a case to which a rule does not apply is neither right nor wrong") {
  Rule made = each_class();
  made.applies = parse("科目.编码 == \"206\"");
  made.condition = parse("决算 != 0");
  const std::vector<Rule> rules{made};
  Asked asked(income_and_spending());
  const std::vector<RuleOutcome> outcomes = asked.outcomes(rules);
  REQUIRE(outcomes.size() == 1);
  CHECK(outcomes[0].held == 1);
  CHECK(outcomes[0].broken + outcomes[0].not_given == 0);
  CHECK(outcomes[0].cases.size() == 2);
  CHECK(outcomes[0].cases[1].outcome == Outcome::not_applicable);
}

TEST_CASE("totals that agree with their parts are cases of the rule that claims them") {
  Rule claims = rule("SUM-01", "各级合计");
  claims.claims = true;
  claims.claims_axis = "功能分类";
  Book book = income_and_spending();
  book.stated("支出", {}, "1234.05");
  book.stated("支出", {{"功能分类", "206"}}, "801.00");
  const std::vector<Rule> rules{claims};
  Asked asked(book);
  CHECK(told(asked.outcomes(rules)) ==
        "SUM-01 broken [支出 / 206] 填列数=801.00万元 各明细之和（支出 / 2060701 / 基本支出）=800.00万元\n"
        "SUM-01 holds [支出] 填列数=1234.05万元 各明细之和=1234.05万元\n");
}

TEST_CASE("only the rules asked for are evaluated, and counted by id") {
  Rule missing = rule("XT-02", "比上年");
  missing.operands = named({{"上年", "支出(版本=\"上年决算\")"}});
  missing.condition = parse("上年 != 0");
  Rule off = rule("XT-03", "停用的");
  off.off = true;
  const std::vector<Rule> rules{balance(), missing, missing, off};
  Asked asked(income_and_spending());
  const std::vector<RuleOutcome> all = asked.outcomes(rules);
  CHECK(all.size() == 3);
  CHECK(count_rules(all).evaluated == 1);
  CHECK(count_rules(all).skipped == 1);
  Asked again(income_and_spending());
  CHECK(again.outcomes(rules, {"XT-02"}).size() == 2);
  CHECK(messages(again.findings).find("BAL-01") == std::string::npos);
}
