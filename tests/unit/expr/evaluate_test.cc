#include <doctest/doctest.h>

#include "expr/evaluation.h"

using namespace gongkai;

TEST_CASE("operators bind as in Jinja2") {
  CHECK(shown("1 + 2 * 3") == "数字 7\n");
  CHECK(shown("(1 + 2) * 3") == "数字 9\n");
  CHECK(shown("7 - 2 - 1") == "数字 4\n");
  CHECK(shown("\"a\" ~ 1 * 2 ~ \"b\"") == "文字 \"a2b\"\n");
  CHECK(shown("-3 | abs") == "数字 3\n");
  CHECK(shown("1 + 3 is 奇数") ==
        "错误[EXPR-06] “3 is 奇数”是是/否，不能参加“+”计算\n  e:1:5\n    1 │ 1 + 3 is 奇数\n      │     ^^^^^^^^^\n");
  CHECK(shown("not 1 == 2 and 2 == 2") == "是/否 是\n");
  CHECK(shown("1 < 2 < 3 != 4") == "是/否 是\n");
  CHECK(shown("1 if 假 else 2 if 假 else 3") == "数字 3\n");
  CHECK(shown("2 not in [1, 3] and 1 in [1]") == "是/否 是\n");
}

TEST_CASE("decimals are exact") {
  CHECK(shown("0.1 + 0.2 == 0.3") == "是/否 是\n");
  CHECK(shown("1 / 3 * 3 == 1") == "是/否 是\n");
  CHECK(shown("-7 // 2") == "数字 -4\n");
  CHECK(shown("-7 % 2") == "数字 1\n");
  CHECK(shown("7 % -2") == "数字 -1\n");
}

TEST_CASE("money keeps its dimension and meets only money and zero") {
  CHECK(shown("金额 - 另额") == "金额 864050.00\n");
  CHECK(shown("另额 / 金额") == "数字 0.011441\n");
  CHECK(shown("另额 * 2 > 另额 and 金额 != 0") == "是/否 是\n");
  CHECK(shown("金额 + 1") ==
        "错误[EXPR-08] 金额“金额”与数字“1”不能用“+”计算\n  e:1:1\n    1 │ 金额 + 1\n      │ ^^^^^^^^\n");
  CHECK(shown("金额 == 874") ==
        "错误[EXPR-08] “金额”和“874”的单位不同，不能用“==”比较\n  e:1:1\n    1 │ 金额 == 874\n      │ ^^^^\n"
        "  所用的数据见 data.yaml:1:3\n  提示：金额只能与金额或 0 比较\n");
  CHECK(shown("金额 // 3").find("错误[EXPR-08] 金额“金额”与数字“3”不能用“//”计算\n") == 0);
}

TEST_CASE("a formula is one line of the journal with its figures as operands") {
  const Evaluation formula("(金额 - 另额) / 金额 * 1 + 另额 / 另额");
  REQUIRE(formula.value());
  const OriginRecord& record = formula.journal().at(formula.value()->origin);
  CHECK(record.kind == OriginKind::derived);
  CHECK(record.label == "(金额 - 另额) / 金额 * 1 + 另额 / 另额");
  CHECK(record.operands == std::vector<OriginId>{1, 2, 3, 4, 5});
  CHECK(formula.journal().size() == 6);
  const Evaluation literal("1 + 2");
  CHECK(literal.value()->origin == 0);
  CHECK(literal.journal().size() == 0);
}

TEST_CASE("functions that make a figure record it, those that choose one pass it on") {
  const Evaluation total("求和([金额, 另额])");
  CHECK(total.shown() == "金额 884050.00\n");
  CHECK(total.journal().at(total.value()->origin).label == "求和([金额, 另额])");
  const Evaluation turned("绝对值(另额 - 金额)");
  CHECK(turned.shown() == "金额 864050.00\n");
  CHECK(turned.journal().at(turned.value()->origin).operands == std::vector<OriginId>{3});
  CHECK(Evaluation("绝对值(金额)").value()->origin == 1);
  CHECK(Evaluation("最大(另额, 金额)").value()->origin == 2);
}

