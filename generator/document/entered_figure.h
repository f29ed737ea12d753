#pragma once
// A figure the report was made from, with the names of where it belongs: what open data
// gives besides the tables.

#include <string>
#include <vector>

#include "base/source.h"
#include "value/quantity.h"

namespace gongkai {

struct EnteredFigure {
  /// One axis fixed: 功能分类 = 2060702 科普活动.
  struct Place {
    std::string axis;
    std::string code;  // "" where the members of the axis have no codes
    std::string name;
  };
  std::string measure;        // 支出
  std::vector<Place> places;  // in the order of the profile's axes; 版本 always among them where there is one
  Quantity quantity;
  Span span;  // the data line
};

}  // namespace gongkai
