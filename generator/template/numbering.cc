#include "template/numbering.h"

namespace gongkai {

Numbering::Counted Numbering::heading(int level, bool numbered_heading) {
  const auto index = static_cast<std::size_t>(level - 1);
  for (std::size_t below = index + 1; below < headings_.size(); ++below) headings_[below] = 0;
  restart_items();
  for (Loop& loop : loops_) loop = {};
  if (!numbered_heading) return {"", anchor("u" + std::to_string(++unnumbered_))};
  ++headings_[index];
  std::string id = "s";
  for (std::size_t at = 0; at <= index; ++at) id += (at == 0 ? "" : "-") + std::to_string(headings_[at]);
  return {numbered(style_->headings[index], headings_[index]), anchor(id)};
}

std::string Numbering::item(int level) {
  if (!loops_.empty()) loops_.back() = {true, false};
  if (level == 0) {
    items_[1] = 0;
    return numbered(style_->item, ++items_[0]);
  }
  return numbered(style_->subitem, ++items_[1]);
}

Numbering::Counted Numbering::chart() {
  const int number = ++charts_;
  return {numbered(style_->chart_number, number), anchor("chart-" + std::to_string(number))};
}

std::string Numbering::anchor(const std::string& id) {
  std::string given = id;
  for (int copy = 2; !anchors_.insert(given).second; ++copy) given = id + "-" + std::to_string(copy);
  return given;
}

void Numbering::interrupt() {
  if (!loops_.empty() && loops_.back().has_items) {
    loops_.back().interrupted = true;
    return;
  }
  restart_items();
}

void Numbering::leave_loop() {
  const bool interrupted = loops_.back().interrupted;
  loops_.pop_back();
  if (interrupted) interrupt();
}

}  // namespace gongkai
