#pragma once
// 仿 of tables/*.yaml: a table that starts from another one.

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "value/value.h"

namespace gongkai {

/// Lays each table that says 仿: TP over the table TP, all layers of both. Reports a table that
/// does not exist and tables that lead to themselves; only those keep the key.
void resolve_models(std::map<std::string, Value>& tables, Diagnostics& diagnostics);

}  // namespace gongkai
