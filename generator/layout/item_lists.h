#pragma once
// Numbered items in a row are a list; those of a deeper level are a list inside the item
// before them.

#include <vector>

#include "document/document.h"
#include "layout/flow.h"

namespace gongkai {

class ItemLists {
 public:
  explicit ItemLists(Flow& flow) : flow_(flow) {}
  /// Before an item is placed: its list and item are open after that. place_paragraph() opens
  /// its body, which stays open for a list below it.
  void enter(const Paragraph& item);
  /// Before anything else is placed, and at the end.
  void leave() { close_from(0); }

 private:
  void close_item();
  void close_from(int level);

  Flow& flow_;
  std::vector<int> levels_;  // of the open lists, outermost first
};

}  // namespace gongkai
