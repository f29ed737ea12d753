#include <doctest/doctest.h>

#include "reading.h"
#include "schema_samples.h"

namespace gongkai {

using reading::Application;
using samples::head;

namespace {

std::string errors(const std::string& data) {
  Application applied(samples::kinds, head + data);
  CHECK_FALSE(applied.entered);
  return applied.errors();
}

std::string complaint(const std::string& data) {
  Application applied(samples::kinds, head + data);
  if (applied.diagnostics.all().size() != 1) return "expected one diagnostic:\n" + applied.errors();
  const Diagnostic& found = applied.diagnostics.all()[0];
  return found.code + " " + found.message + " → " + found.hint;
}

/// The lists, their codes of 3, 5 or 7 digits.
std::string coded_lists() {
  std::string definition = samples::lists;
  const std::string plain = "维度: 功能分类, 必填: 是}";
  return definition.replace(definition.find(plain), plain.size(), "维度: 功能分类, 位数: [3, 5, 7], 必填: 是}");
}

}  // namespace

TEST_CASE("all mistakes of a file are reported in one run") {
  CHECK(errors("部们: {名称: 甲}\n收入: 12万元\n公开时间: 2024年9月20日\n") ==
        "错误[DATA-01] 这里没有“部们”这一项\n"
        "  data.yaml:4:1\n"
        "    4 │ 部们: {名称: 甲}\n"
        "      │ ^^^^\n"
        "  提示：是否想写“部门”？\n"
        "错误[DATA-05] “收入”不写单位：12万元\n"
        "  data.yaml:5:5\n"
        "    5 │ 收入: 12万元\n"
        "      │       ^^^^^^\n"
        "  提示：单位是万元，写 12\n"
        "错误[DATA-17] “公开时间”应写作 年-月-日：2024年9月20日\n"
        "  data.yaml:6:7\n"
        "    6 │ 公开时间: 2024年9月20日\n"
        "      │           ^^^^^^^^^^^^^\n"
        "  提示：写 2024-09-20\n");
}

TEST_CASE("a missing key is shown at what it is missing from") {
  CHECK(errors("部门: {职责: [甲]}\n") ==
        "错误[DATA-02] “部门”里缺少必填的“名称”\n"
        "  data.yaml:4:1\n"
        "    4 │ 部门: {职责: [甲]}\n"
        "      │ ^^^^\n"
        "  提示：名称：部门全称\n");
  Application applied(samples::kinds, "格式版本: 1\n模板: x\n");
  CHECK(applied.errors() ==
        "错误[DATA-02] 缺少必填的“年度”\n"
        "  data.yaml:1:1\n"
        "    1 │ 格式版本: 1\n"
        "      │ ^\n"
        "  提示：年度：报告的年度，四位数字\n");
}

TEST_CASE("a required key left empty is shown") {
  CHECK(errors("部门:\n  名称:\n") ==
        "错误[DATA-03] “部门”里必填的“名称”没有填\n"
        "  data.yaml:5:3\n"
        "    5 │   名称:\n"
        "      │   ^^^^\n"
        "  提示：名称：部门全称\n");
  CHECK(complaint("部门: {名称: \" \"}\n") == "DATA-03 “部门”里必填的“名称”没有填 → 名称：部门全称");
}

TEST_CASE("an unknown key is told where it belongs") {
  CHECK(complaint("职责: 甲\n") == "DATA-01 这里没有“职责”这一项 → 它应写在“部门”下，检查缩进");
  CHECK(complaint("部门: {名称: 甲, 得分: 1}\n") == "DATA-01 这里没有“得分”这一项 → 它应写在最外层，检查缩进");
  CHECK(complaint("部门: {名称: 甲, 电话: 1}\n") == "DATA-01 这里没有“电话”这一项 → 这里可以写：名称、职责");
}

TEST_CASE("keys, lists and texts in each other's place are named") {
  CHECK(complaint("部门: 甲\n") == "DATA-04 “部门”应为一组“键: 值”，这里是文字 → 换行后多缩进两格，写成“键: 值”");
  CHECK(complaint("部门:\n  名称：甲\n") ==
        "DATA-04 “部门”应为一组“键: 值”，这里是文字 → 键后面的全角冒号“：”改为半角冒号加空格");
  CHECK(complaint("部门:\n  名称:甲\n") == "DATA-04 “部门”应为一组“键: 值”，这里是文字 → 冒号之后加一个空格");
  CHECK(complaint("附件: 甲\n") == "DATA-04 “附件”应为列表，这里是文字 → 每项一行，以“- ”开头；没有就写 []");
  CHECK(complaint("收入: [1, 2]\n") ==
        "DATA-04 “收入”应为金额，这里是列表 → 直接写在冒号后面；文字里有冒号、括号时给整段文字加引号");
  CHECK(complaint("部门: {名称: 甲, 职责: [{a: b}]}\n") ==
        "DATA-04 “职责”的每一段应为文字，这里是组 → 文字里有冒号时用全角“：”，或给整段文字加引号");
}

TEST_CASE("who knows the code list suggests the code, and gets what could be read") {
  Application right(coded_lists(), head + "支出: []\n");
  Sources sources;
  Diagnostics diagnostics;
  Journal journal;
  const std::string data =
      head + "金额单位: 万元\n支出:\n  - {科目: 260701 机构运行, 金额: 1}\n  - {科目: 2060702, 金额: 2}\n";
  const std::optional<Value> value = read_value(sources, sources.add("data.yaml", data), diagnostics);
  REQUIRE(value.has_value());
  Entered readable;
  SchemaAids aids;
  aids.readable = &readable;
  aids.likely_code = [](const std::string& axis, const std::string& code, const std::string& name) {
    return axis + "/" + code + "/" + name;
  };
  CHECK_FALSE(right.schema->apply(*value, journal, diagnostics, aids).has_value());
  INFO(reading::show_all(diagnostics, sources));
  REQUIRE(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].hint == "是否想写 功能分类/260701/机构运行？");
  CHECK(readable.postings.size() == 2);
}

