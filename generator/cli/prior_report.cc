#include "cli/prior_report.h"

#include <filesystem>
#include <optional>
#include <utility>

#include "cli/pipeline.h"
#include "value/decimal.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

constexpr const char* prior_key = "上年报告";

/// "2023-final-accounts.yaml" → "2022-final-accounts.yaml"; nullopt for other names.
std::optional<std::string> name_a_year_before(const std::string& name) {
  constexpr std::size_t year_digits = 4;
  if (name.size() <= year_digits || name.find_first_not_of("0123456789") != year_digits) return std::nullopt;
  return std::to_string(std::stoi(name.substr(0, year_digits)) - 1) + name.substr(year_digits);
}

struct Wanted {
  fs::path path;
  Span asked;  // known when the data names it
};

std::optional<Wanted> wanted_file(const ReportRun& run) {
  const Value* const named = run.data.find(prior_key);
  const std::string* const text = named == nullptr ? nullptr : named->if_text();
  if (text != nullptr) return Wanted{(run.found.path.parent_path() / *text).lexically_normal(), named->span};
  const auto name = name_a_year_before(run.found.path.filename().string());
  if (!name) return std::nullopt;
  const Wanted beside{run.found.path.parent_path() / *name, {}};
  std::error_code error;
  return fs::is_regular_file(beside.path, error) ? std::optional(beside) : std::nullopt;
}

/// As it would be shown had it been named where the report was.
std::string shown_beside(const ReportRun& run, const fs::path& path) {
  const fs::path inner = path.lexically_relative(run.found.path.parent_path());
  return (fs::path(run.found.shown).parent_path() / inner).lexically_normal().string();
}

void tell_unusable(ReportRun& run, const Wanted& wanted, const std::string& shown) {
  Diagnostic finding;
  finding.severity = wanted.asked.known() ? Severity::error : Severity::warning;
  finding.code = "REP-06";
  finding.message = "上年报告 " + shown + " 读不了或有错误，上年数没有核对";
  finding.span = wanted.asked;
  finding.hint = "用 gongkai check " + shown + " 查看原因";
  run.diagnostics.add(std::move(finding));
}

}  // namespace

PriorReport::PriorReport() = default;
PriorReport::~PriorReport() = default;

std::vector<std::pair<std::string, Expression>> named_figures(const Profile& profile) {
  std::vector<std::pair<std::string, Expression>> names;
  for (const NamedFigure& figure : profile.names) names.emplace_back(figure.name, figure.expression);
  return names;
}

std::unique_ptr<PriorReport> read_prior_report(ReportRun& run, ProfileShelf& shelf) {
  const std::optional<Wanted> wanted = wanted_file(run);
  if (!wanted) return nullptr;
  const std::string shown = shown_beside(run, wanted->path);
  auto prior = std::make_unique<PriorReport>();
  prior->run = std::make_unique<ReportRun>(FoundReport{shown, wanted->path, true});
  ReportRun& before = *prior->run;
  if (!read_report(before, run.home.string(), shelf) || !settle_report(before, shelf.files())) {
    tell_unusable(run, *wanted, shown);
    return nullptr;
  }
  prior->scope = ledger_scope(*before.ledger, named_figures(*before.profile->profile), before.entered->record,
                              before.journal, before.diagnostics, before.profile->profile->constants);
  const SourceId source = run.sources.add(shown, before.sources.at(before.data_source).text());
  run.texts.push_back({source, shown});
  prior->last_year = {&prior->scope, source};
  return prior;
}

}  // namespace gongkai
