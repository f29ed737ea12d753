#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "expr/operators.h"
#include "expr/standard_parts.h"

namespace gongkai::standard {
namespace {

Value plain(std::size_t number, Span span) {
  return Value(Quantity(Rational(static_cast<Rational::Integer>(number)), Dimension::plain), span);
}

/// The items of the subject whose `key` is (not) true, or (not) equal to the second argument. What is unknown stays:
/// whatever reckons with it then is unknown, too.
Result filtered(Call& call, bool keep) {
  const auto items = items_of(call);
  bool valid = items != nullptr;
  const auto key = valid ? text_argument(call, 0, "", valid) : std::nullopt;
  if (!valid) return std::nullopt;
  if (!key)
    return wrong_argument(call, quoted(call.text) + "要写明按哪个键筛", "如 筛选(\"附件\")、筛选(\"类型\", \"项目\")");
  const Value* const wanted = call.argument(1, "");
  List chosen;
  for (const Value& item : *items) {
    const Result part = part_of(call, item, *key);
    if (!part) return std::nullopt;
    const Truth truth = wanted != nullptr ? (same_value(*part, *wanted) ? Truth::yes : Truth::no) : truth_of(*part);
    if (truth == Truth::unknown || (truth == Truth::yes) == keep) chosen.push_back(item);
  }
  return Value::list(std::move(chosen), call.subject.span);
}

/// Order of two sort keys; nullopt when there is none between them.
std::optional<int> order_of(const Value& a, const Value& b) {
  const Quantity* const first = a.if_quantity();
  const Quantity* const second = b.if_quantity();
  if (first != nullptr && second != nullptr && comparable(*first, *second)) return compare(*first, *second);
  const auto left = characters(a);
  const auto right = characters(b);
  if (left && right) return left->compare(*right);
  return std::nullopt;
}

struct Keyed {
  Value key, item;
};

std::optional<std::vector<Keyed>> with_keys(Call& call, const std::string& key) {
  auto items = items_of(call);
  if (!items) return std::nullopt;
  std::vector<Keyed> keyed;
  for (const Value& item : *items) {
    Result part = part_of(call, item, key);
    if (!part) return std::nullopt;
    keyed.push_back({std::move(*part), item});
  }
  return keyed;
}

std::optional<std::int64_t> bound(const Call& call, std::size_t index) {
  return whole_number(call.arguments[index].value);
}

}  // namespace

Result otherwise(Call& call) {
  const Value* const replacement = call.argument(0, "default_value");
  const Value* const also_false = call.argument(1, "boolean");
  if (replacement == nullptr) return wrong_argument(call, "“默认”要写明没有时用什么", "如 | 默认(\"无\")");
  if (call.subject.is_absent() || call.subject.is_unknown()) return *replacement;
  const bool replaces = also_false != nullptr && truth_of(*also_false) == Truth::yes;
  return replaces && truth_of(call.subject) == Truth::no ? *replacement : call.subject;
}

Result length(Call& call) {
  if (const auto text = characters(call.subject)) return plain(utf8::length(*text), call.span);
  const auto items = items_of(call);
  if (!items) return std::nullopt;
  return plain(items->size(), call.span);
}

Result first(Call& call) {
  const auto items = items_of(call);
  if (!items) return std::nullopt;
  return items->empty() ? Value(Absent{}, call.subject.span) : items->front();
}

Result last(Call& call) {
  const auto items = items_of(call);
  if (!items) return std::nullopt;
  return items->empty() ? Value(Absent{}, call.subject.span) : items->back();
}

Result joined(Call& call) {
  const auto items = items_of(call);
  bool valid = items != nullptr;
  const auto between = valid ? text_argument(call, 0, "d", valid) : std::nullopt;
  const auto key = valid ? text_argument(call, 1, "attribute", valid) : std::nullopt;
  Phrase pieces;
  for (std::size_t at = 0; valid && at < items->size(); ++at) {
    const Result part = part_of(call, (*items)[at], key.value_or(""));
    const auto printed = part ? in_print({*part, call.text, call.span}, call.diagnostics) : std::nullopt;
    valid = printed.has_value();
    if (at != 0 && between && !between->empty()) pieces.push_back({*between, {}, 0});
    if (printed) pieces.insert(pieces.end(), printed->begin(), printed->end());
  }
  if (!valid) return std::nullopt;
  return phrase_value(std::move(pieces), call.span);
}

Result reversed(Call& call) {
  const auto items = items_of(call);
  if (!items) return std::nullopt;
  return Value::list(List(items->rbegin(), items->rend()), call.subject.span);
}

Result unique(Call& call) {
  const auto items = items_of(call);
  if (!items) return std::nullopt;
  List kept_items;
  for (const Value& item : *items) {
    const auto same = [&item](const Value& other) { return same_value(item, other); };
    if (std::none_of(kept_items.begin(), kept_items.end(), same)) kept_items.push_back(item);
  }
  return Value::list(std::move(kept_items), call.subject.span);
}

Result sorted(Call& call) {
  bool valid = true;
  const auto key = text_argument(call, 1, "attribute", valid);
  const Value* const reverse = call.argument(0, "reverse");
  auto keyed = valid ? with_keys(call, key.value_or("")) : std::nullopt;
  if (!keyed) return std::nullopt;
  for (const Keyed& item : *keyed) {
    if (!order_of(item.key, keyed->front().key)) return wrong_argument(call, quoted(call.text) + "：各项不能排出先后");
  }
  const bool falling = reverse != nullptr && truth_of(*reverse) == Truth::yes;
  std::stable_sort(keyed->begin(), keyed->end(), [falling](const Keyed& a, const Keyed& b) {
    const int order = order_of(a.key, b.key).value_or(0);
    return falling ? order > 0 : order < 0;
  });
  List items;
  for (Keyed& item : *keyed) items.push_back(std::move(item.item));
  return Value::list(std::move(items), call.subject.span);
}

Result picked(Call& call) {
  bool valid = true;
  const auto key = text_argument(call, 0, "attribute", valid);
  if (!valid) return std::nullopt;
  if (!key) return wrong_argument(call, "“取”要写明取哪个键", "如 | 取(\"名称\")");
  auto keyed = with_keys(call, *key);
  if (!keyed) return std::nullopt;
  List parts;
  for (Keyed& item : *keyed) parts.push_back(std::move(item.key));
  return Value::list(std::move(parts), call.subject.span);
}

Result kept(Call& call) { return filtered(call, true); }

Result dropped(Call& call) { return filtered(call, false); }

Result entries(Call& call) {
  const Record* const record = call.subject.if_record();
  if (record == nullptr) return wrong_subject(call, "组");
  List pairs;
  for (const Entry& entry : *record) {
    pairs.push_back(Value::list({Value::text(entry.key, entry.key_span), entry.value}, entry.value.span));
  }
  return Value::list(std::move(pairs), call.subject.span);
}

Result range(Call& call) {
  constexpr std::size_t most_arguments = 3;
  constexpr std::int64_t most = 10'000;
  const std::size_t given = call.arguments.size();
  if (given == 0 || given > most_arguments) return wrong_argument(call, "“范围()”要写一至三个整数");
  const auto begin = given == 1 ? std::optional<std::int64_t>(0) : bound(call, 0);
  const auto end = bound(call, given == 1 ? 0 : 1);
  const auto step = given == most_arguments ? bound(call, 2) : std::optional<std::int64_t>(1);
  if (!begin || !end || !step || *step == 0) return wrong_argument(call, "“范围()”的参数要是整数，步长不能是 0");
  if ((*end - *begin) / *step > most) return wrong_argument(call, "“范围()”太长，至多 10000 项");
  List numbers;
  for (std::int64_t at = *begin; *step > 0 ? at < *end : at > *end; at += *step) {
    numbers.push_back(Value(Quantity(Rational(static_cast<Rational::Integer>(at)), Dimension::plain), call.span));
  }
  return Value::list(std::move(numbers), call.span);
}

}  // namespace gongkai::standard
