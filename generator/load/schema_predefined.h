#pragma once
// The keys every data file has, whatever its profile says.

#include "load/data_keys.h"
#include "load/schema_field.h"

namespace gongkai {

inline constexpr const char* known_version = "1";

/// Adds 格式版本, 模板, 年度, 金额单位 (where some 金额 needs it) and 声明 to a root that
/// does not define them itself, before its own fields.
void add_predefined(SchemaField& root);

}  // namespace gongkai
