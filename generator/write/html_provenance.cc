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
    nlohmann::json item = {label_of(record.label)};
    for (const std::size_t fact : facts_of(record, journal_.unit())) item.push_back(fact);
    for (const OriginId operand : record.operands) {
      if (operand != 0) item.push_back(number_of(operand));
    }
    records.push_back(std::move(item));
  }
  if (records.empty()) return {};
  const nlohmann::json all = {{"texts", texts_}, {"records", std::move(records)}};
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

std::vector<std::size_t> HtmlProvenance::facts_of(const OriginRecord& record, MoneyUnit unit) {
  const std::string_view formula = record.kind == OriginKind::derived ? sources_.text(record.span) : std::string_view();
  std::vector<std::size_t> facts = {text_of(exact_text(record.quantity, unit)),
                                    text_of(kind_text(record.kind)),
                                    text_of(formula == record.label ? std::string_view() : formula),
                                    0,
                                    0,
                                    0};
  if (!record.span.known()) return facts;
  const Source& source = sources_.at(record.span.source);
  const Position position = source.position(record.span.begin);
  facts[3] = text_of(source.path());
  facts[4] = position.line;
  facts[5] = position.column;
  return facts;
}

}  // namespace gongkai
