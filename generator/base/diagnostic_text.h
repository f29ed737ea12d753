#pragma once
// How a diagnostic looks on a terminal: head line, place, source line, caret under
// the span (display width, so that Chinese lines up), notes and hint.

#include <string>

#include "base/diagnostic.h"
#include "base/source.h"

namespace gongkai {

struct DiagnosticStyle {
  bool colour = false;
};

/// 错误[BAL-01] 收入总计与支出总计不一致…
///   data/x.yaml:42:17
///    42 │   一般公共预算财政拨款收入: 1234.50
///       │                             ^^^^^^^
///   支出总计见 data/x.yaml:88:17
///   提示：…
[[nodiscard]] std::string show(const Diagnostic& diagnostic, const Sources& sources, DiagnosticStyle style = {});

/// "3 个错误，1 个警告" or "" when there is nothing.
[[nodiscard]] std::string summarize(const Diagnostics& diagnostics);

/// The candidate nearest to `word` (edit distance over code points, at most a third
/// of its length, at least 1); "" if none is near.
[[nodiscard]] std::string nearest(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace gongkai
