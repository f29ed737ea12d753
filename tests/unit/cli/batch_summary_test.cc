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

TEST_CASE("only as many reports are listed as a screen holds") {
  BatchSummary summary;
  for (int number = 10; number < 40; ++number) summary.add(tally("data/" + std::to_string(number) + ".yaml", 0, 1));
  for (int number = 40; number < 65; ++number) summary.add(tally("data/" + std::to_string(number) + ".yaml", 1, 0));
  const std::string text = summary.text();
  CHECK(text.find("40.yaml") != std::string::npos);
  CHECK(text.find("59.yaml") != std::string::npos);
  CHECK(text.find("60.yaml") == std::string::npos);
  CHECK(text.find("10.yaml") == std::string::npos);
  CHECK(text.find("……另有 35 份，其中 5 份有错误\n") != std::string::npos);
}
