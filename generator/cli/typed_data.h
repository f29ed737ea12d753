#pragma once
// What the steps of a report want to know of one data file, a unit's as well as a department's.

#include <vector>

#include "ledger/ledger.h"
#include "ledger/rule.h"
#include "load/schema.h"
#include "value/posting.h"
#include "value/value.h"

namespace gongkai {

/// 声明: [{规则: BAL-04, 含: …, 理由: …}]; its shape was checked by the schema.
[[nodiscard]] std::vector<Declaration> declarations(const Value& data);

/// `readable` gets what could be read of faulty data.
[[nodiscard]] SchemaAids schema_aids(const Accounts& accounts, Entered& readable);

/// Where what is missing from a file is shown: its first line that has content, not one of a
/// file it shares.
[[nodiscard]] Span report_place(const Value& data, SourceId source);

}  // namespace gongkai
