#pragma once
// How deep a heading stands, whatever levels the report leaves out.

#include <cstddef>
#include <vector>

namespace gongkai {

class HeadingNesting {
 public:
  /// The depth, from 1 on, of the next heading of the report.
  std::size_t enter(int level) {
    while (!open_.empty() && open_.back() >= level) open_.pop_back();
    open_.push_back(level);
    return open_.size();
  }

 private:
  std::vector<int> open_;
};

}  // namespace gongkai
