// The arithmetic among the test vectors of the consistency rules (XR: sums within the
// rounding tail; XP: percentages by interval; YY-02, PF-04: rates), all from published reports.

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "value/figures.h"

using gongkai::agree_within_tail;
using gongkai::Quantity;
using gongkai::figures::count;
using gongkai::figures::percent;
using gongkai::figures::plain;
using gongkai::figures::points;
using gongkai::figures::text;
using gongkai::figures::wan;
using gongkai::figures::yuan;

namespace {

Quantity sum_of(const std::vector<std::string_view>& amounts) {
  Quantity total = plain("0");
  for (const std::string_view amount : amounts) total = add(total, wan(amount)).quantity.value();
  return total;
}

/// "尾差 -0.01" within the tail, "不符 0.16" outside it, "相等".
std::string judged(const std::vector<std::string_view>& parts, std::string_view stated) {
  const Quantity total = sum_of(parts);
  const Quantity apart = subtract(wan(stated), total).quantity.value();
  if (apart.is_zero()) return "相等";
  const std::string difference = number_text(apart, {.trim = true, .minus_sign = false});
  return (agree_within_tail(wan(stated), total) ? "尾差 " : "不符 ") + difference;
}

bool share_may_print_as(const Quantity& part, const Quantity& whole, std::string_view printed) {
  return agree_within_tail(divide(part, whole).quantity.value(), percent(printed));
}

/// Size of the change over last year's figure.
Quantity rate(std::string_view last, std::string_view now) {
  const Quantity change = subtract(wan(now), wan(last)).quantity.value();
  return divide(change.absolute(), wan(last)).quantity.value();
}

bool rate_may_print_as(std::string_view last, std::string_view now, std::string_view printed) {
  return agree_within_tail(rate(last, now), percent(printed));
}

std::string printed(const Quantity& figure, int digits = 2) {
  return number_text(figure, {.digits = digits, .trim = true});
}

}  // namespace

TEST_CASE("XR: totals of published reports that miss their parts by the rounding tail") {
  CHECK(judged({"8.26", "2.81", "9.36", "3.07"}, "23.49") == "尾差 -0.01");
  CHECK(judged({"472.34", "281.37"}, "753.70") == "尾差 -0.01");
  CHECK(judged({"84.65", "160.75", "80.38", "0.94"}, "326.71") == "尾差 -0.01");
  CHECK(judged({"76.75", "13.08"}, "89.82") == "尾差 -0.01");
  CHECK(judged({"181.76", "57.06", "23.17"}, "262.00") == "尾差 0.01");
  CHECK(judged({"7.38", "2.74", "8.77", "2.98"}, "21.88") == "尾差 0.01");
  CHECK(judged({"86.50", "6.23", "22.87", "31.82", "191.41", "79.00"}, "417.82") == "尾差 -0.01");
}

TEST_CASE("XR: totals beyond the tail are wrong") {
  CHECK(judged({"127.05", "5.40"}, "132.61") == "不符 0.16");
  CHECK(judged({"89.82", "42.73"}, "132.61") == "不符 0.06");
  CHECK(judged({"89.82", "43.27"}, "133.09") == "相等");
}

TEST_CASE("XR: the bound is half a place for each figure, the total included") {
  CHECK(text(sum_of({"8.26", "2.81", "9.36", "3.07"})) == "23.5±0.02");
  CHECK(judged({"1.00", "1.00"}, "2.01") == "尾差 0.01");
  CHECK(judged({"1.00", "1.00"}, "2.02") == "不符 0.02");
  CHECK(judged({"1.00", "1.00", "1.00"}, "3.02") == "尾差 0.02");
  CHECK(judged({"1.00"}, "1.01") == "尾差 0.01");
  CHECK(judged({"1.00"}, "1.02") == "不符 0.02");
}

TEST_CASE("XR: two figures of one report are told apart to the last place when exact") {
  const Quantity total = add(yuan("2058.27"), yuan("500.00")).quantity.value();
  CHECK(agree_within_tail(total, yuan("2558.27")));
  CHECK_FALSE(agree_within_tail(total, yuan("2558.28")));
}

TEST_CASE("BAL-04: the carry-over of the year before is no income of this year") {
  CHECK(judged({"58.27", "0.50"}, "58.77") == "相等");
  CHECK(judged({"58.27", "0.50"}, "74.44") == "不符 15.67");
}

TEST_CASE("NT-02: the item left out of a list shows in the sum") {
  CHECK(judged({"848.30", "25.74"}, "874.05") == "尾差 0.01");
  CHECK(judged({"848.30"}, "874.05") == "不符 25.75");
}

