#pragma once
// What a run over many reports came to: which were refused, by which rules, and which shared
// files are at fault for several of them. Kept small: a county's thousand reports must not
// fill the memory or the screen.

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "cli/pipeline.h"

namespace gongkai {

/// What a summary needs of one report after the report itself is gone.
struct ReportTally {
  std::string shown;
  std::size_t errors = 0, warnings = 0, information = 0;
  RuleCounts rules;
  std::vector<std::string> codes;   // of its errors, each once, sorted
  std::vector<std::string> shared;  // 共用.yaml with errors in them, as the user would call them
};
[[nodiscard]] ReportTally tally_of(const ReportRun& run);

class BatchSummary {
 public:
  void add(ReportTally tally);
  /// "" for a single report, or when all is well; else, after a blank line, a line for each report with errors or
  /// warnings, a hundred at most, those with errors first:
  ///   错误 警告 提示 核对 未核  data/乙县/
  ///      1    0   12   96    4  教育局/01/2023.yaml  AS-01
  ///      0    2   12   96    4  教育局/2023.yaml
  ///   其余 66 份没有错误和警告
  ///   1 份有错误：AS-01 1 份
  ///   data/乙县/共用.yaml 的错误影响 2 份报告
  /// 核对, 未核: rules evaluated, and left out because figures are missing.
  [[nodiscard]] std::string text() const;

 private:
  [[nodiscard]] std::vector<const ReportTally*> listed() const;
  std::size_t reports_ = 0, faulty_ = 0, warned_ = 0;
  std::vector<ReportTally> first_faulty_, first_warned_;  // as many as are listed
  std::map<std::string, std::size_t> by_code_, by_shared_;
};

}  // namespace gongkai
