#pragma once
// References to figures in texts that were entered as data: 三公经费{{ 三公.合计 | 万元 }}.

#include <optional>

#include "base/diagnostic.h"
#include "expr/expression.h"
#include "value/value.h"

namespace gongkai {

/// The value with every reference in its texts worked out, in which case these texts are
/// phrases now; nullopt when there is no reference in it. A reference is a name (with keys)
/// and filters: data can't hold a program.
[[nodiscard]] std::optional<Value> expand_texts(const Value& value, const Scope& scope, Diagnostics& diagnostics);

}  // namespace gongkai
