#include "ledger/check.h"

#include <algorithm>
#include <utility>

#include "ledger/declared_findings.h"
#include "ledger/figure_text.h"
#include "ledger/rule_run.h"

namespace gongkai {
namespace {

bool claims(const Rule& rule, const Comparison& compared) {
  if (rule.off || !rule.claims || (rule.claims_partial && !compared.partial)) return false;
  if (!rule.claims_measure.empty() && rule.claims_measure != compared.measure) return false;
  const auto& axes = compared.axes;
  return rule.claims_axis.empty() || std::find(axes.begin(), axes.end(), rule.claims_axis) != axes.end();
}

/// A rule has told the same of the same place, in its own words.
bool told_by_rule(const Diagnostics& findings, const Diagnostic& finding) {
  return std::any_of(findings.all().begin(), findings.all().end(),
                     [&](const Diagnostic& other) { return other.code == finding.code && other.span == finding.span; });
}

Diagnostic in_words_of(const Rule& rule, Diagnostic finding) {
  finding.code = rule.id;
  if (!rule.name.empty()) finding.message = rule.name + "：" + finding.message;
  if (finding.severity == Severity::error) finding.severity = rule.severity;
  finding.notes.push_back({"规则", rule.span});
  if (!rule.basis.empty()) finding.notes.push_back({"依据：" + rule.basis, {}});
  if (finding.severity != Severity::information && finding.hint.empty()) finding.hint = rule.hint;
  return finding;
}

/// The finding names the place of its rule.
bool tells_of(const Diagnostic& finding, const Rule& rule) {
  return std::any_of(finding.notes.begin(), finding.notes.end(),
                     [&rule](const Note& note) { return note.span == rule.span; });
}

class Check {
 public:
  explicit Check(CheckInput& input) : input_(&input), found_(input.declarations) {}

  std::vector<RuleOutcome> run(Diagnostics& findings) {
    add_proofs();
    for (const Rule& rule : input_->rules) outcomes_.push_back(outcome_of(rule));
    add_disagreements();
    warn_unused();
    found_.move_to(findings, input_->report);
    std::erase_if(outcomes_, [this](const RuleOutcome& outcome) { return !wanted(*outcome.rule); });
    return std::move(outcomes_);
  }

 private:
  [[nodiscard]] bool wanted(const Rule& rule) const { return !rule.off && input_->request.wants(rule.id); }
  [[nodiscard]] bool keeps() const { return input_->request.keeps_cases; }

  /// Those of the wanted rules.
  void add_proofs() {
    if (!input_->proofs) return;
    for (const Diagnostic& proof : input_->proofs->all()) {
      const auto tells = [&](const Rule& rule) { return wanted(rule) && tells_of(proof, rule); };
      if (std::none_of(input_->rules.begin(), input_->rules.end(), tells)) continue;
      proofs_.push_back({proof, found_.add(proof)});
    }
  }

  RuleOutcome outcome_of(const Rule& rule) {
    if (wanted(rule) && rule.proof) return proof_outcome(rule);
    if (wanted(rule) && !rule.claims) return run_rule(rule, {input_->ledger, input_->scope, keeps()}, found_);
    RuleOutcome outcome;
    outcome.rule = &rule;
    return outcome;
  }

  /// What was found in the text stands under the rule's place; nothing found: all of it is well.
  RuleOutcome proof_outcome(const Rule& rule) {
    RuleOutcome outcome;
    outcome.rule = &rule;
    for (const Proof& proof : proofs_) {
      if (!tells_of(proof.finding, rule)) continue;
      CaseOutcome told;
      told.outcome = proof.finding.severity == Severity::information ? Outcome::not_given : Outcome::broken;
      told.figures.push_back({"", proof.finding.message, proof.finding.span});
      told.declared = proof.declared;
      if (proof.finding.code == "RULE-01") outcome.faulty = true;
      outcome.add(std::move(told), keeps());
    }
    if (outcome.broken + outcome.not_given != 0) return outcome;
    CaseOutcome whole;
    whole.outcome = input_->proofs ? Outcome::holds : Outcome::not_given;
    whole.subject = "报告的文字";
    outcome.add(std::move(whole), keeps());
    return outcome;
  }

  [[nodiscard]] CaseOutcome case_of(const Comparison& compared, Outcome outcome) const {
    CaseOutcome told;
    told.outcome = outcome;
    if (!keeps()) return told;
    told.subject = compared.label;
    for (const Comparison::Side& side : compared.sides)
      told.figures.push_back({side.name, figure_text(side.quantity, input_->ledger.unit()), side.place});
    return told;
  }

  /// The ledger's own comparisons, each under the first rule that claims it.
  void add_disagreements() {
    const Ledger& ledger = input_->ledger;
    ledger.reconcile();
    for (const Disagreement& disagreement : ledger.all_disagreements()) add_disagreement(disagreement);
    for (const Comparison& compared : ledger.comparisons()) {
      RuleOutcome* const outcome = claimant(compared);
      if (outcome != nullptr) outcome->add(case_of(compared, Outcome::holds), keeps());
    }
  }

  void add_disagreement(const Disagreement& disagreement) {
    const Diagnostic& finding = disagreement.finding;
    RuleOutcome* const outcome = finding.code == "SUM-00" ? claimant(disagreement.compared) : nullptr;
    if (outcome == nullptr) {
      const bool told = finding.code != "SUM-00" && told_by_rule(found_.all(), finding);
      const bool asked = finding.fault != Fault::finding || input_->request.wants(finding.code);
      if (!told && asked) found_.add(finding);
      return;
    }
    if (!wanted(*outcome->rule)) return;
    const bool tail = finding.severity == Severity::information;
    CaseOutcome told = case_of(disagreement.compared, tail ? Outcome::within_tail : Outcome::broken);
    told.declared = found_.add(in_words_of(*outcome->rule, finding));
    outcome->add(std::move(told), keeps());
  }

  RuleOutcome* claimant(const Comparison& compared) {
    const auto found = std::find_if(outcomes_.begin(), outcomes_.end(),
                                    [&](const RuleOutcome& outcome) { return claims(*outcome.rule, compared); });
    return found == outcomes_.end() ? nullptr : &*found;
  }

  void warn_unused() {
    std::vector<std::string> ids{"SUM-00", "SUM-05"};
    for (const Rule& rule : input_->rules) ids.push_back(rule.id);
    found_.warn_unused(ids, input_->request);
  }

  struct Proof {
    Diagnostic finding;
    std::string declared;
  };
  CheckInput* input_;
  DeclaredFindings found_;
  std::vector<Proof> proofs_;
  std::vector<RuleOutcome> outcomes_;  // of all rules, while comparisons look for their claimants
};

}  // namespace

std::vector<RuleOutcome> check(CheckInput input, Diagnostics& findings) { return Check(input).run(findings); }

}  // namespace gongkai
