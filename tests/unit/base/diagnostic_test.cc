#include "base/diagnostic.h"

#include <doctest/doctest.h>

using gongkai::Diagnostic;
using gongkai::Diagnostics;
using gongkai::Fault;
using gongkai::Severity;
using gongkai::Span;

namespace {

Diagnostic with(Severity severity, Fault fault) {
  Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.fault = fault;
  return diagnostic;
}

int exit_code_of(const std::vector<Fault>& faults) {
  Diagnostics diagnostics;
  for (const Fault fault : faults) diagnostics.add(with(Severity::error, fault));
  return diagnostics.exit_code();
}

std::string codes(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& item : diagnostics.all()) text += (text.empty() ? "" : " ") + item.code;
  return text;
}

}  // namespace

TEST_CASE("each fault has its exit code") {
  CHECK(exit_code_of({}) == 0);
  CHECK(exit_code_of({Fault::finding}) == 1);
  CHECK(exit_code_of({Fault::usage}) == 2);
  CHECK(exit_code_of({Fault::input}) == 3);
  CHECK(exit_code_of({Fault::output}) == 4);
}

TEST_CASE("of several faults writing goes before reading before figures, and usage before all") {
  CHECK(exit_code_of({Fault::finding, Fault::input}) == 3);
  CHECK(exit_code_of({Fault::finding, Fault::input, Fault::output}) == 4);
  CHECK(exit_code_of({Fault::output, Fault::finding}) == 4);
  CHECK(exit_code_of({Fault::output, Fault::usage}) == 2);
}

TEST_CASE("warnings and information never change the exit code") {
  Diagnostics diagnostics;
  diagnostics.add(with(Severity::warning, Fault::output));
  diagnostics.add(with(Severity::information, Fault::input));
  CHECK(diagnostics.exit_code() == 0);
  CHECK_FALSE(diagnostics.has_errors());
  CHECK_FALSE(diagnostics.has_faults());
}

TEST_CASE("a finding is an error but no fault") {
  Diagnostics diagnostics;
  diagnostics.add(with(Severity::error, Fault::finding));
  CHECK(diagnostics.has_errors());
  CHECK_FALSE(diagnostics.has_faults());
  diagnostics.error("YAML-01", "缩进用了制表符", Span{});
  CHECK(diagnostics.has_faults());
  CHECK(diagnostics.count(Severity::error) == 2);
}

TEST_CASE("sorting goes by source, place and code, and keeps one of equal ones") {
  Diagnostics diagnostics;
  diagnostics.error("B", "后", Span{2, 0, 1});
  diagnostics.error("D", "同处", Span{1, 5, 6});
  diagnostics.error("C", "同处", Span{1, 5, 6});
  diagnostics.error("A", "前", Span{1, 2, 3});
  diagnostics.error("B", "后", Span{2, 0, 1});
  diagnostics.error("0", "无处", Span{});
  diagnostics.sort();
  CHECK(codes(diagnostics) == "0 A C D B");
}

TEST_CASE("what differs in severity or message is not the same") {
  Diagnostics diagnostics;
  diagnostics.error("A", "一", Span{1, 0, 1});
  diagnostics.error("A", "二", Span{1, 0, 1});
  diagnostics.warning("A", "一", Span{1, 0, 1});
  diagnostics.sort();
  CHECK(diagnostics.all().size() == 3);
}

TEST_CASE("appending moves everything over") {
  Diagnostics all;
  Diagnostics part;
  all.error("A", "一", Span{});
  part.warning("B", "二", Span{}, "改");
  all.append(std::move(part));
  CHECK(codes(all) == "A B");
  CHECK(all.all().back().hint == "改");
}
