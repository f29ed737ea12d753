#include <array>
#include <utility>

#include "base/utf8.h"
#include "expr/standard_parts.h"

namespace gongkai::standard {
namespace {

/// A text or phrase in pieces, of which those that are figures are left alone.
std::optional<Phrase> pieces_of(const Call& call) {
  if (const Phrase* const phrase = std::get_if<Phrase>(&call.subject.data)) return *phrase;
  if (const std::string* const text = call.subject.if_text()) return Phrase{{*text, {}, 0}};
  wrong_subject(call, "文字");
  return std::nullopt;
}

constexpr std::u32string_view end_marks = U"。；，、：！？.;,:!?　 ";
constexpr std::u32string_view blanks = U" \t\r\n　";

std::size_t last_character(std::string_view text) {
  std::size_t start = text.size() - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
  return start;
}

void cut_end(std::string& text, std::u32string_view marks) {
  while (!text.empty()) {
    const std::size_t start = last_character(text);
    std::size_t offset = start;
    if (marks.find(utf8::decode(text, offset)) == std::u32string_view::npos) return;
    text.resize(start);
  }
}

void cut_begin(std::string& text, std::u32string_view marks) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t offset = begin;
    if (marks.find(utf8::decode(text, offset)) == std::u32string_view::npos) break;
    begin = offset;
  }
  text.erase(0, begin);
}

std::string replaced_in(std::string_view text, const std::string& from, const std::string& to) {
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from, begin)) {
    result += std::string(text.substr(begin, at - begin)) + to;
    begin = at + from.size();
  }
  return result + std::string(text.substr(begin));
}

/// "2024-09-20" → its three numbers without leading zeros.
std::optional<std::array<std::string, 3>> date_parts(const Call& call, const Value& date) {
  const auto text = characters(date);
  constexpr std::string_view form = "dddd-dd-dd";
  bool valid = text && text->size() == form.size();
  for (std::size_t at = 0; valid && at < form.size(); ++at) {
    const bool digit = (*text)[at] >= '0' && (*text)[at] <= '9';
    valid = form[at] == 'd' ? digit : (*text)[at] == '-';
  }
  if (!valid) {
    if (text)
      wrong_argument(call, quoted(*text) + "不是日期", "日期写成 2024-09-20");
    else
      wrong_subject(call, "日期");
    return std::nullopt;
  }
  std::array<std::string, 3> parts = {text->substr(0, 4), text->substr(5, 2), text->substr(8, 2)};
  for (std::string& part : parts) {
    if (part.front() == '0') part.erase(0, 1);
  }
  return parts;
}

/// Days since the first of March of the year 0: the leap day then ends a year, and the months
/// from March on are 31, 30, 31, 30, 31 days twice over (Gregorian calendar).
int day_number(const std::array<std::string, 3>& parts) {
  const int month = (std::stoi(parts[1]) + 9) % 12;
  const int year = std::stoi(parts[0]) - month / 10;
  return 365 * year + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + std::stoi(parts[2]);
}

}  // namespace

Result trimmed(Call& call) {
  auto pieces = pieces_of(call);
  if (!pieces) return std::nullopt;
  if (!pieces->empty() && !pieces->front().quantity) cut_begin(pieces->front().text, blanks);
  if (!pieces->empty() && !pieces->back().quantity) cut_end(pieces->back().text, blanks);
  return phrase_value(std::move(*pieces), call.subject.span);
}

Result replaced(Call& call) {
  auto pieces = pieces_of(call);
  bool valid = pieces.has_value();
  const auto from = valid ? text_argument(call, 0, "old", valid) : std::nullopt;
  const auto to = valid ? text_argument(call, 1, "new", valid) : std::nullopt;
  if (!valid) return std::nullopt;
  if (!from || !to || from->empty())
    return wrong_argument(call, "“替换”要写明把什么换成什么", "如 | 替换(\"；\", \"、\")");
  for (Piece& piece : *pieces) {
    if (!piece.quantity) piece.text = replaced_in(piece.text, *from, *to);
  }
  return phrase_value(std::move(*pieces), call.subject.span);
}

Result without_end_mark(Call& call) {
  auto pieces = pieces_of(call);
  if (!pieces) return std::nullopt;
  if (!pieces->empty() && !pieces->back().quantity) cut_end(pieces->back().text, end_marks);
  return phrase_value(std::move(*pieces), call.subject.span);
}

Result date(Call& call) {
  const auto parts = date_parts(call, call.subject);
  if (!parts) return std::nullopt;
  return Value::text((*parts)[0] + "年" + (*parts)[1] + "月" + (*parts)[2] + "日", call.subject.span);
}

Result month(Call& call) {
  const auto parts = date_parts(call, call.subject);
  if (!parts) return std::nullopt;
  return Value::text((*parts)[0] + "年" + (*parts)[1] + "月", call.subject.span);
}

Result days_between(Call& call) {
  const Value* const end = call.argument(0, "");
  if (end == nullptr) return wrong_argument(call, "“天数”要写起、止两个日期", "如 天数(批复时间, 公开时间)");
  if (end->is_unknown()) return *end;
  const auto from = date_parts(call, call.subject);
  const auto to = from ? date_parts(call, *end) : std::nullopt;
  if (!to) return std::nullopt;
  return Value(Quantity(day_number(*to) - day_number(*from), Dimension::plain), call.span);
}

Result as_text(Call& call) {
  const auto printed = in_print(subject_of(call), call.diagnostics);
  if (!printed) return std::nullopt;
  std::string text;
  for (const Piece& piece : *printed) text += piece.text;
  return Value::text(std::move(text), call.subject.span);
}

}  // namespace gongkai::standard
