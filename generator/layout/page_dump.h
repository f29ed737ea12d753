#pragma once
// Pages as text, for tests and goldens: positions, not pixels.

#include <string>

#include "layout/font_set.h"
#include "layout/page.h"

namespace gongkai {

/// One thing a line, in the order of drawing; lengths in points:
///   page 1 "1" 595.276 x 841.89
///     text 72,90 14 GongkaiSong-Regular "部门概况"
///     box 72,100 451.3x0.5 #000000
///     path 10,10 5 steps fill #cccccc stroke #000000 0.5
///     link 72,120 451x14 → s1-2
/// A run whose glyphs stand apart from their advances by more than 0.02 pt on average
/// says so ("+0.35"); the origin of a figure is left out, ids change with the data. Then
/// places and outline.
[[nodiscard]] std::string dump(const Pages& pages, const FontSet& fonts);

}  // namespace gongkai
