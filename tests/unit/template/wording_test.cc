#include <doctest/doctest.h>

#include "template/small_profile.h"

using namespace gongkai;

namespace {

constexpr const char* change = R"(措辞:
  增减:
    参数: [本年, 上年]
    设: {差额: 绝对值(本年 - 上年), 增减率: 差额 / 上年}
    各支:
      - {当: 本年 == 上年, 文: 持平}
      - {当: 未知, 文: 没有可比的数}
      - {当: 上年 == 0, 文: "增加{{ 差额 | 万元 }}"}
      - {当: 本年 > 上年, 文: "增加{{ 差额 | 万元 }}，增长{{ 增减率 | 百分比 }}"}
      - {文: "减少{{ 差额 | 万元 }}，下降{{ 增减率 | 百分比 }}"}
  比较: {参数: [甲, 乙], 各支: [{文: "与上年相比{{ 增减(甲, 乙) }}"}]}
  无穷: {参数: [甲], 各支: [{文: "{{ 无穷(甲) }}"}]}
  有原因: {参数: [原因], 各支: [{当: 原因 is not 已填, 文: ""}, {文: "因为{{ 原因 }}"}]}
)";

std::string text(const std::string& report) {
  auto profile = small_profile();
  profile.put("wording.yaml", change);
  const auto filled = profile.fill(report);
  if (!filled->document) return filled->messages();
  std::string all;
  for (const Block& block : filled->document->blocks) all += plain_text(std::get<Paragraph>(block).text) + "\n";
  return all;
}

}  // namespace

TEST_CASE("the first branch that applies is the wording") {
  CHECK(text("{{ 增减(收入合计, 支出合计) }}；{{ 增减(收入合计, 支出(\"基本支出\")) }}；{{ 增减(支出(\"项目支出\"), "
             "收入合计) }}\n") == "持平；增加3.5万元，增长38.89%；减少9万元，下降72%\n");
}

TEST_CASE("what 设 defines is worked out only where it is used") {
  // The rate would divide by zero.
  CHECK(text("{{ 增减(收入合计, 支出(\"经营支出\")) }}\n") == "增加12.5万元\n");
}

TEST_CASE("an argument not given takes its branch before any comparison is tried") {
  CHECK(text("{{ 增减(收入合计, 上年收入) }}，{{ 比较(收入合计, 上年收入) }}\n") ==
        "错误[WORD-03] “比较(收入合计, 上年收入)”的“乙”未提供，措辞“比较”没有写明未提供时怎么说\n"
        "  templates/small/report.md:1:25\n"
        "    1 │ {{ 增减(收入合计, 上年收入) }}，{{ 比较(收入合计, 上年收入) }}\n"
        "      │                                    ^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  提示：在数据里补上这个数，或给措辞加一支“当: 未知”\n");
  CHECK(text("{{ 增减(收入合计, 上年收入) }}\n") == "没有可比的数\n");
}

TEST_CASE("what is left out may be asked about, and an empty wording prints nothing") {
  CHECK(text("甲{{ 有原因(部门.电话) }}{{ 有原因(部门.名称) }}\n") == "甲因为示例局\n");
}

TEST_CASE("wordings inside wordings keep their figures; a circle is refused") {
  CHECK(text("{{ 比较(收入合计, 支出(\"基本支出\")) }}\n") == "与上年相比增加3.5万元，增长38.89%\n");
  CHECK(text("{{ 无穷(1) }}\n").find("错误[WORD-04] 措辞“无穷”互相引用，没有尽头") == 0);
}

TEST_CASE("a mistake inside a wording tells both places") {
  CHECK(text("{{ 增减(\"甲\", 收入合计) }}\n") ==
        "错误[EXPR-06] “本年”是文字，“上年”是金额，不能用“==”比较\n"
        "  templates/small/wording.yaml:6:13\n"
        "    6 │       - {当: 本年 == 上年, 文: 持平}\n"
        "      │              ^^^^\n"
        "  所用的数据见 templates/small/report.md:1:7，用到这个措辞的句子见 templates/small/report.md:1:4\n"
        "  提示：编码和名称是文字，要加引号，如 \"206\"\n");
}

TEST_CASE("wrong arguments are told with the form") {
  CHECK(text("{{ 增减(1, 2, 3) }}\n") ==
        "错误[WORD-01] 措辞“增减”参数太多\n"
        "  templates/small/report.md:1:13\n"
        "    1 │ {{ 增减(1, 2, 3) }}\n"
        "      │               ^\n"
        "  提示：写成 增减(本年, 上年)\n");
}
