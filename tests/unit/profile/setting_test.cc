#include "profile/setting.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

/// The settings of `id` among files below templates, a line each: key = layers, root first.
std::string told(const std::vector<std::pair<std::string, std::string>>& files, const std::string& id) {
  MemoryFiles disk;
  for (const auto& [path, text] : files) disk.add("t/" + path, text);
  Sources sources;
  Diagnostics diagnostics;
  const auto profile = load_profile(disk, "t", id, sources, diagnostics);
  REQUIRE(profile != nullptr);
  std::string text;
  for (const Setting& setting : settings_of(*profile)) {
    text += setting.key() + " =";
    for (const SetBy& by : setting.by)
      text += " " + by.layer + ":" + sources.place(by.span).substr(11 + by.layer.size());
    text += "\n";
  }
  return text;
}

constexpr const char* base = "名称: 底本\n数字: {表内: {单位: 万元, 位数: 2}}\n设定: {口径: 全部, 名单: [甲]}\n";

}  // namespace

TEST_CASE("a setting knows every layer that set it, the one that holds last") {
  CHECK(
      told({{"base/profile.yaml", base}, {"city/profile.yaml", "继承: ../base\n数字: {表内: {位数: 4}}\n"}}, "city") ==
      "名称 = base:profile.yaml:1:1\n数字.表内.单位 = base:profile.yaml:2:11\n"
      "数字.表内.位数 = base:profile.yaml:2:19 city:profile.yaml:2:11\n设定.口径 = base:profile.yaml:3:6\n"
      "设定.名单 = base:profile.yaml:3:14\n继承 = city:profile.yaml:1:1\n");
}

TEST_CASE("keys laid over a list, or a list over keys, leave nothing of what stood there") {
  CHECK(told({{"base/profile.yaml", base}, {"city/profile.yaml", "继承: ../base\n设定: {名单: {首: 甲}}\n"}}, "city")
            .ends_with("设定.口径 = base:profile.yaml:3:6\n继承 = city:profile.yaml:1:1\n设定.名单.首 = "
                       "city:profile.yaml:2:11\n"));
}

TEST_CASE("texts are settings too, and a key that is left empty is gone") {
  CHECK(told({{"base/profile.yaml", base},
              {"base/report.md", "# 底本\n"},
              {"city/profile.yaml", "继承: ../base\n设定:\n  口径:\n"},
              {"city/report.md", "# 市\n"}},
             "city")
            .ends_with("数字.表内.位数 = base:profile.yaml:2:19\n设定.名单 = base:profile.yaml:3:14\n继承 = "
                       "city:profile.yaml:1:1\n文件.report.md = base:report.md:1:1 city:report.md:1:1\n"));
}
