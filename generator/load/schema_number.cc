#include "load/schema_number.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace gongkai {

namespace {

constexpr std::size_t most_digits = 18;  // 分: sums of any number of such figures fit 128 bits

constexpr std::array<std::pair<std::string_view, int>, 8> money_words = {
    {{"亿元", 8}, {"万元", 4}, {"千元", 3}, {"百元", 2}, {"亿", 8}, {"万", 4}, {"圆", 0}, {"元", 0}}};
constexpr std::array<std::string_view, 5> currency_signs = {"¥", "￥", "人民币", "RMB", "CNY"};
constexpr std::array<std::string_view, 12> words_for_nothing = {"无", "没有", "暂无", "-",  "--", "—",
                                                                "——", "－",   "/",    "／", "空", "零"};

Rational power_of_ten(int exponent) {
  Rational::Integer power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

Rational scaled(const Decimal& number, int exponent) {
  return Rational::multiply(Rational::of(number), power_of_ten(exponent)).value_or(Rational());
}

std::size_t digits_of(const Decimal& number) {
  const std::string text = number.text();
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

/// A number that was found in a text, and what was around it.
struct Repair {
  std::string number;  // half-width, without the rest
  bool wide = false;
  bool separators = false;
  bool blanks = false;
  bool brackets = false;
  bool percent = false;
  std::string unit;                  // as written
  std::optional<int> unit_exponent;  // of ten; none for a currency sign, which tells no unit
};

bool strip_suffix(std::string& text, std::string_view suffix) {
  if (suffix.empty() || !text.ends_with(suffix)) return false;
  text.resize(text.size() - suffix.size());
  return true;
}

void strip_units(Repair& repair, const NumberRule& rule) {
  for (const std::string_view sign : currency_signs) {
    if (!repair.number.starts_with(sign)) continue;
    repair.unit = sign;
    repair.number.erase(0, sign.size());
  }
  for (const auto& [word, exponent] : money_words) {
    if (!strip_suffix(repair.number, word)) continue;
    repair.unit = word;
    repair.unit_exponent = exponent;
    break;
  }
  if (strip_suffix(repair.number, rule.counter)) repair.unit = rule.counter;
  repair.percent = strip_suffix(repair.number, "%");
}

/// "(3.00)" is how ledgers print −3.00.
void strip_brackets(Repair& repair) {
  const bool bracketed = repair.number.size() > 2 && repair.number.front() == '(' && repair.number.back() == ')';
  if (!bracketed) return;
  repair.brackets = true;
  repair.number = "-" + repair.number.substr(1, repair.number.size() - 2);
}

Repair repair_number(std::string_view written, const NumberRule& rule) {
  Repair repair;
  repair.number = half_width_text(written);
  repair.wide = repair.number != written;
  repair.blanks = std::erase(repair.number, ' ') != 0;
  strip_units(repair, rule);
  strip_brackets(repair);
  repair.separators = std::erase(repair.number, ',') != 0;
  if (repair.number.starts_with('.')) repair.number.insert(0, "0");
  if (repair.number.ends_with('.')) repair.number.pop_back();
  return repair;
}

/// The number in the unit of the field: 120000元 is 12 in a file of 万元.
std::string in_unit(const Decimal& number, std::optional<int> written_exponent, const NumberRule& rule) {
  const int wanted = rule.unit == MoneyUnit::wan_yuan ? 4 : 0;
  const int shift = rule.unit ? written_exponent.value_or(wanted) - wanted : 0;
  if (shift == 0) return number.text();
  const Rational moved = shift > 0 ? scaled(number, shift)
                                   : Rational::divide(Rational::of(number), power_of_ten(-shift)).value_or(Rational());
  std::string text = moved.round(std::clamp(number.scale() - shift, 0, Decimal::max_scale)).value_or(Decimal()).text();
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

/// 874.O5, 1l.20: letters that look like digits, and the number that was meant.
struct Lookalike {
  std::string letters;
  std::string number;
};

Lookalike digits_for_letters(const std::string& text) {
  constexpr std::array<std::pair<char, char>, 6> pairs = {
      {{'O', '0'}, {'o', '0'}, {'l', '1'}, {'I', '1'}, {'Z', '2'}, {'S', '5'}}};
  Lookalike found;
  for (const char letter : text) {
    const auto pair = std::find_if(pairs.begin(), pairs.end(), [letter](const auto& p) { return p.first == letter; });
    found.number.push_back(pair == pairs.end() ? letter : pair->second);
    if (pair != pairs.end() && found.letters.find(letter) == std::string::npos) found.letters.push_back(letter);
  }
  const bool has_digit = text.find_first_of("0123456789") != std::string::npos;
  if (!has_digit || found.letters.empty() || !Decimal::parse(found.number)) return {};
  return found;
}

class NumberReader {
 public:
  NumberReader(std::string_view written, Span span, const NumberRule& rule, Diagnostics& diagnostics)
      : written_(written), span_(span), rule_(rule), diagnostics_(diagnostics) {}

  std::optional<Decimal> read() {
    std::string text(written_);
    if (rule_.percent) strip_suffix(text, "%");
    const std::optional<Decimal> number = Decimal::parse(text);
    if (!number) return explain();
    return check(*number);
  }

 private:
  std::optional<Decimal> fail(const char* code, const std::string& message, std::string hint) {
    diagnostics_.error(code, "“" + rule_.field + "”" + message, span_, std::move(hint));
    return std::nullopt;
  }

  std::optional<Decimal> check(const Decimal& number) {
    if (number.is_negative() && !rule_.negative)
      return fail("DATA-09", "不能是负数：" + number.text(), "核对数字；没有就写 0");
    if (number.scale() > rule_.most_decimals) return too_precise(number);
    if (digits_of(number) > most_digits - 2) return fail("DATA-11", "数字太大：" + number.text(), "核对位数和单位");
    return number;
  }

  std::optional<Decimal> too_precise(const Decimal& number) {
    const std::string written = "：" + number.text();
    if (rule_.most_decimals == 0) return fail("DATA-08", "应为整数" + written, "只写整数");
    if (!rule_.unit) {
      return fail("DATA-08", "最多 " + std::to_string(rule_.most_decimals) + " 位小数" + written, "四舍五入后再填");
    }
    const bool yuan = *rule_.unit == MoneyUnit::yuan;
    return fail("DATA-08",
                std::string("以") + unit_name(*rule_.unit) + "填报，最多" + (yuan ? "两" : "六") + "位小数" + written,
                std::string("金额精确到分；若是公式算出的结果，先四舍五入到分") +
                    (yuan ? "；全文件都按万元填的，把“金额单位”改为万元" : ""));
  }

  std::optional<Decimal> explain();
  std::optional<Decimal> explain_repair(const Repair& repair, const Decimal& number);
  std::optional<Decimal> explain_word();

  std::string_view written_;
  Span span_;
  const NumberRule& rule_;
  Diagnostics& diagnostics_;
};

std::optional<Decimal> NumberReader::explain() {
  const Repair repair = repair_number(written_, rule_);
  const std::optional<Decimal> number = Decimal::parse(repair.number);
  return number ? explain_repair(repair, *number) : explain_word();
}

std::optional<Decimal> NumberReader::explain_repair(const Repair& repair, const Decimal& number) {
  const std::string shown = "：" + shown_text(written_);
  const std::string instead = "写 " + number.text();
  if (!repair.unit.empty()) {
    const std::string unit = rule_.unit ? std::string("单位是") + unit_name(*rule_.unit) + "，" : "";
    return fail("DATA-05", "不写单位" + shown, unit + "写 " + in_unit(number, repair.unit_exponent, rule_));
  }
  if (repair.percent && !rule_.percent) return fail("DATA-05", "不是百分比" + shown, instead);
  if (repair.wide) return fail("DATA-07", "含有全角数字或符号" + shown, "用半角" + instead);
  if (repair.separators) return fail("DATA-06", "不写千分位逗号" + shown, instead);
  if (repair.brackets) return fail("DATA-10", "负数不用括号表示" + shown, instead);
  if (repair.blanks) return fail("DATA-10", "数字中间或前后有空格" + shown, instead);
  return fail("DATA-10", "小数点前后都要有数字" + shown, instead);
}

std::optional<Decimal> NumberReader::explain_word() {
  const std::string shown = "：" + shown_text(written_);
  if (std::find(words_for_nothing.begin(), words_for_nothing.end(), written_) != words_for_nothing.end()) {
    return fail("DATA-10", "应为数字" + shown,
                rule_.may_be_unknown ? "没有就写 0；未掌握就写“未知”，或不写这一项" : "没有就写 0；未掌握的先查清再填");
  }
  const std::string text = half_width_text(written_);
  const std::size_t exponent = text.find_first_of("eE");
  const bool scientific = exponent != std::string::npos && Decimal::parse(text.substr(0, exponent)) &&
                          Decimal::parse(text.substr(exponent + 1));
  if (scientific) return fail("DATA-10", "不用科学计数法" + shown, "写出全部数字；Excel 里把单元格格式改为数值");
  if (const Lookalike meant = digits_for_letters(text); !meant.letters.empty()) {
    return fail("DATA-10", "的数字里混有字母 " + meant.letters + shown, "写 " + meant.number);
  }
  const bool only_digits = text.find_first_not_of("0123456789.-") == std::string::npos;
  if (only_digits && text.find('.') == text.rfind('.')) return fail("DATA-11", "数字太长", "核对位数和单位");
  return fail("DATA-10", "应为数字" + shown, "只写半角数字、小数点和负号，如 12.34");
}

}  // namespace

std::string half_width_text(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t letter = utf8::decode(text, offset);
    const bool minus = letter == 0x2212 || letter == 0x2013;
    if (letter >= 0xFF01 && letter <= 0xFF5E) {
      utf8::append(result, letter - 0xFEE0);
    } else if (letter == 0x3000 || letter == 0xA0 || letter == '\t') {
      result.push_back(' ');
    } else if (minus || letter == U'。') {
      result.push_back(minus ? '-' : '.');
    } else {
      utf8::append(result, letter);
    }
  }
  return result;
}

std::string shown_text(std::string_view text) {
  constexpr std::size_t most = 40;
  std::string result;
  std::size_t offset = 0;
  for (std::size_t count = 0; offset < text.size() && count < most; ++count) {
    const char32_t letter = utf8::decode(text, offset);
    utf8::append(result, letter == '\n' ? U' ' : letter);
  }
  return offset < text.size() ? result + "…" : result;
}

const char* unit_name(MoneyUnit unit) { return unit == MoneyUnit::yuan ? "元" : "万元"; }

std::optional<Decimal> read_number(std::string_view written, Span span, const NumberRule& rule,
                                   Diagnostics& diagnostics) {
  return NumberReader(written, span, rule, diagnostics).read();
}

Quantity money_quantity(const Decimal& number, MoneyUnit unit) {
  if (unit == MoneyUnit::yuan) return {scaled(number, 2), Dimension::money};
  const Rational fen = scaled(number, 6);
  const int known = std::max(2, number.scale());
  if (number.is_zero() || known >= 6) return {fen, Dimension::money};
  return {fen, Dimension::money, power_of_ten(6 - known)};
}

Quantity percent_quantity(const Decimal& number) {
  const Rational fraction = Rational::divide(Rational::of(number), 100).value_or(Rational());
  if (number.is_zero()) return {fraction, Dimension::ratio};
  const int known = std::max(2, number.scale()) + 2;
  return {fraction, Dimension::ratio, Rational::divide(1, power_of_ten(known)).value_or(Rational())};
}

}  // namespace gongkai
