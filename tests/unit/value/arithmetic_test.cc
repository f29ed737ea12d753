// Rational and Decimal against Python's fractions (arithmetic_table.csv) and against
// their own laws on numbers drawn with a fixed seed.

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "value/decimal.h"
#include "value/rational.h"
#include "value/wide.h"

using gongkai::Decimal;
using gongkai::Magnitude;
using gongkai::Rational;
using gongkai::Wide;
using Integer = Rational::Integer;

namespace {

// Numbers of 39 digits, one more than Decimal takes: the tests read and print their own.
std::string integer_text(Integer number) {
  const bool negative = number < 0;
  std::string text;
  do {
    text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(negative ? -(number % 10) : number % 10)));
    number /= 10;
  } while (number != 0);
  return negative ? "-" + text : text;
}

Integer integer_of(std::string_view text) {
  const bool negative = text.starts_with('-');
  Integer number = 0;
  for (const char digit : text.substr(negative ? 1 : 0)) number = number * 10 + (digit - '0');
  return negative ? -number : number;
}

std::string fraction_text(const std::optional<Rational>& number) {
  return number ? integer_text(number->numerator()) + "/" + integer_text(number->denominator()) : "none";
}

std::string decimal_text(const std::optional<Decimal>& number) { return number ? number->text() : "none"; }

Rational fraction_of(std::string_view text) {
  const std::size_t slash = text.find('/');
  return Rational::ratio(integer_of(text.substr(0, slash)), integer_of(text.substr(slash + 1))).value();
}

std::string comparison_text(const Rational& a, const Rational& b) {
  if (a == b) return a < b || b < a ? "contradiction" : "0";
  if (a < b) return b < a ? "contradiction" : "-1";
  return b < a ? "1" : "contradiction";
}

std::string computed(std::string_view operation, std::string_view first, std::string_view second) {
  if (operation == "parse") return decimal_text(Decimal::parse(first));
  const Rational a = fraction_of(first);
  if (operation == "round") return decimal_text(a.round(static_cast<int>(integer_of(second))));
  if (operation == "truncate") return decimal_text(a.truncate(static_cast<int>(integer_of(second))));
  const Rational b = fraction_of(second);
  if (operation == "add") return fraction_text(Rational::add(a, b));
  if (operation == "subtract") return fraction_text(Rational::subtract(a, b));
  if (operation == "multiply") return fraction_text(Rational::multiply(a, b));
  if (operation == "divide") return fraction_text(Rational::divide(a, b));
  return comparison_text(a, b);
}

std::array<std::string_view, 4> fields_of(std::string_view row) {
  std::array<std::string_view, 4> fields;
  for (std::string_view& field : fields) {
    const std::size_t comma = std::min(row.find(','), row.size());
    field = row.substr(0, comma);
    row.remove_prefix(std::min(comma + 1, row.size()));
  }
  return fields;
}

/// splitmix64: the same numbers on every machine.
class Draw {
 public:
  std::uint64_t word() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  /// Of any size up to `bits`, small ones as likely as large ones.
  Magnitude magnitude(unsigned bits) {
    const Magnitude full = (Magnitude{word()} << 64U) | word();
    return full >> (128U - 1U - static_cast<unsigned>(word() % bits));
  }
  Rational rational(unsigned bits) {
    const auto numerator = static_cast<Integer>(magnitude(bits));
    const auto denominator = static_cast<Integer>(magnitude(bits)) + 1;
    return Rational::ratio(word() % 2 == 0 ? numerator : -numerator, denominator).value();
  }

 private:
  std::uint64_t state_ = 2023;
};

std::string shown(const Rational& a, const Rational& b) { return fraction_text(a) + " and " + fraction_text(b); }

}  // namespace

