#pragma once
// A new data file for someone to fill in (gongkai new): every key of the schema with its unit,
// what it is and which form it is copied from. Required keys stand there empty, optional ones
// behind a '#'; last year's file and what the folder shares fill in what they can.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "value/value.h"

namespace gongkai {

/// Last year's report, for the fields with 沿用.
struct LastYearData {
  Value written;  // its data file; Absent: there is none
  /// The figure a 沿用 names there, as a data file writes it; `key` is the member whose row in a
  /// 表 is asked for, named 键 in the expression. nullopt when it is not known.
  std::function<std::optional<std::string>(const std::string& expression, const std::string& key)> figure;
};

struct SkeletonSources {
  std::string opening;  // comment lines at the top
  Value given;          // known without asking: 模板, 年度
  Value shared;         // what the folder's shared files give already
  LastYearData last_year;
  /// The lowest members of an axis, in order; none when the data names them, or codes do.
  std::function<std::vector<std::string>(const std::string& axis)> members;
};

}  // namespace gongkai
