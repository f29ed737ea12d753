#include "layout/page.h"

namespace gongkai {

void Page::mark(ElementId element) {
  const auto first = static_cast<std::uint32_t>(placed.size());
  if (!marks.empty() && marks.back().first == first) marks.pop_back();
  const ElementId before = marks.empty() ? decoration : marks.back().element;
  if (element != before) marks.push_back({first, element});
}

}  // namespace gongkai
