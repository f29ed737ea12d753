#include "ledger/rule.h"

#include "ledger/sample_ledger.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

using Names = std::vector<std::pair<std::string, Expression>>;

Expression parse(const std::string& text) {
  Diagnostics diagnostics;
  auto expression = Expression::parse(text, {2, 100, 100 + static_cast<std::uint32_t>(text.size())}, diagnostics);
  INFO(messages(diagnostics));
  REQUIRE(expression.has_value());
  return *expression;
}

Names named(const std::vector<std::pair<std::string, std::string>>& texts) {
  Names names;
  for (const auto& [name, text] : texts) names.emplace_back(name, parse(text));
  return names;
}

Accounts chart_with_totals() {
  Accounts chart = accounts();
  Measure total;
  total.name = "收入总计";
  total.axes = {"版本", "资金"};
  total.formula = parse("收入 + 年初结转和结余");
  chart.measures.push_back(total);
  return chart;
}

Book income_and_spending() {
  Book book;
  book.list("收入").part({{"资金", "一般公共预算"}}, "870.00").part({{"资金", "事业"}}, "4.05");
  book.stated("年初结转和结余", {}, "360.45");
  book.list("支出")
      .part({{"功能分类", "2060701"}, {"支出性质", "基本支出"}}, "800.00")
      .part({{"功能分类", "2101101"}, {"支出性质", "项目支出"}}, "434.05");
  return book;
}

struct Checked {
  Settled settled;
  Diagnostics diagnostics;
  Diagnostics findings;

  explicit Checked(const Book& book) : settled(book, chart_with_totals()) { REQUIRE(settled.ledger.has_value()); }

  std::string run(const std::vector<Rule>& rules, const std::vector<Declaration>& declarations = {},
                  const Names& names = {}, const Value& record = {}, const Value& constants = {}) {
    const Scope scope = ledger_scope(*settled.ledger, names, record, *settled.journal, diagnostics, constants);
    check(rules, declarations, *settled.ledger, scope, findings);
    return messages(diagnostics) + messages(findings);
  }

  std::optional<Value> value(const std::string& text, const Names& names = {}, const Value& record = {},
                             const Value& constants = {}) {
    const Scope scope = ledger_scope(*settled.ledger, names, record, *settled.journal, diagnostics, constants);
    return evaluate(parse(text), scope, diagnostics);
  }
};

std::string wan_yuan(const std::optional<Value>& value) {
  if (!value) return "错误";
  if (value->is_unknown()) return "未知";
  const Quantity* const quantity = value->if_quantity();
  REQUIRE(quantity != nullptr);
  return Rational::divide(quantity->number(), 1000000)->round(2)->text();
}

Rule rule(const std::string& id, const std::string& name) {
  Rule made;
  made.id = id;
  made.name = name;
  made.span = {2, 1, 2};
  return made;
}

Rule balance() {
  Rule made = rule("BAL-01", "收支总计平衡");
  made.operands = named({{"收入", "收入总计()"}, {"支出", "支出()"}});
  made.compared = {"收入", "支出"};
  made.tolerance = Tolerance::same_print;
  return made;
}

}  // namespace

TEST_CASE("measures are functions of members, found by the member or by the axis") {
  Checked checked(income_and_spending());
  CHECK(wan_yuan(checked.value("收入()")) == "874.05");
  CHECK(wan_yuan(checked.value("支出(\"206\", \"基本支出\")")) == "800.00");
  CHECK(wan_yuan(checked.value("支出(功能分类=\"21011\")")) == "434.05");
  CHECK(wan_yuan(checked.value("收入(版本=\"上年决算\")")) == "未知");
  CHECK(wan_yuan(checked.value("支出(科目)", {},
                               Value::record({{"科目", {}, Value::record({{"编码", {}, Value::text("206")}})}}))) ==
        "800.00");
  CHECK(messages(checked.diagnostics).empty());
}

TEST_CASE("a formula is asked of its operands at the same region") {
  Checked checked(income_and_spending());
  const auto total = checked.value("收入总计()");
  CHECK(wan_yuan(total) == "1234.50");
  const OriginRecord& origin = checked.settled.journal->at(total->origin);
  CHECK(origin.kind == OriginKind::derived);
  CHECK(origin.label == "收入总计");
  CHECK(wan_yuan(checked.value("收入总计(\"一般公共预算\")")) == "未知");
}

