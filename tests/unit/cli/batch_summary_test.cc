#include "cli/batch_summary.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

ReportTally tally(const std::string& shown, std::size_t errors, std::size_t warnings) {
  ReportTally made;
  made.shown = shown;
  made.errors = errors;
  made.warnings = warnings;
  made.information = 12;
  made.rules = {96, 4};
  if (errors != 0) made.codes = {"AS-01", "BAL-01"};
  return made;
}

}  // namespace

TEST_CASE("a run in which all is well, or of one report, needs no table") {
  BatchSummary well;
  well.add(tally("data/a.yaml", 0, 0));
  well.add(tally("data/b.yaml", 0, 0));
  CHECK(well.text().empty());
  BatchSummary one;
  one.add(tally("data/a.yaml", 3, 0));
  CHECK(one.text().empty());
}

TEST_CASE("reports with errors stand before those with warnings, in columns") {
  BatchSummary summary;
  summary.add(tally("data/示例县/2023.yaml", 0, 2));
  summary.add(tally("data/示例县/局/2023.yaml", 10, 1));
  summary.add(tally("data/示例县/站/2023.yaml", 0, 0));
  CHECK(summary.text() ==
        "\n错误 警告 提示 核对 未核  data/示例县/\n"
        "  10    1   12   96    4  局/2023.yaml  AS-01 BAL-01\n"
        "   0    2   12   96    4  2023.yaml\n"
        "其余 1 份没有错误和警告\n"
        "1 份有错误：AS-01 1 份，BAL-01 1 份\n");
}

TEST_CASE("a hundred reports are listed at most, those with errors first") {
  BatchSummary summary;
  for (int number = 100; number < 140; ++number) summary.add(tally("data/" + std::to_string(number) + ".yaml", 0, 1));
  for (int number = 200; number < 305; ++number) summary.add(tally("data/" + std::to_string(number) + ".yaml", 1, 0));
  const std::string text = summary.text();
  CHECK(text.find("200.yaml") != std::string::npos);
  CHECK(text.find("299.yaml") != std::string::npos);
  CHECK(text.find("300.yaml") == std::string::npos);
  CHECK(text.find("100.yaml") == std::string::npos);
  CHECK(text.find("……另有 45 份，其中 5 份有错误\n") != std::string::npos);
}
