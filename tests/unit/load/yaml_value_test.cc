#include <doctest/doctest.h>

#include "reading.h"

namespace gongkai {

using reading::Reading;
using reading::yaml;

TEST_CASE("scalars stay text, with their zeros and whether they were quoted") {
  CHECK(yaml("金额: 12.30\n编码: 0601\n文: \"12\"\n单: '1''2'\n是: true\n日: 2024-09-20\n") ==
        "组\n"
        "金额: 文字 \"12.30\"\n"
        "编码: 文字 \"0601\"\n"
        "文: 文字 \"12\" 带引号\n"
        "单: 文字 \"1'2\" 带引号\n"
        "是: 文字 \"true\"\n"
        "日: 文字 \"2024-09-20\"\n");
}

TEST_CASE("lists and keys may be written in blocks and in brackets") {
  CHECK(yaml("a:\n- 1\n- b: 2\n  c: {d: [3, 4], e: }\n-\n  - 5\nf: []\ng: {}\n") ==
        "组\n"
        "a: 列表\n"
        "  - 文字 \"1\"\n"
        "  - 组\n"
        "    b: 文字 \"2\"\n"
        "    c: 组\n"
        "      d: 列表\n"
        "        - 文字 \"3\"\n"
        "        - 文字 \"4\"\n"
        "      e: 空\n"
        "  - 列表\n"
        "    - 文字 \"5\"\n"
        "f: 列表\n"
        "g: 组\n");
}

TEST_CASE("a byte order mark and Windows line ends change no value and no place") {
  Reading plain("部门: 某某\n说明: |\n  一\n  二\n项:\n  - 三\n");
  Reading windows("\xEF\xBB\xBF部门: 某某\r\n说明: |\r\n  一\r\n  二\r\n项:\r\n  - 三\r\n");
  REQUIRE(plain.value);
  REQUIRE(windows.value);
  CHECK(dump(*plain.value) == dump(*windows.value));
  const Value& item = windows.value->find("项")->if_list()->front();
  CHECK(windows.sources.place(item.span) == "a.yaml:6:5");
  CHECK(windows.written(item) == "三");
  CHECK(windows.sources.place(windows.value->if_record()->front().key_span) == "a.yaml:1:1");
}

TEST_CASE("spans cover what was written: quotes, brackets, blocks") {
  Reading reading("a: \"x y\" # c\nb: {c: [1, 2], d: 3}\ne:\n  - 甲\n  - f: 乙\nt: |\n  one\n  two\n\nz: 长\n  文\n");
  REQUIRE(reading.value);
  const Value& root = *reading.value;
  CHECK(reading.written(*root.find("a")) == "\"x y\"");
  CHECK(reading.written(*root.find("b")) == "{c: [1, 2], d: 3}");
  CHECK(reading.written(*root.find("b")->find("c")) == "[1, 2]");
  CHECK(reading.written(*root.find("e")) == "- 甲\n  - f: 乙");
  CHECK(reading.written(root.find("e")->if_list()->back()) == "f: 乙");
  CHECK(reading.written(*root.find("t")) == "|\n  one\n  two");
  CHECK(reading.written(*root.find("z")) == "长\n  文");
  CHECK(reading.sources.text(root.if_record()->back().key_span) == "z");
}

TEST_CASE("an empty value is absent and shown at its key or dash") {
  Reading reading("a:\nb: ~\nc:\n  -\n  - 1\n  -\n  # 注\nd: {e: }\n");
  REQUIRE(reading.value);
  const Value& root = *reading.value;
  CHECK(root.find("a")->is_absent());
  CHECK(reading.sources.place(root.find("a")->span) == "a.yaml:1:1");
  CHECK(reading.sources.place(root.find("b")->span) == "a.yaml:2:4");
  const List& items = *root.find("c")->if_list();
  REQUIRE(items.size() == 3);
  CHECK(reading.sources.place(items[0].span) == "a.yaml:4:3");
  CHECK(reading.sources.place(items[2].span) == "a.yaml:6:3");
  CHECK(reading.sources.place(root.find("d")->find("e")->span) == "a.yaml:8:5");
}

TEST_CASE("a text without content is absent") {
  CHECK(yaml("") == "空\n");
  CHECK(yaml("# 只有注释\n\n") == "空\n");
  CHECK(yaml("---\n") == "空\n");
}

TEST_CASE("a line end between Chinese characters is not a blank") {
  CHECK(yaml("a: >\n  开展科普\n  活动“进校园”\n  共 12 场，\n  science\n  week\n\n  第二段\n") ==
        "组\na: 文字 \"开展科普活动“进校园”共 12 场，science week\\n第二段\\n\" 带引号\n");
  CHECK(yaml("a: 开展\n  科普\n  2 次\n") == "组\na: 文字 \"开展科普 2 次\"\n");
  CHECK(yaml("a: \"开\\u5C55\n  科普\\\n  活动\n  x\"\n") == "组\na: 文字 \"开展科普活动 x\" 带引号\n");
  CHECK(yaml("a: '开''展\n  科普'\n") == "组\na: 文字 \"开'展科普\" 带引号\n");
  CHECK(yaml("a: {b: 开展\n    科普, c: 1}\n") == "组\na: 组\n  b: 文字 \"开展科普\"\n  c: 文字 \"1\"\n");
}

TEST_CASE("a block of text keeps its lines, blank ones and deeper ones too") {
  CHECK(yaml("a: |\n  一\n\n    二：三\n  # 四\nb: |-\n  五\nc: >-\n  六\n\n  七\n") ==
        "组\n"
        "a: 文字 \"一\\n\\n  二：三\\n# 四\\n\" 带引号\n"
        "b: 文字 \"五\" 带引号\n"
        "c: 文字 \"六\\n七\" 带引号\n");
}

TEST_CASE("signs that mean nothing where they stand are text") {
  CHECK(yaml("a: 50%\nb: -5\nc: 注：甲，乙\nd: x#y\ne: http://x\nf: 甲{{ 乙 | 丙 }}\ng: 3:1\nh: [甲：乙, -1]\n'i: j': "
             "1\n") ==
        "组\n"
        "a: 文字 \"50%\"\n"
        "b: 文字 \"-5\"\n"
        "c: 文字 \"注：甲，乙\"\n"
        "d: 文字 \"x#y\"\n"
        "e: 文字 \"http://x\"\n"
        "f: 文字 \"甲{{ 乙 | 丙 }}\"\n"
        "g: 文字 \"3:1\"\n"
        "h: 列表\n"
        "  - 文字 \"甲：乙\"\n"
        "  - 文字 \"-1\"\n"
        "i: j: 文字 \"1\"\n");
}

TEST_CASE("codes of three digits in brackets are a list") {
  CHECK(yaml("a: [201,206.0, 208]\n").starts_with("错误[YAML-16]"));
  CHECK(yaml("a: [201,206]\nb: [3, 100]\n") ==
        "组\na: 列表\n  - 文字 \"201\"\n  - 文字 \"206\"\nb: 列表\n  - 文字 \"3\"\n  - 文字 \"100\"\n");
}

}  // namespace gongkai