TEST_CASE("a stated total is compared with its formula") {
  Book book = income_and_spending();
  book.stated("收入总计", {}, "1234.05");
  Checked checked(book);
  CHECK(wan_yuan(checked.value("收入总计()")) == "1234.05");
  CHECK(messages(checked.settled.ledger->disagreements()) ==
        "错误[SUM-00] 收入总计：填列数 1234.05万元，公式计算 1234.50万元，相差 0.45万元\n"
        "  公式计算\n"
        "  提示：相邻两位换位（05 ↔ 50）即可相等，可能是录入颠倒\n");
}

TEST_CASE("mistakes in a call name the near miss") {
  const auto mistake = [](const std::string& text) {
    Checked checked(income_and_spending());
    CHECK_FALSE(checked.value(text).has_value());
    return messages(checked.diagnostics);
  };
  CHECK(mistake("支出(\"基木支出\")") == "错误[ASK-02] “基木支出”不是任何维度的成员\n  提示：是否想写“基本支出”？\n");
  CHECK(mistake("收入(\"基本支出\")") == "错误[ASK-02] 指标“收入”不分“基本支出”所属的维度\n");
  CHECK(mistake("收入(支出性质=\"基本支出\")") == "错误[ASK-03] 指标“收入”没有维度“支出性质”\n");
  CHECK(mistake("支出(206)") == "错误[ASK-01] 这里要写成员的名称或编码，却是数字\n  提示：编码要加引号，如 \"206\"\n");
  CHECK(mistake("成员(\"功能分类\")") ==
        "错误[ASK-04] 成员() 要写明维度和指标，如 成员(\"功能分类\", 指标=\"支出\", 层级=\"项\")\n");
}

TEST_CASE("members come as records with codes and names of every level") {
  Checked checked(income_and_spending());
  const auto members = checked.value("成员(\"功能分类\", \"基本支出\", 指标=\"支出\", 层级=\"项\")");
  REQUIRE(members.has_value());
  REQUIRE(members->if_list() != nullptr);
  CHECK(dump(*members) == dump(Value::list({Value::record({{"编码", {}, Value::text("2060701")},
                                                           {"名称", {}, Value::text("机构运行")},
                                                           {"短码", {}, Value::text("01")},
                                                           {"层级", {}, Value::text("项")},
                                                           {"类",
                                                            {},
                                                            Value::record({{"编码", {}, Value::text("206")},
                                                                           {"名称", {}, Value::text("科学技术支出")},
                                                                           {"短码", {}, Value::text("206")}})},
                                                           {"款",
                                                            {},
                                                            Value::record({{"编码", {}, Value::text("20607")},
                                                                           {"名称", {}, Value::text("科学技术普及")},
                                                                           {"短码", {}, Value::text("07")}})},
                                                           {"项",
                                                            {},
                                                            Value::record({{"编码", {}, Value::text("2060701")},
                                                                           {"名称", {}, Value::text("机构运行")},
                                                                           {"短码", {}, Value::text("01")}})}})})));
}

TEST_CASE("named figures are worked out once, groups are records, entries use those above") {
  Checked checked(income_and_spending());
  const Names names = named({{"合计收入", "收入()"},
                             {"各项.收入", "合计收入"},
                             {"各项.支出", "支出()"},
                             {"各项.差额", "各项.收入 - 各项.支出"}});
  CHECK(wan_yuan(checked.value("各项.差额", names)) == "-360.00");
  CHECK(messages(checked.diagnostics).empty());
}

TEST_CASE("a named figure that uses itself is an error, told once") {
  Checked checked(income_and_spending());
  const Names names = named({{"甲", "乙 + 收入()"}, {"乙", "甲"}});
  (void)checked.value("甲", names);
  CHECK(messages(checked.diagnostics).starts_with("错误[NAME-01] 数字“甲”用到了它自己\n  定义\n"));
}

TEST_CASE("a name is a figure first, then a key of the data, then a setting") {
  Checked checked(income_and_spending());
  const Value record = Value::record({{"收入合计", {}, Value::text("数据")}, {"部门", {}, Value::text("科协")}});
  const Value constants = Value::record({{"部门", {}, Value::text("设定")}, {"口径", {}, Value::text("全部")}});
  const Names names = named({{"收入合计", "收入()"}});
  CHECK(wan_yuan(checked.value("收入合计", names, record, constants)) == "874.05");
  CHECK(*checked.value("部门", names, record, constants)->if_text() == "科协");
  CHECK(*checked.value("口径", names, record, constants)->if_text() == "全部");
}

