#include "ledger/declared_findings.h"

#include <algorithm>
#include <utility>

#include "base/diagnostic_text.h"

namespace gongkai {
namespace {

Diagnostic unused(const Declaration& declaration, const std::vector<std::string>& ids) {
  Diagnostic finding;
  finding.severity = Severity::warning;
  finding.fault = Fault::finding;
  finding.span = declaration.span;
  const bool known = std::find(ids.begin(), ids.end(), declaration.rule) != ids.end();
  finding.code = known ? "RULE-05" : "RULE-04";
  const bool any = declaration.holding.empty();
  const std::string about = any ? "，但这条规则没有发现问题" : "，但没有含“" + declaration.holding + "”的问题";
  finding.message = known ? "声明了规则 " + declaration.rule + about : "声明的规则“" + declaration.rule + "”不存在";
  finding.hint = "删去这条声明";
  if (const std::string near = known ? "" : nearest(declaration.rule, ids); !near.empty()) {
    finding.hint = "是否想写 " + near + "？";
  }
  return finding;
}

}  // namespace

std::string DeclaredFindings::add(Diagnostic finding) {
  const bool acceptable = finding.severity != Severity::information && finding.code != "RULE-01";
  for (std::size_t i = 0; acceptable && i < declarations_->size(); ++i) {
    const Declaration& declaration = (*declarations_)[i];
    if (declaration.rule != finding.code) continue;
    if (finding.message.find(declaration.holding) == std::string::npos) continue;
    used_[i] = true;
    finding.declared = declaration.reason;
    finding.severity = Severity::warning;
    finding.notes.push_back({"已声明：" + declaration.reason, {}});
  }
  std::string reason = finding.declared;
  found_.add(std::move(finding));
  return reason;
}

void DeclaredFindings::warn_unused(const std::vector<std::string>& known, const CheckRequest& request) {
  for (std::size_t i = 0; i < used_.size(); ++i) {
    const Declaration& declaration = (*declarations_)[i];
    if (!used_[i] && request.wants(declaration.rule)) found_.add(unused(declaration, known));
  }
}

void DeclaredFindings::move_to(Diagnostics& findings, Span report) {
  for (Diagnostic finding : found_.all()) {
    if (!finding.span.known()) finding.span = report;
    findings.add(std::move(finding));
  }
  found_ = {};
}

}  // namespace gongkai
