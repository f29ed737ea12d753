#pragma once
// Magnitudes of up to 256 bits: the products that stand between two 128-bit numbers and
// their reduced result. Inner part of the room: Decimal and Rational use it.

#include "value/int128.h"

namespace gongkai {

using Magnitude = UInt128;

struct Wide {
  Magnitude high = 0;
  Magnitude low = 0;
  friend bool operator==(const Wide&, const Wide&) = default;
  friend bool operator<(const Wide& a, const Wide& b) { return a.high != b.high ? a.high < b.high : a.low < b.low; }
};

struct WideDivision {
  Wide quotient;
  Magnitude remainder = 0;
};

[[nodiscard]] Wide product(Magnitude a, Magnitude b);
[[nodiscard]] Wide sum(const Wide& a, const Wide& b);                        // must fit into 256 bits
[[nodiscard]] Wide difference(const Wide& a, const Wide& b);                 // a ≥ b
[[nodiscard]] WideDivision divide(const Wide& dividend, Magnitude divisor);  // 0 < divisor < 2^127

}  // namespace gongkai