TEST_CASE("figures print the same within two digits of wan yuan") {
  Checked checked(income_and_spending());
  CHECK(std::get<bool>(checked.value("印数相同(收入(), 874.05 * 收入() / 874.05)")->data));
  CHECK_FALSE(std::get<bool>(checked.value("印数相同(收入(), 支出())")->data));
  CHECK(checked.value("印数相同(收入(), 收入(版本=\"上年决算\"))")->is_unknown());
}

TEST_CASE("a balance that does not hold shows both figures, both places and the slip") {
  Checked checked(income_and_spending());
  CHECK(checked.run({balance()}) ==
        "错误[BAL-01] 收支总计平衡：收入 1234.50万元，支出 1234.05万元，相差 0.45万元\n"
        "  支出\n"
        "  收入的公式\n"
        "  规则\n"
        "  提示：相邻两位换位（50 ↔ 05）即可相等，可能是录入颠倒\n");
  CHECK(checked.findings.all()[0].fault == Fault::finding);
  // Of a figure worked out, the place of its largest part: 870.00.
  CHECK(checked.findings.all()[0].span == income_and_spending().entered.postings[0].span);
}

TEST_CASE("a missing figure is shown where the report begins, the rule beside it") {
  Rule made = rule("DC-08", "公开时间");
  made.operands = named({{"本年", "收入()"}, {"上年", "收入(版本=\"上年决算\")"}});
  made.condition = parse("本年 > 上年");
  Checked checked(income_and_spending());
  const Scope scope = ledger_scope(*checked.settled.ledger, {}, {}, *checked.settled.journal, checked.diagnostics);
  check({made}, {}, *checked.settled.ledger, scope, checked.findings, {1, 0, 6});
  CHECK(checked.findings.all()[0].span == Span{1, 0, 6});
}

TEST_CASE("a misplaced point is recognised where a rule only sets a bound") {
  Rule made = rule("SG-08", "超预算");
  made.operands = named({{"决算", "支出(\"2060701\")"}, {"预算", "支出(\"2060701\", 版本=\"调整预算\")"}});
  made.condition = parse("决算 <= 预算");
  Book book;
  book.stated("支出", {{"功能分类", "2060701"}}, "74.10");
  book.stated("支出", {{"功能分类", "2060701"}, {"版本", "调整预算"}}, "7.41");
  const std::string told = Checked(book).run({made});
  CHECK(told.find("小数点可能错位：74.10万元 应为 7.41万元") != std::string::npos);
}

TEST_CASE("a negative part is told once, and named where its sign explains a sum") {
  Rule made = rule("SUM-05", "支出为负");
  made.loops = named({{"科目", "成员(\"功能分类\", 指标=\"支出\", 层级=\"项\")"}});
  made.operands = named({{"金额", "支出(科目)"}});
  made.condition = parse("金额 >= 0");
  made.severity = Severity::warning;
  made.message = "{科目}为负";
  Book book;
  book.stated("支出", {}, "10.00");
  book.list("支出").part({{"功能分类", "2060701"}}, "-3.00").part({{"功能分类", "2101101"}}, "7.00");
  CHECK(Checked(book).run({made}) ==
        "警告[SUM-05] 2060701 机构运行为负\n"
        "  规则\n"
        "错误[SUM-00] 支出：填列数 10.00万元，各明细之和 4.00万元，相差 6.00万元\n"
        "  各明细之和\n"
        "  提示：“支出 / 2060701”是负数，改为正数即可相等，符号可能写反\n");
}

TEST_CASE("the rule's own words replace the list of figures, its basis and hint stand beside") {
  Rule made = balance();
  made.message = "收入总计与支出总计不一致：{收入}，{支出}";
  made.basis = "预算法";
  made.hint = "先查年初结转";
  Checked checked(income_and_spending());
  CHECK(checked.run({made}) ==
        "错误[BAL-01] 收入总计与支出总计不一致：1234.50万元，1234.05万元\n"
        "  支出\n"
        "  收入的公式\n"
        "  规则\n"
        "  依据：预算法\n"
        "  提示：先查年初结转；相邻两位换位（50 ↔ 05）即可相等，可能是录入颠倒\n");
}

