#include "load/yaml_text.h"

#include <doctest/doctest.h>

#include "base/source.h"
#include "load/reader.h"

namespace gongkai {
namespace {

/// What a reader makes of what was written behind a key.
Value read_back(const std::string& written) {
  Sources sources;
  Diagnostics diagnostics;
  const auto data = read_value(sources, sources.add("x.yaml", "键: " + written + "\n"), diagnostics);
  REQUIRE(diagnostics.all().empty());
  return *data->find("键");
}

TEST_CASE("a text reads back as it was, plain or between brackets") {
  for (const char* const text :
       {"示例局", "2060701 机构运行", "0601", "12.50", "甲: 乙", "- 甲", "甲 # 乙", "#甲", "{甲}", "甲, 乙", "“甲”",
        "\"甲\"", "a\\b", "甲:", "{{ 支出合计 | 万元 }}", "@甲", "~", "一\n二"}) {
    CAPTURE(std::string(text));
    const Value value = Value::text(text);
    CHECK(*read_back(yaml_scalar_text(value, false)).if_text() == text);
    CHECK(*read_back(yaml_flow_text(Value::list({value}))).if_list()->front().if_text() == text);
  }
}

TEST_CASE("what need not be quoted is not") {
  CHECK(yaml_scalar_text(Value::text("甲，乙：丙"), true) == "甲，乙：丙");
  CHECK(yaml_scalar_text(Value::text("甲, 乙"), false) == "甲, 乙");
  CHECK(yaml_scalar_text(Value::text("甲, 乙"), true) == "\"甲, 乙\"");
  CHECK(yaml_scalar_text(Value(), true).empty());
}

TEST_CASE("lists and records stand on one line, codes as keys quoted") {
  const Value inner = Value::list({Value::text("一"), Value::text("二")});
  const Value record = Value::record({{"206", {}, Value::text("1.5")}, {"列", {}, inner}, {"空", {}, Value()}});
  CHECK(yaml_flow_text(record) == "{\"206\": 1.5, 列: [一, 二], 空: }");
}

}  // namespace
}  // namespace gongkai
