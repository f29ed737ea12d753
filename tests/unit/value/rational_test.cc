#include "value/rational.h"

#include <doctest/doctest.h>

using gongkai::Decimal;
using gongkai::Rational;

namespace {

const Rational::Integer largest = ~(Rational::Integer{1} << 127U);

Rational of(std::string_view text) { return Rational::of(Decimal::parse(text).value()); }

std::string rounded(std::string_view text, int digits) { return of(text).round(digits).value().text(); }

Rational ratio(int a, int b) { return Rational::ratio(a, b).value(); }

}  // namespace

TEST_CASE("a fraction is reduced and its denominator positive") {
  CHECK(ratio(6, -4) == ratio(-3, 2));
  CHECK(static_cast<int>(ratio(6, -4).numerator()) == -3);
  CHECK(static_cast<int>(ratio(6, -4).denominator()) == 2);
  CHECK(ratio(0, -7) == Rational());
  CHECK(of("12.30") == ratio(123, 10));
  CHECK(ratio(8, 4).is_integer());
  CHECK_FALSE(ratio(8, 3).is_integer());
}

TEST_CASE("nothing is divided by zero") {
  CHECK_FALSE(Rational::ratio(1, 0));
  CHECK_FALSE(Rational::divide(1, 0));
  CHECK_FALSE(Rational::divide(0, 0));
}

TEST_CASE("half is rounded away from zero") {
  CHECK(rounded("0.125", 2) == "0.13");
  CHECK(rounded("-0.125", 2) == "-0.13");
  CHECK(rounded("0.135", 2) == "0.14");
  CHECK(rounded("0.1249999", 2) == "0.12");
  CHECK(rounded("2.5", 0) == "3");
  CHECK(rounded("-2.5", 0) == "-3");
}

TEST_CASE("rounding keeps the places and never leaves a minus on zero") {
  CHECK(rounded("12", 2) == "12.00");
  CHECK(rounded("-0.004", 2) == "0.00");
  CHECK(rounded("-0.005", 2) == "-0.01");
  CHECK(rounded("99.995", 2) == "100.00");
}

TEST_CASE("a third is rounded once, from the exact value") {
  CHECK(ratio(1, 3).round(4).value().text() == "0.3333");
  CHECK(ratio(2, 3).round(4).value().text() == "0.6667");
  CHECK(ratio(2, 3).truncate(4).value().text() == "0.6666");
  CHECK(ratio(-2, 3).truncate(4).value().text() == "-0.6666");
}

TEST_CASE("places are between none and eighteen") {
  CHECK_FALSE(ratio(1, 3).round(-1));
  CHECK_FALSE(ratio(1, 3).round(19));
  CHECK_FALSE(ratio(1, 3).truncate(19));
  CHECK(ratio(1, 3).round(18).value().text() == "0.333333333333333333");
}

TEST_CASE("what doesn't fit into 128 bits is no result") {
  const Rational most(largest);
  CHECK_FALSE(Rational::add(most, 1));
  CHECK_FALSE(Rational::subtract(most.negated(), 1));
  CHECK_FALSE(Rational::multiply(most, 2));
  CHECK_FALSE(Rational::divide(most, ratio(1, 2)));
  CHECK_FALSE(most.round(1));
  CHECK_FALSE(Rational::ratio(-largest - 1, 1));
  CHECK(Rational::ratio(-largest - 1, 2));
  CHECK(Rational::subtract(most, most) == Rational());
  CHECK(most.round(0));
}

TEST_CASE("a sum that fits is found even where its parts on the way don't fit") {
  const Rational part = Rational::ratio(largest, 3).value();
  const Rational other = Rational::ratio(-largest + 3, 3).value();
  CHECK(Rational::add(part, other) == Rational(1));
}

TEST_CASE("comparison is exact where products need 254 bits") {
  const Rational a = Rational::ratio(largest, largest - 1).value();
  const Rational b = Rational::ratio(largest - 1, largest - 2).value();
  CHECK(a < b);
  CHECK_FALSE(b < a);
  CHECK(b.negated() < a.negated());
  CHECK(a.negated() < b);
  CHECK_FALSE(a < a);
}
