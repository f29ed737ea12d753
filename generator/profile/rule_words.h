#pragma once
// The fixed words of rule files: 级别, 容差, 方式.

#include "ledger/definition.h"
#include "ledger/rule.h"

namespace gongkai {

/// `otherwise` when the key is left out or (after an error) holds no such word.
[[nodiscard]] Severity read_severity(DefinitionReader& read, const Value& record, Severity otherwise);
[[nodiscard]] Tolerance read_tolerance(DefinitionReader& read, const Value& record, Tolerance otherwise);
[[nodiscard]] Enforcement read_enforcement(DefinitionReader& read, const Value& record);

}  // namespace gongkai