TEST_CASE("codes are checked digit by digit") {
  CHECK(complaint("科目: 206070 机构运行\n") ==
        "DATA-12 “科目”的编码应为 3、5 或 7 位，这里是 6 位：206070 → 核对编码；若原以 0 开头，0 可能在 Excel "
        "里丢了，应写 \"0206070\"");
  CHECK(complaint("科目: 20607011\n") ==
        "DATA-12 “科目”的编码应为 3、5 或 7 位，这里是 8 位：20607011 → 核对编码，类、款、项连写");
  CHECK(complaint("科目: ２０６ 科学\n") == "DATA-07 “科目”的编码含有全角数字或符号：２０６ → 用半角写 206");
  CHECK(complaint("科目: 206-07-01\n") == "DATA-13 “科目”的编码后面紧跟着别的字符：206-07-01 → 编码只写数字：2060701");
  CHECK(complaint("科目: 206 07 01\n") == "DATA-13 “科目”的编码中间有空格 → 编码连写，编码和名称之间才空一格");
  CHECK(complaint("科目: 2060701机构运行\n") ==
        "DATA-13 “科目”的编码后面紧跟着别的字符：2060701机构运行 → 编码和名称之间空一格：2060701 机构运行");
  CHECK(complaint("科目: 机构运行\n") ==
        "DATA-13 “科目”应以数字编码开头：机构运行 → 写编码，可空一格再写名称，如 2060701 机构运行");
}