TEST_CASE("a declared deviation is a warning with its reason, an unused declaration a warning itself") {
  Checked checked(income_and_spending());
  CHECK(checked.run({balance()}, {{"BAL-01", "", "上级批复如此", {1, 1, 2}}, {"BAL-02", "", "不用", {1, 1, 2}}}) ==
        "警告[BAL-01] 收支总计平衡：收入 1234.50万元，支出 1234.05万元，相差 0.45万元\n"
        "  支出\n"
        "  收入的公式\n"
        "  规则\n"
        "  已声明：上级批复如此\n"
        "  提示：相邻两位换位（50 ↔ 05）即可相等，可能是录入颠倒\n"
        "警告[RULE-04] 声明的规则“BAL-02”不存在\n"
        "  提示：是否想写 BAL-01？\n");
}

TEST_CASE("a declaration may mean only the findings that hold a text") {
  Checked checked(income_and_spending());
  CHECK(checked.run({balance()},
                    {{"BAL-01", "0.45万元", "上级批复如此", {1, 1, 2}}, {"BAL-01", "9.99万元", "不用", {1, 1, 2}}}) ==
        "警告[BAL-01] 收支总计平衡：收入 1234.50万元，支出 1234.05万元，相差 0.45万元\n"
        "  支出\n"
        "  收入的公式\n"
        "  规则\n"
        "  已声明：上级批复如此\n"
        "  提示：相邻两位换位（50 ↔ 05）即可相等，可能是录入颠倒\n"
        "警告[RULE-05] 声明了规则 BAL-01，但没有含“9.99万元”的问题\n"
        "  提示：删去这条声明\n");
  CHECK(checked.findings.all()[0].declared);
  CHECK_FALSE(checked.findings.all()[1].declared);
}

TEST_CASE("a rule that is switched off is not evaluated") {
  Rule off = balance();
  off.off = true;
  Checked checked(income_and_spending());
  CHECK(checked.run({off}).empty());
}

TEST_CASE("an absent argument leaves its axis open") {
  Checked checked(income_and_spending());
  const Value row =
      Value::record({{"性质", {}, Value::text("基本支出")}, {"科目", {}, Value()}, {"版本", {}, Value()}});
  CHECK(wan_yuan(checked.value("支出(行.科目, 行.性质, 版本=行.版本)", {}, Value::record({{"行", {}, row}}))) ==
        "800.00");
  CHECK(messages(checked.diagnostics).empty());
}

TEST_CASE("a declared rule without a finding is said to be unneeded") {
  Rule made = rule("BAL-05", "支出为正");
  made.operands = named({{"支出", "支出()"}});
  made.condition = parse("支出 > 0");
  Checked checked(income_and_spending());
  CHECK(checked.run({made}, {{"BAL-05", "", "不用", {1, 1, 2}}}) ==
        "警告[RULE-05] 声明了规则 BAL-05，但这条规则没有发现问题\n  提示：删去这条声明\n");
}

TEST_CASE("a rule over an unknown figure is skipped, with an information") {
  Rule made = rule("YY-07", "上年数");
  made.operands = named({{"本年", "收入()"}, {"上年", "收入(版本=\"上年决算\")"}});
  made.condition = parse("本年 > 上年");
  Checked checked(income_and_spending());
  CHECK(checked.run({made}) ==
        "提示[YY-07] 上年数：“上年”未提供，未核对\n  规则\n"
        "  提示：“上年”是 收入(版本=\"上年决算\")，补上所缺的数就能核对\n");
}

TEST_CASE("a rule that can't be evaluated is a finding, told once for all its cases") {
  Rule made = rule("XT-01", "错的规则");
  made.loops = named({{"科目", "成员(\"功能分类\", 指标=\"支出\", 层级=\"类\")"}});
  made.operands = named({{"数", "支出(科目, 没有的名字)"}});
  made.condition = parse("数 > 0");
  Checked checked(income_and_spending());
  CHECK(checked.run({made}) == "错误[RULE-01] 规则 XT-01（错的规则）不能计算\n  没有名字“没有的名字”\n");
}

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
