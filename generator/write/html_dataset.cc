#include "write/html_dataset.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/iri.h"
#include "base/utf8.h"
#include "write/front_matter.h"

namespace gongkai {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t longest_description = 5000;  // characters that search engines take

/// Each table once: the copies of a form have one title.
std::vector<std::string> table_titles(const Document& document) {
  std::vector<std::string> titles;
  for (const Block& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (table != nullptr && std::find(titles.begin(), titles.end(), table->title) == titles.end())
      titles.push_back(table->title);
  }
  return titles;
}

/// 三、支出决算表, or 附件一, which no number of ours begins, right above its table: that one's title says it.
bool is_said_by_table(const std::vector<Block>& blocks, std::size_t index) {
  const bool above = index + 1 < blocks.size() && std::holds_alternative<Table>(blocks[index + 1]);
  return above && (std::get<Heading>(blocks[index]).number.empty() || is_titled_by_heading(blocks, index + 1));
}

/// But for the report's own title, which may stand over the text again.
std::vector<std::string> section_titles(const Document& document) {
  constexpr int levels = 2;
  std::vector<std::string> titles;
  const std::string own = front_matter(document).id;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const auto* heading = std::get_if<Heading>(&document.blocks[i]);
    if (heading == nullptr || !heading->in_contents || heading->level > levels) continue;
    if (heading->id != own && !is_said_by_table(document.blocks, i)) titles.push_back(heading_text(*heading));
  }
  return titles;
}

/// "，含甲、乙", as many as there is room for.
void append_list(std::string& text, std::string_view before, const std::vector<std::string>& names) {
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (utf8::length(text) + utf8::length(names[at]) + 4 > longest_description) return;
    text.append(at == 0 ? before : "、").append(names[at]);
  }
}

std::string description(const Document& document, const std::vector<std::string>& tables) {
  std::string text = document.title;
  append_list(text, "，含", tables);
  append_list(text, tables.empty() ? "，内容有" : "；内容有", section_titles(document));
  return text + "。";
}

Json distribution(const std::vector<WrittenFile>& files) {
  Json list = Json::array();
  for (const WrittenFile& file : files)
    list.push_back(
        {{"@type", "DataDownload"}, {"encodingFormat", file.media_type}, {"contentUrl", iri_path(file.name)}});
  return list;
}

}  // namespace

std::string html_dataset(const Document& document, const std::vector<WrittenFile>& files) {
  const std::vector<std::string> tables = table_titles(document);
  Json data = {{"@context", "https://schema.org"}, {"@type", "Dataset"}, {"name", document.title}};
  data["description"] = description(document, tables);
  if (!tables.empty()) data["variableMeasured"] = tables;
  data["inLanguage"] = document.language;
  if (!document.author.empty()) data["creator"] = {{"@type", "GovernmentOrganization"}, {"name", document.author}};
  if (!document.date.empty()) data["datePublished"] = document.date;
  if (!document.period.empty()) data["temporalCoverage"] = document.period;
  if (!document.subject.empty()) data["keywords"] = document.subject;
  data["isAccessibleForFree"] = true;
  if (!files.empty()) data["distribution"] = distribution(files);
  return inside_script(data.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string inside_script(std::string json) {
  for (std::size_t at = json.find('<'); at != std::string::npos; at = json.find('<', at)) {
    json.replace(at, 1, "\\u003c");
  }
  return json;
}

}  // namespace gongkai
