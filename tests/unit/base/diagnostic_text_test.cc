#include "base/diagnostic_text.h"

#include <doctest/doctest.h>

using gongkai::Diagnostic;
using gongkai::Diagnostics;
using gongkai::Fault;
using gongkai::nearest;
using gongkai::Severity;
using gongkai::show;
using gongkai::SourceId;
using gongkai::Sources;
using gongkai::Span;
using gongkai::summarize;

namespace {

/// Where `part` stands in `text`, as a span of source `id`.
Span span_of(const std::string& text, const std::string& part, SourceId id) {
  const auto begin = static_cast<std::uint32_t>(text.find(part));
  return {id, begin, begin + static_cast<std::uint32_t>(part.size())};
}

std::string shown(const std::string& text, Span span) {
  Sources sources;
  sources.add("x.yaml", text);
  Diagnostics diagnostics;
  diagnostics.error("T-01", "错", span);
  return show(diagnostics.all().front(), sources);
}

}  // namespace

TEST_CASE("a finding shows head, place, line, caret, notes and hint") {
  const std::string before(41, '\n');
  const std::string data =
      before + "  一般公共预算财政拨款收入: 1234.50\n" + std::string(45, '\n') + "  支出总计: 1234.05\n";
  const std::string rules = std::string(16, '\n') + "  - 编号: BAL-01\n";
  Sources sources;
  const SourceId data_id = sources.add("data/2023-final-accounts.yaml", data);
  const SourceId rules_id = sources.add("templates/rules.yaml", rules);
  const Diagnostic diagnostic{
      .severity = Severity::error,
      .fault = Fault::finding,
      .code = "BAL-01",
      .message = "收入总计与支出总计不一致：1234.50 万元，1234.05 万元，相差 0.45 万元",
      .span = span_of(data, "1234.50", data_id),
      .notes = {{"支出总计", span_of(data, "1234.05", data_id)}, {"规则", span_of(rules, "编号", rules_id)}},
      .hint = "差额 0.45 能被 9 整除，相邻两位换位（50 ↔ 05）即可相等，可能是录入颠倒"};
  CHECK(show(diagnostic, sources) ==
        "错误[BAL-01] 收入总计与支出总计不一致：1234.50 万元，1234.05 万元，相差 0.45 万元\n"
        "  data/2023-final-accounts.yaml:42:17\n"
        "   42 │   一般公共预算财政拨款收入: 1234.50\n"
        "      │                             ^^^^^^^\n"
        "  支出总计见 data/2023-final-accounts.yaml:88:9，规则见 templates/rules.yaml:17:5\n"
        "  提示：差额 0.45 能被 9 整除，相邻两位换位（50 ↔ 05）即可相等，可能是录入颠倒\n");
}

TEST_CASE("without a place there is only the message") {
  Diagnostics diagnostics;
  diagnostics.warning("CLI-01", "没有报告", Span{}, "给出文件或文件夹");
  CHECK(show(diagnostics.all().front(), Sources()) == "警告[CLI-01] 没有报告\n  提示：给出文件或文件夹\n");
  CHECK(show({.severity = Severity::information, .code = "", .message = "好", .span = {}, .notes = {}, .hint = ""},
             Sources()) == "提示 好\n");
}

TEST_CASE("carets are as wide as what they stand under") {
  CHECK(shown("部门: 科协\n", Span{1, 0, 6}) ==
        "错误[T-01] 错\n"
        "  x.yaml:1:1\n"
        "    1 │ 部门: 科协\n"
        "      │ ^^^^\n");
  CHECK(shown("甲：乙\n", Span{1, 3, 6}) ==
        "错误[T-01] 错\n"
        "  x.yaml:1:2\n"
        "    1 │ 甲：乙\n"
        "      │   ^^\n");
}

TEST_CASE("an empty span and one at the line's end still have a caret") {
  CHECK(shown("年度:\n", Span{1, 7, 7}) ==
        "错误[T-01] 错\n"
        "  x.yaml:1:4\n"
        "    1 │ 年度:\n"
        "      │      ^\n");
  CHECK(shown("", Span{1, 0, 0}) ==
        "错误[T-01] 错\n"
        "  x.yaml:1:1\n"
        "    1 │\n"
        "      │ ^\n");
}

TEST_CASE("a span over several lines is marked on its first") {
  CHECK(shown("甲: 乙\n丙: 丁\n", Span{1, 5, 15}) ==
        "错误[T-01] 错\n"
        "  x.yaml:1:4\n"
        "    1 │ 甲: 乙\n"
        "      │     ^^\n");
}

TEST_CASE("tabs are one blank and control characters are made visible") {
  CHECK(shown("\t甲\x1B[31m\x7F: 1\n", Span{1, 4, 5}) ==
        "错误[T-01] 错\n"
        "  x.yaml:1:3\n"
        "    1 │  甲␛[31m␡: 1\n"
        "      │    ^\n");
}

