#pragma once
// What the signs of an expression do to two values. Inner part of the room.

#include <cstdint>
#include <optional>
#include <string_view>

#include "expr/node.h"
#include "expr/print.h"

namespace gongkai {

/// Figures through value/quantity; + also joins texts and lists. Unknown is contagious.
/// `whole` is the operation as it is written. The result has no origin yet.
[[nodiscard]] std::optional<Value> calculate(Arithmetic operation, const Operand& left, const Operand& right,
                                             const Operand& whole, Diagnostics& diagnostics);

/// The value negated, or as it is for a plus sign.
[[nodiscard]] std::optional<Value> with_sign(bool negative, const Operand& operand, Diagnostics& diagnostics);

/// Truth that may be unclear because a figure was not given.
enum class Truth : std::uint8_t { no, yes, unknown };

/// nullopt after an error: kinds that can't be compared.
[[nodiscard]] std::optional<Truth> compare_values(Comparator comparator, const Operand& left, const Operand& right,
                                                  Diagnostics& diagnostics);

/// Same kind and same content; figures by number. False for different kinds.
[[nodiscard]] bool same_value(const Value& a, const Value& b);

/// false, none, zero, "" and empty lists and records are false.
[[nodiscard]] Truth truth_of(const Value& value);

/// The number as an integer of a list's size; nullopt when it is not one.
[[nodiscard]] std::optional<std::int64_t> whole_number(const Value& value);

}  // namespace gongkai
