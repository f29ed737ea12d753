#pragma once
// One case of a rule (a row, a project, a class of expenditure) and how messages tell it.

#include <string>
#include <utility>
#include <vector>

#include "value/number_text.h"
#include "value/value.h"

namespace gongkai {

/// What a rule's names stood for when it was evaluated: loops first, then operands.
struct RuleCase {
  std::vector<std::pair<std::string, Value>> loops;
  std::vector<std::pair<std::string, Value>> operands;
};

/// "1234.50万元", "206 科学技术支出", what tells one row from another; exact amounts in `unit`.
[[nodiscard]] std::string shown(const Value& value, MoneyUnit unit);
/// The operands: "收入 1234.50万元，支出 1234.05万元".
[[nodiscard]] std::string listed(const RuleCase& found, MoneyUnit unit);
/// The loops: "206 科学技术支出 基本支出"; "" without loops.
[[nodiscard]] std::string case_text(const RuleCase& found, MoneyUnit unit);
/// The loops with their names: "（科目 206 科学技术支出）"; "" without loops.
[[nodiscard]] std::string loop_text(const RuleCase& found, MoneyUnit unit);
/// Replaces {收入} and {科目.名称}; a name the case does not have stays as written.
[[nodiscard]] std::string filled(const std::string& message, const RuleCase& found, MoneyUnit unit);

}  // namespace gongkai
