#pragma once
// 坐标 of tables that a setting fixes: {版本: "{{ 三公完成基数 }}"} is the member that 设定 names,
// so that a table and the text beside it can't mean different figures.

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "value/value.h"

namespace gongkai {

/// Puts what `settings` (设定) say in the place of every member written as {{ name }}. Reports
/// names it lacks.
void resolve_settings(std::map<std::string, Value>& tables, const Value& settings, Diagnostics& diagnostics);

}  // namespace gongkai
