#include "value/decimal.h"

#include <algorithm>
#include <array>

#include "value/wide.h"

namespace gongkai {

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// Digits of a magnitude, at least `least` of them (zeros in front).
std::string digits_of(Magnitude magnitude, std::size_t least) {
  std::array<char, 40> buffer{};
  std::size_t begin = buffer.size();
  while (magnitude != 0 || buffer.size() - begin < least) {
    buffer[--begin] = static_cast<char>('0' + static_cast<int>(magnitude % 10));
    magnitude /= 10;
  }
  return {buffer.data() + begin, buffer.size() - begin};
}

/// Reads `digits` behind `number`; false when more than max_digits are significant.
bool read_digits(std::string_view digits, Decimal::Coefficient& number, int& significant) {
  for (const char digit : digits) {
    if (number != 0 || digit != '0') ++significant;
    if (significant > Decimal::max_digits) return false;
    number = number * 10 + (digit - '0');
  }
  return true;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (!all_digits(whole)) return std::nullopt;
  if (point != std::string_view::npos && !all_digits(fraction)) return std::nullopt;
  if (fraction.size() > static_cast<std::size_t>(max_scale)) return std::nullopt;
  Coefficient number = 0;
  int significant = 0;
  if (!read_digits(whole, number, significant) || !read_digits(fraction, number, significant)) return std::nullopt;
  return Decimal(negative ? -number : number, static_cast<int>(fraction.size()));
}

std::string Decimal::text() const {
  const auto bits = static_cast<Magnitude>(coefficient_);
  const auto scale = static_cast<std::size_t>(scale_);
  std::string text = digits_of(is_negative() ? Magnitude{0} - bits : bits, scale + 1);
  if (scale != 0) text.insert(text.size() - scale, 1, '.');
  if (is_negative()) text.insert(0, 1, '-');
  return text;
}

bool operator==(const Decimal& a, const Decimal& b) {
  if (a.scale_ < b.scale_) return b == a;
  // Dividing the longer one cannot overflow, multiplying the shorter one could.
  Decimal::Coefficient reduced = a.coefficient_;
  for (int scale = a.scale_; scale > b.scale_; --scale) {
    if (reduced % 10 != 0) return false;
    reduced /= 10;
  }
  return reduced == b.coefficient_;
}

}  // namespace gongkai
