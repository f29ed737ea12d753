#include "layout/page.h"

namespace gongkai {

void Page::mark(ElementId element) {
  const auto first = static_cast<std::uint32_t>(placed.size());
  if (!marks.empty() && marks.back().first == first) marks.pop_back();
  const ElementId before = marks.empty() ? decoration : marks.back().element;
  if (element != before) marks.push_back({first, element});
}

void Page::expect_as_on(const Page& other) {
  constexpr std::size_t leeway = 8;  // a page number among others
  placed.reserve(other.placed.size() + leeway);
  marks.reserve(other.marks.size() + leeway);
}

}  // namespace gongkai
