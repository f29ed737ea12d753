// 表单: tables written cell by cell, one copy for each record, and cells that become one.

#include <doctest/doctest.h>

#include "template/small_profile.h"

using namespace gongkai;

namespace {

constexpr const char* schema =
    "字段:\n"
    "  部门: {类型: 组, 字段: {名称: {类型: 文字}}}\n"
    "  项目:\n    类型: 列表\n    每项:\n      类型: 组\n      字段:\n"
    "        名称: {类型: 文字}\n        年初: {类型: 金额}\n        执行: {类型: 金额}\n        结论: {类型: 文字}\n"
    "        指标:\n          类型: 列表\n          每项: {类型: 组, 字段: {一级: {类型: 文字}, 二级: {类型: 文字}, "
    "三级: {类型: 文字}, 权重: {类型: 分数}}}\n";

constexpr const char* data =
    "格式版本: 1\n模板: small\n年度: 2023\n金额单位: 万元\n部门: {名称: 示例局}\n项目:\n"
    "  - 名称: 科普\n    年初: 8\n    执行: 6\n    结论: 良好\n    指标:\n"
    "      - {一级: 产出, 二级: 数量, 三级: 场次, 权重: 30}\n"
    "      - {一级: 产出, 二级: 数量, 三级: 人次, 权重: 20}\n"
    "      - {一级: 产出, 二级: 质量, 三级: 合格率, 权重: 20}\n"
    "      - {一级: 效益, 二级: 质量, 三级: 知晓率, 权重: 20}\n"
    "  - {名称: 学术, 年初: 未知, 执行: 0, 指标: []}\n";

constexpr const char* form = R"(标识: ZP
标题: "项目支出绩效自评表（{{ 年度 }}年度）"
标签: "自评表 {{ 项.名称 }}"
格式: 万元
表单:
  列宽: [3, 3, 3, 2]
  行:
    - [项目名称, {文: "{{ 项.名称 }}", 跨列: 余}]
    - 边: [执行情况]
      行:
        - [年初预算, 执行数, 执行率]
        - [{值: 项.年初}, {值: 项.执行}, {值: '(项.执行 / 项.年初) | 百分比'}]
    - 边: [绩效指标]
      行:
        - 逐条: 项.指标
          为: 指标
          行:
            - - {头: "{{ 指标.一级 }}", 合并: 是}
              - {头: "{{ 指标.二级 }}", 合并: 是}
              - {文: "{{ 指标.三级 }}{% if 指标.权重 > 20 %}（重点）{% endif %}"}
    - {当: 项.结论 is 已填, 样式: 合计, 格: [{头: 结论, 跨列: 2}, {文: "{{ 项.结论 }}", 跨列: 2, 对齐: 中}]}
脚注: ["负责人：　　{{ 部门.名称 }}"]
)";

SmallProfile form_profile(const std::string& definition = form) {
  SmallProfile profile = small_profile();
  profile.put("schema.yaml", schema);
  profile.put("names.yaml", "数字: {}\n");
  profile.put("measures.yaml", "指标: {}\n");
  profile.put("axes.yaml", "维度: {}\n");
  profile.put("tables/ZP.yaml", definition);
  profile.data(data);
  return profile;
}

/// What the form makes of one text, or the messages.
std::string made(const std::string& report, const std::string& definition) {
  const auto filled = form_profile(definition).fill(report);
  return filled->dumped();
}

std::string printed(const std::string& definition) {
  const std::string whole = made("{% for 项 in 项目 %}\n{% 表 ZP %}\n{% endfor %}\n", definition);
  const std::size_t first = whole.find("table");
  return first == std::string::npos ? whole : whole.substr(first);
}

/// A form of these rows, four columns wide, that prints nothing of a record.
std::string mistakes_in(const std::string& rows) {
  return made("{% 表 ZP %}\n", "标识: ZP\n标题: 表\n格式: 万元\n表单:\n  列宽: [1, 1, 1, 1]\n  行:\n" + rows);
}

}  // namespace

