#include <doctest/doctest.h>

#include "reading.h"
#include "schema_samples.h"
#include "value/number_text.h"

namespace gongkai {

using reading::Application;
using samples::head;

namespace {

std::string coordinates_text(const std::vector<Coordinate>& coordinates) {
  std::string text;
  for (const Coordinate& coordinate : coordinates) {
    text += " " + coordinate.axis + "=" + coordinate.member;
    if (!coordinate.stated_name.empty()) text += "（" + coordinate.stated_name + "）";
  }
  return text;
}

/// Lists, postings and members, a line each.
std::string postings_text(const Application& applied) {
  REQUIRE(applied.entered);
  std::string text;
  for (const PostedList& list : applied.entered->lists) {
    text += "列表 " + list.measure + (list.closed ? " 封闭" : " 未封闭") + coordinates_text(list.scope) + "\n";
  }
  for (const Posting& posting : applied.entered->postings) {
    text += std::to_string(posting.list) + " " + posting.measure + " " + machine_text(posting.quantity) +
            coordinates_text(posting.coordinates) + "\n";
  }
  for (const NewMember& member : applied.entered->members) {
    text += "成员 " + member.axis + " " + member.member + " " + member.name + "\n";
  }
  return text;
}

std::string postings(const std::string& data) {
  Application applied(samples::lists, head + "金额单位: 元\n" + data);
  CHECK(applied.errors().empty());
  return postings_text(applied);
}

}  // namespace

TEST_CASE("every kind of field is typed, and what is left out is absent") {
  Application applied(samples::kinds, head +
                                          "部门:\n"
                                          "  名称: 　某某局\n"
                                          "  职责: |\n"
                                          "    　　一\n"
                                          "\n"
                                          "    二\n"
                                          "收入: 874.05\n"
                                          "实收: 8740500.1\n"
                                          "车辆: 3\n"
                                          "执行率: 97.5%\n"
                                          "得分: 95.5\n"
                                          "公开时间: 2024-02-29\n"
                                          "涉密: 否\n"
                                          "口径: 指定单位\n"
                                          "科目: 2060701 机构运行\n"
                                          "附件: [甲]\n"
                                          "原因: {2060701 机构运行: 增加}\n");
  CHECK(applied.errors().empty());
  REQUIRE(applied.entered);
  CHECK(dump(applied.entered->record) ==
        "组\n"
        "格式版本: 数字 1\n"
        "模板: 文字 \"sichuan/final-accounts\"\n"
        "年度: 数字 2023\n"
        "声明: 空\n"
        "部门: 组\n"
        "  名称: 文字 \"某某局\"\n"
        "  职责: 列表\n"
        "    - 文字 \"一\"\n"
        "    - 文字 \"二\"\n"
        "收入: 金额 8740500.00 ±50.00\n"
        "实收: 金额 8740500.10\n"
        "车辆: 数字 3\n"
        "执行率: 数字 0.975 ±0.00005\n"
        "得分: 数字 95.5\n"
        "公开时间: 文字 \"2024-02-29\"\n"
        "涉密: 是/否 否\n"
        "口径: 文字 \"指定单位\"\n"
        "科目: 组\n"
        "  编码: 文字 \"2060701\"\n"
        "  名称: 文字 \"机构运行\"\n"
        "单位: 空\n"
        "附件: 列表\n"
        "  - 文字 \"甲\"\n"
        "原因: 组\n"
        "  2060701: 文字 \"增加\"\n");
}

TEST_CASE("each amount of an item makes a list of its own, open where an item lacks it") {
  CHECK(postings("支出:\n"
                 "  - {科目: 206 科学, 金额: 1, 调整预算: 2}\n"
                 "  - {资金: 事业, 金额: 3, 科目: 208}\n") ==
        "列表 支出 封闭 版本=本年决算\n"
        "列表 支出 未封闭 版本=调整预算\n"
        "1 支出 1.00 版本=本年决算 功能分类=206（科学） 资金=一般公共预算\n"
        "2 支出 2.00 版本=调整预算 功能分类=206（科学） 资金=一般公共预算\n"
        "1 支出 3.00 版本=本年决算 功能分类=208 资金=事业\n");
}

TEST_CASE("an unknown amount posts nothing and opens its list") {
  CHECK(postings("支出:\n  - {科目: 206, 金额: 未知}\n  - {科目: 208, 金额: 0}\n") ==
        "列表 支出 未封闭 版本=本年决算\n"
        "1 支出 0.00 版本=本年决算 功能分类=208 资金=一般公共预算\n");
}

TEST_CASE("a list written empty says that all its amounts are zero, one left out says nothing") {
  CHECK(postings("支出: []\n") ==
        "列表 支出 封闭 版本=本年决算\n"
        "列表 支出 封闭 版本=调整预算\n");
  CHECK(postings("上年: {分类: {}}\n") == "列表 支出 封闭 版本=上年决算\n");
  CHECK(postings("支出:\n").empty());
}

TEST_CASE("a list inside an item covers the item only") {
  CHECK(postings("支出:\n  - {科目: 206, 金额: 3, 分项: {301 工资: 1, 302: 2}}\n") ==
        "列表 支出 封闭 版本=本年决算\n"
        "列表 支出 未封闭 版本=本年决算 功能分类=206 资金=一般公共预算\n"
        "1 支出 3.00 版本=本年决算 功能分类=206 资金=一般公共预算\n"
        "2 支出 1.00 版本=本年决算 功能分类=206 资金=一般公共预算 经济分类=301（工资）\n"
        "2 支出 2.00 版本=本年决算 功能分类=206 资金=一般公共预算 经济分类=302\n");
}

TEST_CASE("an amount outside of lists is stated on its own, the nearer coordinate counts") {
  CHECK(postings("上年: {支出: 12.34}\n") == "0 支出 12.34 版本=上年决算\n");
}

TEST_CASE("a sibling key may open a list") {
  CHECK(postings("上年: {分类: {206: 1}, 未列全: 是}\n") ==
        "列表 支出 未封闭 版本=上年决算\n"
        "1 支出 1.00 版本=上年决算 功能分类=206\n");
  CHECK(postings("上年: {分类: {206: 1}, 未列全: 否}\n") ==
        "列表 支出 封闭 版本=上年决算\n"
        "1 支出 1.00 版本=上年决算 功能分类=206\n");
}

TEST_CASE("data may define members") {
  CHECK(postings("项目:\n  - {编码: 5134T01, 名称: 科普}\n  - {编码: 5134T02}\n") ==
        "成员 项目 5134T01 科普\n"
        "成员 项目 5134T02 5134T02\n");
}

TEST_CASE("texts whose field says 专名 are gathered as names, empty ones not") {
  const Application applied(
      samples::schema("  单位: {类型: 列表, 每项: {类型: 文字, 专名: 是}}\n  甲: {类型: 文字, 专名: 是}\n"
                      "  乙: {类型: 文字}\n"),
      head + "单位: [示例县科普馆, 示例县文化站]\n乙: 别的\n");
  REQUIRE(applied.entered);
  CHECK(applied.entered->names == std::vector<std::string>{"示例县科普馆", "示例县文化站"});
}

TEST_CASE("the journal knows every figure by its place and the path of its keys") {
  Application applied(samples::lists,
                      head + "金额单位: 元\n支出:\n  - {科目: 206 科学, 金额: 1.50}\n上年: {支出: 2}\n");
  REQUIRE(applied.entered);
  std::string text;
  for (OriginId id = 1; id <= applied.journal.size(); ++id) {
    const OriginRecord& record = applied.journal.at(id);
    text += record.label + " " + machine_text(record.quantity) + " " + applied.sources.place(record.span) + "\n";
  }
  CHECK(text ==
        "格式版本 1 data.yaml:1:7\n"
        "年度 2023 data.yaml:3:5\n"
        "支出 / 206 科学 / 金额 1.50 data.yaml:6:22\n"
        "上年 / 支出 2.00 data.yaml:7:10\n");
  const Posting& posting = applied.entered->postings[0];
  CHECK(posting.span == applied.journal.at(3).span);
  const Value& item = applied.entered->record.find("支出")->if_list()->front();
  CHECK(item.find("金额")->origin == 3);
}

TEST_CASE("JSON data is typed like YAML data") {
  Application applied(samples::lists,
                      "{\"格式版本\": 1, \"模板\": \"x\", \"年度\": 2023, \"金额单位\": \"万元\","
                      " \"支出\": [{\"科目\": \"206\", \"金额\": 12.50}]}",
                      "data.json");
  CHECK(applied.errors().empty());
  CHECK(postings_text(applied) ==
        "列表 支出 封闭 版本=本年决算\n"
        "1 支出 125000.00 版本=本年决算 功能分类=206 资金=一般公共预算\n");
}

}  // namespace gongkai
