#include "value/quantity.h"

#include <doctest/doctest.h>

#include "value/figures.h"

using gongkai::agree_within_tail;
using gongkai::comparable;
using gongkai::compare;
using gongkai::Dimension;
using gongkai::Quantity;
using gongkai::Rational;
using gongkai::figures::count;
using gongkai::figures::percent;
using gongkai::figures::plain;
using gongkai::figures::points;
using gongkai::figures::text;
using gongkai::figures::wan;
using gongkai::figures::yuan;

TEST_CASE("an amount in yuan is exact, one printed in ten thousands is known to half its last place") {
  CHECK(yuan("3417.25").exact());
  CHECK(text(yuan("3417.25")) == "0.341725");
  CHECK_FALSE(wan("0.34").exact());
  CHECK(text(wan("0.34")) == "0.34±0.005");
}

TEST_CASE("exact amounts stay exact") {
  CHECK(text(add(yuan("3417.25"), yuan("0.01"))) == "0.341726");
  CHECK(text(subtract(yuan("1"), yuan("3417.25"))) == "-0.341625");
  CHECK(text(divide(yuan("1"), yuan("3"))) == "33.333333");
  CHECK(divide(yuan("1"), yuan("3")).quantity->exact());
}

TEST_CASE("half widths of printed amounts add up") {
  CHECK(text(add(wan("8.26"), wan("2.81"))) == "11.07±0.01");
  CHECK(text(subtract(wan("8.26"), wan("2.81"))) == "5.45±0.01");
  CHECK(text(wan("8.26").negated()) == "-8.26±0.005");
  CHECK(text(wan("-8.26").absolute()) == "8.26±0.005");
}

TEST_CASE("an exact amount joins printed ones as it would be printed") {
  CHECK(text(add(yuan("3417.25"), wan("0.34"))) == "0.68±0.006725");
  CHECK(text(add(wan("0.34"), yuan("3417.25"))) == "0.68±0.006725");
  CHECK(text(subtract(yuan("3450"), wan("0.34"))) == "0.01±0.01");
  CHECK(text(add(yuan("3400"), wan("0.34"))) == "0.68±0.005");
}

TEST_CASE("a true zero stays exact beside printed amounts") {
  CHECK(text(add(yuan("0"), wan("0.34"))) == "0.34±0.005");
  CHECK(text(add(plain("0"), wan("0.34"))) == "0.34±0.005");
  CHECK(text(divide(yuan("0"), wan("0.34"))) == "0");
}

