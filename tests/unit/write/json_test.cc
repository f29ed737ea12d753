#include <doctest/doctest.h>

#include "write/sample_document.h"

using namespace gongkai;
using namespace gongkai::sample;

TEST_CASE("open data tells values exactly, with precision, place and the figures they rest on") {
  Sources sources;
  const SourceId data = sources.add("data/x.yaml", "收入: 1\n支出: 874.05\n");
  Journal journal;
  const Quantity spent = *money("874.05").printed_at(Rational(10'000));
  const OriginId entered = journal.add({OriginKind::entered, Span{data, 18, 24}, "支出", spent, {}});
  const OriginId total = journal.add({OriginKind::summed, {}, "支出合计", spent, {entered}});
  Paragraph paragraph;
  paragraph.text = {PlainText{"支出"}, Figure{"874.05", spent, total}, PlainText{"万元。"}};
  Document report = document({heading(1, "第一部分", "概况", "s1"), paragraph});
  report.author = "示例局";
  report.subject = "部门决算";
  report.year = "2023";
  report.profile = "示例/决算";
  const std::vector<EnteredFigure> figures = {
      {"支出", {{"功能分类", "206", "科学技术支出"}, {"版本", "", "本年决算"}}, spent, Span{data, 18, 24}}};
  Diagnostics diagnostics;
  const WriteContext context{report, journal, sources, "report", nullptr, &figures};
  CHECK(find_format("json")->write(context, diagnostics)->main ==
        R"({
"format": "gongkai-report",
"version": 1,
"report": {"title":"示例局2023年度部门决算","author":"示例局","subject":"部门决算","date":"","year":"2023","profile":"示例/决算","source":""},
"entered": [
{"measure":"支出","places":{"功能分类":{"code":"206","name":"科学技术支出"},"版本":{"name":"本年决算"}},"value":"8740500.00","dimension":"money","unit":"元","half_width":"50.00","place":{"path":"data/x.yaml","line":2,"column":5}}
],
"tables": [],
"charts": [],
"paragraphs": [
{"level":1,"id":"s1","text":"第一部分 概况"},
{"text":"支出874.05万元。","figures":[{"text":"874.05","value":"8740500.00","dimension":"money","unit":"元","half_width":"50.00","origin":2}]}
],
"origins": [
{"id":1,"kind":"entered","label":"支出","value":"8740500.00","dimension":"money","unit":"元","half_width":"50.00","place":{"path":"data/x.yaml","line":2,"column":5}},
{"id":2,"kind":"summed","label":"支出合计","value":"8740500.00","dimension":"money","unit":"元","half_width":"50.00","operands":[1]}
]
}
)");
}

TEST_CASE("a zero that prints as blank keeps its value, an unknown has none") {
  Journal journal;
  const OriginId zero = journal.add({OriginKind::inferred, {}, "支出", Quantity(0, Dimension::money), {}});
  Table table = plain_table({{"甲", ""}, {"乙", "1.00"}});
  table.cells[3].kind = CellKind::figure;
  table.cells[3].state = CellState::zero;
  table.cells[3].origin = zero;
  table.cells[5].state = CellState::unknown;
  table.cells[5].content = {PlainText{"—"}};
  const std::string text = written(document({table}), "json", journal).main;
  CHECK(between(text, R"("text":"甲"},)", "]") ==
        R"({"column":1,"kind":"figure","state":"zero","value":"0.00","dimension":"money","unit":"元","origin":1})");
  CHECK(between(text, R"("text":"乙"},)", "]") == R"({"column":1,"kind":"figure","state":"unknown","text":"—"})");
}
