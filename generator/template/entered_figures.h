#pragma once
// The data's figures under the names of the profile's accounts, for open data.

#include <vector>

#include "document/entered_figure.h"
#include "template/fill.h"

namespace gongkai {

/// Every amount that was entered, in the order of the data file.
[[nodiscard]] std::vector<EnteredFigure> entered_figures(const Report& report);

}  // namespace gongkai
