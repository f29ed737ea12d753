#pragma once
// How well a colour stands out from another: WCAG 2.1, "contrast ratio" and "relative luminance".

#include <string_view>

namespace gongkai {

/// The ratio of two colours "#rrggbb" in hundredths, rounded down: 2100 for black and white, 100 for equal ones.
[[nodiscard]] int contrast(std::string_view one, std::string_view other);

/// What text and what shapes need (WCAG 2.1, 1.4.3 and 1.4.11).
inline constexpr int text_contrast = 450;
inline constexpr int shape_contrast = 300;

}  // namespace gongkai
