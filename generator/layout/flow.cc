#include "layout/flow.h"

#include <algorithm>
#include <utility>

namespace gongkai {

Flow::Flow(const Style& style) : style_(style), geometry_(&style.portrait) { open_page(); }

void Flow::open_page() {
  Page page;
  page.width = geometry_->width;
  page.height = geometry_->height;
  pages_.push_back(std::move(page));
  y_ = geometry_->top;
  bottom_ = geometry_->height - geometry_->bottom;
  fresh_ = true;
}

void Flow::turn(bool landscape) {
  const PageStyle* wanted = landscape ? &style_.landscape : &style_.portrait;
  if (wanted == geometry_) return;
  geometry_ = wanted;
  if (fresh_) pages_.pop_back();
  open_page();
}

void Flow::next_page() { open_page(); }

void Flow::need(Length height) {
  if (height > left() && !fresh_) next_page();
}

std::size_t Flow::lines_that_fit(const TextBlock& block, std::size_t first) const {
  const std::size_t remaining = block.lines.size() - first;
  const auto room = static_cast<std::size_t>(std::max(left(), 0) / block.leading);
  if (room >= remaining) return remaining;
  std::size_t count = room;
  if (remaining - count == 1) --count;                         // no line alone on the next page
  if (first == 0 && (count == 1 || remaining < 4)) count = 0;  // none alone at this foot
  return count == 0 && fresh_ ? std::max<std::size_t>(room, 1) : count;
}

void Flow::put(const TextBlock& block) {
  for (std::size_t line = 0; line < block.lines.size();) {
    const std::size_t count = lines_that_fit(block, line);
    for (std::size_t end = line + count; line < end; ++line) {
      place_line(block, line, {geometry_->left, y_}, page());
      y_ += block.leading;
      fresh_ = false;
    }
    if (line < block.lines.size()) next_page();
  }
}

void Flow::close() {
  if (fresh_ && pages_.size() > 1) pages_.pop_back();
}

Point Flow::reserve(Length height) {
  const Point at{geometry_->left, y_};
  y_ += height;
  fresh_ = false;
  return at;
}

void Flow::note_place(const std::string& id) {
  if (id.empty()) return;
  places_.push_back({id, static_cast<std::uint32_t>(pages_.size() - 1), y_});
}

void Flow::note_outline(int level, const std::string& title) {
  outline_.push_back({level, title, static_cast<std::uint32_t>(pages_.size() - 1), y_});
}

}  // namespace gongkai
