#include "value/overlay.h"

#include <algorithm>

namespace gongkai {

Value overlay(const Value& upper, const Value& lower, Blank blank) {
  if (lower.is_absent()) return upper;
  const Record* const under = upper.if_record();
  const Record* const over = lower.if_record();
  if (under == nullptr || over == nullptr) return lower;
  Record merged = *under;
  for (const Entry& entry : *over) {
    const auto known =
        std::find_if(merged.begin(), merged.end(), [&](const Entry& one) { return one.key == entry.key; });
    if (known != merged.end() && entry.value.is_absent() && blank == Blank::removes) {
      merged.erase(known);
    } else if (known != merged.end()) {
      known->value = overlay(known->value, entry.value, blank);
      known->key_span = entry.key_span;
    } else {
      merged.push_back(entry);
    }
  }
  return Value::record(std::move(merged), lower.span);
}

}  // namespace gongkai
