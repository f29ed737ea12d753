// Every example of templates/LANGUAGE.md is run, and every word of the language is in it.

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "expr/standard.h"
#include "template/small_profile.h"

using namespace gongkai;

namespace {

struct Fence {
  std::string info, text;
};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string page() { return DiskFiles().read(GONGKAI_HOME "/templates/LANGUAGE.md").value_or(""); }

std::vector<Fence> fences() {
  std::vector<Fence> found;
  bool inside = false;
  for (const std::string& line : lines_of(page())) {
    const bool mark = line.starts_with("```");
    if (mark && !inside) found.push_back({line.substr(3), ""});
    if (!mark && inside) found.back().text += line + "\n";
    inside = mark ? !inside : inside;
  }
  return found;
}

SmallProfile profile_of_page() {
  SmallProfile profile;
  for (const Fence& fence : fences()) {
    if (fence.info == "yaml 数据")
      profile.data("模板: small\n" + fence.text.substr(0, fence.text.find("模板: ")) +
                   fence.text.substr(fence.text.find("年度: ")));
    else if (fence.info.starts_with("yaml "))
      profile.put(fence.info.substr(5), fence.text);
  }
  return profile;
}

std::string role_mark(ParagraphRole role) { return role == ParagraphRole::cover_title ? "〔封面题名〕" : ""; }

std::string shown_block(const Heading& heading) { return heading_text(heading); }
std::string shown_block(const Paragraph& paragraph) {
  return role_mark(paragraph.role) + paragraph.label + (paragraph.label.empty() ? "" : " ") +
         plain_text(paragraph.text);
}
std::string shown_block(const Table& table) { return "〔表〕" + table.title; }
std::string shown_block(const Chart& chart) {
  std::string text = "〔" + chart.number + "〕" + chart.title + "：";
  for (const ChartValue& value : chart.values) {
    text +=
        (&value == &chart.values.front() ? "" : "，") + value.label + value.printed + "（" + value.printed_share + "）";
  }
  return text;
}
std::string shown_block(const Contents&) { return "〔目录〕"; }
std::string shown_block(const PageBreak&) { return "〔分页〕"; }

std::string shown(const SmallProfile::Filled& filled) {
  if (!filled.document) {
    const auto& all = filled.diagnostics.all();
    return all.empty() ? "" : "错误：" + all.front().message + "\n";
  }
  std::string text;
  for (const Block& block : filled.document->blocks) {
    text += std::visit([](const auto& content) { return shown_block(content); }, block) + "\n";
  }
  return text;
}

void check_lines(const std::string& examples) {
  SmallProfile profile = profile_of_page();
  for (const std::string& line : lines_of(examples)) {
    const std::string arrow = " → ";
    const std::size_t at = line.rfind(arrow);
    REQUIRE_MESSAGE(at != std::string::npos, line);
    // The marks keep blanks at the ends of the line from being trimmed away.
    const auto filled = profile.fill("〈" + line.substr(0, at) + "〉\n");
    std::string expected = line.substr(at + arrow.size());
    if (!expected.starts_with("错误：")) expected = "〈" + expected + "〉";
    CHECK_MESSAGE(shown(*filled) == expected + "\n", line);
  }
}

}  // namespace

TEST_CASE("every example of the language page prints what the page says") {
  std::string source;
  int examples = 0;
  for (const Fence& fence : fences()) {
    if (fence.info == "例") check_lines(fence.text);
    if (fence.info == "模板") source = fence.text;
    if (fence.info != "结果") continue;
    SmallProfile profile = profile_of_page();
    const auto filled = profile.fill(source);
    CHECK_MESSAGE(shown(*filled) == fence.text, filled->messages());
    ++examples;
  }
  CHECK(examples == 3);
}

TEST_CASE("the language page names every function, filter, test, role and statement") {
  const std::string text = page();
  for (const std::string& name : standard_names()) CHECK_MESSAGE(text.find(name) != std::string::npos, name);
  for (const char* const word :
       {"已填",  "defined",     "空",       "none",     "未知",     "unknown", "boolean", "even",
        "odd",   "divisibleby", "封面题名", "封面副题", "封面行",   "居中",    "注",      "落款",
        "题注",  "说明",        "if",       "elif",     "else",     "for",     "set",     "include",
        "table", "tables",      "chart",    "contents", "pagebreak"}) {
    CHECK_MESSAGE(text.find(word) != std::string::npos, word);
  }
}
