#pragma once
// Counts headings, items and charts, and gives each anchor once.

#include <array>
#include <set>
#include <string>
#include <vector>

#include "template/fill_style.h"

namespace gongkai {

class Numbering {
 public:
  explicit Numbering(const FillStyle& style) : style_(&style) {}

  struct Counted {
    std::string number;
    std::string id;
  };
  /// Level 1 to 4; counting below it begins again.
  Counted heading(int level, bool numbered);
  /// Level 0 "1.", 1 "（1）"; the latter begins again under each of the former.
  std::string item(int level);
  Counted chart();
  /// `id`, or with -2, -3 … behind it when it was given before.
  std::string anchor(const std::string& id);

  /// Anything that is neither heading nor item: items begin again after it, but not where
  /// it stands beside items in the body of the same for.
  void interrupt();
  void enter_loop() { loops_.push_back({}); }
  void leave_loop();

 private:
  struct Loop {
    bool has_items = false;
    bool interrupted = false;  // since its last item
  };
  void restart_items() { items_ = {}; }

  const FillStyle* style_;
  std::array<int, 4> headings_{};
  std::array<int, 2> items_{};
  int charts_ = 0;
  int unnumbered_ = 0;
  std::vector<Loop> loops_;
  std::set<std::string> anchors_;
};

}  // namespace gongkai
