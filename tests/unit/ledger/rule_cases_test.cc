#include "ledger/checked_rules.h"

using namespace gongkai;
using namespace gongkai::sample;

TEST_CASE("a rule is checked in every case of its loops") {
  Rule made = rule("BAL-12", "支出表横向合计");
  made.loops = named({{"科目", "成员(\"功能分类\", 指标=\"支出\", 层级=\"类\")"}});
  made.operands = named({{"合计", "支出(科目)"}, {"基本", "支出(科目, \"基本支出\")"}});
  made.compared = {"合计", "基本"};
  made.severity = Severity::warning;
  Checked checked(income_and_spending());
  CHECK(checked.run({made}) ==
        "警告[BAL-12] 支出表横向合计（科目 210 卫生健康支出）：合计 434.05万元，基本 0.00万元，相差 434.05万元\n"
        "  基本\n"
        "  规则\n"
        "  提示：差额 434.05万元正好等于“支出 / 2101101 / 项目支出”，可能漏加或多加\n");
}

TEST_CASE("a rule applies only where it says so, and may speak of its operands") {
  Rule made = rule("SG-08", "超预算");
  made.operands = named({{"决算", "支出()"}, {"预算", "收入()"}});
  made.applies = parse("决算 > 预算");
  made.condition = parse("1 == 2");
  Checked over(income_and_spending());
  CHECK(over.run({made}).starts_with("错误[SG-08] 超预算：决算 1234.05万元，预算 874.05万元\n"));
  made.applies = parse("决算 < 预算");
  Checked under(income_and_spending());
  CHECK(under.run({made}).empty());
}

TEST_CASE("the rounding tail passes with an information, more than the tail does not") {
  Rule made = rule("SUM-01", "三项之和");
  made.operands = named({{"合计", "收入()"}, {"之和", "收入(\"一般公共预算\") + 收入(\"事业\")"}});
  made.compared = {"合计", "之和"};
  Book book;
  book.list("收入").part({{"资金", "一般公共预算"}}, "7.38").part({{"资金", "事业"}}, "2.74");
  book.stated("收入", {}, "10.13");
  Checked near(book);
  CHECK(near.run({made}).starts_with("提示[SUM-01] 三项之和：合计 10.13万元，之和 10.12万元，差额在尾差以内\n"));
  made.tolerance = Tolerance::exact;
  Checked strict(book);
  CHECK(strict.run({made}).starts_with("错误[SUM-01] 三项之和：合计 10.13万元，之和 10.12万元，相差 0.01万元\n"));
}

TEST_CASE("a printed share must be a rounding of a possible quotient") {
  const auto share = [](const std::string& percent) {
    Rule made = rule("PC-01", "占比");
    made.operands = named({{"占比", "填报"}, {"计算", "收入(\"事业\") / 收入()"}});
    made.compared = {"占比", "计算"};
    made.tolerance = Tolerance::interval;
    Book book;
    book.list("收入").part({{"资金", "一般公共预算"}}, "848.31").part({{"资金", "事业"}}, "25.74");
    Checked checked(book);
    const Rational number = *Rational::divide(Rational::of(*Decimal::parse(percent)), 100);
    const Quantity quantity(number, Dimension::ratio, *Rational::ratio(1, 10000));
    return checked.run({made}, {}, {}, Value::record({{"填报", {}, Value(Value::Data(quantity))}}));
  };
  CHECK(share("2.94").empty());
  CHECK(share("2.95").empty());
  CHECK(share("2.97").starts_with("错误[PC-01] 占比：占比 2.97%，计算 2.94%"));
}

TEST_CASE("the ledger's disagreements go to the first rule that claims them") {
  Book book = income_and_spending();
  book.stated("支出", {{"功能分类", "206"}}, "810.00");
  Rule other = rule("SUM-02", "经济分类");
  other.claims = true;
  other.claims_axis = "经济分类";
  Rule claimed = rule("SUM-01", "功能分类");
  claimed.claims = true;
  claimed.claims_axis = "功能分类";
  claimed.severity = Severity::warning;
  Checked checked(book);
  CHECK(checked.run({other, claimed}) ==
        "警告[SUM-01] 功能分类：支出 / 206：填列数 810.00万元，各明细之和（支出 / 2060701 / 基本支出） "
        "800.00万元，相差 10.00万元\n"
        "  各明细之和\n"
        "  规则\n");
  Checked unclaimed(book);
  CHECK(unclaimed.run({}).starts_with("错误[SUM-00] 支出 / 206：填列数 810.00万元"));
}

TEST_CASE("a figure equal to last year's is recognised") {
  Book book = income_and_spending();
  book.stated("支出", {}, "1234.05");
  book.stated("支出", {{"版本", "上年决算"}}, "1234.05");
  Checked checked(book);
  const std::string told = checked.run({balance()});
  CHECK(told.find("与上年决算数相同，可能误填") != std::string::npos);
}

TEST_CASE("a figure equal to a budget that is met everywhere is not accused") {
  Book book = income_and_spending();
  book.list("支出", {{"版本", "调整预算"}})
      .part({{"功能分类", "2060701"}, {"版本", "调整预算"}}, "800.00")
      .part({{"功能分类", "2101101"}, {"版本", "调整预算"}}, "434.05");
  CHECK(Checked(book).run({balance()}).find("可能误填") == std::string::npos);
}
