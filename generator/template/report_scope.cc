#include "template/report_scope.h"

#include <utility>

#include "ledger/rule.h"
#include "template/data_text.h"
#include "template/number_filter.h"
#include "template/parsed.h"
#include "template/wording_function.h"

namespace gongkai {
namespace {

Scope scope_of_rules(const Report& report, Journal& journal, Diagnostics& diagnostics) {
  std::vector<std::pair<std::string, Expression>> names;
  for (const NamedFigure& figure : report.profile.names) names.emplace_back(figure.name, figure.expression);
  return ledger_scope(report.ledger, names, report.entered.record, journal, diagnostics, report.profile.constants);
}

/// A named figure goes before a key of the data with the same name.
bool is_named_figure(const Profile& profile, std::string_view name) {
  for (const NamedFigure& figure : profile.names) {
    if (std::string_view(figure.name).substr(0, figure.name.find('.')) == name) return true;
  }
  return false;
}

template <typename Table>
const Function* find_in(const Table& table, std::string_view name) {
  const auto found = table.find(name);
  return found == table.end() ? nullptr : &found->second;
}

}  // namespace

ReportScope::ReportScope(const Report& report, Journal& journal, Diagnostics& diagnostics)
    : report_(&report),
      diagnostics_(&diagnostics),
      ledger_(scope_of_rules(report, journal, diagnostics)),
      scope_(ledger_) {
  add_number_filters();
  add_wordings();
  scope_.find = [this](std::string_view name, Span use) -> std::optional<Value> {
    const auto found = expanded_.find(name);
    return found != expanded_.end() ? std::optional(found->second) : ledger_.find(name, use);
  };
  scope_.function = [this](std::string_view name) {
    const Function* const wording = find_in(wordings_, name);
    return wording != nullptr ? wording : ledger_.function(name);
  };
  scope_.filter = [this](std::string_view name) {
    const Function* const format = find_in(filters_, name);
    return format != nullptr ? format : ledger_.filter(name);
  };
  scope_.names = [this] { return names(); };
  expand_data();
}

void ReportScope::add_number_filters() {
  for (const NumberStyle& style : report_->profile.numbers) filters_.emplace(style.name, number_filter(style));
}

void ReportScope::add_wordings() {
  const std::vector<WordingLines>& lines = report_->templates.parsed().wording;
  const std::vector<Wording>& wordings = report_->profile.wording;
  for (std::size_t at = 0; at < wordings.size(); ++at) {
    wordings_.emplace(wordings[at].name, wording_function(wordings[at], lines[at], scope_, depth_));
  }
}

void ReportScope::expand_data() {
  for (const Value* const values : {&report_->entered.record, &report_->profile.constants}) {
    if (values->if_record() == nullptr) continue;
    for (const Entry& entry : *values->if_record()) {
      if (is_named_figure(report_->profile, entry.key) || expanded_.contains(entry.key)) continue;
      auto value = expand_texts(entry.value, scope_, *diagnostics_);
      if (value) expanded_.emplace(entry.key, std::move(*value));
    }
  }
}

std::vector<std::string> ReportScope::names() const {
  std::vector<std::string> names = ledger_.names();
  for (const auto& [name, filter] : filters_) names.push_back(name);
  for (const auto& [name, wording] : wordings_) names.push_back(name);
  return names;
}

}  // namespace gongkai
