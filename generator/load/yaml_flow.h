#pragma once
// Bracketed nodes of YAML: [a, b] and {a: 1, b: 2}, over as many lines as they take.

#include "load/yaml_cursor.h"

namespace gongkai {

/// On [ or {. Leaves the cursor behind the closing bracket; notes the extents of all nodes
/// inside. False after a slip. `parent` as in yaml_scalar.h.
[[nodiscard]] bool scan_flow(YamlCursor& cursor, std::ptrdiff_t parent);

}  // namespace gongkai
