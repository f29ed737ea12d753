#include "base/source.h"

#include <algorithm>

#include "base/utf8.h"

namespace gongkai {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::vector<std::uint32_t> starts_of_lines(std::string_view text) {
  std::vector<std::uint32_t> starts;
  // A byte order mark is not part of the first line: no editor shows a column for it.
  starts.push_back(text.starts_with(byte_order_mark) ? std::uint32_t{byte_order_mark.size()} : 0U);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

}  // namespace

Source::Source(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)), line_starts_(starts_of_lines(text_)) {}

Position Source::position(std::size_t offset) const {
  offset = std::clamp<std::size_t>(offset, line_starts_.front(), text_.size());
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto line = static_cast<std::size_t>(after - line_starts_.begin());
  const std::size_t start = line_starts_[line - 1];
  return {line, 1 + utf8::length(std::string_view(text_).substr(start, offset - start))};
}

std::string_view Source::line(std::size_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::size_t start = line_starts_[number - 1];
  std::string_view line = std::string_view(text_).substr(start);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

SourceId Sources::add(std::string path, std::string text) {
  const auto id = first_ + static_cast<SourceId>(sources_.size());
  sources_.emplace_back(std::move(path), std::move(text));
  return id;
}

const Source& Sources::at(SourceId id) const {
  if (id >= first_ && id - first_ < sources_.size()) return sources_[id - first_];
  return shared_->at(id);
}

std::string_view Sources::text(Span span) const {
  if (!span.known()) return {};
  const std::string_view text = at(span.source).text();
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  return text.substr(begin, std::max(span.begin, span.end) - span.begin);
}

std::string Sources::place(Span span) const {
  if (!span.known()) return {};
  const Source& source = at(span.source);
  const Position position = source.position(span.begin);
  return source.path() + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

}  // namespace gongkai
