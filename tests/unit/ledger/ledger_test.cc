#include "ledger/ledger.h"

#include "ledger/sample_ledger.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

Book by_function() {
  Book book;
  book.list("支出")
      .part({{"功能分类", "2060701"}, {"资金", "一般公共预算"}, {"支出性质", "基本支出"}}, "296.11")
      .part({{"功能分类", "2060702"}, {"资金", "一般公共预算"}, {"支出性质", "项目支出"}}, "148.00")
      .part({{"功能分类", "2101101"}, {"资金", "一般公共预算"}, {"支出性质", "基本支出"}}, "7.38")
      .part({{"功能分类", "2101103"}, {"资金", "一般公共预算"}, {"支出性质", "基本支出"}}, "14.49");
  return book;
}

}  // namespace

TEST_CASE("a region's figure is the sum of the facts inside it") {
  const Settled settled(by_function());
  CHECK(settled.text("支出") == "465.98");
  CHECK(settled.text("支出", {{"功能分类", "206"}}) == "444.11");
  CHECK(settled.text("支出", {{"功能分类", "21011"}}) == "21.87");
  CHECK(settled.text("支出", {{"功能分类", "206"}, {"支出性质", "基本支出"}}) == "296.11");
}

TEST_CASE("what a closed list leaves out is zero, what an open one leaves out is unknown") {
  CHECK(Settled(by_function()).text("支出", {{"资金", "政府性基金预算"}}) == "0.00");
  Book open;
  open.list("支出", {}, false).part({{"功能分类", "2060701"}}, "296.11");
  const Settled settled(open);
  CHECK(settled.text("支出", {{"功能分类", "2060701"}}) == "296.11");
  CHECK(settled.text("支出", {{"功能分类", "210"}}) == "未知");
  CHECK(settled.text("支出") == "未知");
}

TEST_CASE("an open list whose facts make up the whole region still answers") {
  Book book;
  book.list("支出", {}, false).part({{"资金", "一般公共预算"}}, "10.00").part({{"资金", "政府性基金预算"}}, "2.00");
  const Settled settled(book);
  CHECK(settled.text("支出", {{"资金", "财政拨款"}}) == "12.00");
  CHECK(settled.text("支出") == "未知");
}

TEST_CASE("an empty closed list makes all of its scope zero and nothing else") {
  Book book;
  book.list("支出", {{"资金", "政府性基金预算"}});
  const Settled settled(book);
  CHECK(settled.text("支出", {{"资金", "政府性基金预算"}, {"功能分类", "206"}}) == "0.00");
  CHECK(settled.text("支出", {{"资金", "一般公共预算"}}) == "未知");
  CHECK(settled.text("支出", {{"资金", "政府性基金预算"}, {"版本", "上年决算"}}) == "未知");
}

TEST_CASE("a fact that only overlaps the region can't be split") {
  Book book;
  book.list("支出").part({{"功能分类", "206"}}, "10.00");
  const Settled settled(book);
  CHECK(settled.text("支出", {{"功能分类", "206"}}) == "10.00");
  CHECK(settled.text("支出", {{"功能分类", "20607"}}) == "未知");
  CHECK(settled.text("支出", {{"支出性质", "基本支出"}}) == "未知");
  CHECK(settled.text("支出", {{"功能分类", "210"}, {"支出性质", "基本支出"}}) == "0.00");
}

TEST_CASE("the parts of a zero total are zero") {
  Book book;
  book.stated("支出", {{"资金", "政府性基金预算"}}, "0.00");
  const Settled settled(book);
  CHECK(settled.text("支出", {{"资金", "政府性基金预算"}, {"功能分类", "2060701"}}) == "0.00");
  CHECK(settled.text("支出") == "未知");
}

TEST_CASE("a total stated within the rounding tail is printed as stated, with an information") {
  Book book = by_function();
  book.stated("支出", {{"功能分类", "210"}}, "21.88");
  const Settled settled(book);
  CHECK(settled.text("支出", {{"功能分类", "210"}}) == "21.88");
  CHECK(
      messages(settled.ledger->disagreements()) ==
      "提示[SUM-00] 支出 / 210：填列数 21.88万元，各明细之和（支出 / 一般公共预算） 21.87万元，相差 0.01万元（尾差）\n"
      "  各明细之和\n");
}

