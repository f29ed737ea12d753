#include "template/chart_plan.h"

#include <algorithm>

#include "ledger/definition.h"

namespace gongkai {
namespace {

class ChartReader {
 public:
  ChartReader(const Profile& profile, Diagnostics& diagnostics) : profile_(&profile), read_(diagnostics) {}

  ChartPlan chart(const ChartDefinition& chart) {
    const Value& definition = chart.definition;
    const std::string what = "图“" + chart.id + "”";
    ChartPlan plan;
    plan.id = chart.id;
    plan.span = definition.span;
    if (definition.if_record() == nullptr) {
      read_.error("CHART-01", what + "应为一组设置，却是" + std::string(kind_name(definition)), definition.span);
      return plan;
    }
    read_.only_keys(definition, {"样式", "标题", "单位", "各值", "逐个", "指标", "层级", "成员", "坐标", "合计"}, what);
    plan.kind = kind(definition, what);
    plan.title = line(definition, "标题", what);
    plan.unit = read_.text(definition, "单位");
    plan.total = read_.expression(definition, "合计");
    values(definition, what, plan);
    return plan;
  }

 private:
  ChartKind kind(const Value& definition, const std::string& what) {
    const std::string name = read_.required_text(definition, "样式", what);
    if (!name.empty() && name != "柱状图" && name != "饼状图") {
      read_.error("CHART-02", "样式应为柱状图或饼状图，却是“" + name + "”", definition.find("样式")->span);
    }
    return name == "饼状图" ? ChartKind::pie : ChartKind::bar;
  }

  Line line(const Value& definition, std::string_view key, const std::string& what) {
    const std::string text = read_.required_text(definition, key, what);
    return text.empty() ? Line{} : parse_line(text, definition.find(key)->span, Marks::none, read_.diagnostics());
  }

  void values(const Value& definition, const std::string& what, ChartPlan& plan) {
    const Value* const listed = definition.find("各值");
    const bool by_member = definition.find("逐个") != nullptr;
    if ((listed != nullptr) == by_member) {
      read_.error("CHART-03", what + "应写“各值”或“逐个”之一", definition.span);
      return;
    }
    if (by_member) {
      plan.members = members(definition, what);
      return;
    }
    if (listed->if_list() == nullptr || listed->if_list()->empty()) {
      read_.error("CHART-03", what + "的“各值”应为列表，每项写名称和值", listed->span);
      return;
    }
    for (const Value& item : *listed->if_list()) value(item, what, plan);
  }

  void value(const Value& item, const std::string& what, ChartPlan& plan) {
    const std::string part = what + "的一个值";
    if (item.if_record() == nullptr) {
      read_.error("CHART-03", part + "应写名称和值，却是" + std::string(kind_name(item)), item.span);
      return;
    }
    read_.only_keys(item, {"名称", "值"}, part);
    read_.required_text(item, "值", part);
    Line name = line(item, "名称", part);
    auto figure = read_.expression(item, "值");
    if (figure) plan.values.push_back({std::move(name), std::move(*figure)});
  }

  std::optional<ChartPlanMembers> members(const Value& definition, const std::string& what) {
    ChartPlanMembers plan;
    plan.axis = read_.required_text(definition, "逐个", what);
    plan.measure = read_.required_text(definition, "指标", what);
    plan.level = one_level(definition);
    plan.listed = read_.texts(definition, "成员");
    const Axis* const axis = find_axis(plan.axis);
    if (!known(axis != nullptr, "维度", plan.axis, definition, "逐个")) return std::nullopt;
    if (!known(find_measure(plan.measure), "指标", plan.measure, definition, "指标")) return std::nullopt;
    if (!plan.level.empty() && !known(axis->level_of(plan.level) != 0, "层级", plan.level, definition, "层级")) {
      return std::nullopt;
    }
    coordinates(definition, plan);
    return plan;
  }

  /// 层级: [类] as well as 层级: 类.
  std::string one_level(const Value& definition) {
    const std::vector<std::string> levels = read_.texts(definition, "层级");
    if (levels.size() > 1) read_.error("CHART-04", "图只能按一个层级画", definition.find("层级")->span);
    return levels.empty() ? std::string() : levels.front();
  }

  bool known(bool there, const std::string& kind, const std::string& name, const Value& definition,
             std::string_view key) {
    if (!there && !name.empty()) {
      read_.error("CHART-04", "没有" + kind + "“" + name + "”", definition.find(key)->span);
    }
    return there;
  }

  void coordinates(const Value& definition, ChartPlanMembers& plan) {
    const Value* const given = definition.find("坐标");
    if (given == nullptr || given->if_record() == nullptr) return;
    for (const Entry& entry : *given->if_record()) {
      const std::string* const member = entry.value.if_text();
      const Axis* const axis = find_axis(entry.key);
      if (axis == nullptr || member == nullptr || !axis->find(*member)) {
        read_.error("CHART-04", "坐标“" + entry.key + "”不是已有的维度和成员", entry.key_span);
        continue;
      }
      plan.coordinates.emplace_back(entry.key, *member);
    }
  }

  const Axis* find_axis(const std::string& name) const {
    const auto& axes = profile_->accounts.axes;
    const auto found = std::find_if(axes.begin(), axes.end(), [&](const Axis& axis) { return axis.name() == name; });
    return found == axes.end() ? nullptr : &*found;
  }

  bool find_measure(const std::string& name) const {
    const auto& measures = profile_->accounts.measures;
    return std::any_of(measures.begin(), measures.end(), [&](const Measure& measure) { return measure.name == name; });
  }

  const Profile* profile_;
  DefinitionReader read_;
};

}  // namespace

std::vector<ChartPlan> read_chart_plans(const Profile& profile, Diagnostics& diagnostics) {
  std::vector<ChartPlan> plans;
  for (const ChartDefinition& chart : profile.charts) plans.push_back(ChartReader(profile, diagnostics).chart(chart));
  return plans;
}

}  // namespace gongkai
