#include "ledger/sample_ledger.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

Book one_part(const Coordinate& coordinate) {
  Book book;
  book.list("支出").part({}, "1.00");
  book.entered.postings[0].coordinates = {coordinate};
  return book;
}

}  // namespace

TEST_CASE("an unknown measure is named with its near miss") {
  Book book;
  book.stated("支山", {}, "1.00");
  const Settled settled(book);
  CHECK_FALSE(settled.ledger.has_value());
  CHECK(messages(settled.diagnostics) == "错误[LEDGER-01] 没有指标“支山”\n  提示：是否想写“支出”？\n");
}

TEST_CASE("an unknown member is named with its near miss") {
  const Settled settled(one_part({"资金", "一般公共预祘", "", {}}));
  CHECK(messages(settled.diagnostics) ==
        "错误[LEDGER-03] “资金”不能写“一般公共预祘”\n"
        "  提示：是否想写“一般公共预算”？资金只能写：财政拨款、一般公共预算、政府性基金预算、事业\n");
  CHECK(messages(Settled(one_part({"资金", "一般公共预算财政拨款", "", {}})).diagnostics) ==
        "错误[LEDGER-03] “资金”不能写“一般公共预算财政拨款”\n"
        "  提示：是否想写“一般公共预算”？资金只能写：财政拨款、一般公共预算、政府性基金预算、事业\n");
}

TEST_CASE("a code the list lacks is taken in under the longest listed code, with a warning") {
  const Settled settled(one_part({"功能分类", "2060799", "其他科学技术普及支出", {}}));
  REQUIRE(settled.ledger.has_value());
  CHECK(messages(settled.diagnostics) == "警告[LEDGER-05] 编码表中没有科目“2060799”，归入“20607 科学技术普及”\n");
  CHECK(settled.text("支出", {{"功能分类", "20607"}}) == "1.00");
  const Axis& axis = *settled.ledger->find_axis("功能分类");
  const Member& member = axis.at(*axis.find("2060799"));
  CHECK(member.name == "其他科学技术普及支出");
  CHECK(member.level == 3);
  CHECK(member.added_by_data);
}

TEST_CASE("a code of no listed class is an error") {
  CHECK(messages(Settled(one_part({"功能分类", "9990101", "", {}})).diagnostics) ==
        "错误[LEDGER-03] “功能分类”里没有编码“9990101”\n");
  CHECK(messages(Settled(one_part({"功能分类", "9060701", "机构运行", {}})).diagnostics) ==
        "错误[LEDGER-03] “功能分类”里没有编码“9060701”\n  提示：是否想写“2060701 机构运行”？\n");
}

TEST_CASE("a name that contradicts the list is an error, a warning where the list is from memory") {
  CHECK(messages(Settled(one_part({"功能分类", "2060702", "科普宣传", {}})).diagnostics) ==
        "错误[LEDGER-06] 科目“2060702”的名称是“科普活动”，这里写作“科普宣传”\n"
        "  提示：名称应写“科普活动”，或核对编码\n");
  CHECK(messages(Settled(one_part({"功能分类", "2060702", "机构运行", {}})).diagnostics) ==
        "错误[LEDGER-06] 科目“2060702”的名称是“科普活动”，这里写作“机构运行”\n"
        "  提示：“机构运行”的编码是 2060701；改编码，或把名称改为“科普活动”\n");
  Accounts chart = accounts();
  Axis remembered("功能分类");
  remembered.level_names = {"类", "款", "项"};
  remembered.add({"206", "科学技术支出", 0, 1, true, false});
  chart.axes[3] = remembered;
  const Settled settled(one_part({"功能分类", "206", "科技支出", {}}), chart);
  CHECK(settled.ledger.has_value());
  CHECK(messages(settled.diagnostics) ==
        "警告[LEDGER-06] 科目“206”的名称是“科学技术支出”，这里写作“科技支出”\n"
        "  提示：编码表中的这个名称尚未核对官方文本，请以官方科目为准\n");
}

TEST_CASE("a point given twice in one list is an error with both places") {
  Book book;
  book.list("支出").part({{"功能分类", "2060702"}}, "1.00").part({{"功能分类", "2060702"}}, "2.00");
  CHECK(messages(Settled(book).diagnostics) ==
        "错误[LEDGER-08] 支出 / 2060702 填了两次\n  第一次\n  提示：合并成一行，或用支出性质、项目等把两行分开\n");
}

TEST_CASE("the data may add projects, but no funds") {
  Book book;
  book.list("支出").part({{"项目", "P1"}}, "1.00");
  book.entered.members.push_back({"项目", "P1", "学术交流", {}});
  const Settled settled(book);
  CHECK(messages(settled.diagnostics).empty());
  CHECK(settled.text("支出", {{"项目", "P1"}}) == "1.00");
  book.entered.members.push_back({"资金", "彩票公益金", "", {}});
  CHECK(messages(Settled(book).diagnostics) ==
        "错误[LEDGER-03] “资金”不能写“彩票公益金”\n"
        "  提示：资金只能写：财政拨款、一般公共预算、政府性基金预算、事业\n");
}

TEST_CASE("an amount with a coordinate its measure does not have is an error") {
  Book book;
  book.stated("收入", {{"支出性质", "基本支出"}}, "1.00");
  CHECK(messages(Settled(book).diagnostics) == "错误[LEDGER-07] 指标“收入”不分“支出性质”\n");
}

TEST_CASE("a negative amount is a finding") {
  Book book;
  book.list("支出").part({{"功能分类", "206"}}, "-3.00");
  const Settled settled(book);
  REQUIRE(settled.ledger.has_value());
  CHECK(messages(settled.ledger->disagreements()) == "警告[SUM-05] 支出 / 206 为负数 -3.00万元\n");
}

TEST_CASE("a file kept in 元 is told of in 元") {
  Book book;
  book.entered.unit = MoneyUnit::yuan;
  book.list("支出").part({{"功能分类", "206"}}, exact("-0.0018"));
  CHECK(messages(Settled(book).ledger->disagreements()) == "警告[SUM-05] 支出 / 206 为负数 -18.00元\n");
}

TEST_CASE("a member left out of a list that writes out its zeros is told, as it counts as zero") {
  const auto told = [](const Book& book) { return messages(Settled(book).ledger->disagreements()); };
  Book forgotten;
  forgotten.list("收入").part({{"资金", "一般公共预算"}}, "1.00").part({{"资金", "政府性基金预算"}}, "0");
  CHECK(told(forgotten) ==
        "警告[LEDGER-09] 收入：别的项写了 0，没有写“事业”，按 0 计\n"
        "  提示：没有就写 0，不知道就写“未知”\n");
  Book whole = forgotten;
  whole.part({{"资金", "事业"}}, "0");
  CHECK(told(whole).empty());
  Book without_zeros;
  without_zeros.list("收入").part({{"资金", "一般公共预算"}}, "1.00");
  CHECK(told(without_zeros).empty());
  Book open;
  open.list("收入", {}, false).part({{"资金", "一般公共预算"}}, "0");
  CHECK(told(open).empty());
  Book codes;
  codes.list("支出").part({{"功能分类", "206"}}, "0");
  CHECK(told(codes).empty());
}
