#include "value/wide.h"

#include <cstdint>

namespace gongkai {
namespace {

/// Nearly all figures are words, for which the machine has instructions.
bool is_word(Magnitude number) { return number >> 64U == 0; }

}  // namespace

Wide product(Magnitude a, Magnitude b) {
  if (is_word(a | b)) return {0, a * b};
  constexpr Magnitude half_mask = ~std::uint64_t{0};
  const Magnitude a_low = a & half_mask;
  const Magnitude a_high = a >> 64U;
  const Magnitude b_low = b & half_mask;
  const Magnitude b_high = b >> 64U;
  const Magnitude low = a_low * b_low;
  const Magnitude first = a_high * b_low + (low >> 64U);  // ≤ (2^64−1)² + 2^64−1: fits
  const Magnitude second = a_low * b_high + (first & half_mask);
  return {a_high * b_high + (first >> 64U) + (second >> 64U), (second << 64U) | (low & half_mask)};
}

Wide sum(const Wide& a, const Wide& b) {
  const Magnitude low = a.low + b.low;
  return {a.high + b.high + (low < a.low ? 1U : 0U), low};
}

Wide difference(const Wide& a, const Wide& b) { return {a.high - b.high - (a.low < b.low ? 1U : 0U), a.low - b.low}; }

WideDivision divide(const Wide& dividend, Magnitude divisor) {
  if (dividend.high == 0 && is_word(dividend.low | divisor)) {
    const auto low = static_cast<std::uint64_t>(dividend.low);
    const auto by = static_cast<std::uint64_t>(divisor);
    return {{0, low / by}, low % by};
  }
  if (dividend.high == 0) return {{0, dividend.low / divisor}, dividend.low % divisor};
  // Schoolbook division bit by bit; rare, only where 128 bits were not enough.
  WideDivision result{{dividend.high / divisor, 0}, dividend.high % divisor};
  for (unsigned bit = 128; bit-- > 0;) {
    result.remainder = (result.remainder << 1U) | ((dividend.low >> bit) & 1U);
    result.quotient.low <<= 1U;
    if (result.remainder < divisor) continue;
    result.remainder -= divisor;
    result.quotient.low |= 1U;
  }
  return result;
}

}  // namespace gongkai
