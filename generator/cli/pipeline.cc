#include "cli/pipeline.h"

#include <utility>

#include "cli/home.h"
#include "cli/report_data.h"
#include "cli/typed_data.h"
#include "cli/units.h"
#include "ledger/check.h"
#include "proof/proofread.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

/// So that one run tells all: what the ledger says of the part of faulty data that could be
/// read. Where a coordinate is missing, two amounts may seem to stand at one place (08).
void add_ledger_mistakes(ReportRun& run, const Accounts& accounts, const Entered& readable) {
  Diagnostics found;
  static_cast<void>(Ledger::settle(accounts, readable, run.journal, found));
  for (const Diagnostic& mistake : found.all()) {
    if (mistake.code.starts_with("LEDGER-") && mistake.code != "LEDGER-08") run.diagnostics.add(mistake);
  }
}

}  // namespace

bool settle_report(ReportRun& run, const Files& files) {
  const Profile& profile = *run.profile->profile;
  if (!profile.schema) {
    run.diagnostics.error("REP-05", "模板 " + profile.id + " 没有 schema.yaml", {});
    return false;
  }
  Entered readable;
  SchemaAids aids = schema_aids(profile.accounts, readable);
  aids.has_units = has_units(run.data);
  run.entered = profile.schema->apply(run.data, run.journal, run.diagnostics, aids);
  if (!run.entered) {
    add_ledger_mistakes(run, profile.accounts, readable);
    return false;
  }
  std::vector<Disagreement> known;
  if (aids.has_units && !add_units(run, files, known)) return false;
  run.ledger = Ledger::settle(profile.accounts, *run.entered, run.journal, run.diagnostics, std::move(known));
  return run.ledger.has_value();
}

Report report_of(const ReportRun& run) {
  return {*run.profile->profile, *run.profile->templates, *run.entered, *run.ledger, run.sources};
}

bool fill_report(ReportRun& run) {
  run.document = fill(report_of(run), run.journal, run.diagnostics);
  if (!run.document) return false;
  run.document->source = path_below(run.home, run.found.path).value_or("");
#ifndef NDEBUG
  if (const std::string breach = verify(*run.document); !breach.empty()) {
    run.diagnostics.error("DOC-00", "生成的文档不完整：" + breach, {});
    return false;
  }
#endif
  return true;
}

Scope report_scope(ReportRun& run) {
  return ledger_scope(*run.ledger, named_figures(*run.profile->profile), run.entered->record, run.journal,
                      run.diagnostics, run.profile->profile->constants, run.prior ? &run.prior->last_year : nullptr);
}

void check_report(ReportRun& run) {
  const Scope scope = report_scope(run);
  const Profile& profile = *run.profile->profile;
  const std::vector<Declaration> declared = declarations(run.data);
  CheckInput input{.rules = profile.rules, .declarations = declared, .ledger = *run.ledger, .scope = scope};
  input.report = report_place(run.data, run.data_source);
  input.request = run.request;
  if (run.document) {
    input.proofs.emplace();
    proofread({*run.document, profile, run.entered->record, scope, run.sources}, *input.proofs);
  }
  run.outcomes = check(std::move(input), run.diagnostics);
}

std::unique_ptr<ReportRun> run_report(const FoundReport& found, const std::string& home, ProfileShelf& shelf,
                                      const CheckRequest& request) {
  auto run = std::make_unique<ReportRun>(found);
  run->request = request;
  if (read_report(*run, home, shelf) && settle_report(*run, shelf.files())) {
    run->prior = read_prior_report(*run, shelf);
    fill_report(*run);
    check_report(*run);
  }
  run->diagnostics.sort();
  return run;
}

fs::path output_stem(const fs::path& home, const fs::path& report) {
  const std::optional<std::string> inner = path_below(home / "data", report);
  return fs::path(inner.value_or(report.filename().string())).replace_extension();
}

}  // namespace gongkai
