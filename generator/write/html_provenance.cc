#include "write/html_provenance.h"

#include <nlohmann/json.hpp>

#include "value/number_text.h"
#include "write/html_dataset.h"

namespace gongkai {

std::size_t HtmlProvenance::number_of(OriginId origin) {
  if (origin == 0) return 0;
  const auto [known, is_new] = numbers_.try_emplace(origin, order_.size() + 1);
  if (is_new) order_.push_back(origin);
  return known->second;
}

std::string HtmlProvenance::json() {
  nlohmann::json records = nlohmann::json::array();
  for (std::size_t next = 0; next < order_.size(); ++next) {  // grows while operands are met
    const OriginRecord& record = journal_.at(order_[next]);
    const std::string_view formula =
        record.kind == OriginKind::derived ? sources_.text(record.span) : std::string_view();
    nlohmann::json item = {record.label, exact_text(record.quantity), kind_text(record.kind),
                           formula == record.label ? std::string_view() : formula, place_of(record.span)};
    for (const OriginId operand : record.operands) {
      if (operand != 0) item.push_back(number_of(operand));
    }
    records.push_back(std::move(item));
  }
  if (records.empty()) return {};
  const nlohmann::json all = {{"files", files_}, {"records", std::move(records)}};
  return inside_script(all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string HtmlProvenance::place_of(Span span) {
  if (!span.known()) return {};
  const auto [known, is_new] = file_numbers_.try_emplace(span.source, files_.size());
  if (is_new) files_.push_back(sources_.at(span.source).path());
  const Position position = sources_.at(span.source).position(span.begin);
  return std::to_string(known->second) + ":" + std::to_string(position.line) + ":" + std::to_string(position.column);
}

}  // namespace gongkai
