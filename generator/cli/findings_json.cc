#include "cli/findings_json.h"

#include <map>
#include <nlohmann/json.hpp>

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
  return json;
}

/// Data may hold anything; a broken byte must not stop the report about it.
std::string text_of(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

/// SARIF wants URIs: everything outside the unreserved characters and '/' is escaped.
std::string uri(const std::string& path) {
  static constexpr char digits[] = "0123456789ABCDEF";
  static constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  std::string text;
  for (const char character : path) {
    const auto byte = static_cast<unsigned char>(character);
    if (plain.find(character) != std::string_view::npos) {
      text += character;
    } else {
      text += '%';
      text += digits[byte >> 4];
      text += digits[byte & 15];
    }
  }
  return path.starts_with('/') ? "file://" + text : text;
}

const char* sarif_level(Severity severity) {
  switch (severity) {
    case Severity::information: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "none";
}

Json sarif_location(const PlacedNote& place) {
  Json region = {{"startLine", place.begin.line},
                 {"startColumn", place.begin.column},
                 {"endLine", place.end.line},
                 {"endColumn", place.end.column}};
  Json location = {{"physicalLocation", {{"artifactLocation", {{"uri", uri(place.path)}}}, {"region", region}}}};
  if (!place.message.empty()) location["message"] = {{"text", place.message}};
  return location;
}

Json sarif_result(const Finding& finding, const std::string& report, std::size_t rule) {
  std::string text = finding.message;
  if (!finding.hint.empty()) text += "（提示：" + finding.hint + "）";
  Json result = {{"ruleId", finding.code},
                 {"ruleIndex", rule},
                 {"level", sarif_level(finding.severity)},
                 {"message", {{"text", text}}}};
  if (finding.place.path.empty()) {
    result["locations"] = Json::array({{{"physicalLocation", {{"artifactLocation", {{"uri", uri(report)}}}}}}});
  } else {
    result["locations"] = Json::array({sarif_location(finding.place)});
  }
  for (const PlacedNote& note : finding.notes) {
    if (!note.path.empty()) result["relatedLocations"].push_back(sarif_location(note));
  }
  return result;
}

Json sarif_rule(const std::string& code, const ReportFindings& report) {
  Json rule = {{"id", code}};
  const auto known = report.rules.find(code);
  if (known == report.rules.end()) return rule;
  const RuleText& text = known->second;
  rule["shortDescription"] = {{"text", text.name}};
  if (!text.content.empty()) rule["fullDescription"] = {{"text", text.content}};
  if (!text.basis.empty()) rule["help"] = {{"text", "依据：" + text.basis}};
  return rule;
}

}  // namespace

std::string findings_json(const std::vector<ReportFindings>& reports, const Totals& totals) {
  Json list = Json::array();
  for (const ReportFindings& report : reports) {
    Json findings = Json::array();
    for (const Finding& finding : report.findings) findings.push_back(finding_json(finding));
    Json rules = Json::object();
    for (const auto& [code, text] : report.rules) {
      rules[code] = {{"name", text.name}, {"content", text.content}, {"basis", text.basis}};
    }
    list.push_back({{"path", report.path},
                    {"title", report.title},
                    {"errors", report.count(Severity::error)},
                    {"warnings", report.count(Severity::warning)},
                    {"information", report.count(Severity::information)},
                    {"findings", std::move(findings)},
                    {"rules", std::move(rules)}});
  }
  return text_of({{"format", "gongkai-check"},
                  {"version", 1},
                  {"reports", list},
                  {"errors", totals.errors},
                  {"warnings", totals.warnings},
                  {"information", totals.information}});
}

std::string findings_sarif(const std::vector<ReportFindings>& reports, const std::string& version) {
  Json rules = Json::array();
  Json results = Json::array();
  std::map<std::string, std::size_t> known;
  for (const ReportFindings& report : reports) {
    for (const Finding& finding : report.findings) {
      const auto [entry, fresh] = known.try_emplace(finding.code, known.size());
      if (fresh) rules.push_back(sarif_rule(finding.code, report));
      results.push_back(sarif_result(finding, report.path, entry->second));
    }
  }
  const Json driver = {{"name", "gongkai"}, {"version", version}, {"rules", rules}};
  const Json run = {{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results}};
  return text_of({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                  {"version", "2.1.0"},
                  {"runs", Json::array({run})}});
}

}  // namespace gongkai
