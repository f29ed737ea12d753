#include <doctest/doctest.h>

#include "template/small_profile.h"

using namespace gongkai;

namespace {

/// Two parts, the second with sections; tests lay a 正文 of their own over it.
constexpr const char* outline = R"(正文:
  顺序: [概况, 说明]
  章节:
    概况: {标题: 部门概况, 文件: parts/概况.md}
    说明: {标题: "{{ 年度 }}年度说明", 顺序: [收入, 支出]}
    收入: {标题: 收入情况, 文件: parts/收入.md}
    支出: {标题: 支出情况, 文件: parts/支出.md, 当: 收入合计 == 0}
)";

SmallProfile outlined(const std::string& sections) {
  SmallProfile profile = small_profile();
  profile.put("profile.yaml",
              "名称: 例\n数字:\n  万元: {单位: 万元, 位数: 2, 去尾零: 是}\n"
              "  百分比: {位数: 2, 去尾零: 是, 不足: 是}\n"
              "序号: {1: \"第{中}部分\", 2: \"{中}、\", 3: \"（{中}）\", 4: \"{数}.\"}\n" +
                  sections);
  profile.put("parts/概况.md", "{% set 名 = 部门.名称 %}\n{{ 名 }}。\n");
  profile.put("parts/收入.md", "有收入。\n");
  profile.put("parts/支出.md", "有支出。\n");
  return profile;
}

std::string with(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// Headings, paragraphs and page breaks, a line each.
std::string printed(const SmallProfile::Filled& filled) {
  if (!filled.document) return filled.messages();
  std::string text;
  for (const Block& block : filled.document->blocks) {
    if (const auto* const heading = std::get_if<Heading>(&block)) {
      text += std::string(static_cast<std::size_t>(heading->level), '#') + " " + heading_text(*heading) + "\n";
    } else if (const auto* const paragraph = std::get_if<Paragraph>(&block)) {
      text += plain_text(paragraph->text) + "\n";
    } else if (std::holds_alternative<PageBreak>(block)) {
      text += "----\n";
    }
  }
  return text;
}

std::string printed(const std::string& sections) { return printed(*outlined(sections).fill("{% 正文 %}\n")); }

}  // namespace

TEST_CASE("正文 prints the sections in their order, each part on a page of its own") {
  const std::string with_expenditure = with(outline, ", 当: 收入合计 == 0", "");
  CHECK(printed(with_expenditure) ==
        "----\n# 第一部分 部门概况\n示例局。\n----\n# 第二部分 2023年度说明\n## 一、收入情况\n有收入。\n## "
        "二、支出情况\n有支出。\n");
  const std::string moved = with(with(with_expenditure, "[概况, 说明]", "[说明, 概况]"), "[收入, 支出]", "[支出]");
  CHECK(printed(moved) ==
        "----\n# 第一部分 2023年度说明\n## 一、支出情况\n有支出。\n----\n# 第二部分 部门概况\n示例局。\n");
}

TEST_CASE("a section whose 当 does not hold is left out, or replaced by its sentence") {
  const std::string none = outline;
  CHECK(printed(none) ==
        "----\n# 第一部分 部门概况\n示例局。\n----\n# 第二部分 2023年度说明\n## 一、收入情况\n有收入。\n");
  const std::string sentence = with(none, "收入合计 == 0}", "收入合计 == 0, 无此项: \"{{ 部门.名称 }}没有支出。\"}");
  CHECK(printed(sentence) ==
        "----\n# 第一部分 部门概况\n示例局。\n----\n# 第二部分 2023年度说明\n## 一、收入情况\n有收入。\n## "
        "二、支出情况\n示例局没有支出。\n");
  CHECK(printed(with(sentence, "收入合计 == 0,", "收入合计 > 0,")).ends_with("## 二、支出情况\n有支出。\n"));
}

TEST_CASE("pages and numbers of sections can be told") {
  const std::string plain = with(with(outline, "文件: parts/概况.md}", "文件: parts/概况.md, 另页: 否, 编号: 否}"),
                                 ", 当: 收入合计 == 0", ", 另页: 是");
  CHECK(printed(plain) ==
        "# 部门概况\n示例局。\n----\n# 第一部分 2023年度说明\n## 一、收入情况\n有收入。\n----\n## "
        "二、支出情况\n有支出。\n");
}

TEST_CASE("mistakes in 正文 are told with their places") {
  const auto first = [](const std::string& sections) {
    const std::string all = printed(sections);
    return all.substr(0, all.find('\n', all.find('\n') + 1) + 1);
  };
  CHECK(first(with(outline, "[收入, 支出]", "[收人, 支出]")) ==
        "错误[PROFILE-12] “顺序”里的章节“收人”没有定义\n  templates/small/profile.yaml:10:35\n");
  CHECK(first(with(outline, "[收入, 支出]", "[收入, 说明]")) ==
        "错误[PROFILE-13] 章节“说明”放了两次\n  templates/small/profile.yaml:10:39\n");
  CHECK(first(with(outline, ", 文件: parts/收入.md", "")) ==
        "错误[PROFILE-14] 章节“收入”没有内容，要写“文件”或“顺序”\n  templates/small/profile.yaml:11:9\n");
  CHECK(first(with(outline, "当: 收入合计 == 0", "无此项: 没有支出。")) ==
        "错误[PROFILE-15] 章节“支出”写了“无此项”，还要写“当”：什么时候有此项\n  templates/small/profile.yaml:12:42\n");
  CHECK(first(with(outline, "[概况, 说明]", "概况")) ==
        "错误[PROFILE-10] “顺序”应为章节名的列表\n  templates/small/profile.yaml:7:7\n");
  CHECK(first(with(outline, "parts/收入.md", "parts/收人.md")) ==
        "错误[TPL-04] 没有文件“parts/收人.md”\n  templates/small/profile.yaml:11:24\n");
  CHECK(first("") == "错误[TPL-04] profile.yaml 里没有“正文”，不知道印哪些章节\n  templates/small/report.md:1:1\n");
}