TEST_CASE("a form prints once for each record of the text's for, and its groups span their rows") {
  CHECK(printed(form) == R"(table #ZP form: 项目支出绩效自评表（2023年度）
  label: 自评表 科普
  row | 项目名称 | 科普 | ← | ←
  row | 执行情况 | 年初预算 | 执行数 | 执行率
  row | ↑ | ‹8› | ‹6› | ‹75›%
  row | 绩效指标 | 产出 | 数量 | 场次（重点）
  row | ↑ | ↑ | ↑ | 人次
  row | ↑ | ↑ | 质量 | 合格率
  row+ | ↑ | 效益 | 质量 | 知晓率
  total | 结论 | ← | 良好 | ←
  footnote: 负责人：　　示例局
table #ZP-2 form: 项目支出绩效自评表（2023年度）
  label: 自评表 学术
  row | 项目名称 | 学术 | ← | ←
  row | 执行情况 | 年初预算 | 执行数 | 执行率
  row | ↑ | —? | (0) | —?
  footnote: 负责人：　　示例局
)");
}

TEST_CASE("header rows, a cell over fixed rows, nested records with their margins") {
  const std::string definition = R"(标识: ZP
标题: 绩效目标表
零: 照印
格式: 万元
空表说明: 没有项目。
表单:
  列宽: [2, 2, 3, 1]
  表头:
    - [{头: 项目, 跨行: 2}, {头: 金额, 跨行: 2}, {头: 指标, 跨列: 2}]
    - [名称, 权重]
  行:
    - 逐条: 项目
      为: 某项
      当: 某项.名称 != "无"
      边: ["{{ 某项.名称 }}", {值: 某项.执行}]
      行:
        - [{文: "{{ 行.结论 | 默认('未评价') }}", 跨列: 余}]
        - {逐条: 某项.指标, 行: [[{文: "{{ 某项.名称 }}{{ 行.三级 }}"}, {值: 行.权重, 对齐: 中}]]}
)";
  CHECK(made("{% 表 ZP %}\n", definition) == R"(document: 
  language: zh-CN
table #ZP form: 绩效目标表
  header+ | 项目 | 金额 | 指标 | ←
  header+ | ↑ | ↑ | 名称 | 权重
  row | 科普 | ‹6› | 良好 | ←
  row | ↑ | ↑ | 科普场次 | ‹30›
  row | ↑ | ↑ | 科普人次 | ‹20›
  row | ↑ | ↑ | 科普合格率 | ‹20›
  row | ↑ | ↑ | 科普知晓率 | ‹20›
  row | 学术 | ‹0› | 未评价 | ←
)");
  SmallProfile without = form_profile(definition);
  without.data("格式版本: 1\n模板: small\n年度: 2023\n金额单位: 万元\n部门: {名称: 示例局}\n项目: []\n");
  CHECK(without.fill("{% 表 ZP %}\n")->dumped() == R"(document: 
  language: zh-CN
table #ZP form: 绩效目标表
  header+ | 项目 | 金额 | 指标 | ←
  header+ | ↑ | ↑ | 名称 | 权重
  statement: 没有项目。
)");
}

