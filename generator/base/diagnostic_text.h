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
///   支出总计见 data/x.yaml:88:17，规则见 templates/…/rules.yaml:17:5
///   提示：…
/// Each line ends with "\n". Lines too long to read are cut around the span, controls are
/// made visible. An information's head is 提示.
[[nodiscard]] std::string show(const Diagnostic& diagnostic, const Sources& sources, DiagnosticStyle style = {});

/// "3 个错误，1 个警告" or "" when there is nothing.
[[nodiscard]] std::string summarize(const Diagnostics& diagnostics);

/// The candidate nearest to `word`: insertions, deletions, replacements and swaps of code
/// points, at most a third of its length, at least 1; of equally near ones the first. "" if
/// none is near or has a character in common.
[[nodiscard]] std::string nearest(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace gongkai
