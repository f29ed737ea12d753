#include "profile/rules_reader.h"

#include <algorithm>
#include <map>
#include <utility>

#include "ledger/definition.h"
#include "profile/rule_words.h"

namespace gongkai {
namespace {

using Named = std::vector<std::pair<std::string, Expression>>;

class RuleReader {
 public:
  /// `loops`: 遍历 that several checks share, by name; nullptr when there are none.
  RuleReader(const Accounts& accounts, const std::vector<CatalogueEntry>& catalogue, const Value* loops,
             Diagnostics& diagnostics)
      : accounts_(&accounts), catalogue_(&catalogue), shared_loops_(loops), read_(diagnostics) {}

  Rule rule(const Value& value) {
    read_.only_keys(value,
                    {"编号", "名称", "对象", "条件", "比较", "容差", "遍历", "当", "级别", "依据", "说明", "提示",
                     "核对合计", "文档"},
                    "规则");
    Rule rule;
    rule.span = value.span;
    rule.id = read_.required_text(value, "编号", "规则");
    const CatalogueEntry entry = entry_of(rule.id, value);
    rule.name = text_or(value, "名称", entry.name);
    rule.operands = named(value, "对象");
    rule.loops = loops(value);
    rule.applies = read_.expression(value, "当");
    rule.condition = read_.expression(value, "条件");
    rule.compared = read_.texts(value, "比较");
    rule.tolerance = read_tolerance(read_, value, entry.tolerance);
    rule.severity = rule.usual = read_severity(read_, value, entry.severity);
    rule.basis = text_or(value, "依据", entry.basis);
    rule.message = read_.text(value, "说明");
    rule.hint = text_or(value, "提示", entry.hint);
    for (const char* const key : {"说明", "提示"}) check_places(value, key, rule);
    read_claims(value, rule);
    if (const Value* const proof = value.find("文档")) rule.proof = read_proof_check(*proof, read_.diagnostics());
    check_whole(value, rule);
    return rule;
  }

 private:
  std::string text_or(const Value& value, std::string_view key, const std::string& otherwise) {
    std::string text = read_.text(value, key);
    return text.empty() ? otherwise : text;
  }

  /// What the check need not repeat. A profile that uses no catalogue names its rules itself.
  CatalogueEntry entry_of(const std::string& id, const Value& value) {
    std::vector<std::string> ids;
    for (const CatalogueEntry& entry : *catalogue_) {
      if (entry.id == id) return entry;
      ids.push_back(entry.id);
    }
    if (!ids.empty() && !id.empty()) {
      read_.error("RULES-08", "规则目录里没有 " + id, value.find("编号")->span, DefinitionReader::near_miss(id, ids));
    }
    CatalogueEntry none;
    none.name = id;
    return none;
  }

  Named named(const Value& value, std::string_view key) {
    Named found;
    const Value* const section = value.find(key);
    if (section != nullptr && !section->is_absent()) add_named(*section, key, found);
    return found;
  }

  void add_named(const Value& section, std::string_view key, Named& found) {
    if (section.if_record() == nullptr) {
      read_.error("DEF-01", "“" + std::string(key) + "”应为一组“名字: 表达式”", section.span);
      return;
    }
    for (const Entry& entry : *section.if_record()) {
      if (auto expression = read_.parse(entry.value)) found.emplace_back(entry.key, std::move(*expression));
    }
  }

  /// A group of names, or a list of such groups, some of them by the name under which they are shared.
  Named loops(const Value& value) {
    const Value* const section = value.find("遍历");
    const List* const groups = section == nullptr ? nullptr : section->if_list();
    if (groups == nullptr) return named(value, "遍历");
    Named found;
    std::map<std::string, Span> places;
    for (const Value& group : *groups) {
      const std::string* const name = group.if_text();
      const Value* const loop = name == nullptr ? &group : shared_loop(*name, group.span);
      if (loop == nullptr) continue;
      check_unshadowed(*loop, name == nullptr ? Span{} : group.span, places);
      add_named(*loop, "遍历", found);
    }
    return found;
  }

  /// A name stands in one group of a list only. `use` is where a shared group is called for: there the rule errs.
  void check_unshadowed(const Value& loop, Span use, std::map<std::string, Span>& places) {
    if (loop.if_record() == nullptr) return;
    for (const Entry& entry : *loop.if_record()) {
      const auto [place, is_new] = places.emplace(entry.key, entry.key_span);
      if (is_new) continue;
      Diagnostic again;
      again.code = "RULES-15";
      again.message = "“遍历”的各组里“" + entry.key + "”不止一个，后一个会盖住前一个";
      again.span = use.known() ? use : entry.key_span;
      again.notes = {{"前一个“" + entry.key + "”", place->second}};
      again.hint = "给其中一个换个名字，或删去重复的一组";
      read_.diagnostics().add(std::move(again));
    }
  }

