#include "proof/phrase_search.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"
#include "proof/passage.h"
#include "value/rational.h"

namespace gongkai {
namespace {

constexpr std::string_view gap_mark = "…";
constexpr std::string_view number_mark = "{数";
constexpr std::size_t widest_gap = 30;  // characters

bool is_word(char32_t character) {
  return character < 0x80 && ((character >= '0' && character <= '9') || (character >= 'a' && character <= 'z') ||
                              (character >= 'A' && character <= 'Z'));
}

std::size_t number_end(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  if (at == begin) return begin;
  if (at + 1 < text.size() && text[at] == '.' && text[at + 1] >= '0' && text[at + 1] <= '9') {
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9';) ++at;
  }
  return at;
}

bool within_bound(std::string_view number, char bound, long long limit) {
  if (bound == 0) return true;
  const auto decimal = Decimal::parse(number);
  if (!decimal) return false;
  const Rational found = Rational::of(*decimal);
  const Rational edge(static_cast<Rational::Integer>(limit));
  return bound == '>' ? edge < found : bound == '<' ? found < edge : found == edge;
}

bool is_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
  const bool cut_before = is_word(character_at(text, begin)) && is_word(character_before(text, begin));
  const bool cut_after = is_word(character_before(text, end)) && is_word(character_at(text, end));
  return !cut_before && !cut_after;
}

}  // namespace

bool excepted(const std::vector<std::string>& exceptions, std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view found = text.substr(begin, end - begin);
  return std::any_of(exceptions.begin(), exceptions.end(), [&](const std::string& longer) {
    for (std::size_t at = longer.find(found); at != std::string::npos; at = longer.find(found, at + 1)) {
      if (at <= begin && text.substr(begin - at, longer.size()) == longer) return true;
    }
    return false;
  });
}

void PhraseSearch::add(const ProofPhrase& phrase, const ProofCheck& check, std::size_t rule) {
  const auto number = static_cast<std::uint32_t>(entries_.size());
  entries_.push_back({steps_of(phrase.text), &phrase, &check, rule});
  by_first_[character_at(phrase.text, 0)].push_back(number);
}

std::vector<PhraseSearch::Step> PhraseSearch::steps_of(const std::string& text) {
  std::vector<Step> steps;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t close = rest.find('}');
    if (rest.starts_with(gap_mark)) {
      steps.push_back({Step::Kind::gap, {}, 0, 0});
      rest.remove_prefix(gap_mark.size());
    } else if (rest.starts_with(number_mark) && close != std::string_view::npos) {
      Step step{Step::Kind::number, {}, 0, 0};
      const std::string_view bound = rest.substr(number_mark.size(), close - number_mark.size());
      if (!bound.empty()) {
        step.bound = bound.front();
        std::from_chars(bound.data() + 1, bound.data() + bound.size(), step.limit);
      }
      steps.push_back(step);
      rest.remove_prefix(close + 1);
    } else {
      const std::size_t end = std::min({rest.find(gap_mark, 1), rest.find(number_mark, 1), rest.size()});
      steps.push_back({Step::Kind::words, std::string(rest.substr(0, end)), 0, 0});
      rest.remove_prefix(end);
    }
  }
  return steps;
}

std::optional<std::size_t> PhraseSearch::end_of(const std::vector<Step>& steps, std::size_t step, std::string_view text,
                                                std::size_t at) {
  if (step == steps.size()) return at;
  const Step& now = steps[step];
  if (now.kind == Step::Kind::words) {
    if (!text.substr(at).starts_with(now.words)) return std::nullopt;
    return end_of(steps, step + 1, text, at + now.words.size());
  }
  if (now.kind == Step::Kind::number) {
    const std::size_t end = number_end(text, at);
    if (end == at || !within_bound(text.substr(at, end - at), now.bound, now.limit)) return std::nullopt;
    return end_of(steps, step + 1, text, end);
  }
  for (std::size_t count = 0; count <= widest_gap; ++count) {
    if (const auto end = end_of(steps, step + 1, text, at)) return end;
    if (at >= text.size()) break;
    const char32_t passed = utf8::decode(text, at);
    if (passed == U'。' || passed == U'！' || passed == U'？' || passed == U'\n') break;
  }
  return std::nullopt;
}

std::optional<PhraseSearch::Match> PhraseSearch::match_at(std::string_view text, std::size_t at,
                                                          const Entry& entry) const {
  const auto end = end_of(entry.steps, 0, text, at);
  if (!end || !is_whole_word(text, at, *end) || excepted(entry.check->exceptions, text, at, *end)) return std::nullopt;
  return Match{at, *end, entry.phrase, entry.rule};
}

void PhraseSearch::search(std::string_view text, const std::function<void(const Match&)>& found) const {
  std::unordered_map<std::size_t, std::size_t> free_from;  // by rule: where its last match ended
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto candidates = by_first_.find(utf8::decode(text, at));
    if (candidates == by_first_.end()) continue;
    std::optional<Match> best;
    for (const std::uint32_t number : candidates->second) {
      const auto match = match_at(text, begin, entries_[number]);
      if (!match || free_from[match->rule] > begin) continue;
      if (!best || match->end > best->end) best = match;
    }
    if (!best) continue;
    free_from[best->rule] = best->end;
    found(*best);
  }
}

}  // namespace gongkai
