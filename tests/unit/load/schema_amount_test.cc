#include <doctest/doctest.h>

#include "load/schema_number.h"
#include "reading.h"
#include "schema_samples.h"

namespace gongkai {

using reading::Application;

namespace {

std::string money(const char* written, MoneyUnit unit) {
  const Quantity quantity = money_quantity(Decimal::parse(written).value(), unit);
  std::string text = machine_text(quantity);
  if (!quantity.exact()) text += " ±" + machine_text(Quantity(quantity.half_width(), Dimension::money));
  return text;
}

/// Message and hint for one figure of the sample schema.
std::string complaint(const std::string& field, const std::string& written) {
  Application applied(samples::kinds, samples::head + field + ": " + written + "\n");
  if (applied.diagnostics.all().size() != 1) return "expected one diagnostic:\n" + applied.errors();
  const Diagnostic& found = applied.diagnostics.all()[0];
  return found.code + " " + found.message + " → " + found.hint;
}

}  // namespace

TEST_CASE("amounts in 元 are exact") {
  CHECK(money("3417.25", MoneyUnit::yuan) == "3417.25");
  CHECK(money("-0.5", MoneyUnit::yuan) == "-0.50");
  CHECK(money("12", MoneyUnit::yuan) == "12.00");
}

TEST_CASE("amounts in 万元 are known to half of their last digit, at worst of 0.01") {
  CHECK(money("0.34", MoneyUnit::wan_yuan) == "3400.00 ±50.00");
  CHECK(money("12", MoneyUnit::wan_yuan) == "120000.00 ±50.00");
  CHECK(money("12.0", MoneyUnit::wan_yuan) == "120000.00 ±50.00");
  CHECK(money("12.345", MoneyUnit::wan_yuan) == "123450.00 ±5.00");
  CHECK(money("12.34567", MoneyUnit::wan_yuan) == "123456.70 ±0.05");
}

TEST_CASE("six decimals in 万元, and zero, are exact") {
  CHECK(money("12.345678", MoneyUnit::wan_yuan) == "123456.78");
  CHECK(money("0", MoneyUnit::wan_yuan) == "0.00");
  CHECK(money("0.00", MoneyUnit::wan_yuan) == "0.00");
}

TEST_CASE("a unit beside an amount is refused and the amount worked out") {
  CHECK(complaint("收入", "12万元") == "DATA-05 “收入”不写单位：12万元 → 单位是万元，写 12");
  CHECK(complaint("收入", "120000元") == "DATA-05 “收入”不写单位：120000元 → 单位是万元，写 12");
  CHECK(complaint("收入", "3417.25 元") == "DATA-05 “收入”不写单位：3417.25 元 → 单位是万元，写 0.341725");
  CHECK(complaint("收入", "1.2亿元") == "DATA-05 “收入”不写单位：1.2亿元 → 单位是万元，写 12000");
  CHECK(complaint("实收", "12万元") == "DATA-05 “实收”不写单位：12万元 → 单位是元，写 120000");
  CHECK(complaint("实收", "12.345万") == "DATA-05 “实收”不写单位：12.345万 → 单位是元，写 123450");
  CHECK(complaint("实收", "12元") == "DATA-05 “实收”不写单位：12元 → 单位是元，写 12");
  CHECK(complaint("收入", "￥12") == "DATA-05 “收入”不写单位：￥12 → 单位是万元，写 12");
  CHECK(complaint("收入", "12%") == "DATA-05 “收入”不是百分比：12% → 写 12");
  CHECK(complaint("车辆", "3辆") == "DATA-05 “车辆”不写单位：3辆 → 写 3");
}

TEST_CASE("separators, full-width digits and other ways to write a number are named") {
  CHECK(complaint("收入", "1,234.5") == "DATA-06 “收入”不写千分位逗号：1,234.5 → 写 1234.5");
  CHECK(complaint("收入", "１２．５") == "DATA-07 “收入”含有全角数字或符号：１２．５ → 用半角写 12.5");
  CHECK(complaint("收入", "1，234.5") == "DATA-07 “收入”含有全角数字或符号：1，234.5 → 用半角写 1234.5");
  CHECK(complaint("收入", "－12") == "DATA-07 “收入”含有全角数字或符号：－12 → 用半角写 -12");
  CHECK(complaint("收入", "−12") == "DATA-07 “收入”含有全角数字或符号：−12 → 用半角写 -12");
  CHECK(complaint("收入", "12。5") == "DATA-07 “收入”含有全角数字或符号：12。5 → 用半角写 12.5");
  CHECK(complaint("执行率", "97.5％") == "DATA-07 “执行率”含有全角数字或符号：97.5％ → 用半角写 97.5");
  CHECK(complaint("收入", "(3.00)") == "DATA-10 “收入”负数不用括号表示：(3.00) → 写 -3.00");
  CHECK(complaint("收入", "1 234") == "DATA-10 “收入”数字中间或前后有空格：1 234 → 写 1234");
  CHECK(complaint("收入", ".5") == "DATA-10 “收入”小数点前后都要有数字：.5 → 写 0.5");
  CHECK(complaint("收入", "874.O5") == "DATA-10 “收入”的数字里混有字母 O：874.O5 → 写 874.05");
  CHECK(complaint("收入", "1.2E+6") ==
        "DATA-10 “收入”不用科学计数法：1.2E+6 → 写出全部数字；Excel 里把单元格格式改为数值");
  CHECK(complaint("收入", "无") == "DATA-10 “收入”应为数字：无 → 没有就写 0；未掌握就写“未知”，或不写这一项");
  CHECK(complaint("收入", "约12") == "DATA-10 “收入”应为数字：约12 → 只写半角数字、小数点和负号，如 12.34");
}

TEST_CASE("too many decimals, wrong signs and impossible sizes are named") {
  CHECK(complaint("实收", "12.345") ==
        "DATA-08 “实收”以元填报，最多两位小数：12.345 → 金额精确到分；若是公式算出的结果，先四舍五入到分；"
        "全文件都按万元填的，把“金额单位”改为万元");
  CHECK(complaint("收入", "12.3456789") ==
        "DATA-08 “收入”以万元填报，最多六位小数：12.3456789 → 金额精确到分；若是公式算出的结果，先四舍五入到分");
  CHECK(complaint("车辆", "3.5") == "DATA-08 “车辆”应为整数：3.5 → 只写整数");
  CHECK(complaint("得分", "1.1234567") == "DATA-08 “得分”最多 6 位小数：1.1234567 → 四舍五入后再填");
  CHECK(complaint("实收", "-1") == "DATA-09 “实收”不能是负数：-1 → 核对数字；没有就写 0");
  CHECK(complaint("车辆", "-1") == "DATA-09 “车辆”不能是负数：-1 → 核对数字；没有就写 0");
  CHECK(complaint("收入", "12345678901234567890") == "DATA-11 “收入”数字太大：12345678901234567890 → 核对位数和单位");
  CHECK(complaint("收入", std::string(4000, '9')) == "DATA-11 “收入”数字太长 → 核对位数和单位");
}

}  // namespace gongkai
