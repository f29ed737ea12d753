#pragma once
// Many phrases at once in one pass over a text (ledger/proof_check.h tells their marks).

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/proof_check.h"

namespace gongkai {

class PhraseSearch {
 public:
  /// What was added must outlive the search.
  void add(const ProofPhrase& phrase, const ProofCheck& check, std::size_t rule);

  struct Match {
    std::size_t begin = 0, end = 0;  // bytes
    const ProofPhrase* phrase = nullptr;
    std::size_t rule = 0;
  };
  /// Leftmost, of those the longest; matches of one rule don't overlap. Letters and digits at
  /// a phrase's ends match whole words only.
  void search(std::string_view text, const std::function<void(const Match&)>& found) const;

 private:
  struct Step {
    enum class Kind : std::uint8_t { words, gap, number } kind = Kind::words;
    std::string words;
    char bound = 0;  // of a number: 0, '>', '<', '='
    long long limit = 0;
  };
  struct Entry {
    std::vector<Step> steps;
    const ProofPhrase* phrase;
    const ProofCheck* check;
    std::size_t rule;
  };
  [[nodiscard]] static std::vector<Step> steps_of(const std::string& text);
  [[nodiscard]] static std::optional<std::size_t> end_of(const std::vector<Step>& steps, std::size_t step,
                                                         std::string_view text, std::size_t at);
  [[nodiscard]] std::optional<Match> match_at(std::string_view text, std::size_t at, const Entry& entry) const;

  std::vector<Entry> entries_;
  std::unordered_map<char32_t, std::vector<std::uint32_t>> by_first_;
};

/// One of `exceptions` holds the whole of [begin, end).
[[nodiscard]] bool excepted(const std::vector<std::string>& exceptions, std::string_view text, std::size_t begin,
                            std::size_t end);

}  // namespace gongkai
