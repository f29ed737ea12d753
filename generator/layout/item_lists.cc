#include "layout/item_lists.h"

namespace gongkai {

void ItemLists::close_item() {
  flow_.end();  // body
  flow_.end();  // item
}

void ItemLists::close_from(int level) {
  while (!levels_.empty() && levels_.back() >= level) {
    close_item();
    flow_.end();
    levels_.pop_back();
  }
}

void ItemLists::enter(const Paragraph& item) {
  close_from(item.level + 1);
  if (!levels_.empty() && levels_.back() == item.level) {
    close_item();
  } else {
    flow_.begin(ElementRole::list);
    levels_.push_back(item.level);
  }
  flow_.begin(ElementRole::item);
}

}  // namespace gongkai