TEST_CASE("a figure not given makes everything worked out from it not given") {
  CHECK(shown("未报 + 1") == "未知\n");
  CHECK(shown("-未报") == "未知\n");
  CHECK(shown("金额 / 未报") == "未知\n");
  CHECK(shown("未报 == 0") == "未知\n");
  CHECK(shown("1 < 未报 < 3") == "未知\n");
  CHECK(shown("2 < 1 < 未报") == "是/否 否\n");
  CHECK(shown("未报 in [1]") == "未知\n");
  CHECK(shown("求和([金额, 未报])") == "未知\n");
  CHECK(shown("绝对值(未报)") == "未知\n");
  CHECK(shown("求和([{'数': 未报}, {'数': 1}] | 筛选('数'), '数')") == "未知\n");
  CHECK(shown("[{'数': 未报}, {'数': 1}, {'数': 没填}] | 筛选('数') | 长度") == "数字 2\n");
  CHECK(shown("[{'数': 未报}, {'数': 1}, {'数': 没填}] | 筛除('数') | 长度") == "数字 2\n");
  CHECK(shown("未报 is 整除(3)") == "未知\n");
  CHECK(shown("未报.键") == "未知\n");
}

TEST_CASE("and, or, not decide what can be decided without the missing figure") {
  CHECK(shown("未报 > 0 and 假") == "是/否 否\n");
  CHECK(shown("假 and 未报 > 0") == "是/否 否\n");
  CHECK(shown("未报 > 0 or 真") == "是/否 是\n");
  CHECK(shown("未报 > 0 and 真") == "未知\n");
  CHECK(shown("未报 > 0 or 假") == "未知\n");
  CHECK(shown("not 未报 > 0") == "未知\n");
}

TEST_CASE("a decision that needs the missing figure is an error where it is asked") {
  CHECK(shown("1 if 未报 > 0 else 2") ==
        "错误[EXPR-07] 这里要判断真假，所用的数却未提供\n  e:1:6\n    1 │ 1 if 未报 > 0 else 2\n      │      ^^^^^^^^\n"
        "  提示：先用 is 未知 判断，或在数据里补上\n");
}

TEST_CASE("and and or return an operand") {
  CHECK(shown("没填 or \"无\"") == "文字 \"无\" 带引号\n");
  CHECK(shown("0 and 1") == "数字 0\n");
  CHECK(shown("名单 or []") == "列表\n- 文字 \"甲\"\n- 文字 \"乙\"\n");
  CHECK(shown("[] or 局.名称") == "文字 \"科协\"\n");
}

TEST_CASE("joining keeps figures") {
  CHECK(shown("\"共\" ~ 人数 ~ \"人，\" ~ 得分 ~ \"分\"") == "文字 \"共\" \"12\"=12 \"人，\" \"97.5\"=97.5 \"分\"\n");
  CHECK(shown("[人数, 1] | 列举(\"、\")") == "文字 \"12\"=12 \"、\" \"1\"\n");
  CHECK(shown("\"a\" + 局.名称") == "文字 \"a科协\"\n");
  CHECK(shown("[1] + [2]") == "列表\n- 数字 1\n- 数字 2\n");
}

TEST_CASE("money and rates are not joined without a format") {
  CHECK(shown("金额 ~ \"元\"") ==
        "错误[EXPR-06] 金额“金额”没有写明格式\n  e:1:1\n    1 │ 金额 ~ \"元\"\n      │ ^^^^\n"
        "  所用的数据见 data.yaml:1:3\n  提示：写明单位，如 {{ 金额 | 万元 }}\n");
  CHECK(shown("(金额 / 另额) ~ \"\"").find("错误[EXPR-06] 比率“(金额 / 另额)”没有写明格式\n") == 0);
  CHECK(shown("(1 / 3) ~ \"\"").find("错误[EXPR-06] “(1 / 3)”的小数除不尽，没有写明印几位\n") == 0);
}

TEST_CASE("what is left out has no keys, is not a number, and equals only itself") {
  CHECK(shown("没填.甲.乙") == "空\n");
  CHECK(shown("没填[\"甲\"] is 空") == "是/否 是\n");
  CHECK(shown("没填 == \"甲\"") == "是/否 否\n");
  CHECK(shown("没填 == 空") == "是/否 是\n");
  CHECK(shown("没填 * 2") ==
        "错误[EXPR-06] “没填”没有填写，不能参加“*”计算\n  e:1:1\n    1 │ 没填 * 2\n      │ ^^^^\n"
        "  所用的数据见 data.yaml:2:3\n  提示：先用 is 已填 判断，或用 | 默认(0)\n");
  CHECK(shown("1 in 没填").find("错误[EXPR-06] “没填”没有填写，不能用 in 查找\n") == 0);
  CHECK(shown("没填 | 长度").find("错误[EXPR-06] “没填 | 长度”所用的值没有填写\n") == 0);
}

