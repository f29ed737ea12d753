#pragma once
// The only number-to-text. Nothing else in the program prints a digit of a figure.

#include <cstdint>
#include <string>

#include "value/quantity.h"

namespace gongkai {

enum class MoneyUnit : std::uint8_t { wan_yuan, yuan };  // 万元, 元

/// How a figure is printed; every choice comes from the profile.
struct NumberFormat {
  MoneyUnit unit = MoneyUnit::wan_yuan;
  int digits = 2;
  bool trim = false;       // 12.00 → 12
  bool grouping = false;   // 1,234.50
  bool minus_sign = true;  // U+2212 (−); false: ASCII '-'
};

/// Number without unit: money in format.unit, a ratio times 100 (percent), others as
/// they are. Rounded once, half away from zero. Never "-0.00". A figure too large to
/// print gives "###" (the caller has checked sizes; seen only in killer tests).
[[nodiscard]] std::string number_text(const Quantity& quantity, const NumberFormat& format);

/// The exact value for machines: money in 元 ("8740500.00"), a ratio as a fraction
/// rounded to 6 digits, others plain. ASCII, '.' as point, no grouping.
[[nodiscard]] std::string machine_text(const Quantity& quantity);

/// The exact value for readers, with its unit: "874.05 万元（±0.005）" as it is known,
/// "354469.47 元" when known to the 分, "86.617362%", "12". A true zero has no unit of its own: `zeros_in`.
[[nodiscard]] std::string exact_text(const Quantity& quantity, MoneyUnit zeros_in);

/// 1 → 一, 10 → 十, 11 → 十一, 20 → 二十, 110 → 一百一十; 0 < n < 10000.
[[nodiscard]] std::string chinese_number(int number);

}  // namespace gongkai
