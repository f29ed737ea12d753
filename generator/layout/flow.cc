#include "layout/flow.h"

#include <algorithm>
#include <utility>

namespace gongkai {

Flow::Flow(const Style& style) : style_(style), geometry_(&style.portrait) {
  open_.push_back(structure_.add({.role = ElementRole::document}));
  open_page();
}

void Flow::open_page() {
  Page page;
  if (!pages_.empty()) page.expect_as_on(pages_.back());
  page.width = geometry_->width;
  page.height = geometry_->height;
  pages_.push_back(std::move(page));
  pages_.back().mark(open_.back());
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

std::size_t Flow::lines_that_fit(const TextBlock& block, std::size_t first, Length next) const {
  const std::size_t remaining = block.lines.size() - first;
  const auto room = static_cast<std::size_t>(std::max(left() + block.margin, 0) / block.leading);
  const Length below = left() - static_cast<Length>(remaining) * block.leading;
  const bool undivided = fresh_ && remaining < 4;
  if (room >= remaining && (undivided || next <= below || next == 0)) return remaining;
  std::size_t count = room >= remaining ? remaining - std::min<std::size_t>(remaining, 2) : room;
  if (remaining - count == 1) --count;                         // no line alone on the next page
  if (first == 0 && (count == 1 || remaining < 4)) count = 0;  // none alone at this foot
  return count == 0 && fresh_ ? std::max<std::size_t>(room, 1) : count;
}

void Flow::place_parts(const TextBlock& block, std::size_t line, const std::vector<TextPart>& parts) {
  const TextLine& set = block.lines[line];
  for (std::size_t index = 0; index < set.runs.size(); ++index) {
    const GlyphRun& run = set.runs[index];
    const TextPart* const own = run.part < parts.size() ? &parts[run.part] : nullptr;
    page().mark(own != nullptr && is_element(own->element) ? own->element : open_.back());
    place_run(run, block, {geometry_->left, y_}, page());
    if (own != nullptr && !own->target.empty()) place_link(set, index, block, *own);
  }
  page().mark(open_.back());
}

/// As wide as the run, up to the next one or the line's end, and as high as the line.
void Flow::place_link(const TextLine& line, std::size_t run, const TextBlock& block, const TextPart& part) {
  const Length begin = line.runs[run].at.x;
  const bool last = run + 1 == line.runs.size();
  const Length end = last ? line.runs.front().at.x + line.width : line.runs[run + 1].at.x;
  page().links.push_back(
      {{geometry_->left + begin, y_}, end - begin, block.leading, part.target, part.words, part.element});
}

void Flow::put(const TextBlock& block, const std::vector<TextPart>& parts, Length next) {
  for (std::size_t line = 0; line < block.lines.size();) {
    if (fresh_) y_ = geometry_->top - block.margin;
    const std::size_t count = lines_that_fit(block, line, next);
    for (std::size_t end = line + count; line < end; ++line) {
      place_parts(block, line, parts);
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
  places_.push_back({id, page_number(), y_});
}

void Flow::note_outline(int level, const std::string& title) { outline_.push_back({level, title, page_number(), y_}); }

ElementId Flow::begin(Element element) {
  element.parent = open_.back();
  begin_apart(is_element(open_.back()) ? structure_.add(element) : open_.back());
  return open_.back();
}

void Flow::begin_apart(ElementId what) {
  open_.push_back(what);
  page().mark(what);
}

void Flow::end() {
  open_.pop_back();
  page().mark(open_.back());
}

}  // namespace gongkai