TEST_CASE("names, keys, functions, filters and tests get their near miss") {
  CHECK(shown("金颔") ==
        "错误[EXPR-03] 没有名字“金颔”\n  e:1:1\n    1 │ 金颔\n      │ ^^^^\n  提示：是否想写“金额”？\n");
  CHECK(shown("局.名字") ==
        "错误[EXPR-04] “局”没有“名字”\n  e:1:3\n    1 │ 局.名字\n      │    ^^^^\n"
        "  所用的数据见 data.yaml:1:1\n  提示：是否想写“名称”？\n");
  CHECK(shown("局[\"名字\"]").find("错误[EXPR-04] “局”没有“名字”\n") == 0);
  CHECK(shown("局[\"名字\"] is 已填") == "是/否 否\n");
  CHECK(shown("局[\"名字\"] | 默认(\"无\")") == "文字 \"无\" 带引号\n");
  CHECK(shown("局.名字 is 已填").find("错误[EXPR-04] “局”没有“名字”\n") == 0);
  CHECK(shown("求合(1)") ==
        "错误[EXPR-05] 没有函数“求合”\n  e:1:1\n    1 │ 求合(1)\n      │ ^^^^^^^\n  提示：是否想写“求和”？\n");
  CHECK(shown("1 | 绝对") ==
        "错误[EXPR-05] 没有过滤器“绝对”\n  e:1:5\n    1 │ 1 | 绝对\n      │     ^^^^\n  提示：是否想写“绝对值”？\n");
  CHECK(shown("1 is 未只") ==
        "错误[EXPR-05] 没有判断“is 未只”\n  e:1:6\n    1 │ 1 is 未只\n      │      ^^^^\n  提示：是否想写“未知”？\n");
  CHECK(shown("求和").find("错误[EXPR-03] “求和”是函数，不是数\n") == 0);
  CHECK(shown("金额(1)").find("错误[EXPR-05] “金额”不是函数，后面不能写括号\n") == 0);
  CHECK(shown("“金额”").find("提示：文字要用半角引号，如 \"基本支出\"\n") != std::string::npos);
  CHECK(shown("求和（1）").find("提示：函数的括号要用半角的 ( )\n") != std::string::npos);
}

TEST_CASE("text and number never compare") {
  CHECK(shown("局.名称 == 206") ==
        "错误[EXPR-06] “局.名称”是文字，“206”是数字，不能用“==”比较\n  e:1:1\n    1 │ 局.名称 == 206\n      │ ^^^^^^^\n"
        "  提示：编码和名称是文字，要加引号，如 \"206\"\n");
  CHECK(shown("\"a\" in [1, \"a\"]") == "是/否 是\n");
  CHECK(shown("[1] < [2]").find("错误[EXPR-06] “[1]”是列表，“[2]”是列表，不能用“<”比较\n") == 0);
}

TEST_CASE("lists are counted from 0 and from the end") {
  CHECK(shown("名单[0] ~ 名单[-1]") == "文字 \"甲乙\"\n");
  CHECK(shown("名单[2]") ==
        "错误[EXPR-04] “名单”只有 2 项，没有第 2 项\n  e:1:4\n    1 │ 名单[2]\n      │      ^\n"
        "  所用的数据见 data.yaml:1:1\n  提示：从 0 数起，第一项是 [0]\n");
  CHECK(shown("名单[2] | 默认(\"无\")") == "文字 \"无\" 带引号\n");
}

TEST_CASE("an inline if without else gives an empty text") { CHECK(shown("1 if 假") == "文字 \"\"\n"); }

TEST_CASE("division by zero names the divisor") {
  CHECK(shown("金额 / (另额 - 另额)") ==
        "错误[EXPR-08] 除数“(另额 - 另额)”是零\n  e:1:6\n    1 │ 金额 / (另额 - 另额)\n      │        ^^^^^^^^^^^^^\n"
        "  提示：先判断是不是零，再作除法\n");
}
