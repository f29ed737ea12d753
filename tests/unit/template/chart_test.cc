#include <doctest/doctest.h>

#include "template/small_profile.h"

using namespace gongkai;

namespace {

std::string chart(const std::string& definition, const std::string& data = "") {
  auto profile = small_profile();
  profile.put("charts.yaml", "图:\n  甲: " + definition + "\n");
  if (!data.empty()) profile.data("格式版本: 1\n模板: small\n年度: 2023\n金额单位: 万元\n" + data);
  const auto filled = profile.fill("{% 图 甲 %}\n{% 图 甲 %}\n");
  if (!filled->document) return filled->messages();
  Document document = *filled->document;
  CHECK(verify(document).empty());
  document.blocks.pop_back();
  const std::string dumped = dump(document);
  return dumped.substr(dumped.find("zh-CN\n") + 6);
}

}  // namespace

TEST_CASE("a bar chart prints its values in its unit and says them in words") {
  CHECK(chart("{样式: 柱状图, 标题: \"{{ 年度 }}年\", 单位: 万元, 各值: [{名称: \"{{ 部门.名称 }}收入\", 值: "
              "收入合计}, {名称: 基本, "
              "值: 支出(\"基本支出\")}]}") ==
        "bar chart #chart-1: 图1 2023年（万元）\n  示例局收入: ‹12.5›\n  基本: ‹9›\n"
        "  alternative: 2023年（柱状图）：示例局收入12.5万元，基本9万元。\n");
}

TEST_CASE("a pie takes its parts from an axis and its shares from the whole") {
  CHECK(chart("{样式: 饼状图, 标题: 结构, 单位: 万元, 逐个: 性质, 指标: 支出}") ==
        "pie chart #chart-1: 图1 结构（万元）\n  基本支出: ‹9› (72%)\n  项目支出: ‹3.5› (28%)\n"
        "  alternative: 结构（饼状图）：基本支出9万元（72%），项目支出3.5万元（28%）。\n");
}

TEST_CASE("a chart of zeros, or of what was not given, says so") {
  CHECK(chart("{样式: 饼状图, 标题: 结构, 单位: 万元, 逐个: 性质, 指标: 支出}", "支出: []\n") ==
        "pie chart #chart-1: 图1 结构（万元）\n  statement: 各项均为零，不绘图\n"
        "  alternative: 结构：各项均为零，不绘图\n");
  CHECK(chart("{样式: 柱状图, 标题: 比较, 单位: 万元, 各值: [{名称: 上年, 值: 上年收入}, {名称: 本年, 值: 收入合计}]}",
              "收入: 1\n") ==
        "bar chart #chart-1: 图1 比较（万元）\n  statement: 绘图所需数据未提供\n"
        "  alternative: 比较：绘图所需数据未提供\n");
}

TEST_CASE("a faulty chart definition is told with its place") {
  CHECK(chart("{样式: 圆图, 标题: 结构, 单位: 万元, 逐个: 性质, 指标: 支岀}") ==
        "错误[CHART-02] 样式应为柱状图或饼状图，却是“圆图”\n"
        "  templates/small/charts.yaml:2:11\n"
        "    2 │   甲: {样式: 圆图, 标题: 结构, 单位: 万元, 逐个: 性质, 指标: 支岀}\n"
        "      │              ^^^^\n"
        "错误[CHART-04] 没有指标“支岀”\n"
        "  templates/small/charts.yaml:2:43\n"
        "    2 │   甲: {样式: 圆图, 标题: 结构, 单位: 万元, 逐个: 性质, 指标: 支岀}\n"
        "      │                                                              ^^^^\n");
}
