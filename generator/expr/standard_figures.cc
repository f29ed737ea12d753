#include <algorithm>
#include <utility>

#include "expr/operators.h"
#include "expr/standard_parts.h"
#include "value/number_text.h"

namespace gongkai::standard {
namespace {

/// The figures of the subject (of the key named by an argument); Unknown if one of them is.
struct Figures {
  List items;
  const Value* unknown = nullptr;
};

std::optional<Figures> figures_of(Call& call, std::size_t index) {
  const auto items = items_of(call);
  bool valid = items != nullptr;
  const auto key = valid ? text_argument(call, index, "attribute", valid) : std::nullopt;
  if (!valid) return std::nullopt;
  Figures figures;
  for (const Value& item : *items) {
    Result part = part_of(call, item, key.value_or(""));
    if (!part) return std::nullopt;
    if (part->if_quantity() == nullptr && !part->is_unknown()) {
      operand_error(call.diagnostics, "EXPR-06",
                    quoted(call.text) + "：有一项" +
                        (part->is_absent() ? "没有填写" : "是" + std::string(kind_name(*part))) + "，不是数",
                    {*part, call.text, call.span});
      return std::nullopt;
    }
    figures.items.push_back(std::move(*part));
  }
  const auto unknown = [](const Value& item) { return item.is_unknown(); };
  const auto found = std::find_if(figures.items.begin(), figures.items.end(), unknown);
  if (found != figures.items.end()) figures.unknown = &*found;
  return figures;
}

Value derived(Call& call, const Quantity& quantity, std::vector<OriginId> operands) {
  Value value(quantity, call.span);
  operands.erase(std::remove(operands.begin(), operands.end(), OriginId{0}), operands.end());
  if (operands.empty()) return value;
  value.origin =
      call.journal.add({OriginKind::derived, call.span, std::string(call.text), quantity, std::move(operands)});
  return value;
}

/// The item whose figure is the greatest (the figure itself where no key is named).
Result extreme(Call& call, int wanted) {
  const auto figures = figures_of(call, 0);
  if (!figures) return std::nullopt;
  if (figures->items.empty()) return Value(Absent{}, call.span);
  if (figures->unknown != nullptr) return *figures->unknown;
  std::size_t best = 0;
  for (std::size_t at = 0; at < figures->items.size(); ++at) {
    const Quantity& figure = *figures->items[at].if_quantity();
    const Quantity& greatest_yet = *figures->items[best].if_quantity();
    if (!comparable(figure, greatest_yet)) {
      return wrong_argument(call, quoted(call.text) + "：各数的单位不同，不能比较大小");
    }
    if (compare(figure, greatest_yet) * wanted > 0) best = at;
  }
  const auto items = items_of(call);
  return items ? (*items)[best] : Result();
}

}  // namespace

Result absolute(Call& call) {
  const Quantity* const quantity = call.subject.if_quantity();
  if (quantity == nullptr) return wrong_subject(call, "数");
  if (quantity->sign() >= 0) return call.subject;
  return derived(call, quantity->absolute(), {call.subject.origin});
}

Result sum(Call& call) {
  const auto figures = figures_of(call, 0);
  if (!figures) return std::nullopt;
  if (figures->unknown != nullptr) return *figures->unknown;
  Quantity total;
  std::vector<OriginId> origins;
  for (const Value& item : figures->items) {
    const QuantityResult result = add(total, *item.if_quantity());
    if (!result.quantity) return wrong_argument(call, quoted(call.text) + "：各数的单位不同或太大，不能相加");
    total = *result.quantity;
    origins.push_back(item.origin);
  }
  return derived(call, total, std::move(origins));
}

Result greatest(Call& call) { return extreme(call, 1); }

Result least(Call& call) { return extreme(call, -1); }

Result in_chinese(Call& call) {
  constexpr std::int64_t most = 9999;
  const auto number = whole_number(call.subject);
  if (!number || *number < 1 || *number > most) return wrong_subject(call, "1 至 9999 的整数");
  return Value::text(chinese_number(static_cast<int>(*number)), call.span);
}

}  // namespace gongkai::standard