TEST_CASE("words for yes and no, choices, years and dates have one form") {
  CHECK(complaint("涉密: 无\n") == "DATA-14 “涉密”应为是或否：无 → 写 是 或 否");
  CHECK(complaint("口径: 指定单住\n") ==
        "DATA-15 “口径”不能是“指定单住” → 是否想写“指定单位”？可选：部门全部、指定单位");
  CHECK(complaint("口径: 其他\n") == "DATA-15 “口径”不能是“其他” → 可选：部门全部、指定单位");
  CHECK(complaint("公开时间: 2023-02-29\n") == "DATA-17 “公开时间”没有这一天：2023-02-29 → 如 2024-09-20");
  CHECK(complaint("公开时间: 2024/9/2\n") == "DATA-17 “公开时间”应写作 年-月-日：2024/9/2 → 写 2024-09-02");
  CHECK(complaint("公开时间: 20240920\n") == "DATA-17 “公开时间”应写作 年-月-日：20240920 → 写 2024-09-20");
  CHECK(complaint("公开时间: 九月\n") == "DATA-17 “公开时间”应写作 年-月-日：九月 → 如 2024-09-20");
  Application applied(samples::kinds, "格式版本: 1\n模板: x\n年度: 2023年\n");
  CHECK(applied.diagnostics.all().at(0).message == "“年度”应为四位数字的年份：2023年");
  CHECK(applied.diagnostics.all().at(0).hint == "写 2023");
}

TEST_CASE("a text field holds one paragraph") {
  CHECK(complaint("部门:\n  名称: |\n    甲\n    乙\n") ==
        "DATA-19 “名称”只能是一段文字，这里分了几行 → 合成一段；要折行书写时把 | 改为 >");
}

TEST_CASE("too few items, empty items and members written twice are named") {
  CHECK(complaint("附件: []\n") == "DATA-20 “附件”至少要有 1 项，这里有 0 项 → ");
  CHECK(complaint("附件:\n  - 甲\n  -\n") == "DATA-03 “附件 / 第 2 项”没有内容 → 补上内容，或删去这一项");
  CHECK(complaint("原因: {206: 甲, 206 科学: 乙}\n") == "DATA-22 “206”写了两次 → 合并成一项");
}

TEST_CASE("a format of a later version is refused") {
  Application applied(samples::kinds, "格式版本: 2\n模板: x\n年度: 2023\n");
  CHECK(applied.errors() ==
        "错误[DATA-21] 不认识的格式版本：2\n"
        "  data.yaml:1:7\n"
        "    1 │ 格式版本: 2\n"
        "      │           ^\n"
        "  提示：本程序读格式版本 1；更新的版本需要更新程序\n");
}

TEST_CASE("unknown may stand for a figure unless it is required") {
  const std::string schema = samples::schema("  甲: {类型: 金额, 必填: 是}\n  乙: {类型: 数量}\n");
  Application applied(schema, head + "金额单位: 元\n甲: 未知\n乙: 不详\n");
  REQUIRE(applied.diagnostics.all().size() == 1);
  CHECK(applied.errors() ==
        "错误[DATA-18] “甲”必填，不能写“未知”\n"
        "  data.yaml:5:4\n"
        "    5 │ 甲: 未知\n"
        "      │     ^^^^\n"
        "  提示：没有就写 0；未掌握的先查清再填\n");
}

TEST_CASE("what unknown is refused for is not offered it") {
  const std::string schema = samples::schema("  甲: {类型: 金额, 必填: 是}\n  乙: {类型: 数量, 缺省: 0}\n");
  Application nothing(schema, head + "金额单位: 元\n甲: 无\n");
  CHECK(nothing.diagnostics.all().at(0).hint == "没有就写 0；未掌握的先查清再填");
  Application unknown(schema, head + "金额单位: 元\n甲: 1\n乙: 未知\n");
  CHECK(unknown.diagnostics.all().at(0).message == "“乙”不能写“未知”");
  CHECK(unknown.diagnostics.all().at(0).hint == "没有的不写这一项；未掌握的先查清再填");
}

TEST_CASE("a file that holds no keys is no data file") {
  Application list(samples::kinds, "- 1\n");
  CHECK(list.diagnostics.all().at(0).message == "数据文件应是一组“键: 值”");
  Application empty(samples::kinds, "");
  CHECK(empty.diagnostics.all().at(0).message == "文件里没有数据");
}

}  // namespace gongkai
