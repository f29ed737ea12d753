#include "cli/rule_list.h"

#include <algorithm>
#include <vector>

#include "cli/findings.h"

namespace gongkai {
namespace {

/// "BAL-01  错误  收支总计平衡": ids line up, severities are equally wide.
std::string head(const std::string& id, const std::string& severity, const std::string& name) {
  std::string text = id;
  text.append(text.size() < 8 ? 8 - text.size() : 1, ' ');
  return text + severity + "  " + name + "\n";
}

std::string line(const std::string& text) { return text.empty() ? text : "        " + text + "\n"; }

/// What 调整 made of the rule; "" when nothing.
std::string changed(const Rule& rule) {
  if (rule.off) return "已停用：" + rule.reason;
  if (rule.severity == rule.usual) return {};
  return std::string("由") + severity_word(rule.usual) + "改为" + severity_word(rule.severity) + "：" + rule.reason;
}

std::string told(const std::vector<const Rule*>& rules) {
  std::string text;
  for (const Rule* rule : rules) {
    text += head(rule->id, rule->off ? "停用" : severity_word(rule->severity), rule->name);
    text += line(changed(*rule));
  }
  return text;
}

}  // namespace

std::string why_unchecked(const CatalogueEntry& entry) {
  switch (entry.enforcement) {
    case Enforcement::rules: return "本模板没有这一条";
    case Enforcement::booking: return "由记账时核对";
    case Enforcement::wording: return "由措辞保证，写不出不符的句子";
    case Enforcement::document: return "本模板没有这一条";
  }
  return {};
}

std::string rule_list(const Profile& profile) {
  std::string text;
  const auto rules_of = [&profile](const std::string& id) {
    std::vector<const Rule*> rules;
    for (const Rule& rule : profile.rules) {
      if (rule.id == id) rules.push_back(&rule);
    }
    return rules;
  };
  for (const CatalogueEntry& entry : profile.catalogue) {
    const std::vector<const Rule*> rules = rules_of(entry.id);
    text += rules.empty() ? head(entry.id, "——", entry.name) + line(why_unchecked(entry)) : told(rules);
    text += line(entry.content.empty() ? "" : "核对：" + entry.content);
    text += line(entry.basis.empty() ? "" : "依据：" + entry.basis);
  }
  for (const Rule& rule : profile.rules) {
    const bool known = std::any_of(profile.catalogue.begin(), profile.catalogue.end(),
                                   [&rule](const CatalogueEntry& entry) { return entry.id == rule.id; });
    if (!known) text += told({&rule}) + line(rule.basis.empty() ? "" : "依据：" + rule.basis);
  }
  return text;
}

}  // namespace gongkai
