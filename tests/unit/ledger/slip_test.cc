#include "ledger/slip.h"

#include "ledger/sample_ledger.h"

using namespace gongkai;
using namespace gongkai::sample;

namespace {

/// "37.3" percent as printed.
Quantity percent(const std::string& text) {
  const Decimal typed = *Decimal::parse(text);
  Rational step = *Rational::ratio(1, 100);
  for (int digit = 0; digit < typed.scale(); ++digit) step = *Rational::divide(step, 10);
  return {*Rational::divide(Rational::of(typed), 100), Dimension::ratio, step};
}

Quantity ratio(int numerator, int denominator) { return {*Rational::ratio(numerator, denominator), Dimension::ratio}; }

}  // namespace

TEST_CASE("swapped neighbouring digits are recognised and shown") {
  CHECK(usual_slip(printed("1234.50"), printed("1234.05")) == "相邻两位换位（50 ↔ 05）即可相等，可能是录入颠倒");
  CHECK(usual_slip(printed("12.34"), printed("13.24")) == "相邻两位换位（2.3 ↔ 3.2）即可相等，可能是录入颠倒");
}

TEST_CASE("a swap inside a part shows in the sum as a multiple of nine") {
  CHECK(usual_slip(printed("100.54"), printed("100.00")) == "差额 0.54万元能被 9 整除，请查各明细有无相邻两位录入颠倒");
  CHECK(usual_slip(printed("100.55"), printed("100.00")).empty());
}

TEST_CASE("yuan in place of wan yuan are recognised by ten thousand") {
  CHECK(usual_slip(exact("344702"), exact("34.4702")) == "正好大一万倍，可能把元填进了万元");
  CHECK(usual_slip(exact("34.4702"), exact("344702")) == "正好小一万倍，可能把万元填进了元");
}

TEST_CASE("a shifted decimal point is recognised") {
  CHECK(usual_slip(printed("87.40"), printed("874.00")) == "小数点可能错位：87.40万元 应为 874.00万元");
  CHECK(usual_slip(percent("37.3"), ratio(184, 4933)) == "小数点可能错位：37.30% 应为 3.73%");
}

TEST_CASE("a rate over this year instead of last is recognised") {
  CHECK(usual_slip(percent("647.24"), ratio(4919, 5679)) == "可能除以了本年数，增减率应以上年数为基数");
  CHECK(usual_slip(percent("10.5"), ratio(603, 5130)) == "可能除以了本年数，增减率应以上年数为基数");
}

TEST_CASE("slips in a file kept in 元 are told in 元") {
  CHECK(usual_slip(exact("0.0081"), exact("0.0018"), MoneyUnit::yuan) ==
        "相邻两位换位（81 ↔ 18）即可相等，可能是录入颠倒");
  CHECK(usual_slip(exact("0.018"), exact("0.0018"), MoneyUnit::yuan) == "小数点可能错位：180.00元 应为 18.00元");
}

TEST_CASE("a turned sign is recognised") { CHECK(usual_slip(printed("-3.42"), printed("3.42")) == "符号可能写反"); }

TEST_CASE("figures that fit no slip get no hint") {
  CHECK(usual_slip(printed("131.70"), printed("132.61")).empty());
  CHECK(usual_slip(printed("5.00"), printed("5.00")).empty());
  CHECK(usual_slip(printed("5.00"), printed("0.00")).empty());
}

TEST_CASE("a figure equal to another version's is recognised") {
  const std::vector<SlipCandidate> others{{"上年决算数", printed("877.47")}};
  CHECK(taken_for(printed("877.47"), printed("874.05"), others) == "与上年决算数相同，可能误填");
  CHECK(taken_for(printed("870.00"), printed("874.05"), others).empty());
}

TEST_CASE("a difference as large as one entered figure names it, as large as two names none") {
  std::vector<SlipCandidate> entered{{"年初结转和结余", printed("15.67")}};
  CHECK(left_out(printed("74.44"), printed("58.77"), entered) ==
        "差额 15.67万元正好等于“年初结转和结余”，可能漏加或多加");
  entered.push_back({"其他", printed("15.67")});
  CHECK(left_out(printed("74.44"), printed("58.77"), entered).empty());
}

TEST_CASE("the one part of a sum that explains its gap is named with its slip") {
  const std::vector<SlipCandidate> parts{{"公务接待费", printed("-0.19")}, {"公务用车运行维护费", printed("74.10")}};
  CHECK(wrong_part(printed("66.69"), parts) == "“公务用车运行维护费”小数点可能错位：74.10万元 应为 7.41万元");
  CHECK(wrong_part(printed("-0.38"), parts) == "“公务接待费”是负数，改为正数即可相等，符号可能写反");
  CHECK(wrong_part(printed("5.00"), parts).empty());
  CHECK(wrong_part(printed("-0.38"), {parts[0], parts[0]}).empty());
}

TEST_CASE("a swap inside one part of a sum names the part") {
  const std::vector<SlipCandidate> parts{{"办公费", printed("12.43")}, {"印刷费", printed("3.00")}};
  CHECK(wrong_part(printed("0.09"), parts) == "“办公费”相邻两位换位（43 ↔ 34）即可相等，可能是录入颠倒");
}

TEST_CASE("a part is no slip if what it should be has more digits than were typed") {
  // 132.61 against 89.82 + 42.73 + 5.40: 0.054 for 5.40 would nearly do, but nobody means 0.054.
  const std::vector<SlipCandidate> parts{
      {"基本支出", printed("89.82")}, {"项目支出", printed("42.73")}, {"政府性基金", printed("5.40")}};
  const Quantity apart = *subtract(printed("137.95"), printed("132.61")).quantity;
  CHECK(wrong_part(apart, parts).empty());
}

TEST_CASE("digits cut off instead of rounded are told, rounded ones are not") {
  const auto percent = [](int hundredths) {
    return Quantity(*Rational::ratio(hundredths, 10000), Dimension::ratio, *Rational::ratio(1, 10000));
  };
  const Quantity right(*Rational::ratio(1566883, 3447020), Dimension::ratio);
  CHECK(usual_slip(percent(4545), right) == "像是截去了尾数，应四舍五入为 45.46%");
  CHECK(usual_slip(percent(4544), right).empty());
  CHECK(usual_slip(percent(4547), right).empty());
}
