#pragma once
// A decimal number as it is written: digits and how many of them stand after the point.
// 12.30 keeps its zero. There is no constructor from double and no conversion to it.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "value/int128.h"

namespace gongkai {

class Decimal {
 public:
  using Coefficient = Int128;
  static constexpr int max_digits = 30;  // significant digits accepted from a text
  static constexpr int max_scale = 18;

  Decimal() = default;
  /// value = coefficient · 10^-scale; 0 ≤ scale ≤ max_scale.
  Decimal(Coefficient coefficient, int scale) : coefficient_(coefficient), scale_(scale) {}

  /// [-+]?digits[.digits]; nothing else (no exponent, no separators, no blanks, no
  /// full-width digits). nullopt for anything else or beyond max_digits/max_scale.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);

  [[nodiscard]] Coefficient coefficient() const { return coefficient_; }
  [[nodiscard]] int scale() const { return scale_; }
  [[nodiscard]] bool is_negative() const { return coefficient_ < 0; }
  [[nodiscard]] bool is_zero() const { return coefficient_ == 0; }

  /// "-0.50"; always a digit before the point; never "-0.00".
  [[nodiscard]] std::string text() const;

  /// Same number (12.3 equals 12.30).
  friend bool operator==(const Decimal& a, const Decimal& b);

 private:
  Coefficient coefficient_ = 0;
  int scale_ = 0;
};

}  // namespace gongkai
