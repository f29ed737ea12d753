#include "cli/figure_search.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <set>
#include <unordered_map>

#include "base/diagnostic_text.h"
#include "value/decimal.h"

namespace gongkai {

namespace {

std::vector<FoundFigure> find_all(const std::vector<FigurePlace>& places,
                                  const std::function<bool(const FigurePlace&)>& wanted) {
  std::vector<FoundFigure> found;
  std::unordered_map<OriginId, std::size_t> known;
  for (const FigurePlace& place : places) {
    if (place.origin == 0 || !wanted(place)) continue;
    const auto [entry, is_new] = known.try_emplace(place.origin, found.size());
    if (is_new) found.push_back({place.origin, {}});
    found[entry->second].places.push_back(place);
  }
  return found;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char character : text) {
    if (character != ' ') {
      word += character;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool among(const std::vector<std::string>& texts, const std::string& word) {
  return std::find(texts.begin(), texts.end(), word) != texts.end();
}

// The title without the code before it.
bool is_title(const FigurePlace& place, const std::string& word) {
  if (place.title.empty()) return false;
  return word == place.code || word == place.title || place.title == place.code + " " + word;
}

bool is_cell(const FigurePlace& place, const std::vector<std::string>& words) {
  bool in_grid = false;
  for (const std::string& word : words) {
    const bool header = among(place.rows, word) || among(place.columns, word);
    if (!header && !is_title(place, word)) return false;
    in_grid = in_grid || header;
  }
  return in_grid;
}

// Row headers, column headers, codes and titles, each once.
std::vector<std::string> cell_words(const std::vector<FigurePlace>& places) {
  std::set<std::string> words;
  for (const FigurePlace& place : places) {
    words.insert(place.rows.begin(), place.rows.end());
    words.insert(place.columns.begin(), place.columns.end());
    if (place.title.empty()) continue;
    words.insert({place.code, place.title});
    if (place.title.size() > place.code.size() + 1) words.insert(place.title.substr(place.code.size() + 1));
  }
  words.erase("");
  return {words.begin(), words.end()};
}

constexpr MoneyUnit money_units[] = {MoneyUnit::yuan, MoneyUnit::wan_yuan};

/// In the unit asked for, rounded as asked.
bool comes_to(const Quantity& quantity, const AskedNumber& asked) {
  if (!asked.unit) return true;
  const std::size_t point = asked.number.find('.');
  const int digits = point == std::string::npos ? 0 : static_cast<int>(asked.number.size() - point - 1);
  const NumberFormat format{.unit = *asked.unit, .digits = digits, .minus_sign = false};
  return quantity.dimension() == Dimension::money && number_text(quantity, format) == asked.number;
}

bool is_amount(const Quantity& quantity, const AskedNumber& asked) {
  constexpr int all_digits = 6;  // 1 分 is 0.000001 万元
  if (quantity.dimension() != Dimension::money) return false;
  return std::any_of(std::begin(money_units), std::end(money_units), [&](MoneyUnit unit) {
    if (asked.unit && *asked.unit != unit) return false;
    const NumberFormat format{.unit = unit, .digits = all_digits, .minus_sign = false};
    return Decimal::parse(number_text(quantity, format)) == Decimal::parse(asked.number);
  });
}

}  // namespace

std::string bare_number(std::string_view text) {
  for (const std::string_view unit : {"万元", "元", "%", "％", "分"}) {
    if (text.ends_with(unit)) {
      text.remove_suffix(unit.size());
      break;
    }
  }
  std::string number;
  if (text.starts_with("−")) {
    number = "-";
    text.remove_prefix(std::string_view("−").size());
  }
  for (const char character : text) {
    if (character != ',' && character != ' ') number += character;
  }
  return Decimal::parse(number) ? number : std::string();
}

std::optional<AskedNumber> asked_number(std::string_view text) {
  AskedNumber asked{bare_number(text), std::nullopt};
  if (asked.number.empty()) return std::nullopt;
  if (text.ends_with("元")) asked.unit = text.ends_with("万元") ? MoneyUnit::wan_yuan : MoneyUnit::yuan;
  return asked;
}

std::vector<FoundFigure> find_printed(const std::vector<FigurePlace>& places, const Journal& journal,
                                      const AskedNumber& asked) {
  return find_all(places, [&](const FigurePlace& place) {
    return bare_number(place.text) == asked.number && comes_to(journal.at(place.origin).quantity, asked);
  });
}

std::vector<FoundFigure> find_amount(const std::vector<FigurePlace>& places, const Journal& journal,
                                     const AskedNumber& asked) {
  std::vector<FoundFigure> found =
      find_all(places, [&](const FigurePlace& place) { return is_amount(journal.at(place.origin).quantity, asked); });
  for (OriginId id = 1; found.empty() && id <= journal.size(); ++id) {
    const OriginRecord& record = journal.at(id);
    const bool entered = record.kind == OriginKind::entered || record.kind == OriginKind::stated;
    if (entered && is_amount(record.quantity, asked)) found.push_back({id, {}});
  }
  return found;
}

std::vector<FoundFigure> find_cell(const std::vector<FigurePlace>& places, std::string_view words) {
  const std::vector<std::string> all = split(words);
  return find_all(places, [&](const FigurePlace& place) { return is_cell(place, all); });
}

std::string missing_cell(const std::vector<FigurePlace>& places, std::string_view words) {
  const std::vector<std::string> known = cell_words(places);
  std::string missing;
  bool any = false;
  for (const std::string& word : split(words)) {
    const bool is_known = among(known, word);
    any = any || is_known;
    if (!is_known && missing.empty()) missing = word;
  }
  if (missing.empty()) return any ? "这几个词各有其处，但没有一格同时在其下" : "";
  const std::string near = nearest(missing, known);
  if (!any && near.empty()) return {};
  return "报告的表里没有“" + missing + "”" + (near.empty() ? "" : "，是否想写“" + near + "”？");
}

}  // namespace gongkai
