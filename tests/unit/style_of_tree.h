#pragma once
// The styles of this tree, as profiles take them: the report style, and presets over it.

#include <cstdlib>
#include <string>

#include "base/files.h"
#include "load/reader.h"
#include "template/style_reader.h"
#include "value/overlay.h"

namespace gongkai::testing {

/// The report style under `changes` (YAML), with what was wrong told to `diagnostics`.
inline Style styled(const std::string& changes, Diagnostics& diagnostics) {
  Sources sources;
  const auto base = DiskFiles().read(std::string(GONGKAI_HOME) + "/templates/shared/style/report.yaml");
  if (!base) std::abort();  // no test has a meaning without it
  const auto report = read_value(sources, sources.add("report.yaml", *base), diagnostics);
  const auto changed = read_value(sources, sources.add("style.yaml", changes), diagnostics);
  if (!report || !changed) std::abort();
  return read_style(overlay(*report, *changed), diagnostics);
}

inline const Style& report_style() {
  static const Style style = [] {
    Diagnostics diagnostics;
    Style read = styled("{}\n", diagnostics);
    if (!diagnostics.all().empty()) std::abort();
    return read;
  }();
  return style;
}

}  // namespace gongkai::testing
