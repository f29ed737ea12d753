#include "load/schema_date.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "load/schema_number.h"

namespace gongkai {

namespace {

constexpr int first_year = 1949;
constexpr int last_year = 2099;

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

int number_of(std::string_view digits) {
  int number = 0;
  for (const char digit : digits.substr(0, 8)) number = 10 * number + (digit - '0');
  return number;
}

/// The runs of digits in a text: 2024年9月20日 → 2024, 9, 20; 20240920 → the same.
std::vector<std::string> digit_runs(const std::string& text) {
  std::vector<std::string> runs;
  bool inside = false;
  for (const char letter : half_width_text(text)) {
    if (is_digit(letter)) {
      if (!inside) runs.emplace_back();
      runs.back().push_back(letter);
    }
    inside = is_digit(letter);
  }
  if (runs.size() == 1 && runs[0].size() == 8) return {runs[0].substr(0, 4), runs[0].substr(4, 2), runs[0].substr(6)};
  return runs;
}

bool exists(const Day& day) {
  constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (day.year < first_year || day.year > last_year || day.month < 1 || day.month > 12) return false;
  const bool leap = (day.year % 4 == 0 && day.year % 100 != 0) || day.year % 400 == 0;
  const int length = lengths[static_cast<std::size_t>(day.month - 1)] + (day.month == 2 && leap ? 1 : 0);
  return day.day >= 1 && day.day <= length;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string standard_text(const Day& day) {
  return std::to_string(day.year) + "-" + two_digits(day.month) + "-" + two_digits(day.day);
}

std::optional<Day> day_in(const std::string& text) {
  const std::vector<std::string> runs = digit_runs(text);
  if (runs.size() != 3) return std::nullopt;
  return Day{number_of(runs[0]), number_of(runs[1]), number_of(runs[2])};
}

}  // namespace

Value read_year(const std::string& field, const std::string& text, Span span, Diagnostics& diagnostics) {
  const std::vector<std::string> runs = digit_runs(text);
  const int year = runs.size() == 1 && runs[0].size() == 4 ? number_of(runs[0]) : 0;
  const bool possible = year >= first_year && year <= last_year;
  if (possible && text == runs[0]) return Value(Quantity(Rational(year), Dimension::plain), span);
  diagnostics.error("DATA-16", "“" + field + "”应为四位数字的年份：" + shown_text(text), span,
                    possible ? "写 " + runs[0] : "如 2023");
  return Value(Absent{}, span);
}

Value read_date(const std::string& field, const std::string& text, Span span, Diagnostics& diagnostics) {
  const std::optional<Day> day = day_in(text);
  const bool real = day && exists(*day);
  if (real && standard_text(*day) == text) return Value::text(text, span);
  const bool right_shape = day && standard_text(*day) == text;
  const std::string message = right_shape ? "”没有这一天：" : "”应写作 年-月-日：";
  diagnostics.error("DATA-17", "“" + field + message + shown_text(text), span,
                    real ? "写 " + standard_text(*day) : "如 2024-09-20");
  return Value(Absent{}, span);
}

}  // namespace gongkai
