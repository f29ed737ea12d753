#include "profile/overlay.h"

namespace gongkai {
namespace {

Value joined(const Value& first, const Value& second) {
  List items = *first.if_list();
  items.insert(items.end(), second.if_list()->begin(), second.if_list()->end());
  return Value::list(std::move(items), second.span);
}

}  // namespace

Value with_lists_added(const Value& below, const Value& added) {
  const Record* const entries = added.if_record();
  if (below.if_record() == nullptr || entries == nullptr) return overlay(below, added);
  Record grown = *added.if_record();
  for (Entry& entry : grown) {
    const Value* const met = below.find(entry.key);
    if (met != nullptr && met->if_list() != nullptr && entry.value.if_list() != nullptr) {
      entry.value = joined(*met, entry.value);
    }
  }
  return overlay(below, Value::record(std::move(grown), added.span));
}

Value overlay_with_shared(const Value& upper, const std::vector<Value>& shared, const Value& own) {
  Value all_shared;
  for (const Value& one : shared) all_shared = with_lists_added(all_shared, one);
  if (all_shared.is_absent()) return overlay(upper, own);
  Value merged = with_lists_added(upper, all_shared);
  // The layer's own list replaces what it inherits, not what it asked to share.
  return overlay(merged, with_lists_added(all_shared, own));
}

}  // namespace gongkai
