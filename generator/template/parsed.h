#pragma once
// What Templates holds: everything of a profile that is text, as trees. Inner part of the room.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "template/block_tree.h"
#include "template/chart_plan.h"
#include "template/fill.h"
#include "template/fill_style.h"
#include "template/form_plan.h"

namespace gongkai {

/// A wording's branches, in the order of the profile.
struct WordingLines {
  std::vector<Line> branches;
};

struct Templates::Parsed {
  std::map<std::string, Blocks, std::less<>> texts;  // by path
  std::vector<WordingLines> wording;                 // as Profile::wording
  std::vector<ChartPlan> charts;
  std::vector<FormPlan> forms;
  FillStyle style;
};

}  // namespace gongkai
