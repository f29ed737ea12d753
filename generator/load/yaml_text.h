#pragma once
// Values as a data file writes them, in YAML that read_value() reads back the same.

#include <string>

#include "value/value.h"

namespace gongkai {

/// A scalar on one line, quoted only where it must be; inside of […] and {…} more must.
/// Absent is nothing at all.
[[nodiscard]] std::string yaml_scalar_text(const Value& value, bool inside_flow);

/// A value on one line: a scalar, {键: 值, …} or […].
[[nodiscard]] std::string yaml_flow_text(const Value& value);

}  // namespace gongkai
