#pragma once
// What templates and rules call: each measure as a function, and the lists of members.

#include <string>
#include <unordered_map>

#include "expr/expression.h"
#include "ledger/ledger.h"

namespace gongkai {

/// 支出("206", "基本支出", 版本="上年决算") → Quantity with origin, or Unknown. Positional
/// arguments are members of any axis of the measure, or records with 编码.
[[nodiscard]] Function measure_function(const Ledger& ledger, const std::string& measure);

/// 成员("功能分类", 指标="支出", 层级="项", 资金="一般公共预算") → the occurring members, as
/// records of member_record.
[[nodiscard]] Function members_function(const Ledger& ledger);

/// 印数相同(a, b): do both print the same (0.01 万元, 0.01 percent)?
[[nodiscard]] Function same_print_function();
[[nodiscard]] bool same_print(const Quantity& a, const Quantity& b);

/// What the member's code adds to that of the level above.
[[nodiscard]] std::string short_code(const Axis& axis, MemberId member);
/// 类, 款, 项; "" where the axis has no such level.
[[nodiscard]] std::string_view level_name(const Axis& axis, MemberId member);

/// {编码, 名称, 短码, 层级, and for each level above and at it: 类: {编码, 名称, 短码}, …}.
/// 短码 is what the level adds to its parent's code.
[[nodiscard]] Value member_record(const Axis& axis, MemberId member);

}  // namespace gongkai
