// 汇总 of profile.yaml: how a department adds up its units.

#include <algorithm>

#include "profile/definitions_reader.h"

namespace gongkai {
namespace {

std::vector<std::string> steps_of(const std::string& path) {
  std::vector<std::string> steps;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    steps.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return steps;
}

/// Every amount must be able to say whose it is.
void check_measures(const UnitRules& rules, const Accounts& accounts, Span span, DefinitionReader& read) {
  for (const Measure& measure : accounts.measures) {
    const bool divided = std::find(measure.axes.begin(), measure.axes.end(), rules.axis) != measure.axes.end();
    if (divided) continue;
    read.error("PROFILE-17", "指标“" + measure.name + "”不分“" + rules.axis + "”，不能由各单位汇总", span,
               "在 measures.yaml 该指标的“维度”里加上“" + rules.axis + "”");
  }
}

void check_known(const Value& section, const UnitRules& rules, const Accounts& accounts, DefinitionReader& read) {
  std::vector<std::string> axes;
  for (const Axis& axis : accounts.axes) axes.push_back(axis.name());
  if (std::find(axes.begin(), axes.end(), rules.axis) == axes.end()) {
    read.error("PROFILE-16", "没有维度“" + rules.axis + "”", section.span,
               DefinitionReader::near_miss(rules.axis, axes));
    return;
  }
  check_measures(rules, accounts, section.span, read);
  std::vector<std::string> measures;
  for (const Measure& measure : accounts.measures) measures.push_back(measure.name);
  for (const std::string& name : {rules.paid, rules.received}) {
    if (name.empty() || std::find(measures.begin(), measures.end(), name) != measures.end()) continue;
    read.error("PROFILE-16", "没有指标“" + name + "”", section.span, DefinitionReader::near_miss(name, measures));
  }
}

/// 单位文件: {编制层级: 单位}
void read_mark(const Value& section, UnitRules& rules, DefinitionReader& read) {
  const Value* const mark = section.find("单位文件");
  if (mark == nullptr) return;
  const Record* const record = mark->if_record();
  const std::string* const value = record == nullptr || record->size() != 1 ? nullptr : record->front().value.if_text();
  if (value == nullptr) {
    return read.error("PROFILE-16", "“单位文件”应是一个键和它的值", mark->span, "如 {编制层级: 单位}");
  }
  rules.mark = record->front().key;
  rules.marked = *value;
}

}  // namespace

std::optional<UnitRules> read_unit_rules(const Value& settings, const Accounts& accounts, Diagnostics& diagnostics) {
  const Value* const section = settings.find("汇总");
  if (section == nullptr || section->is_absent()) return std::nullopt;
  DefinitionReader read(diagnostics);
  const std::string what = "profile.yaml 的“汇总”";
  read.only_keys(*section, {"维度", "名称", "单位文件", "往来", "抵销"}, what);
  UnitRules rules;
  rules.axis = read.required_text(*section, "维度", what);
  rules.name = steps_of(read.required_text(*section, "名称", what));
  read_mark(*section, rules, read);
  if (const Value* const transfers = section->find("往来")) {
    read.only_keys(*transfers, {"付", "收"}, what + "的“往来”");
    rules.paid = read.required_text(*transfers, "付", what + "的“往来”");
    rules.received = read.required_text(*transfers, "收", what + "的“往来”");
    rules.eliminations = read.required_text(*section, "抵销", what);
  }
  if (!diagnostics.has_errors()) check_known(*section, rules, accounts, read);
  return rules;
}

}  // namespace gongkai
