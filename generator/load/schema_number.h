#pragma once
// Numbers as accountants write them: what is a number, and what to write instead of
// "12万元", "1,234.5", "１２", "(3.00)".

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "value/decimal.h"
#include "value/number_text.h"
#include "value/quantity.h"

namespace gongkai {

/// What may stand in a field that holds a number.
struct NumberRule {
  std::string field;              // shown in messages
  std::optional<MoneyUnit> unit;  // money only
  std::string counter;            // 辆, 个: may not be written either
  bool percent = false;           // a trailing % is allowed
  int most_decimals = 0;
  bool negative = false;
  bool may_be_unknown = true;  // what is not known may be said to be
};

/// Reports what is wrong with `written` (codes DATA-05 to DATA-12 of schema.h) and returns nullopt.
[[nodiscard]] std::optional<Decimal> read_number(std::string_view written, Span span, const NumberRule& rule,
                                                 Diagnostics& diagnostics);

/// In 分. Exact in 元 and in 万元 with six decimals and for zero; else known to half of the
/// last digit written, at worst (12, 12.5) to half of 0.01 万元.
[[nodiscard]] Quantity money_quantity(const Decimal& number, MoneyUnit unit);

/// A percentage as a fraction, known to half of the last digit, at worst of 0.01%; 0 is exact.
[[nodiscard]] Quantity percent_quantity(const Decimal& number);

/// Digits, point, comma, minus and blank of full width as half-width ones.
[[nodiscard]] std::string half_width_text(std::string_view text);

/// What was written, for a message: at most 40 characters of it, on one line.
[[nodiscard]] std::string shown_text(std::string_view text);

/// 万元 or 元.
[[nodiscard]] const char* unit_name(MoneyUnit unit);

}  // namespace gongkai
