// 目录 and 调整: what a rule means everywhere, and what a profile makes of it.

#include "profile/rule_words.h"
#include "profile/rules_reader.h"

namespace gongkai {
namespace {

const Record* section(DefinitionReader& read, const Value& rules, std::string_view key) {
  const Value* const found = rules.find(key);
  if (found == nullptr || found->is_absent()) return nullptr;
  if (found->if_record() == nullptr) {
    read.error("DEF-01", "“" + std::string(key) + "”应为一组“规则编号: 内容”", found->span);
  }
  return found->if_record();
}

CatalogueEntry read_entry(DefinitionReader& read, const Entry& written) {
  const Value& value = written.value;
  read.only_keys(value, {"名称", "内容", "方式", "容差", "级别", "依据", "提示"}, "规则 " + written.key);
  CatalogueEntry entry;
  entry.id = written.key;
  entry.span = written.key_span;
  entry.name = read.required_text(value, "名称", "规则 " + written.key);
  entry.content = read.text(value, "内容");
  entry.basis = read.required_text(value, "依据", "规则 " + written.key);
  entry.hint = read.text(value, "提示");
  entry.severity = read_severity(read, value, Severity::error);
  entry.tolerance = read_tolerance(read, value, Tolerance::tail);
  entry.enforcement = read_enforcement(read, value);
  return entry;
}

/// "OP-01" means every check of that id, "BAL-01 上年收支总计平衡" the one of that name.
bool means(const std::string& key, const Rule& rule) { return key == rule.id || key == rule.id + " " + rule.name; }

void adjust(DefinitionReader& read, const Entry& written, std::vector<Rule>& all) {
  const Value& value = written.value;
  read.only_keys(value, {"停用", "级别", "理由"}, "对规则 " + written.key + " 的调整");
  const std::string reason = read.required_text(value, "理由", "对规则 " + written.key + " 的调整");
  const bool off = read.flag(value, "停用");
  if (!off && value.find("级别") == nullptr) {
    read.error("RULES-10", "对规则 " + written.key + " 的调整要写“停用: 是”或“级别”", written.key_span);
  }
  bool met = false;
  std::vector<std::string> known;
  for (Rule& rule : all) {
    known.insert(known.end(), {rule.id, rule.id + " " + rule.name});
    if (!means(written.key, rule)) continue;
    met = true;
    rule.off = off;
    rule.severity = read_severity(read, value, rule.severity);
    rule.reason = reason;
  }
  if (met) return;
  read.error("RULES-09", "要调整的规则“" + written.key + "”不存在", written.key_span,
             DefinitionReader::near_miss(written.key, known));
}

}  // namespace

std::vector<CatalogueEntry> read_catalogue(const Value& rules, Diagnostics& diagnostics) {
  DefinitionReader read(diagnostics);
  std::vector<CatalogueEntry> catalogue;
  const Record* const entries = section(read, rules, "目录");
  if (entries == nullptr) return catalogue;
  for (const Entry& entry : *entries) catalogue.push_back(read_entry(read, entry));
  return catalogue;
}

void adjust_rules(const Value& rules, std::vector<Rule>& all, Diagnostics& diagnostics) {
  DefinitionReader read(diagnostics);
  const Record* const entries = section(read, rules, "调整");
  if (entries == nullptr) return;
  for (const Entry& entry : *entries) adjust(read, entry, all);
}

}  // namespace gongkai
