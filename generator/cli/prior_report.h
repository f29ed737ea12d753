#pragma once
// Last year's report of the same department, which this year's 上年 figures must agree with.

#include <memory>
#include <vector>

#include "base/source.h"
#include "cli/profile_shelf.h"
#include "ledger/rule.h"

namespace gongkai {

struct ReportRun;

struct PriorReport {
  PriorReport();
  PriorReport(const PriorReport&) = delete;
  PriorReport& operator=(const PriorReport&) = delete;
  ~PriorReport();

  std::unique_ptr<ReportRun> run;  // read and settled, not filled
  Scope scope;
  LastYear last_year;  // the scope, and where its data stands among the asking report's sources
};

/// The file the data names (上年报告, relative to the data file), else the one beside it whose
/// name begins with the year before: 2022-final-accounts.yaml for 2023-final-accounts.yaml.
/// nullptr when there is none; one that can't be used is told in `run.diagnostics`.
[[nodiscard]] std::unique_ptr<PriorReport> read_prior_report(ReportRun& run, ProfileShelf& shelf);

/// The figures a profile names, as a scope takes them.
[[nodiscard]] std::vector<std::pair<std::string, Expression>> named_figures(const Profile& profile);

}  // namespace gongkai
