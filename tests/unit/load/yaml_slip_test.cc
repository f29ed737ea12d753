#include <doctest/doctest.h>

#include "reading.h"

namespace gongkai {

using reading::slip;
using reading::yaml;

TEST_CASE("a full-width colon behind a key is named, in blocks and in brackets") {
  CHECK(yaml("年度: 2023\n部门：某某\n") ==
        "错误[YAML-12] 键后面是全角冒号“：”，应为半角冒号加空格\n"
        "  a.yaml:2:3\n"
        "    2 │ 部门：某某\n"
        "      │     ^^\n"
        "  提示：写成“部门: …”\n");
  CHECK(slip("部门：某某\n") == "YAML-12 1:3");
  CHECK(slip("a:\n  - 名称：甲\n    b: 1\n") == "YAML-12 2:7");
  CHECK(slip("a: {名称：甲, b: 1}\n") == "YAML-12 1:7");
}

TEST_CASE("a missing blank behind a colon is named") {
  CHECK(yaml("部门: 某某\n年度:2023\n") ==
        "错误[YAML-13] 冒号之后缺少一个空格\n"
        "  a.yaml:2:3\n"
        "    2 │ 年度:2023\n"
        "      │     ^\n"
        "  提示：写成“年度: …”，冒号和空格都用半角\n");
  CHECK(yaml("年度:　2023\n") ==
        "错误[YAML-13] 冒号之后是全角空格或不换行空格，应为半角空格\n"
        "  a.yaml:1:3\n"
        "    1 │ 年度:　2023\n"
        "      │     ^\n"
        "  提示：写成“年度: …”，冒号和空格都用半角\n");
  CHECK(slip("a: {b:c, d: 1}\n") == "YAML-13 1:6");
  CHECK(slip("\"a\":1\n") == "YAML-13 1:4");
  CHECK(yaml("合计:\n  收入总计:874.05\n  支出总计: 874.05\n") ==
        "错误[YAML-13] 冒号之后缺少一个空格\n"
        "  a.yaml:2:7\n"
        "    2 │   收入总计:874.05\n"
        "      │           ^\n"
        "  提示：写成“收入总计: …”，冒号和空格都用半角\n");
  CHECK(slip("a:\n  - 科目:2060701\n    金额: 1\n") == "YAML-13 2:7");
  CHECK(slip("a:\n  http://x.cn\n  b: 1\n") == "YAML-23 3:3");
}

TEST_CASE("indentation by tabs and wide blanks is named") {
  CHECK(yaml("a:\n\tb: 1\n") ==
        "错误[YAML-10] 缩进用了制表符（Tab）\n"
        "  a.yaml:2:1\n"
        "    2 │  b: 1\n"
        "      │ ^\n"
        "  提示：缩进只用空格，每层两个\n");
  CHECK(slip("a: 1\n \t\tb: 2\n") == "YAML-10 2:2");
  CHECK(yaml("a:\n　　b: 1\n") ==
        "错误[YAML-11] 缩进用了全角空格\n"
        "  a.yaml:2:1\n"
        "    2 │ 　　b: 1\n"
        "      │ ^^\n"
        "  提示：缩进只用半角空格，每层两个\n");
  CHECK(slip("a:\n  \u00A0b: 1\n") == "YAML-11 2:3");
  CHECK(slip("a: 1\n　b: 1\n") == "YAML-11 2:1");
}

TEST_CASE("an unclosed quote is shown where it opens") {
  CHECK(yaml("a:\n  名称: \"某某\n  地址: \"x\"\n") ==
        "错误[YAML-14] 引号没有成对：从这里开始的文字没有结束的引号\n"
        "  a.yaml:2:7\n"
        "    2 │   名称: \"某某\n"
        "      │         ^\n"
        "  提示：在文字末尾补上同样的引号；文字里要用引号时用中文引号“”\n");
  CHECK(slip("a: 'x\n") == "YAML-14 1:4");
  CHECK(slip("- {a: \"甲, b: 1}\n- {a: \"乙\", b: 1}\n") == "YAML-14 1:7");
  CHECK(slip("\"a: 1\nb: 2\n") == "YAML-14 1:1");
}

TEST_CASE("text behind a closing quote or bracket is shown") {
  CHECK(yaml("说明: \"甲\"和\"乙\"\n") ==
        "错误[YAML-15] 引号结束之后还有内容\n"
        "  a.yaml:1:8\n"
        "    1 │ 说明: \"甲\"和\"乙\"\n"
        "      │           ^^^^^^\n"
        "  提示：给整段文字加引号，文字里的引号用中文引号“”\n");
  CHECK(slip("a: [1] 2\n") == "YAML-15 1:8");
}

TEST_CASE("thousands separators in brackets are not two numbers") {
  CHECK(yaml("a: [1,234.5]\n") ==
        "错误[YAML-16] 括号里的 1,234.5 会被当作几个数\n"
        "  a.yaml:1:5\n"
        "    1 │ a: [1,234.5]\n"
        "      │     ^^^^^^^\n"
        "  提示：金额不写千分位，写 1234.5；确是几个数时在逗号后空一格\n");
  CHECK(slip("a: {b: 12,345}\n") == "YAML-16 1:8");
  CHECK(slip("a: {b: 123,456, c: 1}\n") == "YAML-16 1:8");
  CHECK(slip("a: [0, 1,234,567]\n") == "YAML-16 1:8");
}

TEST_CASE("what means something else at the margin is named") {
  CHECK(yaml("a: 1\n%b: 2\n") ==
        "错误[YAML-17] 行首的“%”有特殊含义，其后的内容会丢失\n"
        "  a.yaml:2:1\n"
        "    2 │ %b: 2\n"
        "      │ ^\n"
        "  提示：若是文字，给整段文字加引号；若不需要，删去这一行\n");
  CHECK(yaml("a: 1\n---\nb: 2\n") ==
        "错误[YAML-19] 一个文件里只能有一份数据，不能用“---”分成几份\n"
        "  a.yaml:2:1\n"
        "    2 │ ---\n"
        "      │ ^^^\n"
        "  提示：每份数据单独存成一个文件\n");
  CHECK(slip("---\na: 1\n...\n") == "YAML-19 3:1");
  CHECK(slip("--- a\n") == "YAML-19 1:1");
}

TEST_CASE("anchors, aliases, tags, merge keys and keys that are lists are refused") {
  CHECK(yaml("a: &x 1\nb: *x\n") ==
        "错误[YAML-18] 不支持 YAML 的锚点、别名和标记：“&”\n"
        "  a.yaml:1:4\n"
        "    1 │ a: &x 1\n"
        "      │    ^\n"
        "  提示：把内容直接写出来；若是文字的第一个字，给整段文字加引号\n");
  CHECK(slip("b: *x\n") == "YAML-18 1:4");
  CHECK(slip("b: !!str 1\n") == "YAML-18 1:4");
  CHECK(slip("- [&a 1]\n") == "YAML-18 1:4");
  CHECK(slip("&a b: 1\n") == "YAML-18 1:1");
  CHECK(slip("a: 1\n<<: {b: 1}\n") == "YAML-20 2:1");
  CHECK(slip("? a\n: b\n") == "YAML-29 1:1");
  CHECK(slip("[a]: b\n") == "YAML-15 1:4");
  CHECK(slip("a: 1\n{b}: c\n") == "YAML-22 2:1");
}

TEST_CASE("keys written twice are all shown with both places") {
  CHECK(yaml("a: 1\nb: {c: 1, d: 2, c: 3}\na: 4\n") ==
        "错误[YAML-07] “c”写了两次\n"
        "  a.yaml:2:17\n"
        "    2 │ b: {c: 1, d: 2, c: 3}\n"
        "      │                 ^\n"
        "  第一次见 a.yaml:2:5\n"
        "  提示：同一处的同一项只能写一次，删去或合并其中一个\n"
        "错误[YAML-07] “a”写了两次\n"
        "  a.yaml:3:1\n"
        "    3 │ a: 4\n"
        "      │ ^\n"
        "  第一次见 a.yaml:1:1\n"
        "  提示：同一处的同一项只能写一次，删去或合并其中一个\n");
}

TEST_CASE("brackets that do not match are shown at their opening") {
  CHECK(yaml("a: [1, 2\nb: 3\n") ==
        "错误[YAML-21] 括号没有成对：“[”没有合上\n"
        "  a.yaml:1:4\n"
        "    1 │ a: [1, 2\n"
        "      │    ^\n"
        "  提示：在末尾补上 ]\n");
  CHECK(yaml("a: {b: [1}\n") ==
        "错误[YAML-21] 括号不成对：“[”用“}”合上\n"
        "  a.yaml:1:10\n"
        "    1 │ a: {b: [1}\n"
        "      │          ^\n"
        "  括号开头见 a.yaml:1:8\n"
        "  提示：列表用 [ ]，成对的写法用 { }\n");
  CHECK(yaml("a: [\n  1,\n  2\n]\n") == "组\na: 列表\n  - 文字 \"1\"\n  - 文字 \"2\"\n");
}

TEST_CASE("entries of brackets need commas and colons") {
  CHECK(yaml("a: {名称: 甲，金额: 1}\n") ==
        "错误[YAML-26] 两项之间是全角的“，”，应为半角逗号加空格\n"
        "  a.yaml:1:10\n"
        "    1 │ a: {名称: 甲，金额: 1}\n"
        "      │             ^^\n"
        "  提示：改为“, ”\n");
  CHECK(slip("a: [1,, 2]\n") == "YAML-26 1:7");
  CHECK(slip("a: [\"x\" \"y\"]\n") == "YAML-26 1:9");
  CHECK(slip("a: [b: 1]\n") == "YAML-26 1:6");
  CHECK(slip("a: {b: 1\n  c: 2}\n") == "YAML-24 2:4");
  CHECK(slip("a: {b:[1]}\n") == "YAML-13 1:6");
  CHECK(slip("a: {b: {c\n  d: 1}}\n") == "YAML-26 1:9");
  CHECK(slip("a: [- 1]\n") == "YAML-25 1:5");
  CHECK(slip("a: {b}\n") == "YAML-22 1:5");
  CHECK(slip("a: {: b}\n") == "YAML-22 1:5");
  CHECK(slip("a: {b: c: d}\n") == "YAML-24 1:9");
}

TEST_CASE("lines that fit no level are shown") {
  CHECK(yaml("a: 甲\n  b: 2\n") ==
        "错误[YAML-23] 这一行缩进过深：上一行的冒号之后已经有内容\n"
        "  a.yaml:2:3\n"
        "    2 │   b: 2\n"
        "      │   ^^^^\n"
        "  上一行见 a.yaml:1:4\n"
        "  提示：与同一层的其他项左对齐；若是上一行文字的下半句，给整句加引号\n");
  CHECK(yaml("a:\n  b: 1\n c: 2\n") ==
        "错误[YAML-23] 这一行的缩进与上面任何一层都不对齐\n"
        "  a.yaml:3:2\n"
        "    3 │  c: 2\n"
        "      │  ^^^^\n"
        "  提示：同一层的各项左对齐，下一层多缩进两格\n");
  CHECK(slip("  a: 1\nb: 2\n") == "YAML-23 2:1");
  CHECK(slip("a: [1]\n  b: 2\n") == "YAML-23 2:3");
  CHECK(slip("a: 1\n乙\n") == "YAML-22 2:1");
}

TEST_CASE("a second colon on a line is shown") {
  CHECK(yaml("说明: 注: 乙\n") ==
        "错误[YAML-24] 一行里有两个冒号\n"
        "  a.yaml:1:6\n"
        "    1 │ 说明: 注: 乙\n"
        "      │         ^\n"
        "  提示：若是文字里的冒号，用全角“：”或给整段文字加引号；否则分成两行\n");
}

TEST_CASE("dashes in wrong places are named") {
  CHECK(yaml("a:\n  - b: 1\n  -c: 3\n") ==
        "错误[YAML-25] 列表项的短横线之后缺少一个空格\n"
        "  a.yaml:3:3\n"
        "    3 │   -c: 3\n"
        "      │   ^\n"
        "  提示：写成“- …”\n");
  CHECK(slip("a:\n  -b: 1\n    c: 2\n") == "YAML-25 2:3");
  CHECK(slip("a: - b\n") == "YAML-25 1:4");
  CHECK(slip("a: -\n") == "YAML-25 1:4");
  CHECK(slip("a: 1\n- b\n") == "YAML-25 2:1");
  CHECK(slip("- a\nb: 1\n") == "YAML-25 2:1");
}

TEST_CASE("texts that begin with a reserved sign must be quoted") {
  CHECK(slip("a: @b\n") == "YAML-27 1:4");
  CHECK(slip("a: %b\n") == "YAML-27 1:4");
  CHECK(slip("a: ]\n") == "YAML-27 1:4");
  CHECK(slip("a: {#b: 1}\n") == "YAML-27 1:5");
  CHECK(yaml("a: [为什么?]\n") ==
        "错误[YAML-27] 括号里的文字含有半角问号\n"
        "  a.yaml:1:8\n"
        "    1 │ a: [为什么?]\n"
        "      │           ^\n"
        "  提示：改用全角问号“？”，或给整段文字加引号\n");
}

TEST_CASE("blocks of text begin on the next line and are indented evenly") {
  CHECK(yaml("a: | 甲\n") ==
        "错误[YAML-28] “|”之后要换行再写文字\n"
        "  a.yaml:1:4\n"
        "    1 │ a: | 甲\n"
        "      │    ^\n"
        "  提示：文字从下一行开始，并多缩进两格；若是文字本身，给它加引号\n");
  CHECK(slip("a: |\n    甲\n  乙\n") == "YAML-28 3:3");
  CHECK(slip("a: |\n      \n  乙\n") == "YAML-28 1:4");
}

TEST_CASE("a backslash in double quotes is an escape or a slip") {
  CHECK(yaml("a: \"C:\\路径\"\n") ==
        "错误[YAML-30] 双引号里的反斜杠有特殊含义，不能写“\\路”\n"
        "  a.yaml:1:7\n"
        "    1 │ a: \"C:\\路径\"\n"
        "      │       ^^^\n"
        "  提示：改用单引号，或把 \\ 写成 \\\\\n");
}

TEST_CASE("bytes that are no text are refused") {
  CHECK(yaml("部门: 某某\n名称: \xB0\xA1\xB0\xA1\n") ==
        "错误[YAML-01] 文件不是 UTF-8 编码：这里的字节不成字\n"
        "  a.yaml:2:5\n"
        "    2 │ 名称: \uFFFD\uFFFD\uFFFD\uFFFD\n"
        "      │       ^\n"
        "  提示：文件多半是 GBK（ANSI）编码，在记事本里“另存为”，编码选 UTF-8\n");
}

TEST_CASE("controls, invisible and damaged characters are refused wherever they stand") {
  CHECK(yaml("a: x\x01y\n") ==
        "错误[YAML-02] 文本里有控制字符 U+0001\n"
        "  a.yaml:1:5\n"
        "    1 │ a: x␁y\n"
        "      │     ^\n"
        "  提示：删去这个字符；它多半是从别的软件粘贴来的\n");
  CHECK(slip(std::string("a: x\0y\n", 7)) == "YAML-02 1:5");
  CHECK(slip("a: \"\\x07\"\n") == "YAML-02 1:4");
  CHECK(slip("a: \"\\0\"\n") == "YAML-02 1:4");
  CHECK(slip("部门\u200B: 1\n") == "YAML-03 1:3");
  CHECK(slip("a: \uFEFFb\n") == "YAML-03 1:4");
  CHECK(slip("a: 某\uFFFD\n") == "YAML-04 1:5");
  CHECK(slip("a: x\rb: 2\r") == "YAML-05 1:5");
  CHECK(slip("\xFF\xFE"
             "a\0") == "YAML-01 1:1");
}

}  // namespace gongkai
