#pragma once
// What the reports of a county share: 共用.yaml in their folder or in one above it. It is
// written like a data file, but stands under those of its folder: each report lays its own
// keys over it (value/overlay.h). 另写 holds what counts for some reports only:
//
//   公开网址: http://…
//   另写:
//     - {模板: sichuan/final-accounts, 年度: 2023, 公开时间: 2024-09-20}
//
// 模板 also means the profiles that extend it. A key that a report's schema does not know is
// meant for other kinds of report and left out, unless it looks like a slip.
//
// | code     | what is wrong                                                           |
// |----------|-------------------------------------------------------------------------|
// | SHARE-01 | key that is nearly one of the report's, or stands under a 模板 without it |
// | SHARE-02 | key that belongs to one report: 模板, 年度, 汇总                          |
// | SHARE-03 | 另写 is not a list of entries, each with 模板 or 年度                     |
// | SHARE-04 | no keys at all, where something else stands                             |

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "value/value.h"

namespace gongkai {

inline constexpr const char* shared_file_name = "共用.yaml";
inline constexpr const char* shared_choice_key = "另写";

/// The report for which a shared file is read.
struct SharedFor {
  const std::vector<std::string>& profiles;  // its profile and those it extends
  std::string year;                          // 年度 as written
  const std::vector<std::string>& keys;      // top keys its schema knows
};

/// The part of a shared file that counts for this report; Absent when there is none.
[[nodiscard]] Value shared_part(const Value& shared, const SharedFor& report, Diagnostics& diagnostics);

}  // namespace gongkai
