#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "base/byte_hash.h"
#include "base/iri.h"
#include "cli/findings_form.h"
#include "cli/json_text.h"

namespace gongkai {
namespace {

using Json = nlohmann::ordered_json;

std::string uri(const std::string& path) { return (path.starts_with('/') ? "file://" : "") + uri_path(path); }

const char* sarif_level(Severity severity) {
  switch (severity) {
    case Severity::information: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "none";
}

Json sarif_file(const PlacedNote& place) {
  return {{"physicalLocation", {{"artifactLocation", {{"uri", uri(place.path)}}}}}};
}

Json sarif_location(const PlacedNote& place) {
  Json region = {{"startLine", place.begin.line},
                 {"startColumn", place.begin.column},
                 {"endLine", place.end.line},
                 {"endColumn", place.end.column}};
  Json location = sarif_file(place);
  location["physicalLocation"]["region"] = std::move(region);
  if (!place.message.empty()) location["message"] = {{"text", place.message}};
  return location;
}

/// "收入 1234.50万元" without what an edit of a figure changes: amounts and rates have a point.
std::string without_amounts(const std::string& message) {
  static constexpr std::string_view digits = "0123456789";
  std::string text;
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t end = std::min(message.find_first_not_of("0123456789.", at), message.size());
    const std::string_view run = std::string_view(message).substr(at, end - at);
    const bool amount = run.find('.') != std::string_view::npos && digits.find(run.front()) != std::string_view::npos;
    if (!amount) text += run;
    at = end;
    if (at < message.size()) text += message[at++];
  }
  return text;
}

std::string in_hex(std::uint64_t number) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t place = text.size(); place-- > 0; number >>= 4) text[place] = digits[number & 15];
  return text;
}

/// What tells a finding from others in the next run too: neither its line nor its amounts.
std::string fingerprint(const Finding& finding, const std::string& report) {
  return in_hex(hash_of(report + "\n" + finding.code + "\n" + without_amounts(finding.message)));
}

Json sarif_suppressions(const Finding& finding) {
  if (finding.declared.empty()) return Json::array();
  return Json::array({{{"kind", "inSource"}, {"status", "accepted"}, {"justification", finding.declared}}});
}

Json sarif_rule(const std::string& code, const ReportFindings& report) {
  Json rule = {{"id", code}};
  const auto known = report.rules.find(code);
  if (known == report.rules.end()) return rule;
  const RuleText& text = known->second;
  rule["name"] = text.name;
  rule["shortDescription"] = {{"text", text.name}};
  rule["fullDescription"] = {{"text", text.content.empty() ? text.name : text.content}};
  rule["defaultConfiguration"] = {{"level", sarif_level(text.severity)}};
  std::string help = text.basis.empty() ? std::string() : "依据：" + text.basis;
  if (!text.hint.empty()) help += (help.empty() ? "" : "\n\n") + std::string("提示：") + text.hint;
  if (!help.empty()) rule["help"] = {{"text", help}, {"markdown", help}};
  return rule;
}

class SarifLog {
 public:
  explicit SarifLog(std::string version) : version_(std::move(version)) {}

  std::string add(const ReportFindings& report) {
    std::string text;
    std::map<std::string, std::size_t> alike;
    for (const Finding& finding : report.findings) {
      std::string print = fingerprint(finding, report.path);
      const std::size_t before = alike[print]++;
      print += ":" + std::to_string(before + 1);
      text += lead() + "\n        " + json_text(result(finding, report, print), 4);
    }
    return text;
  }

  std::string end() {
    std::string text = results_ == 0 ? lead() + "],\n" : "\n      ],\n";
    const Json driver = {{"name", "gongkai"}, {"version", version_}, {"semanticVersion", version_}, {"rules", rules_}};
    text += "      \"tool\": " + json_text({{"driver", driver}}, 3) + "\n    }\n  ]\n}\n";
    return text;
  }

 private:
  std::string lead() {
    if (results_++ != 0) return ",";
    return "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": \"2.1.0\",\n"
           "  \"runs\": [\n    {\n      \"language\": \"zh-CN\",\n      \"columnKind\": \"unicodeCodePoints\",\n"
           "      \"results\": [";
  }

  std::size_t rule_index(const std::string& code, const ReportFindings& report) {
    const auto [entry, fresh] = known_.try_emplace(code, known_.size());
    if (fresh) rules_.push_back(sarif_rule(code, report));
    return entry->second;
  }

  Json result(const Finding& finding, const ReportFindings& report, const std::string& print) {
    std::string text = finding.message;
    if (!finding.hint.empty()) text += "（提示：" + finding.hint + "）";
    PlacedNote whole;
    whole.path = report.path;
    Json made = {
        {"ruleId", finding.code},
        {"ruleIndex", rule_index(finding.code, report)},
        {"level", sarif_level(finding.severity)},
        {"message", {{"text", text}}},
        {"locations", Json::array({finding.place.path.empty() ? sarif_file(whole) : sarif_location(finding.place)})},
        {"partialFingerprints", {{"gongkaiFinding/v1", print}}},
        {"suppressions", sarif_suppressions(finding)}};
    for (const PlacedNote& note : finding.notes) {
      if (!note.path.empty()) made["relatedLocations"].push_back(sarif_location(note));
    }
    return made;
  }

  std::string version_;
  Json rules_ = Json::array();
  std::map<std::string, std::size_t> known_;
  std::size_t results_ = 0;
};

}  // namespace

FindingsForm sarif_form(const std::string& version) {
  const auto log = std::make_shared<SarifLog>(version);
  return {[log](const ReportFindings& report) { return log->add(report); },
          [log](const Totals&) { return log->end(); }};
}

}  // namespace gongkai
