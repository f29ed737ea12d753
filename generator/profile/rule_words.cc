#include "profile/rule_words.h"

namespace gongkai {
namespace {

template <typename Kind>
using Words = std::initializer_list<std::pair<std::string_view, Kind>>;

template <typename Kind>
Kind choice(DefinitionReader& read, const Value& record, std::string_view key, Kind otherwise, Words<Kind> words) {
  const std::string word = read.text(record, key);
  if (word.empty()) return otherwise;
  std::string all;
  for (const auto& [known, kind] : words) {
    if (known == word) return kind;
    all += (all.empty() ? "" : "、") + std::string(known);
  }
  read.error("RULES-01", "“" + std::string(key) + "”应为 " + all + "，却是“" + word + "”", record.find(key)->span);
  return otherwise;
}

}  // namespace

Severity read_severity(DefinitionReader& read, const Value& record, Severity otherwise) {
  return choice(read, record, "级别", otherwise,
                {{"错误", Severity::error}, {"警告", Severity::warning}, {"提示", Severity::information}});
}

Tolerance read_tolerance(DefinitionReader& read, const Value& record, Tolerance otherwise) {
  return choice(read, record, "容差", otherwise,
                {{"精确", Tolerance::exact},
                 {"印数相同", Tolerance::same_print},
                 {"尾差", Tolerance::tail},
                 {"区间", Tolerance::interval}});
}

Enforcement read_enforcement(DefinitionReader& read, const Value& record) {
  return choice(read, record, "方式", Enforcement::rules,
                {{"规则", Enforcement::rules},
                 {"记账", Enforcement::booking},
                 {"措辞", Enforcement::wording},
                 {"文档", Enforcement::document}});
}

}  // namespace gongkai
