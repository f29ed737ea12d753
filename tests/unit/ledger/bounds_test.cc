// Parts that are not all known, against the whole.

#include "ledger/checked_rules.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

/// Some classes of a total, the rest of which nobody gave.
Book some_classes(const std::string& science) {
  Book book;
  book.stated("支出", {}, "74.44");
  book.list("支出", {}, false).part({{"功能分类", "20607"}}, science).part({{"功能分类", "2101101"}}, "3.43");
  return book;
}

std::string told(const Book& book) {
  const Settled settled(book);
  settled.ledger->reconcile();
  return messages(settled.ledger->disagreements());
}

}  // namespace

TEST_CASE("known classes may leave room for the others") { CHECK(told(some_classes("61.96")).empty()); }

TEST_CASE("known classes that fill the total up to the rounding tail are right") {
  CHECK(told(some_classes("71.02")).empty());
}

TEST_CASE("known classes above the total are told once, with the total") {
  CHECK(told(some_classes("71.12")) ==
        "错误[SUM-00] 所列各项（支出）之和 74.55万元，大于支出 74.44万元，多 0.11万元\n"
        "  合计\n");
}

TEST_CASE("a figure can't be more than what holds it along any one axis") {
  Book book;
  book.stated("支出", {{"功能分类", "206"}}, "60.00");
  book.stated("支出", {{"功能分类", "206"}, {"资金", "一般公共预算"}}, "61.96");
  CHECK(told(book) ==
        "错误[SUM-00] 支出 / 一般公共预算 / 206 61.96万元，大于支出 / 206 60.00万元，多 1.96万元\n"
        "  合计\n");
}

TEST_CASE("what disagrees already is not told a second time") {
  Book book;
  book.list("支出").part({{"功能分类", "206"}}, "60.00");
  book.stated("支出", {{"功能分类", "206"}}, "610.00");
  CHECK(told(book) ==
        "错误[SUM-00] 支出：填列数（支出 / 206） 610.00万元，各明细之和（支出 / 206） 60.00万元，相差 550.00万元\n"
        "  各明细之和\n");
}

TEST_CASE("a measure that may be negative has no bound") {
  Accounts chart = accounts();
  chart.measures.front().nonnegative = false;
  Settled settled(some_classes("710.20"), chart);
  settled.ledger->reconcile();
  CHECK(messages(settled.ledger->disagreements()).empty());
}

TEST_CASE("a rule may claim only what exceeds a whole whose parts are not all known") {
  Rule totals = rule("SUM-01", "功能分类");
  totals.claims = true;
  Rule bounds = rule("XT-10", "部分不大于全部");
  bounds.claims = true;
  bounds.claims_partial = true;
  Checked known(some_classes("71.12"));
  CHECK(known.run({bounds, totals}).starts_with("错误[XT-10] 部分不大于全部：所列各项"));
  Book whole;
  whole.list("支出").part({{"功能分类", "206"}}, "60.00");
  whole.stated("支出", {{"功能分类", "206"}}, "610.00");
  Checked complete(whole);
  CHECK(complete.run({bounds, totals}).starts_with("错误[SUM-01] 功能分类：支出：填列数"));
}
