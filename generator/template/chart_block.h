#pragma once
// A chart plan and the ledger → a Chart: its values as printed, their shares, the text
// alternative. What can't be drawn says why.

#include <optional>

#include "document/chart.h"
#include "template/chart_plan.h"
#include "template/fill.h"
#include "template/fill_style.h"
#include "template/line_filler.h"

namespace gongkai {

struct ChartContext {
  const Report& report;
  const FillStyle& style;
  Journal& journal;
  Diagnostics& diagnostics;
};

/// Without number and id, which the document gives. nullopt after an error.
[[nodiscard]] std::optional<Chart> make_chart(const ChartPlan& plan, const ChartContext& context, LineFiller& filler);

}  // namespace gongkai
