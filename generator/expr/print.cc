#include "expr/print.h"

#include <utility>

#include "base/utf8.h"
#include "value/number_text.h"

namespace gongkai {
namespace {

constexpr int most_plain_digits = 6;

std::optional<Phrase> refuse(Diagnostics& diagnostics, const Operand& operand, std::string message, std::string hint) {
  operand_error(diagnostics, "EXPR-06", std::move(message), operand, std::move(hint));
  return std::nullopt;
}

std::optional<Phrase> figure_in_print(const Operand& operand, const Quantity& quantity, Diagnostics& diagnostics) {
  const std::string name = quoted(operand.text);
  if (quantity.dimension() == Dimension::money) {
    return refuse(diagnostics, operand, "金额" + name + "没有写明格式",
                  "写明单位，如 {{ " + std::string(operand.text) + " | 万元 }}");
  }
  if (quantity.dimension() == Dimension::ratio) {
    return refuse(diagnostics, operand, "比率" + name + "没有写明格式",
                  "如 {{ " + std::string(operand.text) + " | 百分比 }}");
  }
  const auto rounded = quantity.number().round(most_plain_digits);
  if (!rounded || !(Rational::of(*rounded) == quantity.number())) {
    return refuse(diagnostics, operand, name + "的小数除不尽，没有写明印几位", "用数字格式过滤器写明位数");
  }
  NumberFormat format;
  format.digits = most_plain_digits;
  format.trim = true;
  Piece piece{number_text(quantity, format), std::nullopt, 0};
  if (quantity.dimension() != Dimension::plain) {
    piece.quantity = quantity;
    piece.origin = operand.value.origin;
  }
  return Phrase{std::move(piece)};
}

}  // namespace

std::optional<Phrase> in_print(const Operand& operand, Diagnostics& diagnostics) {
  const Value& value = operand.value;
  if (const Phrase* const phrase = std::get_if<Phrase>(&value.data)) return *phrase;
  if (const std::string* const text = value.if_text()) return text->empty() ? Phrase{} : Phrase{{*text, {}, 0}};
  if (const Quantity* const quantity = value.if_quantity()) return figure_in_print(operand, *quantity, diagnostics);
  if (const bool* const truth = std::get_if<bool>(&value.data)) return Phrase{{*truth ? "是" : "否", {}, 0}};
  const std::string name = quoted(operand.text);
  if (value.is_absent()) {
    return refuse(diagnostics, operand, name + "没有填写，印不出来",
                  "用 {% if … is 已填 %} 写明没有时怎么写，或用 | 默认(…)");
  }
  if (value.is_unknown()) {
    return refuse(diagnostics, operand, name + "未提供，不能写进句子",
                  "在数据里补上这个数；方案要容许未提供的，用 {% if … is 未知 %} 写明怎么写");
  }
  return refuse(diagnostics, operand, name + "是" + std::string(kind_name(value)) + "，不能直接印",
                "列表用 | 列举(\"、\")，组要写明哪个键");
}

Value phrase_value(Phrase phrase, Span span) {
  std::string text;
  for (const Piece& piece : phrase) {
    if (piece.quantity) return Value(std::move(phrase), span);
    text += piece.text;
  }
  return Value::text(std::move(text), span);
}

std::optional<std::string> characters(const Value& value) {
  if (const std::string* const text = value.if_text()) return *text;
  const Phrase* const phrase = std::get_if<Phrase>(&value.data);
  if (phrase == nullptr) return std::nullopt;
  std::string text;
  for (const Piece& piece : *phrase) text += piece.text;
  return text;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t most = 40;
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < most; ++count) utf8::decode(text, end);
  return "“" + std::string(text.substr(0, end)) + (end < text.size() ? "…”" : "”");
}

void operand_error(Diagnostics& diagnostics, std::string code, std::string message, const Operand& operand,
                   std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.message = std::move(message);
  diagnostic.span = operand.span;
  diagnostic.hint = std::move(hint);
  const Span data = operand.value.span;
  if (data.known() && data.source != operand.span.source) diagnostic.notes.push_back({"所用的数据", data});
  diagnostics.add(std::move(diagnostic));
}

}  // namespace gongkai
