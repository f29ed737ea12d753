#pragma once
// What a rule looks for in the text of the finished report (文档 of a rule). Data only: the
// room proof/ does the looking.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "expr/expression.h"

namespace gongkai {

enum class ProofKind : std::uint8_t {
  phrases,              // 文字、错字: words that must not be printed
  doubled_marks,        // 标点重复: 。。 ；，
  half_width_marks,     // 半角标点: , : beside a Chinese character
  unpaired_marks,       // 标点成对: 《》“”（）
  repeated_words,       // 叠词: 开展开展, and a clause said twice running
  bare_numbers,         // 数字单位: 874.05，
  years,                // 年份: 2022年 in a report of 2024
  names,                // 全称: 凉山州科协技术协会 for 凉山州科学技术协会
  ordinals,             // 序号: typed ones that skip or repeat
  headings,             // 标题: without anything below, or twice in one section
  repeated_paragraphs,  // 重复段落
  tables,               // 表序: one of the profile's tables missing, twice or out of order
  terms                 // 名词: explained, but nowhere used
};

/// Words with three marks: “…” is up to thirty characters of the same sentence, {数} a number,
/// {数>100} {数=0} {数<5} a number so bounded. It begins with plain words.
struct ProofPhrase {
  std::string text;
  std::string instead;  // of 错字: what was meant
  Span span;
};

struct ProofCheck {
  ProofKind kind = ProofKind::phrases;
  std::vector<ProofPhrase> phrases;
  std::vector<std::string> exceptions;  // 除外: longer words in which a finding is none; before a year
  std::optional<Expression> value;      // 值: the fiscal year, the full name
  int earliest = 0, latest = 0;         // 年份: from value + earliest to value + latest
  std::vector<std::string> followers;   // 后接: only years followed by one of these; empty: all
};

}  // namespace gongkai