TEST_CASE("the grid of a sum is the coarsest of its parts") {
  const Quantity fine(Rational(14'569'000), Dimension::money, 1'000);
  CHECK(text(fine) == "14.569±0.0005");
  const auto total = add(fine, wan("0.34"));
  CHECK(text(total) == "14.909±0.0055");
  CHECK(total.quantity->step() == Rational(10'000));
}

TEST_CASE("a figure printed anew is rounded and knows less") {
  CHECK(text(yuan("3417.25").printed_at(10'000).value()) == "0.34±0.005");
  CHECK(text(yuan("3450").printed_at(10'000).value()) == "0.35±0.005");
  CHECK(text(yuan("-3450").printed_at(10'000).value()) == "-0.35±0.005");
  CHECK(text(wan("0.34").printed_at(10'000).value()) == "0.34±0.005");
  CHECK(text(wan("0.34").printed_at(100'000).value()) == "0.3±0.055");
  CHECK(text(add(wan("1.01"), wan("1.01")).quantity->printed_at(10'000).value()) == "2.02±0.01");
}

TEST_CASE("like adds to like only") {
  CHECK(text(add(yuan("1"), count("1"))) == "mismatch");
  CHECK(text(add(yuan("1"), percent("1"))) == "mismatch");
  CHECK(text(add(count("1"), points("1"))) == "mismatch");
  CHECK(text(subtract(points("10"), points("1.5"))) == "8.5");
  CHECK(text(add(percent("80.22"), percent("14.33"))) == "94.55±0.01");
}

TEST_CASE("a plain number joins what has no unit, and zero joins money") {
  CHECK(text(subtract(count("2023"), plain("1"))) == "2022");
  CHECK(subtract(count("2023"), plain("1")).quantity->dimension() == Dimension::count);
  CHECK(text(add(points("90"), plain("10"))) == "100");
  CHECK(text(subtract(plain("1"), divide(yuan("1"), yuan("4")).quantity.value())) == "75");
  CHECK(text(add(yuan("1"), plain("1"))) == "mismatch");
  CHECK(text(add(yuan("1"), plain("0"))) == "0.0001");
}

TEST_CASE("a ratio of printed amounts is bounded by the interval of what they may be") {
  const auto share = divide(wan("25.74"), wan("874.05"));
  CHECK(share.quantity->dimension() == Dimension::ratio);
  CHECK(text(share) == "2.944912±0.000589");
  CHECK(share.quantity->step() == Rational());
}

TEST_CASE("a ratio from print doesn't put an exact one on a grid") {
  const auto share = divide(wan("25.74"), wan("874.05"));
  CHECK(text(subtract(plain("1"), *share.quantity)) == "97.055088±0.000589");
}

TEST_CASE("a share of an exact and a printed amount is worked out from print") {
  CHECK(text(divide(yuan("3417.25"), wan("1.00"))) == "34±0.344221");
}

TEST_CASE("dividing by zero is told apart from dividing by what might be zero") {
  CHECK(text(divide(wan("1.00"), yuan("0"))) == "division by zero");
  CHECK(text(divide(wan("1.00"), wan("0.00"))) == "division by zero");
  CHECK(text(divide(wan("1.00"), yuan("10"))) == "division by zero");
  const auto shaky = divide(wan("1.00"), subtract(wan("1.01"), wan("1.00")).quantity.value());
  REQUIRE(shaky.quantity);
  CHECK(shaky.quantity->number() == Rational(100));
  CHECK(shaky.quantity->half_width() == gongkai::no_bound());
}

TEST_CASE("products carry the width of both factors") {
  CHECK(text(multiply(wan("2.00"), plain("3"))) == "6±0.015");
  CHECK(text(multiply(plain("-3"), wan("2.00"))) == "-6±0.015");
  CHECK(text(multiply(wan("100.00"), percent("50.0"))) == "50±0.052503");
  CHECK(text(multiply(yuan("200"), count("3"))) == "0.06");
  CHECK(text(multiply(points("10"), divide(yuan("1"), yuan("4")).quantity.value())) == "2.5");
  CHECK(text(multiply(yuan("1"), yuan("1"))) == "mismatch");
  CHECK(text(multiply(points("1"), yuan("1"))) == "mismatch");
}

TEST_CASE("a quotient has the dimension that is left") {
  CHECK(divide(count("1"), count("2")).quantity->dimension() == Dimension::ratio);
  CHECK(divide(points("1"), points("2")).quantity->dimension() == Dimension::ratio);
  CHECK(divide(plain("1"), plain("2")).quantity->dimension() == Dimension::plain);
  CHECK(divide(yuan("1"), plain("2")).quantity->dimension() == Dimension::money);
  CHECK(divide(yuan("1"), count("2")).quantity->dimension() == Dimension::money);
  CHECK(divide(points("1"), count("2")).quantity->dimension() == Dimension::points);
  CHECK(divide(plain("90"), points("100")).quantity->dimension() == Dimension::ratio);
  CHECK(text(divide(plain("1"), yuan("2"))) == "mismatch");
  CHECK(text(divide(count("1"), yuan("2"))) == "mismatch");
  CHECK(text(divide(yuan("1"), points("2"))) == "mismatch");
}

TEST_CASE("what doesn't fit is an overflow, not a wrong figure") {
  const Quantity most(Rational(~(Rational::Integer{1} << 127U)), Dimension::money);
  CHECK(text(add(most, yuan("1"))) == "overflow");
  CHECK(text(multiply(most, plain("2"))) == "overflow");
  CHECK(text(divide(most, plain("0.5"))) == "overflow");
  CHECK_FALSE(agree_within_tail(most, most.negated()));
}

TEST_CASE("figures are compared by number where they can be compared") {
  CHECK(compare(yuan("3400"), wan("0.34")) == 0);
  CHECK(compare(yuan("3417.25"), wan("0.34")) > 0);
  CHECK(compare(wan("-1.00"), wan("0.00")) < 0);
  CHECK(comparable(yuan("1"), wan("1.00")));
  CHECK(comparable(yuan("1"), plain("0")));
  CHECK(comparable(points("100"), plain("100")));
  CHECK_FALSE(comparable(yuan("1"), plain("1")));
  CHECK_FALSE(comparable(yuan("1"), points("1")));
}

TEST_CASE("exact figures agree only when they are equal") {
  CHECK(agree_within_tail(yuan("1.00"), yuan("1")));
  CHECK_FALSE(agree_within_tail(yuan("1.00"), yuan("1.01")));
  CHECK_FALSE(agree_within_tail(yuan("1"), count("1")));
}

TEST_CASE("an exact figure agrees with its print") {
  CHECK(agree_within_tail(yuan("3417.25"), wan("0.34")));
  CHECK(agree_within_tail(yuan("3450"), wan("0.34")));
  CHECK_FALSE(agree_within_tail(yuan("3450.01"), wan("0.34")));
}
