#pragma once
// The colour profile of an output intent.

#include <string>

namespace gongkai {

/// sRGB (IEC 61966-2-1) as an ICC profile of version 2.1 (ICC.1:1998-09, as PDF/A-1 wants it), made
/// here from the standard's numbers: primaries adapted to D50, the curve at 64 points.
[[nodiscard]] std::string srgb_profile();

}  // namespace gongkai