  const Value* shared_loop(const std::string& name, Span use) {
    const Value* const shared = shared_loops_ == nullptr ? nullptr : shared_loops_->find(name);
    if (shared != nullptr) return shared;
    std::vector<std::string> known;
    if (shared_loops_ != nullptr && shared_loops_->if_record() != nullptr) {
      for (const Entry& entry : *shared_loops_->if_record()) known.push_back(entry.key);
    }
    read_.error("RULES-09", "没有共用的遍历“" + name + "”", use, DefinitionReader::near_miss(name, known));
    return nullptr;
  }

  void read_claims(const Value& value, Rule& rule) {
    const Value* const claims = value.find("核对合计");
    if (claims == nullptr) return;
    rule.claims = true;
    read_.only_keys(*claims, {"指标", "维度", "不全"}, "核对合计");
    rule.claims_partial = read_.flag(*claims, "不全");
    rule.claims_measure = read_.text(*claims, "指标");
    rule.claims_axis = read_.text(*claims, "维度");
    std::vector<std::string> measures;
    std::vector<std::string> axes;
    for (const Measure& measure : accounts_->measures) measures.push_back(measure.name);
    for (const Axis& axis : accounts_->axes) axes.push_back(axis.name());
    check_known(*claims, "指标", rule.claims_measure, measures);
    check_known(*claims, "维度", rule.claims_axis, axes);
  }

  void check_known(const Value& claims, std::string_view key, const std::string& name,
                   const std::vector<std::string>& known) {
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) return;
    read_.error("RULES-02", "没有" + std::string(key) + "“" + name + "”", claims.find(key)->span,
                DefinitionReader::near_miss(name, known));
  }

  /// Every {支出} and {科目.名称} of a message must be an operand or a loop of the rule.
  void check_places(const Value& value, std::string_view key, const Rule& rule) {
    const std::string message = read_.text(value, key);
    std::vector<std::string> known;
    for (const auto& [name, expression] : rule.operands) known.push_back(name);
    for (const auto& [name, expression] : rule.loops) known.push_back(name);
    for (std::size_t open = message.find('{'); open != std::string::npos; open = message.find('{', open + 1)) {
      const std::size_t end = message.find_first_of(".}", open + 1);
      const bool closed = message.find('}', open) != std::string::npos;
      const std::string name = message.substr(open + 1, end == std::string::npos ? end : end - open - 1);
      if (closed && std::find(known.begin(), known.end(), name) != known.end()) continue;
      read_.error("RULES-07",
                  "“" + std::string(key) + "”里的“{" + name + (closed ? "}”不在“对象”“遍历”中" : "”没有写完"),
                  value.find(key)->span, closed ? DefinitionReader::near_miss(name, known) : "补上“}”");
    }
  }

  void check_whole(const Value& value, const Rule& rule) {
    const int kinds =
        (value.find("条件") != nullptr) + (value.find("比较") != nullptr) + rule.claims + rule.proof.has_value();
    if (kinds != 1) {
      read_.error("RULES-03", "规则 " + rule.id + " 应有“条件”“比较”“核对合计”“文档”中的一个", rule.span);
    }
    if (value.find("比较") == nullptr) return;
    if (rule.compared.size() != 2) {
      read_.error("RULES-04", "“比较”应写两个对象的名字", value.find("比较")->span);
    }
    std::vector<std::string> operands;
    for (const auto& [name, expression] : rule.operands) operands.push_back(name);
    for (const std::string& name : rule.compared) {
      if (std::find(operands.begin(), operands.end(), name) != operands.end()) continue;
      read_.error("RULES-05", "“比较”里的“" + name + "”不在“对象”中", value.find("比较")->span,
                  DefinitionReader::near_miss(name, operands));
    }
  }

  const Accounts* accounts_;
  const std::vector<CatalogueEntry>* catalogue_;
  const Value* shared_loops_;
  DefinitionReader read_;
};

}  // namespace

RuleBook read_rules(const Value& rules, const Accounts& accounts, Diagnostics& diagnostics) {
  DefinitionReader read(diagnostics);
  read.only_keys(rules, {"目录", "遍历", "规则", "调整"}, "rules.yaml");
  RuleBook book{read_catalogue(rules, diagnostics), {}};
  const Value* const items = rules.find("规则");
  if (items != nullptr && !items->is_absent() && items->if_list() == nullptr) {
    read.error("RULES-06", "“规则”应为列表", items->span);
  }
  RuleReader reader(accounts, book.catalogue, rules.find("遍历"), diagnostics);
  if (items != nullptr && items->if_list() != nullptr) {
    for (const Value& item : *items->if_list()) book.rules.push_back(reader.rule(item));
  }
  adjust_rules(rules, book.rules, diagnostics);
  return book;
}

}  // namespace gongkai
