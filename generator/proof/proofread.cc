#include "proof/proofread.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "proof/marks.h"
#include "proof/phrase_search.h"
#include "proof/structure.h"
#include "proof/text_origin.h"

namespace gongkai {
namespace {

/// Cells of tables say the same again and again: most texts need to be read once only.
std::vector<std::size_t> first_of_same_text(const std::vector<Passage>& passages) {
  std::unordered_map<std::string_view, std::size_t> known;
  std::vector<std::size_t> first;
  for (const Passage& passage : passages) first.push_back(known.try_emplace(passage.text, first.size()).first->second);
  return first;
}

class Proofreader {
 public:
  Proofreader(const Proof& proof, Diagnostics& findings)
      : proof_(&proof),
        findings_(&findings),
        passages_(passages(proof.document)),
        same_text_(first_of_same_text(passages_)),
        origin_(proof.data, proof.profile, proof.sources) {}

  void run() {
    const std::vector<Rule>& rules = proof_->profile.rules;
    for (std::size_t at = 0; at < rules.size(); ++at) {
      if (!rules[at].proof || rules[at].off || !applies(rules[at])) continue;
      for (const ProofPhrase& phrase : rules[at].proof->phrases) search_.add(phrase, *rules[at].proof, at);
      if (rules[at].proof->kind != ProofKind::phrases) check(rules[at]);
    }
    std::vector<bool> slipped(passages_.size(), false);
    for (std::size_t at = 0; at < passages_.size(); ++at) {
      const std::size_t first = same_text_[at];
      if (first == at || slipped[first]) slipped[at] = find_phrases(passages_[at]);
    }
  }

 private:
  bool applies(const Rule& rule) {
    if (!rule.applies) return true;
    const std::optional<Value> value = worked_out(rule, *rule.applies);
    if (!value) return false;
    Diagnostics mistakes;
    return is_true(*value, rule.applies->span(), mistakes).value_or(false);
  }

  /// nullopt after a finding: the expression failed, or is not known.
  std::optional<Value> worked_out(const Rule& rule, const Expression& expression) {
    Diagnostics mistakes;
    std::optional<Value> value = evaluate(expression, proof_->scope, mistakes);
    if (!mistakes.all().empty()) {
      put(rule, "RULE-01", Severity::error, "规则 " + rule.id + " 无法计算：" + mistakes.all().front().message);
      return std::nullopt;
    }
    if (value && !value->is_unknown() && !value->is_absent()) return value;
    put(rule, rule.id, Severity::information, rule.name + "：“" + expression.text() + "”未提供，未核对");
    return std::nullopt;
  }

  void put(const Rule& rule, std::string code, Severity severity, std::string message) {
    Diagnostic finding;
    finding.severity = severity;
    finding.fault = Fault::finding;
    finding.code = std::move(code);
    finding.message = std::move(message);
    finding.notes.push_back({"规则", rule.span});
    findings_->add(std::move(finding));
  }

  void check(const Rule& rule) {
    const ProofCheck& wanted = *rule.proof;
    const auto placed = [&](PlacedSlip slip) {
      tell(rule, *slip.passage, {slip.begin, slip.end, std::move(slip.message)});
    };
    switch (wanted.kind) {
      case ProofKind::phrases: return;
      case ProofKind::doubled_marks: return each_passage(rule, find_doubled_marks);
      case ProofKind::half_width_marks: return each_passage(rule, find_half_width_marks);
      case ProofKind::unpaired_marks: return each_passage(rule, find_unpaired_marks);
      case ProofKind::bare_numbers: return each_passage(rule, find_bare_numbers);
      case ProofKind::repeated_words:
        return each_passage(
            rule, [&](std::string_view text, const TellSlip& tell) { find_repeated_words(text, wanted, tell); });
      case ProofKind::years: return check_years(rule);
      case ProofKind::names: return check_names(rule);
      case ProofKind::ordinals: return find_broken_ordinals(passages_, placed);
      case ProofKind::headings: return find_broken_headings(proof_->document, passages_, placed);
      case ProofKind::repeated_paragraphs: return find_repeated_paragraphs(proof_->document, passages_, placed);
      case ProofKind::tables: return check_tables(rule);
      case ProofKind::terms: return find_unused_terms(proof_->document, passages_, placed);
    }
  }

