#pragma once
// Where every figure comes from. The journal is append-only; an OriginId is a line of it.
// explain and the data-origin of the web page read it back.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "value/number_text.h"
#include "value/quantity.h"

namespace gongkai {

using OriginId = std::uint32_t;  // 0: no origin (a literal number of a template)

enum class OriginKind : std::uint8_t {
  entered,   // read from the data at span
  stated,    // entered as a total and printed as stated; operands are its parts
  summed,    // sum of operands over a region of the ledger
  inferred,  // zero because a list is complete or a total is zero; operands say which
  derived    // formula in a rule, a name or a template; operands are its figures
};

/// "录入", "各项之和": how a reader is told of it.
[[nodiscard]] std::string_view kind_text(OriginKind kind);

struct OriginRecord {
  OriginKind kind = OriginKind::entered;
  Span span;          // data (entered, stated) or formula (derived)
  std::string label;  // Chinese name: "支出 / 一般公共预算 / 206", "增减率 = 差额 ÷ 上年"
  Quantity quantity;
  std::vector<OriginId> operands;
};

class Journal {
 public:
  OriginId add(OriginRecord record);
  [[nodiscard]] const OriginRecord& at(OriginId id) const { return records_.at(id - 1); }
  [[nodiscard]] std::size_t size() const { return records_.size(); }

  /// 金额单位 of the data its figures come from: a zero is told in it.
  void kept_in(MoneyUnit unit) { unit_ = unit; }
  [[nodiscard]] MoneyUnit unit() const { return unit_; }

 private:
  MoneyUnit unit_ = MoneyUnit::wan_yuan;
  std::vector<OriginRecord> records_;
};

}  // namespace gongkai
