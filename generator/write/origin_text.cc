#include "write/origin_text.h"

#include <algorithm>

namespace gongkai {

namespace {

bool read_from_data(const OriginRecord& record) {
  return record.kind == OriginKind::entered || record.kind == OriginKind::stated;
}

// 42,43,44,50 → "42-44,50"
std::string line_ranges(std::vector<std::size_t>& lines) {
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  std::string text;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t last = i;
    while (last + 1 < lines.size() && lines[last + 1] == lines[last] + 1) ++last;
    if (!text.empty()) text += ',';
    text += std::to_string(lines[i]);
    if (last > i) text += '-' + std::to_string(lines[last]);
    i = last + 1;
  }
  return text;
}

}  // namespace

const std::string& OriginText::of(OriginId origin) {
  const auto [place, is_new] = known_.try_emplace(origin);
  if (is_new && origin != 0) place->second = make(origin);
  return place->second;
}

const Quantity* OriginText::quantity(OriginId origin) const {
  return origin == 0 ? nullptr : &journal_.at(origin).quantity;
}

std::string OriginText::make(OriginId origin) {
  const OriginRecord& record = journal_.at(origin);
  Lines lines;
  const bool complete = collect(origin, lines);
  if (lines.empty()) note(record.span, lines);
  if (lines.empty()) return record.label;
  return describe(lines) + (complete ? "" : ",…");
}

bool OriginText::collect(OriginId origin, Lines& lines) {
  if (seen_.size() <= journal_.size()) seen_.resize(journal_.size() + 1);
  ++round_;
  std::vector<OriginId> waiting = {origin};
  std::size_t met = 0;
  while (!waiting.empty()) {
    const OriginId next = waiting.back();
    waiting.pop_back();
    if (next == 0 || seen_.at(next) == round_) continue;
    if (++met > most_operands) return false;
    seen_.at(next) = round_;
    const OriginRecord& record = journal_.at(next);
    if (!read_from_data(record)) {
      waiting.insert(waiting.end(), record.operands.begin(), record.operands.end());
    } else {
      note(record.span, lines);
    }
  }
  return true;
}

void OriginText::note(Span span, Lines& lines) const {
  if (span.known()) lines[span.source].push_back(sources_.at(span.source).position(span.begin).line);
}

std::string OriginText::describe(Lines& lines) const {
  std::string text;
  for (auto& [source, numbers] : lines) {
    if (!text.empty()) text += "; ";
    if (sources_.at(source).path() != home_) text += sources_.at(source).path();
    text += ':' + line_ranges(numbers);
  }
  return text;
}

}  // namespace gongkai