  template <typename Find>
  void each_passage(const Rule& rule, const Find& find) {
    std::vector<bool> slipped(passages_.size(), false);
    std::size_t at = 0;
    const TellSlip tell_here = [&](Slip slip) {
      slipped[at] = true;
      tell(rule, passages_[at], std::move(slip));
    };
    for (; at < passages_.size(); ++at) {
      const std::size_t first = same_text_[at];
      const bool known_good = first != at && !slipped[first];
      if (!known_good) find(passages_[at].text, tell_here);
    }
  }

  void check_years(const Rule& rule) {
    const std::optional<Value> value = worked_out(rule, *rule.proof->value);
    const Quantity* const year = value ? value->if_quantity() : nullptr;
    if (year == nullptr || !year->number().is_integer()) return;
    const auto number = static_cast<long long>(year->number().numerator());
    each_passage(rule,
                 [&](std::string_view text, const TellSlip& tell) { find_years(text, *rule.proof, number, tell); });
  }

  void check_names(const Rule& rule) {
    const std::optional<Value> value = worked_out(rule, *rule.proof->value);
    const std::string* const name = value ? value->if_text() : nullptr;
    if (name == nullptr) return;
    each_passage(rule, [&](std::string_view text, const TellSlip& tell) { find_names(text, *name, tell); });
  }

  /// Every table of the profile that has a code stands once, in the profile's order.
  void check_tables(const Rule& rule) {
    std::map<std::uint64_t, std::size_t> orders;
    const auto key = [](Span span) { return std::uint64_t{span.source} << 32U | span.begin; };
    const std::vector<TableDefinition>& tables = proof_->profile.tables;
    for (const TableDefinition& table : tables) {
      if (!table.code.empty()) orders.try_emplace(key(table.span), orders.size());
    }
    std::set<std::uint64_t> met;
    std::size_t furthest = 0;
    for (const Block& block : proof_->document.blocks) {
      const Table* const table = std::get_if<Table>(&block);
      const auto known = table == nullptr ? orders.end() : orders.find(key(table->span));
      if (known == orders.end()) continue;
      const std::string name = table->code + "“" + table->title + "”";
      if (!met.insert(known->first).second) place(rule, table->span, name + "出现了两次");
      if (known->second < furthest) place(rule, table->span, name + "排在后面的表之后");
      furthest = std::max(furthest, known->second);
    }
    for (const TableDefinition& table : tables) {
      const bool missing = !table.code.empty() && !met.empty() && !met.contains(key(table.span));
      if (missing) place(rule, table.span, "报告里没有" + table.code + "“" + table.title.text + "”");
    }
  }

  /// false: none.
  bool find_phrases(const Passage& passage) {
    bool any = false;
    search_.search(passage.text, [&](const PhraseSearch::Match& match) {
      const std::string found = passage.text.substr(match.begin, match.end - match.begin);
      std::string message = "印出了“" + found + "”";
      any = true;
      if (!match.phrase->instead.empty()) message += "，是否应为“" + match.phrase->instead + "”";
      tell(proof_->profile.rules[match.rule], passage, {match.begin, match.end, std::move(message)});
    });
    return any;
  }

  void tell(const Rule& rule, const Passage& passage, Slip slip) {
    // A text that is nothing but slips is told of often enough by the first of them.
    if (++slips_[{&rule, &passage}] > most_slips) return;
    const Span span = origin_.of(passage, slip.begin, slip.end);
    if (!told_.emplace(rule.id, span.source, span.begin, slip.message).second) return;
    std::string sentence = sentence_around(passage.text, slip.begin, slip.end);
    place(rule, span, slip.message + "：" + std::move(sentence));
  }

  void place(const Rule& rule, Span span, std::string message) {
    Diagnostic finding;
    finding.severity = rule.severity;
    finding.fault = Fault::finding;
    finding.code = rule.id;
    finding.message = rule.name + "：" + std::move(message);
    finding.span = span;
    finding.notes.push_back({"规则", rule.span});
    if (!rule.basis.empty()) finding.notes.push_back({"依据：" + rule.basis, {}});
    finding.hint = rule.hint;
    findings_->add(std::move(finding));
  }

  const Proof* proof_;
  Diagnostics* findings_;
  std::vector<Passage> passages_;
  std::vector<std::size_t> same_text_;  // by passage: the first with its text
  TextOrigin origin_;
  PhraseSearch search_;
  std::set<std::tuple<std::string, SourceId, std::uint32_t, std::string>> told_;
  static constexpr std::size_t most_slips = 10;  // of one rule in one passage
  std::map<std::pair<const Rule*, const Passage*>, std::size_t> slips_;
};

}  // namespace

void proofread(const Proof& proof, Diagnostics& findings) { Proofreader(proof, findings).run(); }

}  // namespace gongkai
