#pragma once
// charts.yaml, parsed and checked against the accounts.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "document/chart.h"
#include "profile/profile.h"
#include "template/line.h"

namespace gongkai {

struct ChartPlanValue {
  Line name;
  Expression figure;
};

/// One value for each occurring member of an axis (逐个), or for each listed one (成员).
struct ChartPlanMembers {
  std::string axis, measure;
  std::string level;                                             // "" for the leaves
  std::vector<std::string> listed;                               // 成员
  std::vector<std::pair<std::string, std::string>> coordinates;  // axis, member
};

struct ChartPlan {
  std::string id;
  ChartKind kind = ChartKind::bar;
  Line title;
  std::string unit;
  std::vector<ChartPlanValue> values;       // 各值
  std::optional<ChartPlanMembers> members;  // 逐个
  std::optional<Expression> total;          // 合计: the base of shares; else the sum
  Span span;
};

[[nodiscard]] std::vector<ChartPlan> read_chart_plans(const Profile& profile, Diagnostics& diagnostics);

}  // namespace gongkai
