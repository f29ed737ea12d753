#include "load/yaml_cursor.h"

#include <algorithm>
#include <utility>

#include "load/text_check.h"

namespace gongkai {

YamlCursor::YamlCursor(std::string_view text, SourceId source, Diagnostics& diagnostics)
    : text_(text), source_(source), diagnostics_(diagnostics) {
  if (text.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  line_begin_ = at_;
}

void YamlCursor::skip_blanks() {
  while (is_blank(peek())) ++at_;
}

bool YamlCursor::line_is_over() const {
  return is_line_end(peek()) || (peek() == '#' && (at_ == line_begin_ || is_blank(letter(at_ - 1))));
}

std::size_t YamlCursor::line_end() const {
  std::size_t end = std::min(text_.find('\n', at_), text_.size());
  if (end > at_ && text_[end - 1] == '\r') --end;
  return end;
}

void YamlCursor::next_line() {
  const std::size_t end = text_.find('\n', at_);
  at_ = end == std::string_view::npos ? text_.size() : end + 1;
  line_begin_ = at_;
}

bool YamlCursor::next_content(bool over_comments) {
  while (!at_end()) {
    next_line();
    skip_blanks();
    if (at_end()) return false;
    const bool passed = is_line_end(peek()) || (over_comments && peek() == '#');
    if (!passed) return true;
  }
  return false;
}

bool YamlCursor::fail(const char* number, std::string message, std::size_t begin, std::size_t end, std::string hint,
                      std::vector<Note> notes) {
  diagnostics_.add({Severity::error, Fault::input, "YAML-" + std::string(number), std::move(message), span(begin, end),
                    std::move(notes), std::move(hint)});
  return false;
}

YamlLayout YamlCursor::take_layout() {
  const auto by_begin = [](const YamlExtent& a, const YamlExtent& b) { return a.begin < b.begin; };
  std::sort(layout_.nodes.begin(), layout_.nodes.end(), by_begin);
  return std::move(layout_);
}

const YamlExtent* YamlLayout::at(std::uint32_t begin) const {
  const auto by_begin = [](const YamlExtent& extent, std::uint32_t wanted) { return extent.begin < wanted; };
  const auto found = std::lower_bound(nodes.begin(), nodes.end(), begin, by_begin);
  return found != nodes.end() && found->begin == begin ? &*found : nullptr;
}

}  // namespace gongkai
