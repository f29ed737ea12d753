#pragma once
// One report on its way: bytes → data → ledger → document → checked. Each step needs the
// one before; a step that returns false has said why in `diagnostics`. Everything the
// report touches is its own but the profile, so reports run side by side.

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "cli/prior_report.h"
#include "cli/profile_shelf.h"
#include "cli/search.h"
#include "document/document.h"
#include "ledger/check.h"
#include "ledger/ledger.h"
#include "value/journal.h"
#include "value/posting.h"
#include "value/value.h"

namespace gongkai {

/// A text the report was read from, and what the user would call it.
struct ReadText {
  SourceId source = 0;
  std::string shown;
};

/// Stays where it was made: ledger and scopes refer to its journal.
struct ReportRun {
  explicit ReportRun(FoundReport report) : found(std::move(report)) {}
  ReportRun(const ReportRun&) = delete;
  ReportRun& operator=(const ReportRun&) = delete;

  FoundReport found;
  std::filesystem::path home;  // empty until found
  Sources sources;
  SourceId data_source = 0;                            // the report's own file, once it was read
  std::vector<ReadText> texts;                         // all of `sources`, in order
  std::map<std::string, std::optional<Value>> shared;  // 共用.yaml by path; Absent: none there
  Journal journal;
  Diagnostics diagnostics;
  Value data;  // untyped; laid over what its folders share
  std::shared_ptr<const LoadedProfile> profile;
  std::optional<Entered> entered;
  std::optional<Ledger> ledger;
  std::optional<Document> document;
  std::unique_ptr<PriorReport> prior;  // last year's, if there is one
  CheckRequest request;                // which rules
  std::vector<RuleOutcome> outcomes;   // what came of them
  bool skipped = false;                // found in a folder, but no report
};

/// Finds the home, reads the file, its profile and what its folders share. `home` is --home or empty.
bool read_report(ReportRun& run, const std::string& home, ProfileShelf& shelf);
/// Types the data, adds the department's units, settles the ledger.
bool settle_report(ReportRun& run, const Files& files);
/// What templates are filled from; the run is settled.
[[nodiscard]] Report report_of(const ReportRun& run);
/// Fills the profile's template.
bool fill_report(ReportRun& run);
/// Evaluates the rules, after everything that will be printed has been asked of the
/// ledger: its disagreements are among the findings.
void check_report(ReportRun& run);

/// All of it; the same for check and render, so that both find the same of the rules asked for.
[[nodiscard]] std::unique_ptr<ReportRun> run_report(const FoundReport& found, const std::string& home,
                                                    ProfileShelf& shelf, const CheckRequest& request = {});

/// The report's path below the home's data/ without extension ("sichuan/x/2023"), else
/// its own name: where its outputs go below -o.
[[nodiscard]] std::filesystem::path output_stem(const std::filesystem::path& home, const std::filesystem::path& report);

/// The key 模板 stands in the bytes of YAML or JSON, written plainly or escaped.
[[nodiscard]] bool names_a_template(const std::string& text);

/// What rules and templates see of this report: names, functions, data.
[[nodiscard]] Scope report_scope(ReportRun& run);

}  // namespace gongkai
