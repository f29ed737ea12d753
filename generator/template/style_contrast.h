#pragma once
// Colours of style.yaml that stand on each other: text at 4.5 to 1, shapes at 3 to 1 (WCAG 2.1, 1.4.3 and
// 1.4.11), on paper, on the light and on the dark page. STYLE-04 at the place of each colour that is too faint
// on one of its grounds.

#include "document/style.h"
#include "template/style_values.h"

namespace gongkai {

/// `file` is what `style` was read from, whole and without mistakes.
void check_contrasts(const Value& file, const Style& style, StyleValues& read);

}  // namespace gongkai
