// Equality, order, membership and truth of values.

#include <algorithm>
#include <utility>

#include "expr/operators.h"

namespace gongkai {
namespace {

Truth truth(bool holds) { return holds ? Truth::yes : Truth::no; }

bool same_list(const List& a, const List& b) { return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_value); }

bool same_record(const Value& a, const Value& b) {
  const Record& entries = *a.if_record();
  if (entries.size() != b.if_record()->size()) return false;
  return std::all_of(entries.begin(), entries.end(), [&b](const Entry& entry) {
    const Value* const other = b.find(entry.key);
    return other != nullptr && same_value(entry.value, *other);
  });
}

std::string_view sign_of(Comparator comparator) {
  switch (comparator) {
    case Comparator::equal: return "==";
    case Comparator::unequal: return "!=";
    case Comparator::less: return "<";
    case Comparator::less_equal: return "<=";
    case Comparator::greater: return ">";
    case Comparator::greater_equal: return ">=";
    case Comparator::in: return "in";
    case Comparator::not_in: return "not in";
  }
  return {};
}

Truth by_order(Comparator comparator, int order) {
  switch (comparator) {
    case Comparator::equal: return truth(order == 0);
    case Comparator::unequal: return truth(order != 0);
    case Comparator::less: return truth(order < 0);
    case Comparator::less_equal: return truth(order <= 0);
    case Comparator::greater: return truth(order > 0);
    default: return truth(order >= 0);
  }
}

std::optional<Truth> incomparable(Comparator comparator, const Operand& left, const Operand& right,
                                  Diagnostics& diagnostics) {
  const bool left_figure = left.value.if_quantity() != nullptr;
  const bool code = left_figure != (right.value.if_quantity() != nullptr) &&
                    (characters(left.value).has_value() || characters(right.value).has_value());
  const Operand& faulty = left_figure ? right : left;
  operand_error(diagnostics, "EXPR-06",
                quoted(left.text) + "是" + std::string(kind_name(left.value)) + "，" + quoted(right.text) + "是" +
                    std::string(kind_name(right.value)) + "，不能用“" + std::string(sign_of(comparator)) + "”比较",
                faulty, code ? "编码和名称是文字，要加引号，如 \"206\"" : "");
  return std::nullopt;
}

std::optional<Truth> compare_figures(Comparator comparator, const Operand& left, const Operand& right,
                                     Diagnostics& diagnostics) {
  const Quantity& a = *left.value.if_quantity();
  const Quantity& b = *right.value.if_quantity();
  if (comparable(a, b)) return by_order(comparator, compare(a, b));
  const bool money = a.dimension() == Dimension::money || b.dimension() == Dimension::money;
  operand_error(diagnostics, "EXPR-08",
                quoted(left.text) + "和" + quoted(right.text) + "的单位不同，不能用“" +
                    std::string(sign_of(comparator)) + "”比较",
                left, money ? "金额只能与金额或 0 比较" : "");
  return std::nullopt;
}

bool holds(const Value& container, const Value& item) {
  const auto found = [&item](const Value& other) { return same_value(other, item); };
  const List& items = *container.if_list();
  return std::any_of(items.begin(), items.end(), found);
}

std::optional<Truth> membership(const Operand& item, const Operand& container, Diagnostics& diagnostics) {
  if (container.value.if_list() != nullptr) return truth(holds(container.value, item.value));
  const auto key = characters(item.value);
  if (container.value.if_record() != nullptr && key) return truth(container.value.find(*key) != nullptr);
  const auto text = characters(container.value);
  if (text && key) return truth(text->find(*key) != std::string::npos);
  const bool empty = container.value.is_absent();
  operand_error(diagnostics, "EXPR-06",
                empty ? quoted(container.text) + "没有填写，不能用 in 查找"
                      : "在" + std::string(kind_name(container.value)) + quoted(container.text) + "里不能用 in 查找" +
                            std::string(kind_name(item.value)),
                container, empty ? "先用 is 已填 判断" : "");
  return std::nullopt;
}

std::optional<Truth> compare_others(Comparator comparator, const Operand& left, const Operand& right,
                                    Diagnostics& diagnostics) {
  const bool equality = comparator == Comparator::equal || comparator == Comparator::unequal;
  const auto a = characters(left.value);
  const auto b = characters(right.value);
  if (a && b) return by_order(comparator, a->compare(*b));
  const bool absent = left.value.is_absent() || right.value.is_absent();
  const bool alike = left.value.data.index() == right.value.data.index();
  if (!equality || !(absent || alike)) return incomparable(comparator, left, right, diagnostics);
  return truth(same_value(left.value, right.value) == (comparator == Comparator::equal));
}

}  // namespace

bool same_value(const Value& a, const Value& b) {
  const auto first = characters(a);
  const auto second = characters(b);
  if (first || second) return first == second;
  if (a.data.index() != b.data.index()) return false;
  if (const Quantity* const quantity = a.if_quantity()) {
    return comparable(*quantity, *b.if_quantity()) && compare(*quantity, *b.if_quantity()) == 0;
  }
  if (const bool* const flag = std::get_if<bool>(&a.data)) return *flag == std::get<bool>(b.data);
  if (const List* const list = a.if_list()) return same_list(*list, *b.if_list());
  return a.if_record() == nullptr || same_record(a, b);
}

std::optional<Truth> compare_values(Comparator comparator, const Operand& left, const Operand& right,
                                    Diagnostics& diagnostics) {
  if (left.value.is_unknown() || right.value.is_unknown()) return Truth::unknown;
  if (comparator == Comparator::in || comparator == Comparator::not_in) {
    const auto found = membership(left, right, diagnostics);
    if (!found || comparator == Comparator::in) return found;
    return truth(*found == Truth::no);
  }
  if (left.value.if_quantity() != nullptr && right.value.if_quantity() != nullptr) {
    return compare_figures(comparator, left, right, diagnostics);
  }
  return compare_others(comparator, left, right, diagnostics);
}

Truth truth_of(const Value& value) {
  if (value.is_unknown()) return Truth::unknown;
  if (value.is_absent()) return Truth::no;
  if (const bool* const flag = std::get_if<bool>(&value.data)) return truth(*flag);
  if (const Quantity* const quantity = value.if_quantity()) return truth(!quantity->is_zero());
  if (const List* const list = value.if_list()) return truth(!list->empty());
  if (const Record* const record = value.if_record()) return truth(!record->empty());
  return truth(!characters(value)->empty());
}

}  // namespace gongkai