TEST_CASE("a form whose rows don't fill its columns is refused with every row's place") {
  CHECK(mistakes_in("    - [甲, {文: 乙, 跨列: 4}]\n"
                    "    - [甲, 乙, 丙]\n"
                    "    - [{头: 甲, 跨行: 2}, {头: 乙, 跨列: 余}]\n"
                    "    - [乙, 丙, 丁, 戊]\n"
                    "    - {边: [{头: 甲, 跨列: 余}], 行: [[乙]]}\n"
                    "    - {边: [甲], 行: [[乙, 丙]]}\n") == R"(错误[FORM-07] 这一格要 4 栏，这一行只剩 3 栏
  templates/small/tables/ZP.yaml:7:11
    7 │     - [甲, {文: 乙, 跨列: 4}]
      │            ^^^^^^^^^^^^^^^^^
错误[FORM-07] 这一行的格子占 3 栏，应占 4 栏
  templates/small/tables/ZP.yaml:8:7
    8 │     - [甲, 乙, 丙]
      │       ^^^^^^^^^^^^
错误[FORM-07] 这一格要 1 栏，这一行只剩 0 栏
  templates/small/tables/ZP.yaml:10:17
   10 │     - [乙, 丙, 丁, 戊]
      │                    ^^
错误[FORM-07] “边”没有给这一组的行留下栏
  templates/small/tables/ZP.yaml:11:11
   11 │     - {边: [{头: 甲, 跨列: 余}], 行: [[乙]]}
      │            ^^^^^^^^^^^^^^^^^^^^
错误[FORM-07] 这一行的格子占 2 栏，应占 3 栏
  templates/small/tables/ZP.yaml:12:20
   12 │     - {边: [甲], 行: [[乙, 丙]]}
      │                       ^^^^^^^^
)");
}

TEST_CASE("what a form's cells and rows can't be is told in one run") {
  CHECK(mistakes_in("    - [{头: 甲, 跨行: 2, 跨列: 余}]\n"
                    "    - {当: 真, 格: [{头: 甲, 值: 1, 跨列: 余}]}\n"
                    "    - {格: [{跨列: 余}], 样式: 总}\n"
                    "    - {标题: 甲}\n"
                    "    - [{文: \"{{ 甲 }\", 对齐: 上, 跨列: 余}]\n"
                    "    - [{头: 甲, 跨行: 2}, {头: 乙, 跨列: 余}]\n") ==
        R"(错误[FORM-06] “跨行”只能伸进固定的行，不能伸进有条件的行和一组行
  templates/small/tables/ZP.yaml:8:7
    8 │     - {当: 真, 格: [{头: 甲, 值: 1, 跨列: 余}]}
      │       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
错误[FORM-09] 一格应写“头”“文”“值”中的一个
  templates/small/tables/ZP.yaml:8:18
    8 │     - {当: 真, 格: [{头: 甲, 值: 1, 跨列: 余}]}
      │                     ^^^^^^^^^^^^^^^^^^^^^^^^^
错误[FORM-07] 这一格要 1 栏，这一行只剩 0 栏
  templates/small/tables/ZP.yaml:8:18
    8 │     - {当: 真, 格: [{头: 甲, 值: 1, 跨列: 余}]}
      │                     ^^^^^^^^^^^^^^^^^^^^^^^^^
错误[FORM-08] “样式”应为 普通、合计、小计，却是“总”
  templates/small/tables/ZP.yaml:9:26
    9 │     - {格: [{跨列: 余}], 样式: 总}
      │                                ^^
错误[FORM-09] 一格应写“头”“文”“值”中的一个
  templates/small/tables/ZP.yaml:9:12
    9 │     - {格: [{跨列: 余}], 样式: 总}
      │             ^^^^^^^^^^
错误[DEF-02] 表单的行没有键“标题”
  templates/small/tables/ZP.yaml:10:8
   10 │     - {标题: 甲}
      │        ^^^^
错误[FORM-04] 表单的行应为格子的列表，或写“格”，或写“行”成为一组
  templates/small/tables/ZP.yaml:10:7
   10 │     - {标题: 甲}
      │       ^^^^^^^^^^
错误[FORM-08] “对齐”应为 左、中、右，却是“上”
  templates/small/tables/ZP.yaml:11:26
   11 │     - [{文: "{{ 甲 }", 对齐: 上, 跨列: 余}]
      │                              ^^
错误[TPL-01] “{{”没有配对的“}}”
  templates/small/tables/ZP.yaml:11:13
   11 │     - [{文: "{{ 甲 }", 对齐: 上, 跨列: 余}]
      │              ^^^^^^^
  提示：里面的引号、括号也要配对
错误[FORM-06] “跨行”伸出了最后一行
  templates/small/tables/ZP.yaml:7:5
    7 │     - [{头: 甲, 跨行: 2, 跨列: 余}]
      │     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
)");
}
