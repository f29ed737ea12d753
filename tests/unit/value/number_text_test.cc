#include "value/number_text.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "value/figures.h"

using gongkai::chinese_number;
using gongkai::Dimension;
using gongkai::exact_text;
using gongkai::machine_text;
using gongkai::MoneyUnit;
using gongkai::number_text;
using gongkai::Quantity;
using gongkai::Rational;
using gongkai::figures::count;
using gongkai::figures::plain;
using gongkai::figures::points;
using gongkai::figures::yuan;

namespace {

Quantity ratio(int a, int b) { return {Rational::ratio(a, b).value(), Dimension::ratio}; }

std::string in_wan(std::string_view amount) { return number_text(yuan(amount), {}); }
std::string trimmed(std::string_view amount) { return number_text(yuan(amount), {.trim = true}); }

}  // namespace

TEST_CASE("money is printed in ten thousands or in yuan") {
  CHECK(in_wan("8740500") == "874.05");
  CHECK(number_text(yuan("8740500"), {.unit = MoneyUnit::yuan}) == "8740500.00");
  CHECK(number_text(yuan("3417.25"), {.digits = 6}) == "0.341725");
  CHECK(number_text(yuan("3417.25"), {.digits = 0}) == "0");
}

TEST_CASE("printing rounds once, half away from zero") {
  CHECK(in_wan("3450") == "0.35");
  CHECK(in_wan("3449.99") == "0.34");
  CHECK(in_wan("-3450") == "−0.35");
  CHECK(in_wan("714") == "0.07");
}

TEST_CASE("trailing zeros go only when the profile says so, and never before the point") {
  CHECK(in_wan("120000") == "12.00");
  CHECK(trimmed("120000") == "12");
  CHECK(trimmed("28000") == "2.8");
  CHECK(trimmed("1000000") == "100");
  CHECK(trimmed("0") == "0");
  CHECK(number_text(yuan("1000000"), {.digits = 0, .trim = true}) == "100");
}

TEST_CASE("nothing is ever minus zero") {
  CHECK(in_wan("-49.99") == "0.00");
  CHECK(trimmed("-0.01") == "0");
  CHECK(number_text(ratio(-1, 100'000), {}) == "0.00");
  CHECK(in_wan("-50") == "−0.01");
}

TEST_CASE("the minus sign is the typographic one unless asked otherwise") {
  CHECK(number_text(yuan("-2046100"), {}) == "−204.61");
  CHECK(number_text(yuan("-2046100"), {.minus_sign = false}) == "-204.61");
}

TEST_CASE("thousands are grouped before the point only") {
  const auto grouped = [](std::string_view amount) {
    return number_text(yuan(amount), {.digits = 4, .grouping = true});
  };
  CHECK(grouped("29400500") == "2,940.0500");
  CHECK(grouped("9990000") == "999.0000");
  CHECK(grouped("-9990000") == "−999.0000");
  CHECK(grouped("-12345678901234") == "−1,234,567,890.1234");
  CHECK(number_text(count("1234567"), {.digits = 0, .grouping = true}) == "1,234,567");
}

TEST_CASE("a ratio is printed as percent without its sign") {
  CHECK(number_text(ratio(2574, 87'405), {}) == "2.94");
  CHECK(number_text(ratio(1, 2), {.trim = true}) == "50");
  CHECK(number_text(ratio(1, 3), {.digits = 0}) == "33");
}

TEST_CASE("counts, points and plain numbers are printed as they are") {
  CHECK(number_text(count("12"), {.digits = 0}) == "12");
  CHECK(number_text(points("9.5"), {.trim = true}) == "9.5");
  CHECK(number_text(plain("2023"), {.digits = 0}) == "2023");
}

TEST_CASE("a figure too large to print is marked, not cut") {
  const Rational largest(~(Rational::Integer{1} << 127U));
  CHECK(number_text({largest, Dimension::plain}, {}) == "###");
  CHECK(number_text({largest, Dimension::ratio}, {}) == "###");
  CHECK(number_text({largest, Dimension::money}, {}) == "170141183460469231731687303715884.11");
  CHECK(machine_text({largest, Dimension::plain}) == "###");
  CHECK(number_text(yuan("1"), {.digits = 99}) == "###");
}

TEST_CASE("machines get money in yuan to the cent, a ratio as a fraction, others plain") {
  CHECK(machine_text(yuan("8740500")) == "8740500.00");
  CHECK(machine_text(yuan("-3417.25")) == "-3417.25");
  CHECK(machine_text(yuan("0")) == "0.00");
  CHECK(machine_text(ratio(39, 10'000)) == "0.0039");
  CHECK(machine_text(ratio(1, 3)) == "0.333333");
  CHECK(machine_text(ratio(-1, 2)) == "-0.5");
  CHECK(machine_text(count("12")) == "12");
  CHECK(machine_text(points("9.50")) == "9.5");
}

TEST_CASE("an average between two cents shows more places to machines") {
  const auto average = divide(yuan("100"), count("3")).quantity.value();
  CHECK(machine_text(average) == "33.333333");
  CHECK(machine_text(divide(yuan("0.01"), count("2")).quantity.value()) == "0.005");
}

TEST_CASE("Chinese numbers count as headings do") {
  CHECK(chinese_number(1) == "一");
  CHECK(chinese_number(9) == "九");
  CHECK(chinese_number(10) == "十");
  CHECK(chinese_number(11) == "十一");
  CHECK(chinese_number(20) == "二十");
  CHECK(chinese_number(21) == "二十一");
  CHECK(chinese_number(100) == "一百");
  CHECK(chinese_number(101) == "一百零一");
  CHECK(chinese_number(110) == "一百一十");
  CHECK(chinese_number(111) == "一百一十一");
  CHECK(chinese_number(1001) == "一千零一");
  CHECK(chinese_number(1010) == "一千零一十");
  CHECK(chinese_number(1100) == "一千一百");
  CHECK(chinese_number(2023) == "二千零二十三");
  CHECK(chinese_number(9999) == "九千九百九十九");
}

TEST_CASE("no two numbers have the same Chinese name") {
  std::set<std::string> names;
  for (int number = 1; number < 10'000; ++number) names.insert(chinese_number(number));
  CHECK(names.size() == 9'999);
}

TEST_CASE("numbers beyond the Chinese ones are written in digits") {
  CHECK(chinese_number(0) == "0");
  CHECK(chinese_number(10'000) == "10000");
}

TEST_CASE("an exact value is told in 元 when known to the 分, else as closely as it is known") {
  CHECK(exact_text(yuan("354469.47"), MoneyUnit::wan_yuan) == "354469.47 元");
  CHECK(exact_text(yuan("0"), MoneyUnit::yuan) == "0 元");
  CHECK(exact_text(yuan("0"), MoneyUnit::wan_yuan) == "0 万元");
  CHECK(exact_text(gongkai::figures::wan("874.05"), MoneyUnit::wan_yuan) == "874.05 万元（±0.005）");
  CHECK(exact_text(gongkai::figures::percent("86.62"), MoneyUnit::wan_yuan) == "86.62%（±0.005）");
  CHECK(exact_text(gongkai::figures::count("12"), MoneyUnit::wan_yuan) == "12");
  CHECK(exact_text(gongkai::figures::points("97.5"), MoneyUnit::wan_yuan) == "97.5 分");
}
