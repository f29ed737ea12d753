#pragma once
// Reads the finished document as a proofreader does: leftovers of the form, slips of the
// pen, marks, years, names, numbering, repetitions. What is looked for is data (文档 of a
// rule, ledger/proof_check.h).

#include "base/diagnostic.h"
#include "document/document.h"
#include "expr/expression.h"
#include "profile/profile.h"

namespace gongkai {

struct Proof {
  const Document& document;
  const Profile& profile;
  const Value& data;   // typed, its texts with their places
  const Scope& scope;  // for 值 and 当
  const Sources& sources;
};

/// Findings under the rules' ids, each at the data or profile line the words came from, with
/// the printed sentence in the message; the same words of one line are told once. A 值 that
/// can't be worked out is RULE-01; one that is not known leaves the check out, with an information.
void proofread(const Proof& proof, Diagnostics& findings);

}  // namespace gongkai
