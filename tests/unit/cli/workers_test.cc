#include "cli/workers.h"

#include <doctest/doctest.h>

#include <string>

using namespace gongkai;

TEST_CASE("results are told in order whatever the number of jobs") {
  for (const unsigned jobs : {1U, 2U, 7U, 64U}) {
    std::string told;
    work_in_order<std::string>(
        20, jobs, [](std::size_t index) { return std::to_string(index); },
        [&](std::size_t index, const std::string& result) {
          CHECK(result == std::to_string(index));
          told += result + " ";
        });
    CHECK(told == "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 ");
  }
}

TEST_CASE("nothing to do is done at once") {
  work_in_order<int>(
      0, 8, [](std::size_t) { return 0; }, [](std::size_t, int) { FAIL("told of nothing"); });
}
