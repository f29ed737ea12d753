#include "proof/text_origin.h"

#include <algorithm>

namespace gongkai {
namespace {

constexpr std::string_view closing_marks[] = {"。", "；", "，", "、", "：", ".", ";", ","};

bool is_only_marks(std::string_view text) {
  while (!text.empty()) {
    const auto* const mark = std::find_if(std::begin(closing_marks), std::end(closing_marks),
                                          [&](std::string_view each) { return text.starts_with(each); });
    if (mark == std::end(closing_marks)) return false;
    text.remove_prefix(mark->size());
  }
  return true;
}

// A word that stands a hundred thousand times in one text is not looked up each time.
constexpr std::size_t most_tries = 24;

/// How much of `written` around its occurrence at `at` is printed around `begin`; 0 when the
/// print ends where the text does not (at its end or at a reference to a figure).
std::size_t printed_length(std::string_view written, std::size_t at, std::string_view print, std::size_t begin,
                           std::size_t length) {
  std::size_t left = 0;
  while (left < at && left < begin && written[at - left - 1] == print[begin - left - 1]) ++left;
  const std::size_t room = std::min(written.size() - at, print.size() - begin);
  const char* const first = written.data() + at;
  const auto right = static_cast<std::size_t>(
      std::mismatch(first + length, first + room, print.data() + begin + length).first - first);
  const std::string_view before = written.substr(0, at - left);
  const std::string_view after = written.substr(at + right);
  const bool whole_before =
      before.empty() || before.ends_with("}}") || before.ends_with("%}") || before.ends_with("**");
  const bool whole_after =
      is_only_marks(after) || after.starts_with("{{") || after.starts_with("{%") || after.starts_with("**");
  return whole_before && whole_after ? left + right : 0;
}

}  // namespace

void TextOrigin::gather(const Value& value) {
  if (const std::string* const text = value.if_text()) {
    if (!text->empty() && value.span.known()) texts_.push_back({*text, value.span});
  } else if (const List* const list = value.if_list()) {
    for (const Value& item : *list) gather(item);
  } else if (const Record* const record = value.if_record()) {
    for (const Entry& entry : *record) gather(entry.value);
  }
}

void TextOrigin::gather() {
  gathered_ = true;
  gather(*data_);
  gather(profile_->constants);
  for (const Wording& wording : profile_->wording) {
    for (const WordingBranch& branch : wording.branches) texts_.push_back({branch.text, branch.span});
  }
  for (const TableDefinition& table : profile_->tables) gather(table.definition);
}

Span TextOrigin::narrowed(Span span, std::string_view words) const {
  const std::size_t at = words.empty() ? std::string_view::npos : sources_->text(span).find(words);
  if (at == std::string_view::npos) return span;
  const auto begin = span.begin + static_cast<std::uint32_t>(at);
  return {span.source, begin, begin + static_cast<std::uint32_t>(words.size())};
}

Span TextOrigin::of(const Passage& passage, std::size_t begin, std::size_t end) {
  if (!gathered_) gather();
  const std::string_view print = passage.text;
  const std::string_view words = print.substr(begin, end - begin);
  const Written* best = nullptr;
  std::size_t longest = 0;
  for (const Written& written : texts_) {
    if (longest == print.size()) break;  // the whole passage is this text
    std::size_t tries = 0;
    for (std::size_t at = written.text.find(words); at != std::string_view::npos && ++tries <= most_tries;
         at = written.text.find(words, at + 1)) {
      const std::size_t length = printed_length(written.text, at, print, begin, words.size());
      if (length <= longest) continue;
      longest = length;
      best = &written;
    }
  }
  // What lies across two texts (。 of the data, 。 of the template) is told at the data's.
  for (const Written& written : texts_) {
    const std::size_t at =
        best != nullptr || written.text.size() <= longest ? std::string_view::npos : print.find(written.text);
    if (at == std::string_view::npos || at >= end || at + written.text.size() <= begin) continue;
    longest = written.text.size();
    return written.span;
  }
  return best != nullptr ? narrowed(best->span, words) : narrowed(passage.span, words);
}

}  // namespace gongkai
