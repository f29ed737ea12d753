#include "write/html_provenance.h"

#include <nlohmann/json.hpp>

#include "value/number_text.h"
#include "write/html_dataset.h"

namespace gongkai {

namespace {

// Runs of three and more as their ends.
void append_records(nlohmann::json& list, const std::vector<std::size_t>& numbers) {
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[i] != 0 && numbers[last + 1] == numbers[last] + 1) ++last;
    list.push_back(numbers[i]);
    if (last > i + 1) {
      list.push_back(-static_cast<std::int64_t>(numbers[last]));
      i = last + 1;
    } else {
      ++i;
    }
  }
}

}  // namespace

void HtmlProvenance::print(OriginId origin) { figures_.push_back(origin == 0 ? 0 : number_of(origin)); }

std::size_t HtmlProvenance::number_of(OriginId origin) {
  const auto [known, is_new] = numbers_.try_emplace(origin, order_.size() + 1);
  if (is_new) order_.push_back(origin);
  return known->second;
}

std::string HtmlProvenance::json() {
  if (order_.empty()) return {};
  nlohmann::json records = nlohmann::json::array();
  for (std::size_t next = 0; next < order_.size(); ++next) {  // grows while operands are met
    const OriginRecord& record = journal_.at(order_[next]);
    nlohmann::json item = {label_of(record.label)};
    for (const std::size_t fact : facts_of(record)) item.push_back(fact);
    std::vector<std::size_t> operands;
    for (const OriginId operand : record.operands) {
      if (operand != 0) operands.push_back(number_of(operand));
    }
    append_records(item, operands);
    records.push_back(std::move(item));
  }
  nlohmann::json figures = nlohmann::json::array();
  append_records(figures, figures_);
  const nlohmann::json all = {
      {"figures", std::move(figures)}, {"records", std::move(records)}, {"texts", texts_}, {"ways", ways_}};
  return inside_script(all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::size_t HtmlProvenance::text_of(std::string_view text) {
  const auto [known, is_new] = text_numbers_.try_emplace(std::string(text), texts_.size());
  if (is_new) texts_.push_back(known->first);
  return known->second;
}

std::vector<std::size_t> HtmlProvenance::label_of(std::string_view label) {
  constexpr std::string_view between = " / ";
  std::vector<std::size_t> parts;
  for (std::size_t at = label.find(between); at != std::string_view::npos; at = label.find(between)) {
    parts.push_back(text_of(label.substr(0, at)));
    label.remove_prefix(at + between.size());
  }
  parts.push_back(text_of(label));
  return parts;
}

std::size_t HtmlProvenance::way_of(const OriginRecord& record) {
  const std::string_view formula = record.kind == OriginKind::derived ? sources_.text(record.span) : std::string_view();
  const std::array<std::size_t, 3> way = {text_of(kind_text(record.kind)),
                                          text_of(formula == record.label ? std::string_view() : formula),
                                          record.span.known() ? text_of(sources_.at(record.span.source).path()) : 0};
  const auto [known, is_new] = way_numbers_.try_emplace(way, ways_.size());
  if (is_new) ways_.push_back(way);
  return known->second;
}

std::array<std::size_t, 4> HtmlProvenance::facts_of(const OriginRecord& record) {
  const std::size_t value = text_of(exact_text(record.quantity, journal_.unit()));
  const std::size_t way = way_of(record);
  if (!record.span.known()) return {value, way, 0, 0};
  const Position position = sources_.at(record.span.source).position(record.span.begin);
  return {value, way, position.line, position.column};
}

}  // namespace gongkai
