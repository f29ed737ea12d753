#include "cli/rule_checks.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/diagnostic_text.h"
#include "cli/messages.h"
#include "cli/report_data.h"
#include "cli/rule_list.h"

namespace gongkai {
namespace {

const char* tolerance_word(const Rule& rule) {
  if (rule.compared.empty()) return rule.claims ? "尾差" : "";
  switch (rule.tolerance) {
    case Tolerance::exact: return "精确";
    case Tolerance::same_print: return "印数相同";
    case Tolerance::tail: return "尾差";
    case Tolerance::interval: return "区间";
  }
  return "";
}

PlacedCase placed_case(const CaseOutcome& told, const Sources& sources) {
  PlacedCase placed{told.outcome, told.subject, {}, told.missing, told.declared};
  for (const CaseFigure& figure : told.figures) {
    const std::string text = figure.name.empty() ? figure.text : figure.name + " " + figure.text;
    placed.figures.push_back(placed_note(text, figure.place, sources));
  }
  return placed;
}

RuleCheck check_of(const RuleOutcome& outcome, const Sources& sources) {
  const Rule& rule = *outcome.rule;
  RuleCheck check{rule.id, rule.name, rule.severity, tolerance_word(rule), ""};
  if (rule.applies) check.applies = rule.applies->text();
  check.faulty = outcome.faulty;
  check.held = outcome.held;
  check.broken = outcome.broken;
  check.not_given = outcome.not_given;
  for (const CaseOutcome& told : outcome.cases) check.cases.push_back(placed_case(told, sources));
  return check;
}

/// What is asked for, but not evaluated by this profile.
void add_unchecked(const Profile& profile, const CheckRequest& request, std::vector<RuleCheck>& checks) {
  std::set<std::string> known;
  for (const Rule& rule : profile.rules) {
    known.insert(rule.id);
    if (rule.off && request.wants(rule.id))
      checks.push_back({rule.id, rule.name, rule.usual, "", "已停用：" + rule.reason});
  }
  for (const CatalogueEntry& entry : profile.catalogue) {
    if (request.wants(entry.id) && known.insert(entry.id).second)
      checks.push_back({entry.id, entry.name, entry.severity, "", why_unchecked(entry)});
  }
  for (const std::string& id : request.ids) {
    if (!known.contains(id)) checks.push_back({id, "", Severity::error, "", "本模板没有这一条"});
  }
}

std::vector<std::string> known_ids(const Profile& profile) {
  std::vector<std::string> ids;
  for (const CatalogueEntry& entry : profile.catalogue) ids.push_back(entry.id);
  for (const Rule& rule : profile.rules) ids.push_back(rule.id);
  return ids;
}

std::string in_capitals(std::string text) {
  for (char& letter : text) letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  return text;
}

/// In the report's own file the line is enough.
std::string place_text(const PlacedNote& place, const std::string& report) {
  if (place.path.empty()) return {};
  const std::string line = std::to_string(place.begin.line);
  return "［" + (place.path == report ? line + " 行" : place.path + ":" + line) + "］";
}

std::string case_line(const PlacedCase& told, const std::string& report) {
  constexpr std::size_t word_width = 14;
  std::string text = told.subject;
  std::string figures;
  for (const PlacedNote& figure : told.figures)
    figures += (figures.empty() ? "" : "，") + figure.message + place_text(figure, report);
  if (!text.empty() && !figures.empty()) text += "：";
  text += figures;
  for (std::size_t at = 0; at < told.missing.size(); ++at) {
    const char* const lead = text.empty() ? "缺 " : "，缺 ";
    text += (at == 0 ? lead : "、") + told.missing[at];
  }
  if (!told.declared.empty()) text += "（已声明：" + told.declared + "）";
  return "    " + padded(outcome_word(told.outcome), word_width) + text + "\n";
}

std::string head_line(const RuleCheck& check) {
  std::string text = "  " + check.id + (check.name.empty() ? "" : " " + check.name);
  if (!check.why_not.empty()) return text + "：" + check.why_not + "\n";
  text += std::string("（") + severity_word(check.severity);
  if (!check.tolerance.empty()) text += "，容差：" + check.tolerance;
  std::string counts;
  const auto count = [&counts](const char* word, std::size_t number) {
    if (number != 0) counts += (counts.empty() ? "" : "，") + std::string(word) + " " + std::to_string(number);
  };
  count("相符", check.held);
  count("不符", check.broken);
  count("未能核对", check.not_given);
  return text + "）：" + (counts.empty() ? no_outcome(check) : counts) + "\n";
}

}  // namespace

std::string no_outcome(const RuleCheck& check) {
  if (check.faulty) return "规则有错误";
  const bool idle = std::any_of(check.cases.begin(), check.cases.end(),
                                [](const PlacedCase& told) { return told.outcome == Outcome::not_applicable; });
  return idle ? "不适用，只在“" + check.applies + "”时核对" : "没有要核对的数";
}

const char* outcome_word(Outcome outcome) {
  switch (outcome) {
    case Outcome::holds: return "相符";
    case Outcome::within_tail: return "相符（尾差）";
    case Outcome::broken: return "不符";
    case Outcome::not_given: return "未能核对";
    case Outcome::not_applicable: return "不适用";
  }
  return "";
}

std::vector<RuleCheck> rule_checks(const ReportRun& run) {
  std::vector<RuleCheck> checks;
  if (run.request.ids.empty() || !run.ledger) return checks;
  const Sources sources = shown_sources(run);
  for (const RuleOutcome& outcome : run.outcomes) checks.push_back(check_of(outcome, sources));
  add_unchecked(*run.profile->profile, run.request, checks);
  return checks;
}

std::string unknown_rules(const std::vector<FoundReport>& reports, const std::vector<std::string>& ids,
                          const std::string& home, ProfileShelf& shelf) {
  std::set<std::string> unknown(ids.begin(), ids.end());
  std::vector<std::string> known;
  for (std::size_t at = 0; at < reports.size() && !unknown.empty(); ++at) {
    ReportRun run(reports[at]);
    if (!read_report(run, home, shelf)) continue;
    known = known_ids(*run.profile->profile);
    for (const std::string& id : known) unknown.erase(id);
  }
  std::string text;
  for (const std::string& id : known.empty() ? std::set<std::string>() : unknown) {
    const std::string near = nearest(in_capitals(id), known);
    text += (text.empty() ? "" : "；") + std::string("没有规则“") + id + "”";
    if (!near.empty()) text += "，是否想写 " + near + "？";
  }
  return text;
}

std::string rule_checks_text(const std::string& report, const std::vector<RuleCheck>& checks) {
  std::string text = report + "\n";
  if (checks.empty()) text += "  没有核对：数据或模板有错误\n";
  for (const RuleCheck& check : checks) {
    text += head_line(check);
    for (const PlacedCase& told : check.cases) {
      if (told.outcome != Outcome::not_applicable) text += case_line(told, report);
    }
  }
  return text;
}

}  // namespace gongkai