TEST_CASE("a message can't move the cursor or break its line") {
  Diagnostics diagnostics;
  diagnostics.error("T-01", "键“\x1B[2J甲\n乙”", Span{});
  CHECK(show(diagnostics.all().front(), Sources()) == "错误[T-01] 键“␛[2J甲␊乙”\n");
}

TEST_CASE("bytes that are not UTF-8 are shown as replacement characters") {
  CHECK(shown("a: \xC4\xEA\n", Span{1, 3, 5}) ==
        "错误[T-01] 错\n"
        "  x.yaml:1:4\n"
        "    1 │ a: \uFFFD\uFFFD\n"
        "      │    ^^\n");
}

TEST_CASE("of a very long line only the neighbourhood is shown") {
  const std::string far = std::string(1000, 'a') + "错" + std::string(1000, 'b');
  CHECK(shown(far, Span{1, 1000, 1003}) ==
        "错误[T-01] 错\n"
        "  x.yaml:1:1001\n"
        "    1 │ …" +
            std::string(32, 'a') + "错" + std::string(61, 'b') +
            "…\n"
            "      │ " +
            std::string(33, ' ') + "^^\n");
  CHECK(shown(std::string(1000, 'a'), Span{1, 0, 1000}) ==
        "错误[T-01] 错\n"
        "  x.yaml:1:1\n"
        "    1 │ " +
            std::string(96, 'a') +
            "…\n"
            "      │ " +
            std::string(96, '^') + "\n");
}

TEST_CASE("line numbers of six digits widen the margin") {
  CHECK(shown(std::string(123'455, '\n') + "甲", Span{1, 123'455, 123'458}) ==
        "错误[T-01] 错\n"
        "  x.yaml:123456:1\n"
        "123456 │ 甲\n"
        "       │ ^^\n");
}

TEST_CASE("notes share a line while they fit; one without a place stands for itself") {
  Sources sources;
  const SourceId id = sources.add("data/sichuan/liangshan/kexie/2023-final-accounts.yaml", "甲: 1\n乙: 2\n");
  Diagnostic diagnostic;
  diagnostic.code = "SUM-01";
  diagnostic.message = "不等";
  diagnostic.notes = {{"甲见", {id, 0, 3}}, {"乙", {id, 7, 10}}, {"两者都由人工填写", {}}};
  CHECK(show(diagnostic, sources) ==
        "错误[SUM-01] 不等\n"
        "  甲见 data/sichuan/liangshan/kexie/2023-final-accounts.yaml:1:1\n"
        "  乙见 data/sichuan/liangshan/kexie/2023-final-accounts.yaml:2:1\n"
        "  两者都由人工填写\n");
}

TEST_CASE("colour marks head and carets and nothing else changes") {
  Sources sources;
  sources.add("x", "甲");
  Diagnostics diagnostics;
  diagnostics.error("T", "错", Span{1, 0, 3});
  CHECK(show(diagnostics.all().front(), sources, {.colour = true}) ==
        "\x1B[1;31m错误[T]\x1B[0m 错\n"
        "  x:1:1\n"
        "\x1B[2m    1 │\x1B[0m 甲\n"
        "\x1B[2m      │\x1B[0m \x1B[1;31m^^\x1B[0m\n");
}

TEST_CASE("the summary counts each severity that occurred") {
  Diagnostics diagnostics;
  CHECK(summarize(diagnostics) == "");
  diagnostics.warning("A", "一", Span{});
  CHECK(summarize(diagnostics) == "1 个警告");
  diagnostics.error("B", "二", Span{});
  diagnostics.error("C", "三", Span{});
  diagnostics.error("D", "四", Span{});
  CHECK(summarize(diagnostics) == "3 个错误，1 个警告");
}

TEST_CASE("the nearest word is found through one slip of the hand") {
  CHECK(nearest("金额单为", {"金额单位", "格式版本"}) == "金额单位");
  CHECK(nearest("年初结转和节余", {"年末结转和结余", "年初结转和结余"}) == "年初结转和结余");
  CHECK(nearest("支岀", {"收入", "支出"}) == "支出");
  CHECK(nearest("renedr", {"check", "render"}) == "render");
}

TEST_CASE("of equally near words the first is named") { CHECK(nearest("收入甲", {"收入乙", "收入丙"}) == "收入乙"); }

TEST_CASE("nothing far away is suggested") {
  CHECK(nearest("部门", {"年度", "支出"}) == "");
  CHECK(nearest("甲", {"乙"}) == "");
  CHECK(nearest("", {"乙"}) == "");
  CHECK(nearest("三公经费", {"三公经费预算安排情况"}) == "");
  CHECK(nearest("甲", {}) == "");
}
