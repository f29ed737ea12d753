#include "layout/mirror_pages.h"

#include <variant>

namespace gongkai {
namespace {

void move(Point& point, Length right, Length down) {
  point.x += right;
  point.y += down;
}

void move(Page& page, Length right, Length down) {
  for (Placed& placed : page.placed) std::visit([&](auto& one) { move(one.at, right, down); }, placed);
  for (LinkArea& link : page.links) move(link.at, right, down);
}

}  // namespace

void mirror_pages(Flow& flow, const Style& style) {
  for (std::uint32_t index = 1; index < flow.pages().size(); index += 2) {
    Page& page = flow.pages()[index];
    const bool lying = page.width > page.height;
    const Length right = lying ? 0 : style.portrait.right - style.portrait.left;
    const Length down = lying ? style.landscape.bottom - style.landscape.top : 0;
    move(page, right, down);
    flow.structure().move_pictures(index, right, down);
    for (Place& place : flow.places())
      if (place.page == index) place.y += down;
    for (OutlineItem& item : flow.outline())
      if (item.page == index) item.y += down;
  }
}

}  // namespace gongkai
