#include "load/schema_scalar.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/diagnostic_text.h"
#include "load/schema_date.h"
#include "load/schema_number.h"

namespace gongkai {

namespace {

std::string quoted(const std::string& text) { return "“" + text + "”"; }

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool is_ascii_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\n'; }

constexpr std::string_view wide_blanks[] = {"\u3000", "\u00A0"};

/// Bytes of the blank that `text` begins with: a space, a tab, U+3000 or U+00A0; else 0.
std::size_t leading_blank(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_blank(text.front())) return 1;
  for (const std::string_view blank : wide_blanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

std::size_t trailing_blank(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_blank(text.back())) return 1;
  for (const std::string_view blank : wide_blanks) {
    if (text.ends_with(blank)) return blank.size();
  }
  return 0;
}

std::string lengths_text(const std::vector<std::size_t>& digits) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0) text += i + 1 == digits.size() ? " 或 " : "、";
    text += std::to_string(digits[i]);
  }
  return text + " 位";
}

bool contains(const std::vector<std::size_t>& digits, std::size_t count) {
  return std::find(digits.begin(), digits.end(), count) != digits.end();
}

/// Codes as people also write them: １２３, 206-07-01, 206.07, 2060701机构运行.
bool fail_code_shape(const CodeAndName& written, const std::string& field, Span span, Diagnostics& diagnostics) {
  const std::string message = quoted(field) + "应以数字编码开头：" + shown_text(written.code);
  const std::string half = half_width_text(written.code);
  if (half != written.code && is_digit(half.front())) {
    diagnostics.error("DATA-07", quoted(field) + "的编码含有全角数字或符号：" + shown_text(written.code), span,
                      "用半角写 " + half);
    return false;
  }
  const auto first_other = std::find_if_not(half.begin(), half.end(), is_digit);
  const std::string code(half.begin(), first_other);
  if (code.empty()) {
    diagnostics.error("DATA-13", message, span, "写编码，可空一格再写名称，如 2060701 机构运行");
    return false;
  }
  std::string joined = half;
  std::erase_if(joined, [](char letter) { return letter == '-' || letter == '.'; });
  const bool only_signs = all_digits(joined);
  diagnostics.error(
      "DATA-13", quoted(field) + "的编码后面紧跟着别的字符：" + shown_text(written.code), span,
      only_signs ? "编码只写数字：" + joined : "编码和名称之间空一格：" + code + " " + half.substr(code.size()));
  return false;
}

Value code_value(const SchemaField& field, const WrittenScalar& written, const SchemaAids& aids,
                 Diagnostics& diagnostics) {
  const Span span = written.span;
  const CodeAndName parts = split_code(written.text);
  if (!check_code(parts, {written.name, field.axis, field.digits, span}, aids, diagnostics))
    return Value(Absent{}, span);
  Record record;
  record.push_back({"编码", span, Value::text(parts.code, span)});
  record.push_back({"名称", span, parts.name.empty() ? Value(Absent{}, span) : Value::text(parts.name, span)});
  return Value::record(std::move(record), span);
}

/// Without a code list to look into, a zero lost in Excel is the likeliest.
std::string length_hint(const CodeAndName& written, const CodePlace& place, const SchemaAids& aids) {
  if (aids.likely_code) {
    const std::string likely = aids.likely_code(place.axis, written.code, written.name);
    return likely.empty() ? "核对编码，类、款、项连写" : "是否想写 " + likely + "？";
  }
  const bool lost_zero = contains(place.digits, written.code.size() + 1);
  return lost_zero ? "核对编码；若原以 0 开头，0 可能在 Excel 里丢了，应写 \"0" + written.code + "\""
                   : "核对编码，类、款、项连写";
}

Value truth_value(const WrittenScalar& written, Diagnostics& diagnostics) {
  if (written.text == "是" || written.text == "true") return Value(true, written.span);
  if (written.text == "否" || written.text == "false") return Value(false, written.span);
  diagnostics.error("DATA-14", quoted(written.name) + "应为是或否：" + shown_text(written.text), written.span,
                    "写 是 或 否");
  return Value(Absent{}, written.span);
}

Value choice_value(const SchemaField& field, const WrittenScalar& written, Diagnostics& diagnostics) {
  const auto& choices = field.choices;
  if (std::find(choices.begin(), choices.end(), written.text) != choices.end()) {
    return Value::text(written.text, written.span);
  }
  std::string list;
  for (const std::string& choice : choices) list += (list.empty() ? "" : "、") + choice;
  const std::string shown = shown_text(written.text);
  const std::string near = nearest(shown, choices);
  diagnostics.error("DATA-15", quoted(written.name) + "不能是" + quoted(shown), written.span,
                    near.empty() ? "可选：" + list : "是否想写" + quoted(near) + "？可选：" + list);
  return Value(Absent{}, written.span);
}

