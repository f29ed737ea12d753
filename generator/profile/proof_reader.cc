// 文档 of a rule: what is looked for in the finished text.

#include <algorithm>
#include <array>
#include <utility>

#include "ledger/definition.h"
#include "profile/rules_reader.h"

namespace gongkai {
namespace {

using NamedKind = std::pair<std::string_view, ProofKind>;
constexpr std::array<NamedKind, 12> kinds = {{{"标点重复", ProofKind::doubled_marks},
                                              {"半角标点", ProofKind::half_width_marks},
                                              {"标点成对", ProofKind::unpaired_marks},
                                              {"叠词", ProofKind::repeated_words},
                                              {"数字单位", ProofKind::bare_numbers},
                                              {"年份", ProofKind::years},
                                              {"全称", ProofKind::names},
                                              {"序号", ProofKind::ordinals},
                                              {"标题", ProofKind::headings},
                                              {"重复段落", ProofKind::repeated_paragraphs},
                                              {"表序", ProofKind::tables},
                                              {"名词", ProofKind::terms}}};

class ProofReader {
 public:
  explicit ProofReader(Diagnostics& diagnostics) : read_(diagnostics) {}

  ProofCheck check(const Value& value) {
    read_.only_keys(value, {"文字", "错字", "检查", "除外", "值", "最早", "最晚", "后接"}, "文档");
    ProofCheck check;
    check.exceptions = read_.texts(value, "除外");
    if (value.find("检查") != nullptr) {
      read_kind(value, check);
    } else {
      read_phrases(value, check);
    }
    return check;
  }

 private:
  void read_kind(const Value& value, ProofCheck& check) {
    const std::string word = read_.text(value, "检查");
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const NamedKind& kind) { return kind.first == word; });
    if (found == kinds.end()) {
      std::vector<std::string> known;
      for (const auto& [name, kind] : kinds) known.emplace_back(name);
      return read_.error("RULES-11", "没有文档检查“" + word + "”", value.find("检查")->span,
                         DefinitionReader::near_miss(word, known));
    }
    check.kind = found->second;
    check.value = read_.expression(value, "值");
    check.followers = read_.texts(value, "后接");
    constexpr int most_years = 100;
    check.earliest = read_.integer(value, "最早", -most_years, most_years).value_or(0);
    check.latest = read_.integer(value, "最晚", -most_years, most_years).value_or(0);
    const bool wants_value = check.kind == ProofKind::years || check.kind == ProofKind::names;
    if (wants_value && !check.value) read_.error("RULES-12", "文档检查“" + word + "”要写“值”", value.span);
  }

  void read_phrases(const Value& value, ProofCheck& check) {
    const Value* const words = value.find("文字");
    const List* const list = words == nullptr ? nullptr : words->if_list();
    for (const Value& item : list == nullptr ? List{} : *list) {
      if (const std::string* const text = item.if_text()) add(check, {*text, "", item.span});
    }
    const Value* const slips = value.find("错字");
    const Record* const pairs = slips == nullptr ? nullptr : slips->if_record();
    for (const Entry& entry : pairs == nullptr ? Record{} : *pairs) {
      const std::string* const right = entry.value.if_text();
      add(check, {entry.key, right == nullptr ? std::string() : *right, entry.key_span});
    }
    if (check.phrases.empty()) {
      read_.error("RULES-13", "“文档”应写“文字”（列表）、“错字”（错的: 对的）或“检查”", value.span);
    }
  }

  void add(ProofCheck& check, ProofPhrase phrase) {
    if (phrase.text.empty() || phrase.text.starts_with("…") || phrase.text.starts_with("{数")) {
      return read_.error("RULES-14", "要找的文字须以普通的字开头：“" + phrase.text + "”", phrase.span);
    }
    check.phrases.push_back(std::move(phrase));
  }

  DefinitionReader read_;
};

}  // namespace

ProofCheck read_proof_check(const Value& value, Diagnostics& diagnostics) {
  return ProofReader(diagnostics).check(value);
}

}  // namespace gongkai
