#include <doctest/doctest.h>

#include "load/reader.h"
#include "proof/proofreading.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

/// One report with its data and a profile of one rule.
struct Small {
  Sources sources;
  Profile profile;
  Value data;
  Document document;
  SourceId rules = 0;

  explicit Small(const std::string& yaml) {
    const SourceId source = sources.add("data.yaml", yaml);
    Diagnostics diagnostics;
    data = read_value(sources, source, diagnostics).value();
    rules = sources.add("rules.yaml", "规则: 找文字\n");
  }

  void look_for(std::vector<ProofPhrase> phrases, Severity severity = Severity::error) {
    Rule rule;
    rule.id = "LT-01";
    rule.name = "模板残留";
    rule.severity = rule.usual = severity;
    rule.span = {rules, 8, 17};
    rule.proof = ProofCheck{ProofKind::phrases, std::move(phrases), {}, {}, 0, 0, {}};
    profile.rules.push_back(std::move(rule));
  }

  std::string shown() {
    const Scope scope = scope_of("示例局", 2023);
    Diagnostics findings;
    proofread({document, profile, data, scope, sources}, findings);
    std::string text;
    for (const Diagnostic& finding : findings.all()) text += show(finding, sources);
    return text;
  }
};

}  // namespace

TEST_CASE("a finding points at the data line the words were written in") {
  Small small("部门: 示例局\n原因: 人员增加/减少\n其他: 增加/减少了\n");
  small.look_for({{"增加/减少", "", {}}});
  small.document.blocks.emplace_back(paragraph("支出下降。主要变动原因是人员增加/减少。"));
  CHECK(small.shown() ==
        "错误[LT-01] 模板残留：印出了“增加/减少”：主要变动原因是人员增加/减少。\n"
        "  data.yaml:2:7\n"
        "    2 │ 原因: 人员增加/减少\n"
        "      │           ^^^^^^^^^\n"
        "  规则见 rules.yaml:1:5\n");
}

TEST_CASE("words around a reference to a figure are found in the data too") {
  Small small("原因: 增加/减少{{ 三公.合计 | 万元 }}，按计划\n");
  small.look_for({{"增加/减少", "", {}}});
  Paragraph text;
  text.text = {PlainText{"原因是增加/减少"}, Figure{"7.6", Quantity(76000, Dimension::money), 0},
               PlainText{"万元，按计划。"}};
  small.document.blocks.emplace_back(text);
  CHECK(small.shown() ==
        "错误[LT-01] 模板残留：印出了“增加/减少”：原因是增加/减少7.6万元，按计划。\n"
        "  data.yaml:1:5\n"
        "    1 │ 原因: 增加/减少{{ 三公.合计 | 万元 }}，按计划\n"
        "      │       ^^^^^^^^^\n"
        "  规则见 rules.yaml:1:5\n");
}

TEST_CASE("words of the template point at the template, once however often they are printed") {
  Small small("部门: 示例局\n");
  const SourceId report = small.sources.add("report.md", "# 概况\n支出增加/减少。\n");
  small.look_for({{"增加/减少", "", {}}}, Severity::warning);
  Paragraph text = paragraph("支出增加/减少。");
  text.span = {report, 9, 31};
  small.document.blocks = {text, text};
  CHECK(small.shown() ==
        "警告[LT-01] 模板残留：印出了“增加/减少”：支出增加/减少。\n"
        "  report.md:2:3\n"
        "    2 │ 支出增加/减少。\n"
        "      │     ^^^^^^^^^\n"
        "  规则见 rules.yaml:1:5\n");
}

TEST_CASE("a slip names what was meant; a long sentence is cut around it") {
  Small small("部门: 示例局\n");
  small.look_for({{"保障自出", "保障支出", {}}});
  small.document.blocks.emplace_back(
      paragraph("甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁保障自出甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙"
                "丁甲乙丙丁甲乙丙丁。"));
  CHECK(small.shown() ==
        "错误[LT-01] 模板残留：印出了“保障自出”，是否应为“保障支出”：…甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁"
        "保障自出甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁甲乙丙丁…\n"
        "  规则见 rules.yaml:1:5\n");
}

TEST_CASE("phrases may hold gaps and bounded numbers, and match whole words of letters") {
  const auto found = [](const std::string& phrase, const std::string& text) {
    Small small("部门: 示例局\n");
    small.look_for({{phrase, "", {}}});
    small.document.blocks.emplace_back(paragraph(text));
    const std::string shown = small.shown();
    const std::size_t from = shown.find("“");
    return from == std::string::npos ? std::string() : shown.substr(from + 3, shown.find("”", from) - from - 3);
  };
  CHECK(found("（…字以内）", "内容（不超过100字以内）。") == "（不超过100字以内）");
  CHECK(found("（…字以内）", "（一）甲。乙字以内）") == "");
  CHECK(found("下降{数>100}%", "下降647.24%") == "下降647.24%");
  CHECK(found("下降{数>100}%", "下降100%") == "");
  CHECK(found("下降{数=0}%", "下降0.00%") == "下降0.00%");
  CHECK(found("下降{数<5}%", "下降4.9%") == "下降4.9%");
  CHECK(found("增加{数}万元，下降{数}%", "各增加3.42万元，下降0.39%。") == "增加3.42万元，下降0.39%");
  CHECK(found("nan", "finance") == "");
  CHECK(found("nan", "得nan分") == "nan");
}

TEST_CASE("a switched-off rule finds nothing, one whose 值 is not known says so") {
  Small small("部门: 示例局\n");
  small.look_for({{"增加/减少", "", {}}});
  small.profile.rules.front().off = true;
  Rule year;
  year.id = "DC-02";
  year.name = "年份";
  year.span = {small.rules, 8, 17};
  Diagnostics diagnostics;
  year.proof = ProofCheck{ProofKind::years, {}, {}, Expression::parse("期间", {}, diagnostics), 0, 0, {}};
  small.profile.rules.push_back(year);
  small.document.blocks.emplace_back(paragraph("1999年增加/减少。"));
  Scope scope = scope_of("示例局", 2023);
  scope.find = [](std::string_view, Span) { return std::optional<Value>(Value(Value::Data(Unknown{}))); };
  Diagnostics findings;
  proofread({small.document, small.profile, small.data, scope, small.sources}, findings);
  REQUIRE(findings.all().size() == 1);
  CHECK(show(findings.all().front(), small.sources) ==
        "提示[DC-02] 年份：“期间”未提供，未核对\n  规则见 rules.yaml:1:5\n");
}
