#include "template/style_values.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace gongkai {
namespace {

constexpr std::array<std::pair<std::string_view, Length>, 13> named_sizes = {{{"初号", 42000},
                                                                              {"一号", 26000},
                                                                              {"小一", 24000},
                                                                              {"二号", 22000},
                                                                              {"小二", 18000},
                                                                              {"三号", 16000},
                                                                              {"小三", 15000},
                                                                              {"四号", 14000},
                                                                              {"小四", 12000},
                                                                              {"五号", 10500},
                                                                              {"小五", 9000},
                                                                              {"六号", 7500},
                                                                              {"小六", 6500}}};

constexpr std::array<std::pair<std::string_view, Justification>, 4> sides = {{{"左", Justification::start},
                                                                              {"中", Justification::centre},
                                                                              {"右", Justification::end},
                                                                              {"两端", Justification::justify}}};

constexpr Length longest = 2'000'000;  // in thousandths of whatever unit

std::string quoted(std::string_view key) { return "“" + std::string(key) + "”"; }

/// "15.79" → 15790, at most three decimals; nullopt for anything else.
std::optional<Length> thousandths(const std::string& text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string decimals = point == text.size() ? "" : text.substr(point + 1);
  const std::string digits =
      text.substr(0, point) + decimals + std::string(3 - std::min<std::size_t>(decimals.size(), 3), '0');
  const bool plain = std::all_of(digits.begin(), digits.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
  if (!plain || point == 0 || digits.size() > 8 || decimals.size() > 3 || point + 1 == text.size()) return std::nullopt;
  Length value = 0;
  for (const char digit : digits) value = 10 * value + (digit - '0');
  return value <= longest ? std::optional(value) : std::nullopt;
}

std::optional<Length> size_of(const Value& value) {
  const std::string* const text = value.if_text();
  if (text == nullptr) return std::nullopt;
  const auto* const named =
      std::find_if(named_sizes.begin(), named_sizes.end(), [&](const auto& size) { return size.first == *text; });
  return named != named_sizes.end() ? named->second : thousandths(*text);
}

bool is_colour(const std::string& text) {
  return text.size() == 7 && text[0] == '#' && text.find_first_not_of("0123456789abcdef", 1) == std::string::npos;
}

bool is_family(const std::string& name) {
  return !name.empty() && name.find_first_of("\"'\\;:{}<>,/*@\n") == std::string::npos;
}

}  // namespace

const Value* StyleValues::group(const Value& parent, std::string_view key, const std::string& what) {
  const Value* const found = parent.find(key);
  if (found != nullptr && found->if_record() != nullptr) return found;
  if (found == nullptr || found->is_absent())
    need(parent, {key}, what);
  else
    wrong(*found, quoted(key) + "应为一组设置");
  return nullptr;
}

void StyleValues::only_keys(const Value& group, std::initializer_list<std::string_view> keys, const std::string& what) {
  read_.only_keys(group, keys, what);
}

void StyleValues::need(const Value& group, std::initializer_list<std::string_view> keys, const std::string& what) {
  for (const std::string_view key : keys) {
    const Value* const given = group.find(key);
    if (given == nullptr || given->is_absent())
      read_.error("STYLE-02", what + "没有写" + quoted(key), group.span,
                  "各层合起来要写全，通用的在 shared/style/report.yaml");
  }
}

void StyleValues::length(const Value& group, std::string_view key, Length& goal) {
  characters(group, key, points(1), goal);
}

void StyleValues::characters(const Value& group, std::string_view key, Length em, Length& goal) {
  const Value* const given = group.find(key);
  if (given == nullptr) return;
  const std::string* const text = given->if_text();
  const auto value = text == nullptr ? std::nullopt : thousandths(*text);
  if (!value) return wrong(*given, quoted(key) + "应为不超过三位小数的数");
  goal = static_cast<Length>(std::int64_t{*value} * em / 1000);
}

void StyleValues::millimetres(const Value& group, std::string_view key, Length& goal) {
  Length thousandth = 0;
  length(group, key, thousandth);
  if (group.find(key) != nullptr) goal = micrometres(thousandth);
}

void StyleValues::size(const Value& group, std::string_view key, Length& goal) {
  const Value* const given = group.find(key);
  if (given == nullptr) return;
  const auto value = size_of(*given);
  if (!value) return wrong(*given, quoted(key) + "应为号数或不超过三位小数的磅数");
  goal = *value;
}

void StyleValues::sizes(const Value& group, std::string_view key, std::vector<Length>& goal) {
  const Value* const given = group.find(key);
  if (given == nullptr) return;
  std::vector<Length> found;
  const List* const items = given->if_list();
  for (const Value& item : items == nullptr ? List{} : *items) {
    const auto value = size_of(item);
    if (!value || *value < points(1) || (!found.empty() && *value >= found.back())) break;
    found.push_back(*value);
  }
  if (items == nullptr || found.empty() || found.size() != items->size())
    return wrong(*given, quoted(key) + "应为一列字号，由大到小");
  goal = std::move(found);
}

void StyleValues::percent(const Value& group, std::string_view key, int& goal) {
  constexpr int least = 30;
  if (const auto value = read_.integer(group, key, least, 100)) goal = *value;
}

void StyleValues::weight(const Value& group, std::string_view key, int& goal) {
  if (const auto value = read_.integer(group, key, 100, 900)) goal = *value;
}

void StyleValues::colour(const Value& group, std::string_view key, std::string& goal) {
  const Value* const given = group.find(key);
  if (given == nullptr) return;
  const std::string* const text = given->if_text();
  if (text == nullptr || !is_colour(*text)) return wrong(*given, "颜色应写成 \"#1b1f24\" 的样子");
  goal = *text;
}

void StyleValues::colours(const Value& group, std::string_view key, std::vector<std::string>& goal) {
  if (group.find(key) == nullptr) return;
  std::vector<std::string> found = read_.texts(group, key);
  if (found.size() < 4 || !std::all_of(found.begin(), found.end(), is_colour))
    return wrong(*group.find(key), quoted(key) + "应为四种以上的颜色，写成 \"#1f4a75\" 的样子");
  goal = std::move(found);
}

void StyleValues::face(const Value& group, std::string_view key, FontRole& goal) {
  const std::string name = read_.text(group, key);
  if (name.empty()) return;
  const auto* const found = std::find(font_role_names.begin(), font_role_names.end(), name);
  if (found == font_role_names.end()) return wrong(*group.find(key), "没有叫" + quoted(name) + "的字体");
  goal = static_cast<FontRole>(found - font_role_names.begin());
}

void StyleValues::side(const Value& group, std::string_view key, Justification& goal) {
  const std::string name = read_.text(group, key);
  if (name.empty()) return;
  const auto* const found =
      std::find_if(sides.begin(), sides.end(), [&](const auto& one) { return one.first == name; });
  if (found == sides.end()) return wrong(*group.find(key), "对齐应为左、中、右或两端");
  goal = found->second;
}

void StyleValues::choice(const Value& group, std::string_view key, std::string_view yes, std::string_view no,
                         bool& goal) {
  const std::string word = read_.text(group, key);
  if (word.empty()) return;
  if (word != yes && word != no)
    return wrong(*group.find(key), quoted(key) + "应为" + std::string(yes) + "或" + std::string(no));
  goal = word == yes;
}

void StyleValues::text(const Value& group, std::string_view key, std::string& goal) {
  if (group.find(key) != nullptr) goal = read_.text(group, key);
}

void StyleValues::families(const Value& group, std::string_view key, std::vector<std::string>& goal) {
  if (group.find(key) == nullptr) return;
  std::vector<std::string> names = read_.texts(group, key);
  if (names.empty() || !std::all_of(names.begin(), names.end(), is_family))
    return wrong(*group.find(key), quoted(key) + "应为一列字体的名称");
  goal = std::move(names);
}

}  // namespace gongkai