TEST_CASE("a total stated beyond the tail is an error, told once") {
  Book book = by_function();
  book.stated("支出", {{"功能分类", "210"}}, "28.17");
  const Settled settled(book);
  CHECK(settled.text("支出", {{"功能分类", "210"}}) == "28.17");
  CHECK(settled.text("支出", {{"功能分类", "21011"}}) == "28.17");
  CHECK(messages(settled.ledger->disagreements()) ==
        "错误[SUM-00] 支出 / 210：填列数 28.17万元，各明细之和（支出 / 一般公共预算） 21.87万元，相差 6.30万元\n"
        "  各明细之和\n"
        "  提示：相邻两位换位（8.1 ↔ 1.8）即可相等，可能是录入颠倒\n");
}

TEST_CASE("regions with the same parts have the same figure") {
  Book book = by_function();
  book.stated("支出", {{"功能分类", "210"}}, "21.88");
  const Settled settled(book);
  CHECK(settled.text("支出", {{"功能分类", "21011"}}) == "21.88");
  CHECK(settled.text("支出", {{"功能分类", "210"}, {"资金", "财政拨款"}}) == "21.88");
  CHECK(settled.text("支出", {{"功能分类", "21011"}, {"支出性质", "基本支出"}}) == "21.88");
  CHECK(settled.text("支出", {{"功能分类", "2101101"}}) == "7.38");
}

TEST_CASE("a list given for one fund answers for all funds where the others have nothing") {
  Book book = by_function();
  book.list("支出", {{"资金", "一般公共预算"}, {"支出性质", "基本支出"}})
      .part({{"资金", "一般公共预算"}, {"支出性质", "基本支出"}, {"经济分类", "30101"}}, "300.00")
      .part({{"资金", "一般公共预算"}, {"支出性质", "基本支出"}, {"经济分类", "30201"}}, "17.98");
  const Settled settled(book);
  CHECK(settled.text("支出", {{"资金", "财政拨款"}, {"支出性质", "基本支出"}, {"经济分类", "301"}}) == "300.00");
  CHECK(settled.text("支出", {{"资金", "财政拨款"}, {"支出性质", "基本支出"}, {"经济分类", "公用经费"}}) == "17.98");
  CHECK(settled.text("支出", {{"资金", "一般公共预算"}, {"经济分类", "301"}}) == "未知");
  CHECK(settled.text("支出", {{"资金", "政府性基金预算"}, {"经济分类", "301"}}) == "0.00");
  CHECK(settled.ledger->disagreements().all().empty());
}

TEST_CASE("two lists of the same spending must agree") {
  Book book = by_function();
  book.list("支出", {{"资金", "一般公共预算"}, {"支出性质", "基本支出"}})
      .part({{"资金", "一般公共预算"}, {"支出性质", "基本支出"}, {"经济分类", "30101"}}, "290.00")
      .part({{"资金", "一般公共预算"}, {"支出性质", "基本支出"}, {"经济分类", "30201"}}, "10.00");
  const Settled settled(book);
  settled.ledger->reconcile();
  CHECK(messages(settled.ledger->disagreements()) ==
        "错误[SUM-00] 支出 / 一般公共预算 / 基本支出：各明细之和（支出 / 一般公共预算） 317.98万元，各明细之和 "
        "300.00万元，相差 17.98万元\n"
        "  各明细之和\n");
  REQUIRE(settled.ledger->all_disagreements().size() == 1);
  CHECK(settled.ledger->all_disagreements()[0].compared.axes == std::vector<std::string>{"功能分类", "经济分类"});
}

TEST_CASE("a subtotal written among its own parts is a stated total, not a part") {
  Book book;
  book.list("支出")
      .part({{"经济分类", "301"}}, exact("90.00"))
      .part({{"经济分类", "30101"}}, exact("60.00"))
      .part({{"经济分类", "30102"}}, exact("30.00"))
      .part({{"经济分类", "302"}}, exact("5.00"));
  const Settled settled(book);
  CHECK(settled.text("支出") == "95.00");
  CHECK(settled.text("支出", {{"经济分类", "人员经费"}}) == "90.00");
  settled.ledger->reconcile();
  CHECK(messages(settled.ledger->disagreements()).empty());
}

