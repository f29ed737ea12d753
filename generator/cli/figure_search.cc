#include "cli/figure_search.h"

#include <algorithm>
#include <functional>
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

std::vector<FoundFigure> find_printed(const std::vector<FigurePlace>& places, const std::string& number) {
  return find_all(places, [&](const FigurePlace& place) { return bare_number(place.text) == number; });
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
