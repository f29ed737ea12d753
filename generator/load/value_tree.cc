#include "load/value_tree.h"

#include <algorithm>
#include <utility>

namespace gongkai {

bool ValueTree::begin(bool record, Span first) {
  if (open_.size() == deepest_nesting) {
    diagnostics_.error(family_ + "-06", "嵌套超过 " + std::to_string(deepest_nesting) + " 层", first,
                       "检查是否有多写的括号或缩进");
    return false;
  }
  Open& open = open_.emplace_back();
  open.is_record = record;
  open.span = first;
  return true;
}

void ValueTree::end(std::uint32_t end) {
  Open done = std::move(open_.back());
  open_.pop_back();
  Span span = done.span;
  span.end = std::max(span.end, end);
  add(done.is_record ? Value::record(std::move(done.entries), span) : Value::list(std::move(done.items), span));
}

void ValueTree::key(std::string text, Span span) {
  Open& open = open_.back();
  const auto [first, is_new] = open.keys.emplace(text, span);
  open.has_key = true;
  open.duplicate = !is_new;
  open.key = std::move(text);
  open.key_span = span;
  open.span.end = std::max(open.span.end, span.end);
  if (is_new) return;
  has_duplicates_ = true;
  diagnostics_.add({Severity::error,
                    Fault::input,
                    family_ + "-07",
                    "“" + open.key + "”写了两次",
                    span,
                    {{"第一次", first->second}},
                    "同一处的同一项只能写一次，删去或合并其中一个"});
}

void ValueTree::add(Value value) {
  if (open_.empty()) {
    root_ = std::move(value);
    return;
  }
  Open& open = open_.back();
  open.span.end = std::max(open.span.end, value.span.end);
  if (!open.is_record) {
    open.items.push_back(std::move(value));
    return;
  }
  if (!open.duplicate) open.entries.push_back({std::move(open.key), open.key_span, std::move(value)});
  open.has_key = false;
}

}  // namespace gongkai
