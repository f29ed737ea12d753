// Words that come twice, wrong years, names nearly right.

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "proof/marks.h"
#include "proof/passage.h"
#include "proof/phrase_search.h"

namespace gongkai {
namespace {

constexpr std::size_t longest_word = 6;
constexpr std::size_t shortest_clause = 5;

/// A text by characters, with where each begins; one more offset for the end.
struct Characters {
  explicit Characters(std::string_view text) {
    all.reserve(text.size());
    offsets.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
      offsets.push_back(at);
      all.push_back(utf8::decode(text, at));
    }
    offsets.push_back(text.size());
  }
  std::u32string all;
  std::vector<std::size_t> offsets;
};

bool is_word_of_han(std::u32string_view word) {
  const bool one_character = std::all_of(word.begin(), word.end(), [&](char32_t c) { return c == word.front(); });
  return !one_character && std::all_of(word.begin(), word.end(), is_han);
}

/// Length of the word that stands at `at` and again right after, 0 if none; the longest.
std::size_t repeated_at(std::u32string_view text, std::size_t at) {
  for (std::size_t length = std::min(longest_word, (text.size() - at) / 2); length >= 2; --length) {
    if (text[at] != text[at + length]) continue;
    const std::u32string_view word = text.substr(at, length);
    if (word == text.substr(at + length, length) && is_word_of_han(word)) return length;
  }
  return 0;
}

void find_repeated_clauses(std::string_view text, const TellSlip& tell) {
  std::string_view before;
  std::size_t before_begin = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    std::size_t next = begin;
    while (next < text.size()) {
      end = next;
      const char32_t character = utf8::decode(text, next);
      if (character == U'，' || character == U'；' || character == U'。') break;
      end = next;
    }
    const std::string_view clause = text.substr(begin, end - begin);
    if (!clause.empty() && clause == before && utf8::length(clause) >= shortest_clause) {
      tell({before_begin, end, "“" + std::string(clause) + "”接连写了两遍"});
    }
    before = clause;
    before_begin = begin;
    begin = next;
  }
}

/// Insertions, deletions and replacements that turn one into the other.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t i = 0; i <= b.size(); ++i) row[i] = i;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

bool is_year(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  if (at > 0 && (digit(at - 1) || text[at - 1] == '.')) return false;
  if (!digit(at + 2) || !digit(at + 3) || digit(at + 4)) return false;
  return text.substr(at, 2) == "19" || text.substr(at, 2) == "20";
}

/// Inside a title 《》 or the number of a document 〔〕.
bool is_in_title(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  for (const auto& [open, close] : {std::pair{"《", "》"}, std::pair{"〔", "〕"}}) {
    const std::size_t opened = before.rfind(open);
    if (opened == std::string_view::npos) continue;
    const std::size_t closed = before.rfind(close);
    if (closed == std::string_view::npos || closed < opened) return true;
  }
  return false;
}

bool is_wrong_year(std::string_view text, std::size_t at, const ProofCheck& check) {
  const auto begins = [&](const std::string& word) { return text.substr(at + 4).starts_with(word); };
  const auto ends = [&](const std::string& word) { return text.substr(0, at).ends_with(word); };
  const auto& followers = check.followers;
  if (!followers.empty() && std::none_of(followers.begin(), followers.end(), begins)) return false;
  if (std::any_of(check.exceptions.begin(), check.exceptions.end(), ends)) return false;
  return !is_in_title(text, at);
}

}  // namespace

void find_repeated_words(std::string_view text, const ProofCheck& check, const TellSlip& tell) {
  const Characters characters(text);
  for (std::size_t at = 0; at < characters.all.size();) {
    const std::size_t length = repeated_at(characters.all, at);
    const std::size_t begin = characters.offsets[at];
    const std::size_t end = characters.offsets[at + 2 * length];
    at += length == 0 ? 1 : 2 * length;
    if (length == 0 || excepted(check.exceptions, text, begin, end)) continue;
    tell({begin, end, "“" + std::string(text.substr(begin, (end - begin) / 2)) + "”接连写了两遍"});
  }
  find_repeated_clauses(text, tell);
}

void find_years(std::string_view text, const ProofCheck& check, long long year, const TellSlip& tell) {
  constexpr std::string_view unit = "年";
  for (std::size_t at = text.find_first_of("12"); at != std::string_view::npos; at = text.find_first_of("12", at + 1)) {
    if (!is_year(text, at) || (check.followers.empty() && !text.substr(at + 4).starts_with(unit))) continue;
    long long found = 0;
    std::from_chars(text.data() + at, text.data() + at + 4, found);
    const bool fits = found >= year + check.earliest && found <= year + check.latest;
    if (fits || !is_wrong_year(text, at, check)) continue;
    tell({at, at + 4, "报告是" + std::to_string(year) + "年度的，这里却是" + std::to_string(found) + "年"});
  }
}

void find_names(std::string_view text, const std::string& name, const TellSlip& tell) {
  constexpr std::size_t shortest = 5;
  constexpr std::size_t anchor = 2;
  const std::u32string full = utf8::decode_all(name);
  if (full.size() < shortest) return;
  const std::size_t most = full.size() < 10 ? 1 : 2;  // characters that may differ
  const std::u32string_view whole = full;
  if (text.find(name.substr(0, 3)) == std::string_view::npos) return;
  const Characters characters(text);
  const std::u32string_view all = characters.all;
  for (std::size_t at = all.find(whole.substr(0, anchor)); at != std::u32string_view::npos;
       at = all.find(whole.substr(0, anchor), at + 1)) {
    if (all.substr(at).starts_with(whole)) continue;
    for (std::size_t length = full.size() - most; length <= full.size() + most && at + length <= all.size(); ++length) {
      const std::u32string_view met = all.substr(at, length);
      if (!met.ends_with(whole.substr(full.size() - anchor)) || distance(met, whole) > most) continue;
      const std::size_t begin = characters.offsets[at];
      const std::size_t end = characters.offsets[at + length];
      tell({begin, end, "“" + std::string(text.substr(begin, end - begin)) + "”与全称“" + name + "”不同"});
      break;
    }
  }
}

}  // namespace gongkai
