#pragma once
// A chart is data, drawn once in layout/chart_drawing for every output.

#include <cstdint>
#include <string>
#include <vector>

#include "value/journal.h"
#include "value/quantity.h"

namespace gongkai {

enum class ChartKind : std::uint8_t { bar, pie };

struct ChartValue {
  std::string label;          // 2022年度, 基本支出
  std::string printed;        // 877.47
  std::string printed_share;  // 53.66%, pies only
  Quantity quantity;          // exact; unknown values never reach a chart
  OriginId origin = 0;
};

struct Chart {
  ChartKind kind = ChartKind::bar;
  std::string id;
  std::string number;              // 图1, counted by the engine
  std::string title;               // 收、支决算总计变动情况图
  std::string unit;                // 万元
  std::vector<ChartValue> values;  // zero slices are left out of a pie by the writer of the drawing
  std::string statement;           // why nothing is drawn (all zero, not given); then values may be empty
  std::string alternative;         // text alternative made from the data
};

}  // namespace gongkai
