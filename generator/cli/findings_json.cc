#include <memory>
#include <nlohmann/json.hpp>

#include "cli/findings_form.h"
#include "cli/json_text.h"
#include "cli/rule_checks.h"

namespace gongkai {
namespace {

using Json = nlohmann::ordered_json;

const char* severity_name(Severity severity) {
  switch (severity) {
    case Severity::information: return "information";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "";
}

const char* fault_name(Fault fault) {
  switch (fault) {
    case Fault::finding: return "finding";
    case Fault::usage: return "usage";
    case Fault::input: return "input";
    case Fault::output: return "output";
  }
  return "";
}

Json place_json(const PlacedNote& place) {
  return {{"path", place.path},
          {"line", place.begin.line},
          {"column", place.begin.column},
          {"end_line", place.end.line},
          {"end_column", place.end.column}};
}

Json finding_json(const Finding& finding) {
  Json json = {{"severity", severity_name(finding.severity)}, {"code", finding.code}, {"message", finding.message}};
  if (finding.severity == Severity::error) json["fault"] = fault_name(finding.fault);
  if (!finding.place.path.empty()) json["place"] = place_json(finding.place);
  for (const PlacedNote& note : finding.notes) {
    Json item = {{"message", note.message}};
    if (!note.path.empty()) item["place"] = place_json(note);
    json["notes"].push_back(item);
  }
  if (!finding.hint.empty()) json["hint"] = finding.hint;
  if (!finding.declared.empty()) json["declared"] = finding.declared;
  return json;
}

const char* outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::holds: return "holds";
    case Outcome::within_tail: return "within_tail";
    case Outcome::broken: return "broken";
    case Outcome::not_given: return "not_given";
    case Outcome::not_applicable: return "not_applicable";
  }
  return "";
}

Json case_json(const PlacedCase& told) {
  Json json = {{"outcome", outcome_name(told.outcome)}, {"subject", told.subject}, {"figures", Json::array()}};
  for (const PlacedNote& figure : told.figures) {
    Json item = {{"text", figure.message}};
    if (!figure.path.empty()) item["place"] = place_json(figure);
    json["figures"].push_back(std::move(item));
  }
  if (!told.missing.empty()) json["missing"] = told.missing;
  if (!told.declared.empty()) json["declared"] = told.declared;
  return json;
}

Json check_json(const RuleCheck& check) {
  Json json = {{"id", check.id}, {"name", check.name}, {"severity", severity_name(check.severity)}};
  if (!check.why_not.empty()) {
    json["not_checked"] = check.why_not;
    return json;
  }
  if (!check.tolerance.empty()) json["tolerance"] = check.tolerance;
  if (!check.applies.empty()) json["applies"] = check.applies;
  json["faulty"] = check.faulty;
  json["held"] = check.held;
  json["broken"] = check.broken;
  json["not_given"] = check.not_given;
  json["cases"] = Json::array();
  for (const PlacedCase& told : check.cases) json["cases"].push_back(case_json(told));
  return json;
}

Json report_json(const ReportFindings& report) {
  Json findings = Json::array();
  for (const Finding& finding : report.findings) findings.push_back(finding_json(finding));
  Json rules = Json::object();
  for (const auto& [code, text] : report.rules) {
    rules[code] = {{"name", text.name}, {"content", text.content}, {"basis", text.basis}};
  }
  Json json = {{"path", report.path},
               {"title", report.title},
               {"errors", report.count(Severity::error)},
               {"warnings", report.count(Severity::warning)},
               {"information", report.count(Severity::information)},
               {"rules_evaluated", report.counts.evaluated},
               {"rules_skipped", report.counts.skipped},
               {"findings", std::move(findings)},
               {"rules", std::move(rules)}};
  if (report.checks.empty()) return json;
  json["checks"] = Json::array();
  for (const RuleCheck& check : report.checks) json["checks"].push_back(check_json(check));
  return json;
}

constexpr const char* json_head = "{\n  \"format\": \"gongkai-check\",\n  \"version\": 1,\n  \"reports\": [";

}  // namespace

FindingsForm json_form() {
  const auto begun = std::make_shared<bool>(false);
  const auto lead = [begun] {
    const bool first = !*begun;
    *begun = true;
    return first ? std::string(json_head) : std::string(",");
  };
  const auto add = [lead](const ReportFindings& report) {
    return lead() + "\n    " + json_text(report_json(report), 2);
  };
  const auto end = [begun](const Totals& totals) {
    const Json counts = {{"errors", totals.errors}, {"warnings", totals.warnings}, {"information", totals.information}};
    return (*begun ? "\n  ]," : std::string(json_head) + "],") + json_text(counts, 0).substr(1) + "\n";
  };
  return {add, end};
}

}  // namespace gongkai
