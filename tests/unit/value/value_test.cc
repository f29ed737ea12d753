#include "value/value.h"

#include <doctest/doctest.h>

#include "value/figures.h"

using gongkai::Journal;
using gongkai::kind_name;
using gongkai::OriginKind;
using gongkai::Phrase;
using gongkai::Span;
using gongkai::Text;
using gongkai::Unknown;
using gongkai::Value;
using gongkai::figures::count;
using gongkai::figures::wan;
using gongkai::figures::yuan;

namespace {

Value department() {
  return Value::record({{"名称", {}, Value::text("科协", Span{1, 8, 14})},
                        {"编码", {}, Value(Text{"0601", true})},
                        {"人数", {}, Value(count("12"))}});
}

}  // namespace

TEST_CASE("a value without content is absent") {
  CHECK(Value().is_absent());
  CHECK_FALSE(Value().is_unknown());
  CHECK(Value(Unknown{}).is_unknown());
  CHECK_FALSE(Value(Unknown{}).is_absent());
}

TEST_CASE("a value is seen only as what it is") {
  const Value text = Value::text("12");
  REQUIRE(text.if_text() != nullptr);
  CHECK(*text.if_text() == "12");
  CHECK(text.if_quantity() == nullptr);
  CHECK(text.if_list() == nullptr);
  CHECK(text.if_record() == nullptr);
  CHECK(Value(yuan("1")).if_text() == nullptr);
  CHECK(Value(yuan("1")).if_quantity() != nullptr);
}

TEST_CASE("an entry is found by its key in a record and nowhere else") {
  const Value value = department();
  REQUIRE(value.find("编码") != nullptr);
  CHECK(*value.find("编码")->if_text() == "0601");
  CHECK((value.find("名称")->span == Span{1, 8, 14}));
  CHECK(value.find("地址") == nullptr);
  CHECK(Value::text("编码").find("编码") == nullptr);
  CHECK(Value::list({department()}).find("编码") == nullptr);
}

TEST_CASE("a copy of a list is the same list") {
  const Value list = Value::list({department(), department()});
  Value copy;
  copy = list;
  CHECK(copy.if_list() == list.if_list());
  CHECK(copy.if_list()->size() == 2);
}

TEST_CASE("kinds have the names messages use") {
  CHECK(kind_name(Value()) == "空");
  CHECK(kind_name(Value(Unknown{})) == "未知");
  CHECK(kind_name(Value(true)) == "是/否");
  CHECK(kind_name(Value::text("x")) == "文字");
  CHECK(kind_name(Value(Phrase{})) == "文字");
  CHECK(kind_name(Value(yuan("1"))) == "金额");
  CHECK(kind_name(Value(count("1"))) == "数字");
  CHECK(kind_name(Value::list({})) == "列表");
  CHECK(kind_name(Value::record({})) == "组");
}

TEST_CASE("a dump shows the tree with kinds and contents") {
  const Phrase change = {{"增加", {}, 0}, {"3.42", wan("3.42"), 7}, {"万元", {}, 0}};
  const Value value =
      Value::record({{"部门", {}, department()},
                     {"公开", {}, Value(true)},
                     {"原因", {}, Value::text("一\n\"二\"")},
                     {"上年", {}, Value(Unknown{})},
                     {"备注", {}, Value()},
                     {"变动", {}, Value(change)},
                     {"支出", {}, Value::list({Value(yuan("3417.25")), department(), Value::list({})})}});
  CHECK(dump(value) ==
        "组\n"
        "部门: 组\n"
        "  名称: 文字 \"科协\"\n"
        "  编码: 文字 \"0601\" 带引号\n"
        "  人数: 数字 12\n"
        "公开: 是/否 是\n"
        "原因: 文字 \"一\\n\\\"二\\\"\"\n"
        "上年: 未知\n"
        "备注: 空\n"
        "变动: 文字 \"增加\" \"3.42\"=34200.00 ±50.00 \"万元\"\n"
        "支出: 列表\n"
        "  - 金额 3417.25\n"
        "  - 组\n"
        "    名称: 文字 \"科协\"\n"
        "    编码: 文字 \"0601\" 带引号\n"
        "    人数: 数字 12\n"
        "  - 列表\n");
}

TEST_CASE("the journal gives each record its line, from one on") {
  Journal journal;
  CHECK(journal.size() == 0);
  const auto data = journal.add({OriginKind::entered, Span{1, 2, 3}, "支出 / 206", wan("1.00"), {}});
  const auto total = journal.add({OriginKind::summed, Span{}, "支出", wan("1.00"), {data}});
  CHECK(data == 1);
  CHECK(total == 2);
  CHECK(journal.size() == 2);
  CHECK(journal.at(total).label == "支出");
  CHECK(journal.at(total).operands == std::vector<gongkai::OriginId>{data});
  CHECK((journal.at(data).span == Span{1, 2, 3}));
}
