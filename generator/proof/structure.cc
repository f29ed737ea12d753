#include "proof/structure.h"

#include <algorithm>
#include <map>
#include <set>

namespace gongkai {
namespace {

PlacedSlip whole(const Passage& passage, std::string message) {
  return {&passage, 0, passage.text.size(), std::move(message)};
}

const Passage* passage_of(const std::vector<Passage>& passages, std::size_t block) {
  for (const Passage& passage : passages) {
    if (passage.block == block) return &passage;
  }
  return nullptr;
}

/// Without blanks and what stands in brackets: （206类） is told in one place, not in another.
std::string bare(std::string_view text) {
  constexpr std::string_view open = "（";
  constexpr std::string_view close = "）";
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bracket = text.substr(at).starts_with(open) ? text.find(close, at) : std::string_view::npos;
    if (bracket != std::string_view::npos) {
      at = bracket + close.size();
    } else {
      const std::size_t next = std::min(text.find(open, at + 1), text.size());
      result += text.substr(at, next - at);
      at = next;
    }
  }
  return result;
}

/// What a term is called elsewhere: of 科技（206类）普及（07款）活动（02项） the last part, 活动.
std::string name_of_term(std::string_view term) {
  constexpr std::string_view close = "）";
  if (!term.ends_with("项）") && !term.ends_with("款）") && !term.ends_with("类）")) return bare(term);
  term = term.substr(0, term.rfind("（"));
  const std::size_t last = term.rfind(close);
  return bare(last == std::string_view::npos ? term : term.substr(last + close.size()));
}

}  // namespace

void find_broken_headings(const Document& document, const std::vector<Passage>& passages, const TellPlaced& tell) {
  const Heading* before = nullptr;
  std::size_t before_block = 0;
  std::map<int, std::set<std::string>> seen;  // by level, in the section that is open
  const auto tell_empty = [&] {
    const Passage* const passage = before == nullptr ? nullptr : passage_of(passages, before_block);
    if (passage != nullptr) tell(whole(*passage, "标题“" + passage->text + "”下面没有内容"));
  };
  for (std::size_t at = 0; at < document.blocks.size(); ++at) {
    const Block& block = document.blocks[at];
    if (std::holds_alternative<PageBreak>(block)) continue;
    const Heading* const heading = std::get_if<Heading>(&block);
    if (heading != nullptr) {
      if (before != nullptr && before->level >= heading->level) tell_empty();
      seen.erase(seen.upper_bound(heading->level), seen.end());
      const Passage* const passage = passage_of(passages, at);
      if (passage != nullptr && !seen[heading->level].insert(passage->text).second) {
        tell(whole(*passage, "标题“" + passage->text + "”在同一部分里出现两次"));
      }
    }
    before = heading;
    before_block = at;
  }
  tell_empty();
}

void find_repeated_paragraphs(const Document& document, const std::vector<Passage>& passages, const TellPlaced& tell) {
  constexpr std::size_t shortest = 90;  // bytes: some thirty characters
  std::set<std::string_view> seen;
  for (const Passage& passage : passages) {
    const Heading* const heading = std::get_if<Heading>(&document.blocks[passage.block]);
    if (heading != nullptr && heading->level <= 2) seen.clear();
    if (passage.part != Passage::Part::paragraph || passage.text.size() < shortest) continue;
    if (!seen.insert(passage.text).second) tell(whole(passage, "这一段前面已经出现过"));
  }
}

void find_unused_terms(const Document& document, const std::vector<Passage>& passages, const TellPlaced& tell) {
  constexpr std::string_view title = "名词解释";
  constexpr std::string_view colon = "：";
  std::vector<const Passage*> terms;
  std::string rest;
  int inside = 0;  // level of the section of terms, 0 outside
  for (const Passage& passage : passages) {
    if (const Heading* const heading = std::get_if<Heading>(&document.blocks[passage.block])) {
      if (inside != 0 && heading->level <= inside) inside = 0;
      if (passage.text.find(title) != std::string::npos) inside = heading->level;
    }
    if (inside == 0) {
      rest += bare(passage.text) + "\n";
    } else if (passage.part == Passage::Part::paragraph && passage.text.find(colon) != std::string::npos) {
      terms.push_back(&passage);
    }
  }
  for (const Passage* const passage : terms) {
    const std::string_view term = std::string_view(passage->text).substr(0, passage->text.find(colon));
    if (rest.find(name_of_term(term)) != std::string::npos) continue;
    tell({passage, 0, term.size(), "解释了“" + std::string(term) + "”，报告别处却没有用到"});
  }
}

}  // namespace gongkai
