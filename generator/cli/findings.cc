#include "cli/findings.h"

#include <algorithm>

#include "cli/rule_checks.h"

namespace gongkai {
namespace {

RuleText rule_text(const Profile& profile, const std::string& code) {
  RuleText text;
  for (const Rule& rule : profile.rules) {
    if (rule.id == code && text.basis.empty()) text = {rule.name, "", rule.basis, rule.hint, rule.severity};
  }
  for (const CatalogueEntry& entry : profile.catalogue) {
    if (entry.id == code) text = {entry.name, entry.content, entry.basis, entry.hint, entry.severity};
  }
  return text;
}

}  // namespace

PlacedNote placed_note(const std::string& message, Span span, const Sources& sources) {
  PlacedNote note;
  note.message = message;
  if (!span.known()) return note;
  const Source& source = sources.at(span.source);
  note.path = source.path();
  note.begin = source.position(span.begin);
  note.end = source.position(span.end);
  note.line = source.line(note.begin.line);
  return note;
}

std::size_t ReportFindings::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(
      findings.begin(), findings.end(), [severity](const Finding& finding) { return finding.severity == severity; }));
}

namespace {

ReportFindings findings_of(const ReportRun& run, const std::string& path, const Sources& sources) {
  ReportFindings report;
  report.path = path;
  if (run.document) report.title = run.document->title;
  report.counts = count_rules(run.outcomes);
  const Profile* const profile = run.profile ? run.profile->profile.get() : nullptr;
  for (const Diagnostic& diagnostic : run.diagnostics.all()) {
    Finding finding;
    finding.severity = diagnostic.severity;
    finding.fault = diagnostic.fault;
    finding.code = diagnostic.code;
    finding.message = diagnostic.message;
    finding.hint = diagnostic.hint;
    finding.declared = diagnostic.declared;
    finding.place = placed_note({}, diagnostic.span, sources);
    for (const Note& note : diagnostic.notes) finding.notes.push_back(placed_note(note.message, note.span, sources));
    RuleText text = profile == nullptr ? RuleText{} : rule_text(*profile, finding.code);
    if (!text.name.empty()) report.rules.emplace(finding.code, std::move(text));
    report.findings.push_back(std::move(finding));
  }
  return report;
}

}  // namespace

ReportFindings placed_findings(const ReportRun& run) {
  ReportFindings report = findings_of(run, run.found.shown, shown_sources(run));
  report.checks = rule_checks(run);
  return report;
}

ReportFindings findings_from_home(const ReportRun& run) {
  return findings_of(run, run.sources.at(run.data_source).path(), run.sources);
}

const char* severity_word(Severity severity) {
  switch (severity) {
    case Severity::information: return "提示";
    case Severity::warning: return "警告";
    case Severity::error: return "错误";
  }
  return "";
}

}  // namespace gongkai
