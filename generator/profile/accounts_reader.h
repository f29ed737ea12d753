#pragma once
// axes.yaml and measures.yaml → the ledger's accounts.

#include "base/files.h"
#include "ledger/ledger.h"
#include "profile/profile.h"

namespace gongkai {

/// Where code lists are read from.
struct CodeLists {
  const Files& files;
  const std::string& templates;
  Sources& sources;
  std::vector<ProfileFile>& read;
};

/// Reports every mistake: unknown keys, a member in two axes, a group of unlisted codes, a
/// formula over unknown measures or over itself.
[[nodiscard]] Accounts read_accounts(const Value& axes, const Value& measures, const CodeLists& lists,
                                     Diagnostics& diagnostics);

}  // namespace gongkai
