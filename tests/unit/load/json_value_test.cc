#include <doctest/doctest.h>

#include "reading.h"

namespace gongkai {

using reading::json;
using reading::Reading;
using reading::slip;

TEST_CASE("JSON gives the same values as YAML, numbers as they are written") {
  CHECK(json("{\"金额\": 12.30, \"b\": 0.1, \"c\": 1E3, \"d\": -0, \"e\": [true, null, \"\\ud842\\udfb7\\n\"], \"f\": "
             "{}}") ==
        "组\n"
        "金额: 文字 \"12.30\"\n"
        "b: 文字 \"0.1\"\n"
        "c: 文字 \"1E3\"\n"
        "d: 文字 \"-0\"\n"
        "e: 列表\n"
        "  - 文字 \"true\"\n"
        "  - 空\n"
        "  - 文字 \"𠮷\\n\" 带引号\n"
        "f: 组\n");
}

TEST_CASE("places in JSON are those of the tokens, byte order mark or not") {
  Reading reading("\xEF\xBB\xBF{\n  \"a\": [1, {\"b\\\"\": \"x,]\"}],\n  \"长\": null }", "a.json");
  REQUIRE(reading.value);
  const Value& root = *reading.value;
  const Value& inner = root.find("a")->if_list()->back();
  CHECK(reading.written(*root.find("a")) == "[1, {\"b\\\"\": \"x,]\"}]");
  CHECK(reading.written(*inner.find("b\"")) == "\"x,]\"");
  CHECK(reading.written(*root.find("长")) == "null");
  CHECK(reading.sources.place(root.find("长")->span) == "a.json:3:8");
  CHECK(reading.sources.text(root.if_record()->front().key_span) == "\"a\"");
  CHECK(reading.sources.place(root.span) == "a.json:1:1");
}

TEST_CASE("a key written twice in JSON is shown with both places") {
  CHECK(json("{\"a\": 1, \"b\": {\"a\": 2}, \"a\": 3}") ==
        "错误[JSON-07] “a”写了两次\n"
        "  a.json:1:25\n"
        "    1 │ {\"a\": 1, \"b\": {\"a\": 2}, \"a\": 3}\n"
        "      │                         ^^^\n"
        "  第一次见 a.json:1:2\n"
        "  提示：同一处的同一项只能写一次，删去或合并其中一个\n");
}

TEST_CASE("each slip in JSON is named at its place") {
  CHECK(json("{\"a\": 1,}") ==
        "错误[JSON-13] 最后一项之后多了逗号\n"
        "  a.json:1:8\n"
        "    1 │ {\"a\": 1,}\n"
        "      │        ^\n"
        "  提示：删去这个逗号\n");
  CHECK(json("{\"a\"： 1}") ==
        "错误[JSON-12] 这里是全角的 ：\n"
        "  a.json:1:5\n"
        "    1 │ {\"a\"： 1}\n"
        "      │     ^^\n"
        "  提示：改为英文半角的 :\n");
  CHECK(json("{\"编码\": 0601}") ==
        "错误[JSON-13] 数字不能以 0 开头\n"
        "  a.json:1:8\n"
        "    1 │ {\"编码\": 0601}\n"
        "      │          ^^^^\n"
        "  提示：编码要用英文双引号括起来\n");
  CHECK(json("{\"a\": 12万元}") ==
        "错误[JSON-13] 数字后面紧跟着别的字符\n"
        "  a.json:1:9\n"
        "    1 │ {\"a\": 12万元}\n"
        "      │         ^^^^\n"
        "  提示：数字只写半角数字和小数点，不写单位\n");
  CHECK(json("{\"a\": \"\\ud842\"}") ==
        "错误[JSON-14] \\u 只写了代理对的一半\n"
        "  a.json:1:8\n"
        "    1 │ {\"a\": \"\\ud842\"}\n"
        "      │        ^^^^^^\n"
        "  提示：直接写汉字即可\n");
}

TEST_CASE("other slips in JSON have their code and place") {
  CHECK(slip("", "a.json") == "JSON-10 1:1");
  CHECK(slip("[1, {\"a\": 2", "a.json") == "JSON-10 1:5");
  CHECK(slip("{\"a\": \"x\n\"}", "a.json") == "JSON-11 1:7");
  CHECK(slip("{“a”: 1}", "a.json") == "JSON-12 1:2");
  CHECK(slip("{\"a\": 1} x", "a.json") == "JSON-13 1:10");
  CHECK(slip("{\"a\" 1}", "a.json") == "JSON-13 1:6");
  CHECK(slip("{\"a\": 1 \"b\": 2}", "a.json") == "JSON-13 1:9");
  CHECK(slip("{a: 1}", "a.json") == "JSON-13 1:2");
  CHECK(slip("{'a': 1}", "a.json") == "JSON-13 1:2");
  CHECK(slip("[1 2]", "a.json") == "JSON-13 1:4");
  CHECK(slip("[1}", "a.json") == "JSON-13 1:3");
  CHECK(slip("[1]]", "a.json") == "JSON-13 1:4");
  CHECK(slip("{\"a\":}", "a.json") == "JSON-13 1:6");
  CHECK(slip("{\"a\": .5}", "a.json") == "JSON-13 1:7");
  CHECK(slip("{\"a\": 1. }", "a.json") == "JSON-13 1:7");
  CHECK(slip("{\"a\": 1, // x\n \"b\": 2}", "a.json") == "JSON-13 1:10");
  CHECK(slip("{\"a\": 1e999}", "a.json") == "JSON-13 1:1");
  CHECK(slip("{\"a\": \"\\q\"}", "a.json") == "JSON-14 1:8");
  CHECK(slip("{\"a\": \"x\ty\"}", "a.json") == "JSON-14 1:9");
  CHECK(slip("{\"a\": \"\\u12\"}", "a.json") == "JSON-14 1:8");
  CHECK(slip("{\"a\": \"\\u0000\"}", "a.json") == "JSON-02 1:7");
  CHECK(slip("{\"a\": \"\xB0\xA1\"}", "a.json") == "JSON-01 1:8");
}

}  // namespace gongkai