TEST_CASE("Python's fractions give the same results, and none where none fits") {
  const auto table = gongkai::DiskFiles().read(GONGKAI_HOME "/tests/unit/value/arithmetic_table.csv");
  REQUIRE(table);
  std::string_view rest = *table;
  int rows = 0;
  while (!rest.empty()) {
    const std::string_view row = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(row.size() + 1);
    const auto [operation, first, second, expected] = fields_of(row);
    CHECK_MESSAGE(computed(operation, first, second) == expected, std::string(row));
    ++rows;
  }
  CHECK(rows > 1500);
}

TEST_CASE("subtraction undoes addition and division undoes multiplication") {
  Draw draw;
  for (int i = 0; i < 20'000; ++i) {
    const Rational a = draw.rational(60);
    const Rational b = draw.rational(60);
    const auto total = Rational::add(a, b);
    if (total) CHECK_MESSAGE(Rational::subtract(*total, b) == a, shown(a, b));
    const auto product = Rational::multiply(a, b);
    if (product && b.sign() != 0) CHECK_MESSAGE(Rational::divide(*product, b) == a, shown(a, b));
  }
}

TEST_CASE("the order is that of the differences") {
  Draw draw;
  for (int i = 0; i < 20'000; ++i) {
    const Rational a = draw.rational(62);
    const Rational b = i % 3 == 0 ? Rational::add(a, draw.rational(20)).value_or(a) : draw.rational(62);
    const auto apart = Rational::subtract(a, b);
    if (!apart) continue;
    CHECK_MESSAGE((a < b) == (apart->sign() < 0), shown(a, b));
    CHECK_MESSAGE((a == b) == (apart->sign() == 0), shown(a, b));
  }
}

TEST_CASE("rounding moves a number by at most half of the last place, and a tie away from zero") {
  Draw draw;
  for (int i = 0; i < 20'000; ++i) {
    const Rational number = draw.rational(58);
    const int digits = static_cast<int>(draw.word() % 10);
    const auto rounded = number.round(digits);
    REQUIRE(rounded);
    const Rational half = Rational::of(Decimal(5, digits + 1));
    const auto moved = Rational::subtract(Rational::of(*rounded), number);
    REQUIRE(moved);
    CHECK_MESSAGE(!(half < moved->absolute()), fraction_text(number));
    if (moved->absolute() == half) CHECK_MESSAGE(moved->sign() == number.sign(), fraction_text(number));
  }
}

TEST_CASE("truncating goes towards zero by less than the last place") {
  Draw draw;
  for (int i = 0; i < 20'000; ++i) {
    const Rational number = draw.rational(58);
    const int digits = static_cast<int>(draw.word() % 10);
    const Rational cut = Rational::of(number.truncate(digits).value());
    const Rational lost = Rational::subtract(number.absolute(), cut.absolute()).value();
    CHECK_MESSAGE(lost.sign() >= 0, fraction_text(number));
    CHECK_MESSAGE(lost < Rational::of(Decimal(1, digits)), fraction_text(number));
  }
}

TEST_CASE("a decimal that was written reads back as the same number with the same places") {
  Draw draw;
  for (int i = 0; i < 20'000; ++i) {
    const auto size = static_cast<Integer>(draw.magnitude(98));  // below 10^30
    const int scale = static_cast<int>(draw.word() % 19);
    const Decimal decimal(draw.word() % 2 == 0 ? size : -size, scale);
    const auto again = Decimal::parse(decimal.text());
    REQUIRE_MESSAGE(again.has_value(), decimal.text());
    CHECK(again->text() == decimal.text());
    CHECK(*again == decimal);
  }
}

TEST_CASE("dividing a wide product by one factor gives the other") {
  Draw draw;
  for (int i = 0; i < 20'000; ++i) {
    const Magnitude a = draw.magnitude(127) + 1;
    const Magnitude b = draw.magnitude(127) >> 1U;
    const Magnitude rest = draw.magnitude(127) % a;
    const Wide total = gongkai::sum(gongkai::product(a, b), {0, rest});
    const auto division = gongkai::divide(total, a);
    CHECK((division.quotient == Wide{0, b}));
    CHECK((division.remainder == rest));
    CHECK((gongkai::difference(total, {0, rest}) == gongkai::product(b, a)));
  }
}
