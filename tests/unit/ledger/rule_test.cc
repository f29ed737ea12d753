#include "ledger/checked_rules.h"

using namespace gongkai;
using namespace gongkai::sample;

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
        "  提示：“支出 / 2101101 / 项目支出”相邻两位换位（05 ↔ 50）即可相等，可能是录入颠倒\n");
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
  check({.rules = {made}, .declarations = {}, .ledger = *checked.settled.ledger, .scope = scope, .report = {1, 0, 6}},
        checked.findings);
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
        "  提示：先查年初结转；“支出 / 2101101 / 项目支出”相邻两位换位（05 ↔ 50）即可相等，可能是录入颠倒\n");
}

TEST_CASE("a declared deviation is a warning with its reason, an unused declaration a warning itself") {
  Checked checked(income_and_spending());
  CHECK(checked.run({balance()}, {{"BAL-01", "", "上级批复如此", {1, 1, 2}}, {"BAL-02", "", "不用", {1, 1, 2}}}) ==
        "警告[BAL-01] 收支总计平衡：收入 1234.50万元，支出 1234.05万元，相差 0.45万元\n"
        "  支出\n"
        "  收入的公式\n"
        "  规则\n"
        "  已声明：上级批复如此\n"
        "  提示：“支出 / 2101101 / 项目支出”相邻两位换位（05 ↔ 50）即可相等，可能是录入颠倒\n"
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
        "  提示：“支出 / 2101101 / 项目支出”相邻两位换位（05 ↔ 50）即可相等，可能是录入颠倒\n"
        "警告[RULE-05] 声明了规则 BAL-01，但没有含“9.99万元”的问题\n"
        "  提示：删去这条声明\n");
  CHECK(checked.findings.all()[0].declared == "上级批复如此");
  CHECK(checked.findings.all()[1].declared.empty());
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
