#include "document/contrast.h"

#include <doctest/doctest.h>

using gongkai::contrast;

TEST_CASE("contrast is that of WCAG in hundredths, rounded down, whichever colour comes first") {
  CHECK(contrast("#000000", "#ffffff") == 2100);
  CHECK(contrast("#ffffff", "#000000") == 2100);
  CHECK(contrast("#1f4a75", "#1f4a75") == 100);
  CHECK(contrast("#777777", "#ffffff") == 447);  // the grey that just fails
  CHECK(contrast("#767676", "#ffffff") == 454);
  CHECK(contrast("#0000ff", "#ffff00") == 800);
}