TEST_CASE("what no list says for all funds is added up fund by fund") {
  Book book;
  book.list("支出", {{"资金", "一般公共预算"}}).part({{"资金", "一般公共预算"}, {"功能分类", "206"}}, "10.00");
  book.list("支出", {{"资金", "政府性基金预算"}}).part({{"资金", "政府性基金预算"}, {"功能分类", "206"}}, "2.00");
  const Settled settled(book);
  CHECK(settled.text("支出", {{"资金", "财政拨款"}}) == "12.00");
  CHECK(settled.text("支出") == "未知");
}

TEST_CASE("versions are never added up") {
  Book book = by_function();
  book.stated("支出", {{"版本", "上年决算"}}, "877.47");
  const Settled settled(book);
  CHECK(settled.text("支出") == "465.98");
  CHECK(settled.text("支出", {{"版本", "上年决算"}}) == "877.47");
  CHECK(settled.text("支出", {{"版本", "上年决算"}, {"功能分类", "206"}}) == "未知");
}

TEST_CASE("an axis the measure lacks leaves a figure unknown unless it is zero") {
  Book book;
  book.stated("年初结转和结余", {}, "3.00");
  book.stated("年初结转和结余", {{"版本", "上年决算"}}, "0.00");
  const Settled settled(book);
  CHECK(settled.text("年初结转和结余", {{"支出性质", "基本支出"}}) == "未知");
  CHECK(settled.text("年初结转和结余", {{"版本", "上年决算"}, {"支出性质", "基本支出"}}) == "0.00");
}

TEST_CASE("every answer says where it comes from") {
  Book book = by_function();
  book.stated("支出", {{"功能分类", "210"}}, "21.88");
  const Settled settled(book);
  const Journal& journal = *settled.journal;

  const OriginRecord& part = journal.at(settled.ask("支出", {{"功能分类", "2101101"}}).origin);
  CHECK(part.kind == OriginKind::summed);
  CHECK(part.label == "支出 / 2101101");
  REQUIRE(part.operands.size() == 1);
  CHECK(journal.at(part.operands[0]).kind == OriginKind::entered);
  CHECK(journal.at(part.operands[0]).label == "支出 / 一般公共预算 / 2101101 / 基本支出");

  const OriginRecord& stated = journal.at(settled.ask("支出", {{"功能分类", "210"}}).origin);
  CHECK(stated.kind == OriginKind::stated);
  CHECK(stated.operands.size() == 3);

  const OriginRecord& zero = journal.at(settled.ask("支出", {{"资金", "事业"}}).origin);
  CHECK(zero.kind == OriginKind::inferred);
  CHECK(zero.span == book.entered.lists[0].span);
}

TEST_CASE("an amount the reader journalled keeps its line") {
  Book book;
  book.list("支出").part({{"功能分类", "206"}}, "10.00");
  Settled settled{Book()};
  const OriginId line =
      settled.journal->add({OriginKind::entered, book.entered.postings[0].span, "支出[1].金额", printed("10.00"), {}});
  Diagnostics diagnostics;
  const auto ledger = Ledger::settle(accounts(), book.entered, *settled.journal, diagnostics);
  Region region = ledger->everything();
  ledger->fix(region, "", "206");
  CHECK(ledger->ask("支出", region).origin == line);
}

TEST_CASE("members that have a figure occur, in the order of their codes") {
  Book book = by_function();
  book.part({{"功能分类", "20607"}, {"支出性质", "项目支出"}, {"资金", "事业"}}, "0.00");
  const Settled settled(book);
  const Axis& axis = *settled.ledger->find_axis("功能分类");
  const auto keys = [&](const Fixes& fixes, int level) {
    std::string text;
    for (const MemberId id : settled.ledger->occurring("支出", settled.region(fixes), "功能分类", level)) {
      text += axis.at(id).key + " ";
    }
    return text;
  };
  CHECK(keys({}, 1) == "206 210 ");
  CHECK(keys({}, 2) == "20607 21011 ");
  CHECK(keys({}, 3) == "2060701 2060702 2101101 2101103 ");
  CHECK(keys({}, 0) == "2060701 2060702 2101101 2101103 ");
  CHECK(keys({{"支出性质", "项目支出"}}, 3) == "2060702 ");
  CHECK(keys({{"资金", "事业"}}, 1).empty());
}