Value text_value(const WrittenScalar& written, Diagnostics& diagnostics) {
  if (written.text.find('\n') == std::string::npos) return Value::text(written.text, written.span);
  diagnostics.error("DATA-19", quoted(written.name) + "只能是一段文字，这里分了几行", written.span,
                    "合成一段；要折行书写时把 | 改为 >");
  return Value(Absent{}, written.span);
}

}  // namespace

bool says_unknown(const std::string& text) { return text == "未知" || text == "不详"; }

std::string trimmed(const std::string& text) {
  std::string_view rest = text;
  while (const std::size_t blank = leading_blank(rest)) rest.remove_prefix(blank);
  while (const std::size_t blank = trailing_blank(rest)) rest.remove_suffix(blank);
  return std::string(rest);
}

CodeAndName split_code(const std::string& text) {
  std::size_t end = 0;
  while (end < text.size() && leading_blank(std::string_view(text).substr(end)) == 0) ++end;
  return {text.substr(0, end), trimmed(text.substr(end))};
}

bool check_code(const CodeAndName& written, const CodePlace& place, const SchemaAids& aids, Diagnostics& diagnostics) {
  const auto& [field, axis, digits, span] = place;
  if (!all_digits(written.code)) return fail_code_shape(written, field, span, diagnostics);
  if (!written.name.empty() && all_digits(half_width_text(written.name.substr(0, 1)))) {
    const std::string_view rest = written.name;
    const bool only_digits = rest.find_first_not_of("0123456789 ") == std::string_view::npos;
    if (only_digits) {
      diagnostics.error("DATA-13", quoted(field) + "的编码中间有空格", span, "编码连写，编码和名称之间才空一格");
      return false;
    }
  }
  const std::size_t count = written.code.size();
  if (digits.empty() || contains(digits, count)) return true;
  diagnostics.error("DATA-12",
                    quoted(field) + "的编码应为 " + lengths_text(digits) + "，这里是 " + std::to_string(count) +
                        " 位：" + shown_text(written.code),
                    span, length_hint(written, place, aids));
  return false;
}

std::optional<Quantity> read_quantity(const SchemaField& field, const WrittenScalar& written, MoneyUnit unit,
                                      Diagnostics& diagnostics) {
  NumberRule rule;
  rule.field = written.name;
  rule.counter = field.counter;
  rule.negative = field.may_be_negative();
  rule.may_be_unknown = field.may_be_unknown();
  rule.percent = field.type == FieldType::ratio;
  if (field.type == FieldType::money) rule.unit = field.unit.value_or(unit);
  if (field.type != FieldType::count) rule.most_decimals = rule.unit == MoneyUnit::yuan ? 2 : 6;
  const std::optional<Decimal> number = read_number(written.text, written.span, rule, diagnostics);
  if (!number) return std::nullopt;
  if (field.type == FieldType::money) return money_quantity(*number, *rule.unit);
  if (field.type == FieldType::ratio) return percent_quantity(*number);
  return Quantity(Rational::of(*number), field.type == FieldType::count ? Dimension::count : Dimension::points);
}

Value read_scalar(const SchemaField& field, const WrittenScalar& written, const SchemaAids& aids,
                  Diagnostics& diagnostics) {
  switch (field.type) {
    case FieldType::year: return read_year(written.name, written.text, written.span, diagnostics);
    case FieldType::date: return read_date(written.name, written.text, written.span, diagnostics);
    case FieldType::truth: return truth_value(written, diagnostics);
    case FieldType::choice: return choice_value(field, written, diagnostics);
    case FieldType::code: return code_value(field, written, aids, diagnostics);
    default: return text_value(written, diagnostics);
  }
}

Value read_paragraphs(const std::string& name, const Value& value, Diagnostics& diagnostics) {
  List paragraphs;
  const auto add = [&paragraphs](const std::string& line, Span span) {
    if (std::string text = trimmed(line); !text.empty()) paragraphs.push_back(Value::text(std::move(text), span));
  };
  if (const std::string* block = value.if_text()) {
    for (std::size_t begin = 0; begin < block->size();) {
      const std::size_t end = std::min(block->find('\n', begin), block->size());
      add(block->substr(begin, end - begin), value.span);
      begin = end + 1;
    }
    return Value::list(std::move(paragraphs), value.span);
  }
  const List* const list = value.if_list();
  if (list == nullptr) {
    diagnostics.error("DATA-04", quoted(name) + "应为一段或几段文字，这里是一组“键: 值”", value.span,
                      "在冒号后写 |，下一行起每行一段；文字里有冒号时用全角“：”");
    return Value(Absent{}, value.span);
  }
  for (const Value& item : *list) {
    const std::string* const text = item.if_text();
    if (text == nullptr) {
      diagnostics.error("DATA-04", quoted(name) + "的每一段应为文字，这里是" + std::string(kind_name(item)), item.span,
                        "文字里有冒号时用全角“：”，或给整段文字加引号");
      continue;
    }
    add(*text, item.span);
  }
  return Value::list(std::move(paragraphs), value.span);
}

}  // namespace gongkai
