#pragma once
// Consistency rules as data (rules.yaml), evaluated over the ledger and the names.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "expr/expression.h"
#include "ledger/ledger.h"
#include "ledger/proof_check.h"

namespace gongkai {

enum class Tolerance : std::uint8_t { exact, same_print, tail, interval };

/// How a rule of the catalogue is enforced: by rules over the ledger, while entering figures, by
/// wording that is chosen from the figures, or on the finished document.
enum class Enforcement : std::uint8_t { rules, booking, wording, document };

/// What one id means, whatever profile it is checked in (templates/shared/rules/catalogue.yaml).
struct CatalogueEntry {
  std::string id;       // BAL-01
  std::string name;     // 收支总计平衡
  std::string content;  // 内容: what is compared
  std::string basis;    // 依据
  std::string hint;     // 提示
  Severity severity = Severity::error;
  Tolerance tolerance = Tolerance::tail;
  Enforcement enforcement = Enforcement::rules;
  Span span;
};

/// One check of an id; what it leaves out is taken from the catalogue.
struct Rule {
  std::string id;                                            // BAL-01
  std::string name;                                          // 收支总计平衡
  std::vector<std::pair<std::string, Expression>> operands;  // 对象
  std::vector<std::pair<std::string, Expression>> loops;     // 遍历
  std::optional<Expression> applies;                         // 当
  std::optional<Expression> condition;                       // 条件
  std::vector<std::string> compared;                         // 比较: two operand names
  Tolerance tolerance = Tolerance::tail;
  Severity severity = Severity::error;
  std::string basis;                        // 依据
  std::string message;                      // 说明
  std::string hint;                         // 提示
  bool claims = false;                      // 核对合计: takes disagreements of the ledger over
  std::string claims_measure, claims_axis;  // "" any
  bool claims_partial = false;              // 不全: only known parts that exceed the whole
  std::optional<ProofCheck> proof;          // 文档: looked for in the finished text (proof/proofread.h)
  // What a profile changed (调整), and why; `usual` is the severity before.
  bool off = false;
  Severity usual = Severity::error;
  std::string reason;
  Span span;
};

/// A deviation known and accepted, from the data's 声明: the findings of a rule, or only
/// those whose message holds a text.
struct Declaration {
  std::string rule;
  std::string holding;  // 含; "" any
  std::string reason;
  Span span;
};

/// Last year's report: what it sees, and the id its data has among the asking report's sources.
struct LastYear {
  const Scope* scope = nullptr;
  SourceId data = 0;
};

/// Names, functions (measures as functions, 成员, 绝对值, 印数相同 …) and standard filters
/// over a ledger and a data record; what templates and rules both see. A name is looked up
/// in `names`, then among the record's keys, then among the keys of `constants` (设定 of the
/// profile, 名词). "三公.合计" makes an entry of the group 三公, which is a record; entries may
/// use those above them. `last_year` is what 上年报告() asks and 有上年报告 tells of. The arguments must outlive the
/// scope, the vectors need not.
[[nodiscard]] Scope ledger_scope(const Ledger& ledger, const std::vector<std::pair<std::string, Expression>>& names,
                                 const Value& record, Journal& journal, Diagnostics& diagnostics,
                                 const Value& constants = {}, const LastYear* last_year = nullptr);

}  // namespace gongkai