TEST_CASE("XP: a printed share must be the rounding of a possible one") {
  CHECK(share_may_print_as(wan("25.74"), wan("874.05"), "2.95"));
  CHECK(share_may_print_as(wan("25.74"), wan("874.05"), "2.94"));
  CHECK_FALSE(share_may_print_as(wan("468.99"), wan("874.05"), "53.65"));
  CHECK(share_may_print_as(wan("468.99"), wan("874.05"), "53.66"));
  CHECK(share_may_print_as(wan("0.19"), wan("7.60"), "2.44"));
  CHECK(share_may_print_as(wan("7.41"), wan("7.60"), "97.55"));
  CHECK_FALSE(share_may_print_as(wan("0.50"), wan("74.44"), "0.6"));
  CHECK(share_may_print_as(wan("0.50"), wan("74.44"), "0.7"));
}

TEST_CASE("XP: of exact operands only the right percentage is possible") {
  CHECK_FALSE(share_may_print_as(yuan("156688.3"), yuan("344702"), "45.45"));
  CHECK(share_may_print_as(yuan("156688.3"), yuan("344702"), "45.46"));
  CHECK_FALSE(share_may_print_as(count("204"), count("243"), "89"));
  CHECK(share_may_print_as(count("204"), count("243"), "83.95"));
  CHECK(printed(divide(count("204"), count("230")).quantity.value(), 0) == "89");
}

TEST_CASE("PC-02: shares of mixed digits don't add up to the whole") {
  const Quantity first = add(percent("78"), percent("0.6")).quantity.value();
  CHECK(printed(add(first, percent("21")).quantity.value()) == "99.6");
}

TEST_CASE("YY-02: rates of change are worked out on last year's figure") {
  CHECK(printed(rate("877.47", "874.05")) == "0.39");
  CHECK_FALSE(rate_may_print_as("877.47", "874.05", "4"));
  CHECK(printed(rate("56.79", "7.60")) == "86.62");
  CHECK_FALSE(rate_may_print_as("56.79", "7.60", "647.24"));
  CHECK(rate_may_print_as("56.64", "7.41", "86.92"));
  CHECK(rate_may_print_as("0.15", "0.19", "27"));
  CHECK(printed(rate("0.15", "0.19")) == "26.67");
  CHECK(rate_may_print_as("5.74", "5.15", "10"));
  CHECK(printed(rate("49.33", "51.17")) == "3.73");
  CHECK_FALSE(rate_may_print_as("49.33", "51.17", "37.3"));
  CHECK(printed(rate("51.30", "57.33")) == "11.75");
  CHECK_FALSE(rate_may_print_as("51.30", "57.33", "10.5"));
}

TEST_CASE("CB-02: the completion of the budget depends on its base") {
  CHECK(printed(divide(wan("874.05"), wan("614.51")).quantity.value()) == "142.24");
  CHECK(share_may_print_as(wan("874.05"), wan("614.51"), "142.24"));
  CHECK_FALSE(share_may_print_as(wan("874.05"), wan("614.51"), "100"));
}

TEST_CASE("PF-04: an execution rate below the whole doesn't print as 100%") {
  CHECK(printed(divide(wan("132.61"), wan("133.09")).quantity.value()) == "99.64");
  CHECK(printed(divide(wan("42.73"), wan("43.27")).quantity.value()) == "98.75");
  CHECK(printed(divide(wan("44.29"), wan("44.84")).quantity.value()) == "98.77");
  CHECK(printed(divide(wan("74.44"), wan("72.87")).quantity.value()) == "102.15");
  CHECK_FALSE(share_may_print_as(wan("132.61"), wan("133.09"), "100.00"));
  CHECK_FALSE(share_may_print_as(wan("44.29"), wan("44.84"), "100"));
}

TEST_CASE("PF-03: scores add up exactly") {
  Quantity total = plain("0");
  for (const std::string_view score : {"10", "20", "10", "10", "10", "9", "10", "10"}) {
    total = add(total, points(score)).quantity.value();
  }
  CHECK(compare(total, points("89")) == 0);
  CHECK_FALSE(agree_within_tail(total, points("99")));
}

TEST_CASE("NT-04: amounts told in words must be the sum of their parts") {
  CHECK(judged({"9270.8", "150", "41790"}, "51210.8") == "相等");
  CHECK(judged({"9270.8", "150", "41790"}, "23200") == "不符 -28010.8");
  Quantity prizes = count("0");
  for (const std::string_view prize : {"98", "85", "76", "452"}) prizes = add(prizes, count(prize)).quantity.value();
  CHECK(compare(prizes, count("711")) == 0);
}
