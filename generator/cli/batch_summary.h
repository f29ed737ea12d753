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

/// The errors of one report: what a summary needs after the report itself is gone.
struct ReportFaults {
  std::string shown;
  std::vector<std::string> codes;   // each once, sorted
  std::vector<std::string> shared;  // 共用.yaml with errors in them, as the user would call them
};
[[nodiscard]] ReportFaults faults_of(const ReportRun& run);

class BatchSummary {
 public:
  void add(ReportFaults faults);
  /// "" for a single report, or when all is well:
  ///   2 份有错误：
  ///     data/…/甲局/2023.yaml  BAL-01 XT-22
  ///     data/…/乙局/2023.yaml  DATA-02
  ///   BAL-01 1 份，DATA-02 1 份，XT-22 1 份
  ///   data/…/共用.yaml 的错误影响 2 份报告
  [[nodiscard]] std::string text() const;

 private:
  std::size_t reports_ = 0, faulty_ = 0;
  std::vector<ReportFaults> first_;  // as many as are listed
  std::map<std::string, std::size_t> by_code_, by_shared_;
};

}  // namespace gongkai
