// Right files made wrong by chance, the same chance every time: whatever the reader makes
// of them, it is a value or a complaint with a place, and never a crash (run under the
// sanitizers as well).

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reading.h"
#include "schema_samples.h"

namespace gongkai {

using reading::Application;

namespace {

/// xorshift: no library's generator promises the same numbers everywhere.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
  std::size_t below(std::size_t limit) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return limit == 0 ? 0 : static_cast<std::size_t>(state_ % limit);
  }

 private:
  std::uint64_t state_;
};

constexpr std::string_view splinters[] = {
    ":",   ": ", "：", "，", "\"", "'",    "[",      "]",      "{",    "}",    "- ", "\n",   "\r\n", "\r",  "\t", "　",
    "#",   " #", "|",  ">",  "&a", "*a",   "!",      "%",      "@",    "?",    "? ", "---",  "...",  "<<:", ",",  "\\",
    "\\u", "０", "12", "-",  "~",  "\x01", "\u00A0", "\uFEFF", "未知", "万元", "  ", "    ", "//",   "null"};

/// The beginning of the character at `offset`: most slips leave characters whole.
std::size_t whole(const std::string& text, std::size_t offset, bool broken) {
  while (!broken && offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) --offset;
  return offset;
}

std::string mutated(std::string text, Chance& chance) {
  const bool broken = chance.below(20) == 0;
  for (std::size_t times = 1 + chance.below(3); times > 0; --times) {
    const std::size_t at = whole(text, chance.below(text.size() + 1), broken);
    const std::size_t length = whole(text, std::min(at + chance.below(8), text.size()), broken) - at;
    const std::size_t from = whole(text, chance.below(text.size() + 1), broken);
    switch (chance.below(4)) {
      case 0: text.erase(at, length); break;
      case 1:
        text.insert(at, text.substr(from, whole(text, std::min(from + chance.below(20), text.size()), broken) - from));
        break;
      case 2: text.replace(at, length, splinters[chance.below(std::size(splinters))]); break;
      default: text.insert(at, splinters[chance.below(std::size(splinters))]);
    }
  }
  return text;
}

const std::string yaml_data = samples::head +
                              "金额单位: 万元\n"
                              "支出:\n"
                              "  - {科目: 2060701 机构运行, 金额: 296.11, 调整预算: 300}  # 注\n"
                              "  - 科目: \"208\"\n"
                              "    资金: '事业'\n"
                              "    金额: 未知\n"
                              "    分项:\n"
                              "      301: 1.5\n"
                              "      302 商品: 2\n"
                              "上年: {支出: 12, 未列全: 是, 分类: {206: 3, 208: [ ]}}\n"
                              "项目:\n"
                              "- 编码: 5134T01\n"
                              "  名称: >-\n"
                              "    科普\n"
                              "    活动 week\n"
                              "- {编码: 5134T02, 名称: 甲\n"
                              "  }\n";

const std::string json_data =
    "{\"格式版本\": 1, \"模板\": \"x\", \"年度\": 2023, \"金额单位\": \"元\",\n"
    " \"支出\": [{\"科目\": \"206 科学\", \"金额\": 12.50, \"分项\": {\"301\": 1, \"302\": null}}],\n"
    " \"上年\": {\"支出\": -3e2, \"未列全\": true, \"分类\": {}},\n"
    " \"项目\": [{\"编码\": \"\\u0041\\ud842\\udfb7\", \"名称\": \"a\\\\b\\n\"}]}\n";

void check_all(const std::string& data, const std::string& path, std::size_t runs) {
  for (std::size_t seed = 1; seed <= runs; ++seed) {
    Chance chance(seed);
    const std::string text = mutated(data, chance);
    INFO("seed " << seed << ":\n" << text);
    Application applied(samples::lists, text, path);
    const bool told = applied.diagnostics.has_errors();
    REQUIRE(told != applied.entered.has_value());
    for (const Diagnostic& diagnostic : applied.diagnostics.all()) {
      REQUIRE(diagnostic.span.known());
      REQUIRE(diagnostic.span.begin <= diagnostic.span.end);
      REQUIRE(diagnostic.span.end <= text.size());
      REQUIRE_FALSE(show(diagnostic, applied.sources).empty());
    }
  }
}

}  // namespace

TEST_CASE("mutated YAML is a value or a complaint with a place") { check_all(yaml_data, "data.yaml", 6000); }

TEST_CASE("mutated JSON is a value or a complaint with a place") { check_all(json_data, "data.json", 6000); }

TEST_CASE("YAML cut off anywhere is a value or a complaint with a place") {
  for (std::size_t length = 0; length <= yaml_data.size(); ++length) {
    Application applied(samples::lists, yaml_data.substr(0, length));
    REQUIRE(applied.diagnostics.has_errors() != applied.entered.has_value());
  }
}

}  // namespace gongkai
