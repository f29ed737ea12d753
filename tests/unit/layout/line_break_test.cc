#include "layout/line_break.h"

#include <doctest/doctest.h>

#include <string>

#include "base/utf8.h"

namespace {
/// The text with a bar wherever a line may end.
std::string with_bars(const std::string& text) {
  const std::u32string characters = gongkai::utf8::decode_all(text);
  const auto allowed = gongkai::line_end_allowed(characters);
  std::string marked;
  for (std::size_t index = 0; index < characters.size(); ++index) {
    gongkai::utf8::append(marked, characters[index]);
    if (allowed[index] && index + 1 < characters.size()) marked += '|';
  }
  return marked;
}
}  // namespace

TEST_CASE("a line may end between any two hanzi") { CHECK(with_bars("一般公共") == "一|般|公|共"); }

TEST_CASE("stops and closing marks never begin a line, opening marks never end one") {
  CHECK(with_bars("支出，其中：“三公”经费（含）") == "支|出，|其|中：|“三|公”|经|费|（含）");
}

TEST_CASE("a number keeps its point, its percent sign and its unit") {
  CHECK(with_bars("减少3.42万元，下降0.39%。") == "减|少|3.42万元，|下|降|0.39%。");
  CHECK(with_bars("截至2023年12月31日") == "截|至|2023年|12月|31日");
  CHECK(with_bars("接待2批次18人次") == "接|待|2批次|18人次");
}

TEST_CASE("a comparison stays with its number") { CHECK(with_bars("达到≥1.8万人") == "达|到|≥1.8万人"); }

TEST_CASE("dashes and ellipses stay in one piece") { CHECK(with_bars("说明——原因……等") == "说|明|——|原|因……|等"); }

TEST_CASE("a document number is not torn") { CHECK(with_bars("财预〔2016〕143号文") == "财|预|〔2016〕143号|文"); }

TEST_CASE("a forced line end always ends the line") { CHECK(with_bars("甲\n乙") == "甲\n|乙"); }

TEST_CASE("Latin words break at blanks only") { CHECK(with_bars("PDF page二") == "PDF |page|二"); }
