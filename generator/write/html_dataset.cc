#include "write/html_dataset.h"

#include <nlohmann/json.hpp>

namespace gongkai {

std::string html_dataset(const Document& document) {
  nlohmann::ordered_json data = {{"@context", "https://schema.org"}, {"@type", "Dataset"}, {"name", document.title}};
  std::string tables;
  for (const Block& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table == nullptr) continue;
    tables += (tables.empty() ? "" : "、") + table->title;
    data["variableMeasured"].push_back(table->title);
  }
  data["description"] = document.title + (tables.empty() ? "。" : "，含" + tables + "。");
  data["inLanguage"] = document.language;
  if (!document.author.empty()) data["creator"] = {{"@type", "GovernmentOrganization"}, {"name", document.author}};
  if (!document.date.empty()) data["datePublished"] = document.date;
  if (!document.period.empty()) data["temporalCoverage"] = document.period;
  if (!document.subject.empty()) data["keywords"] = document.subject;
  data["isAccessibleForFree"] = true;
  return inside_script(data.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string inside_script(std::string json) {
  for (std::size_t at = json.find('<'); at != std::string::npos; at = json.find('<', at)) {
    json.replace(at, 1, "\\u003c");
  }
  return json;
}

}  // namespace gongkai
