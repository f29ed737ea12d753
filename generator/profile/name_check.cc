#include "profile/name_check.h"

#include <set>

#include "expr/standard.h"
#include "ledger/definition.h"
#include "ledger/table_plan.h"

namespace gongkai {
namespace {

class NameCheck {
 public:
  NameCheck(const Profile& profile, Diagnostics& diagnostics) : read_(diagnostics) {
    for (const NamedFigure& figure : profile.names) known_.insert(figure.name.substr(0, figure.name.find('.')));
    for (const std::string& key : profile.data_keys) known_.insert(key);
    if (const Record* const constants = profile.constants.if_record()) {
      for (const Entry& entry : *constants) known_.insert(entry.key);
    }
    for (const Measure& measure : profile.accounts.measures) known_.insert(measure.name);
    for (const Wording& wording : profile.wording) known_.insert(wording.name);
    for (const std::string& name : standard_names()) known_.insert(name);
    known_.insert({"成员", "印数相同"});
  }

  void check(const Expression& expression, const std::vector<std::string>& locals) {
    for (const auto& [name, span] : expression.names()) {
      if (known_.contains(name) || std::find(locals.begin(), locals.end(), name) != locals.end()) continue;
      std::vector<std::string> candidates(known_.begin(), known_.end());
      candidates.insert(candidates.end(), locals.begin(), locals.end());
      read_.error("NAME-02", "没有“" + name + "”这个名字", span, DefinitionReader::near_miss(name, candidates));
    }
  }

  void check_rule(const Rule& rule) {
    std::vector<std::string> locals;
    for (const auto& [name, expression] : rule.loops) {
      check(expression, locals);
      locals.push_back(name);
    }
    for (const auto& [name, expression] : rule.operands) {
      check(expression, locals);
      locals.push_back(name);
    }
    if (rule.applies) check(*rule.applies, locals);
    if (rule.condition) check(*rule.condition, locals);
  }

  void check_wording(const Wording& wording) {
    std::vector<std::string> locals = wording.parameters;
    for (const auto& [name, expression] : wording.lets) locals.push_back(name);
    for (const auto& [name, expression] : wording.lets) check(expression, locals);
    for (const WordingBranch& branch : wording.branches) {
      if (branch.condition) check(*branch.condition, locals);
    }
  }

 private:
  std::set<std::string> known_;
  DefinitionReader read_;
};

}  // namespace

void check_names(const Profile& profile, Diagnostics& diagnostics) {
  NameCheck check(profile, diagnostics);
  for (const NamedFigure& figure : profile.names) check.check(figure.expression, {});
  for (const Rule& rule : profile.rules) check.check_rule(rule);
  for (const Wording& wording : profile.wording) check.check_wording(wording);
  for (const TableDefinition& table : profile.tables) {
    if (!table.listed) continue;  // what a text prints may use names that the text makes
    for (const PlanExpression& used : expressions_of(*table.plan)) check.check(used.expression, used.locals);
  }
}

}  // namespace gongkai
