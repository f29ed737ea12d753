#include "base/iri.h"

#include <doctest/doctest.h>

using gongkai::iri_path;
using gongkai::uri_path;

TEST_CASE("the target of a link holds no blank, bracket or mark of its own") {
  CHECK(iri_path("2023 (决算).files/图1.svg") == "2023%20%28决算%29.files/图1.svg");
  CHECK(iri_path("2023 决算#1 50%?.html") == "2023%20决算%231%2050%25%3F.html");
}

TEST_CASE("a URI is ASCII alone") { CHECK(uri_path("甲/a-b_c.d~e 1.yaml") == "%E7%94%B2/a-b_c.d~e%201.yaml"); }
