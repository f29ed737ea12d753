#include "base/source.h"

#include <doctest/doctest.h>

#include <memory>

using gongkai::Position;
using gongkai::Source;
using gongkai::SourceId;
using gongkai::Sources;
using gongkai::Span;

namespace {

std::string at(const Source& source, std::size_t offset) {
  const Position position = source.position(offset);
  return std::to_string(position.line) + ":" + std::to_string(position.column);
}

}  // namespace

TEST_CASE("a column counts characters, not bytes") {
  const Source source("x.yaml", "年度: 2023\n部门: 科协\n");
  CHECK(at(source, 0) == "1:1");
  CHECK(at(source, 8) == "1:5");
  CHECK(at(source, 13) == "2:1");
  CHECK(at(source, 19) == "2:3");
}

TEST_CASE("an offset past the end is the end") {
  const Source source("x.yaml", "甲\n乙");
  CHECK(at(source, 1000) == "2:2");
  CHECK(at(Source("empty", ""), 5) == "1:1");
}

TEST_CASE("a line is shown without its line end, also without the CR of Windows") {
  const Source source("x.yaml", "一\r\n二\n\n三");
  CHECK(source.line(1) == "一");
  CHECK(source.line(2) == "二");
  CHECK(source.line(3) == "");
  CHECK(source.line(4) == "三");
  CHECK(at(source, 5) == "2:1");
}

TEST_CASE("there is no line zero and none after the last") {
  const Source source("x.yaml", "一\n");
  CHECK(source.line(0) == "");
  CHECK(source.line(2) == "");
  CHECK(source.line(3) == "");
}

TEST_CASE("a byte order mark is not a column and not part of the first line") {
  const Source source("x.yaml", "\xEF\xBB\xBF年度: 2023\n甲");
  CHECK(at(source, 0) == "1:1");
  CHECK(at(source, 3) == "1:1");
  CHECK(at(source, 6) == "1:2");
  CHECK(source.line(1) == "年度: 2023");
  CHECK(source.line(2) == "甲");
}

TEST_CASE("a place is path, line and column; an unknown span has none") {
  Sources sources;
  const SourceId id = sources.add("data/x.yaml", "年度: 2023\n部门: 科协\n");
  CHECK(id == 1);
  CHECK(sources.place(Span{id, 21, 27}) == "data/x.yaml:2:5");
  CHECK(sources.place(Span{}) == "");
}

TEST_CASE("the text of a span is cut to its source") {
  Sources sources;
  const SourceId id = sources.add("x", "部门: 科协");
  CHECK(sources.text(Span{id, 8, 14}) == "科协");
  CHECK(sources.text(Span{id, 8, 1000}) == "科协");
  CHECK(sources.text(Span{id, 1000, 2000}) == "");
  CHECK(sources.text(Span{id, 8, 2}) == "");
  CHECK(sources.text(Span{}) == "");
}

TEST_CASE("a report finds the texts of its profile beside its own") {
  auto profile = std::make_shared<Sources>(Sources::profile_texts);
  const SourceId rules = profile->add("rules.yaml", "规则:");
  Sources report;
  report.share(profile);
  const SourceId data = report.add("data.yaml", "年度:");
  CHECK(data == 1);
  CHECK(rules == Sources::profile_texts);
  CHECK(report.at(data).path() == "data.yaml");
  CHECK(report.at(rules).path() == "rules.yaml");
  CHECK(report.place(Span{rules, 0, 6}) == "rules.yaml:1:1");
}

TEST_CASE("a source keeps its address when others are added") {
  Sources sources;
  const Source* first = &sources.at(sources.add("1", "x"));
  for (int i = 0; i < 1000; ++i) sources.add("more", "y");
  CHECK(first == &sources.at(1));
}
