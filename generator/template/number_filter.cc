#include "template/number_filter.h"

#include <utility>

#include "expr/print.h"
#include "value/number_text.h"

namespace gongkai {
namespace {

bool is_of_money(const NumberStyle& style) { return style.suffix == "万元" || style.suffix == "元"; }

/// The figure in the dimension the style prints; nullopt when it does not fit.
std::optional<Quantity> fitting(const NumberStyle& style, const Quantity& quantity) {
  const Dimension dimension = quantity.dimension();
  const bool plain = dimension == Dimension::plain;
  if (style.percent) {
    if (plain) return Quantity(quantity.number(), Dimension::ratio);
    return dimension == Dimension::ratio ? std::optional(quantity) : std::nullopt;
  }
  if (is_of_money(style)) {
    if (plain && quantity.is_zero()) return Quantity(0, Dimension::money);
    return dimension == Dimension::money ? std::optional(quantity) : std::nullopt;
  }
  const bool has_unit = dimension == Dimension::money || dimension == Dimension::ratio;
  return has_unit ? std::nullopt : std::optional(quantity);
}

std::string_view wanted_kind(const NumberStyle& style) {
  if (style.percent) return "比率";
  return is_of_money(style) ? "金额" : "没有单位的数";
}

bool prints_as_zero(const std::string& text) { return text.find_first_not_of("0.−-") == std::string::npos; }

}  // namespace

std::optional<Phrase> printed_figure(const NumberStyle& style, const Quantity& quantity, OriginId origin) {
  const auto figure = fitting(style, quantity);
  if (!figure) return std::nullopt;
  std::string text = number_text(*figure, style.format);
  Phrase phrase;
  if (style.mark_tiny && figure->sign() > 0 && prints_as_zero(text)) {
    phrase.push_back({"不足", {}, 0});
    text = Decimal(1, style.format.digits).text();
  }
  phrase.push_back({std::move(text), *figure, origin});
  if (!style.suffix.empty()) phrase.push_back({style.suffix, {}, 0});
  return phrase;
}

Function number_filter(const NumberStyle& style) {
  return [&style](Call& call) -> std::optional<Value> {
    if (call.subject.is_unknown()) return call.subject;
    const std::string_view written = call.text.substr(0, call.text.rfind('|'));
    const std::size_t end = written.find_last_not_of(" \t\r\n");
    const Operand operand{call.subject, written.substr(0, end + 1), call.span};
    if (call.subject.is_absent()) {
      operand_error(call.diagnostics, "TPL-06", quoted(operand.text) + "没有填写，印不出来", operand,
                    "用 {% if … is 已填 %} 写明没有时怎么写");
      return std::nullopt;
    }
    const Quantity* const quantity = call.subject.if_quantity();
    auto phrase = quantity == nullptr ? std::nullopt : printed_figure(style, *quantity, call.subject.origin);
    if (phrase) return Value(std::move(*phrase), call.span);
    operand_error(call.diagnostics, "TPL-06",
                  "过滤器“" + style.name + "”要的是" + std::string(wanted_kind(style)) + "，" + quoted(operand.text) +
                      "却是" + std::string(kind_name(call.subject)),
                  operand);
    return std::nullopt;
  };
}

}  // namespace gongkai
