#pragma once
// What is said about a report, ready to be printed later and in order.

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "cli/pipeline.h"

namespace gongkai {

struct Totals {
  std::size_t reports = 0, files = 0, errors = 0, warnings = 0, information = 0;
  std::size_t declared = 0;                // of the warnings: deviations the data declares
  std::size_t evaluated = 0, skipped = 0;  // rules of all reports
  void add(const Diagnostics& diagnostics);
  void add(const RuleCounts& rules);
  void add(const Totals& other);
};

/// 0, 1, 3, 4: of several the most serious, 4 before 3 before 1.
[[nodiscard]] int worse_exit_code(int a, int b);

/// The report's texts under the names the user would write: outputs name the data file
/// from the home, messages as it was called on the command line.
[[nodiscard]] Sources shown_sources(const ReportRun& run);

/// Every diagnostic as shown on a terminal; information only if asked for.
[[nodiscard]] std::vector<std::string> shown_messages(const ReportRun& run, bool information, bool colour);

/// Blanks after it up to so many columns of a terminal, one at least.
[[nodiscard]] std::string padded(std::string text, std::size_t width);

/// "跳过 2 个没有写“模板”的文件：a.yaml，b.yaml"; "" for none.
[[nodiscard]] std::string passed_over_text(const std::vector<std::string>& files);

/// "3 份报告，写出 9 个文件；1 个错误，2 个警告"; of a check "1 份报告，没有发现问题；核对规则 96 条，缺数未核 4 条".
[[nodiscard]] std::string totals_text(const Totals& totals, bool writes);

}  // namespace gongkai
