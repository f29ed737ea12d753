#include "value/decimal.h"

#include <doctest/doctest.h>

using gongkai::Decimal;

namespace {

std::string read(std::string_view text) {
  const auto decimal = Decimal::parse(text);
  return decimal ? decimal->text() : "none";
}

}  // namespace

TEST_CASE("a decimal keeps the zeros it was written with") {
  CHECK(read("12.30") == "12.30");
  CHECK(read("0.00") == "0.00");
  CHECK(read("874.05") == "874.05");
  CHECK(read("300") == "300");
}

TEST_CASE("a sign may stand in front; zero has none") {
  CHECK(read("-0.5") == "-0.5");
  CHECK(read("+0.5") == "0.5");
  CHECK(read("-0") == "0");
  CHECK(read("-0.00") == "0.00");
}

TEST_CASE("zeros in front say nothing") {
  CHECK(read("007") == "7");
  CHECK(read("000000000000000000000000000000000000001.5") == "1.5");
}

TEST_CASE("only digits and one point are a number") {
  for (const std::string_view text :
       {"",     "-",    "+",  ".",     ".5",  "5.",  "1,234.50", "1 234", " 1",   "1 ",   "1e3",
        "0x10", "１２", "−1", "1.2.3", "--1", "+-1", "1.-2",     "NaN",   "12万", "1_000"}) {
    CHECK_MESSAGE(read(text) == "none", std::string(text));
  }
}

TEST_CASE("thirty significant digits and eighteen places are the most") {
  CHECK(read("123456789012345678901234567890") == "123456789012345678901234567890");
  CHECK(read("1234567890123456789012345678901") == "none");
  CHECK(read("999999999999.999999999999999999") == "999999999999.999999999999999999");
  CHECK(read("0.000000000000000001") == "0.000000000000000001");
  CHECK(read("0.0000000000000000001") == "none");
}

TEST_CASE("numbers are equal whatever their places") {
  CHECK(Decimal(123, 1) == Decimal(1230, 2));
  CHECK(Decimal(1230, 2) == Decimal(123, 1));
  CHECK(Decimal(0, 0) == Decimal(0, 18));
  CHECK_FALSE(Decimal(123, 1) == Decimal(1231, 2));
  CHECK_FALSE(Decimal(123, 1) == Decimal(123, 2));
  CHECK_FALSE(Decimal(-123, 1) == Decimal(123, 1));
}

TEST_CASE("the comparison of very long numbers doesn't overflow") {
  const Decimal::Coefficient largest = ~(Decimal::Coefficient{1} << 127U);
  CHECK_FALSE(Decimal(largest, 0) == Decimal(largest, 18));
  CHECK(Decimal(largest, 0).text() == "170141183460469231731687303715884105727");
  CHECK(Decimal(-largest - 1, 2).text() == "-1701411834604692317316873037158841057.28");
}
