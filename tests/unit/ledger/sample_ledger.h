#pragma once
// A small chart of accounts and short ways of posting to it, for the tests of this room.

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic_text.h"
#include "ledger/ledger.h"

namespace gongkai::sample {

inline MemberId add(Axis& axis, const std::string& key, MemberId parent = 0, const std::string& name = "") {
  const auto level = static_cast<std::uint8_t>(axis.at(parent).level + 1);
  return axis.add({key, name.empty() ? key : name, parent, level, false, false});
}

inline Axis version_axis() {
  Axis axis("版本");
  axis.exclusive = true;
  axis.default_member = add(axis, "本年决算");
  add(axis, "上年决算");
  add(axis, "调整预算");
  return axis;
}

inline Axis fund_axis() {
  Axis axis("资金");
  const MemberId fiscal = add(axis, "财政拨款");
  add(axis, "一般公共预算", fiscal);
  add(axis, "政府性基金预算", fiscal);
  add(axis, "事业");
  return axis;
}

inline Axis nature_axis() {
  Axis axis("支出性质");
  add(axis, "基本支出");
  add(axis, "项目支出");
  return axis;
}

inline Axis function_axis() {
  Axis axis("功能分类");
  axis.level_names = {"类", "款", "项"};
  const MemberId science = add(axis, "206", 0, "科学技术支出");
  const MemberId popular = add(axis, "20607", science, "科学技术普及");
  add(axis, "2060701", popular, "机构运行");
  add(axis, "2060702", popular, "科普活动");
  const MemberId health = add(axis, "210", 0, "卫生健康支出");
  const MemberId medical = add(axis, "21011", health, "行政事业单位医疗");
  add(axis, "2101101", medical, "行政单位医疗");
  add(axis, "2101103", medical, "公务员医疗补助");
  return axis;
}

inline Axis economic_axis() {
  Axis axis("经济分类");
  axis.level_names = {"类", "款"};
  const MemberId people = axis.add({"人员经费", "人员经费", 0, 0, false, false});
  const MemberId wages = axis.add({"301", "工资福利支出", people, 1, false, false});
  add(axis, "30101", wages, "基本工资");
  add(axis, "30102", wages, "津贴补贴");
  const MemberId running = axis.add({"公用经费", "公用经费", 0, 0, false, false});
  const MemberId goods = axis.add({"302", "商品和服务支出", running, 1, false, false});
  add(axis, "30201", goods, "办公费");
  return axis;
}

inline Axis project_axis() {
  Axis axis("项目");
  axis.extensible = true;
  return axis;
}

inline Accounts accounts() {
  Accounts accounts;
  accounts.axes = {version_axis(), fund_axis(), nature_axis(), function_axis(), economic_axis(), project_axis()};
  Measure spending;
  spending.name = "支出";
  spending.axes = {"版本", "资金", "功能分类", "支出性质", "经济分类", "项目"};
  Measure income;
  income.name = "收入";
  income.axes = {"版本", "资金", "功能分类"};
  Measure opening;
  opening.name = "年初结转和结余";
  opening.axes = {"版本", "资金"};
  accounts.measures = {spending, income, opening};
  return accounts;
}

using Fixes = std::vector<std::pair<std::string, std::string>>;

/// Money as printed: "874.05" 万元 is known to ±0.005 万元.
inline Quantity printed(const std::string& wan_yuan) {
  const Rational number = Rational::of(*Decimal::parse(wan_yuan));
  return {*Rational::multiply(number, 1000000), Dimension::money, 10000};
}
inline Quantity exact(const std::string& wan_yuan) {
  const Rational number = Rational::of(*Decimal::parse(wan_yuan));
  return {*Rational::multiply(number, 1000000), Dimension::money};
}

/// Fills an Entered; every entry gets its own place in source 1.
class Book {
 public:
  Book& list(const std::string& measure, const Fixes& scope = {}, bool closed = true) {
    entered.lists.push_back({measure, coordinates(scope), closed, next_span()});
    measure_ = measure;
    return *this;
  }
  Book& part(const Fixes& fixes, const Quantity& quantity) {
    entered.postings.push_back(
        {measure_, coordinates(fixes), quantity, next_span(), static_cast<std::uint32_t>(entered.lists.size())});
    return *this;
  }
  Book& part(const Fixes& fixes, const std::string& wan_yuan) { return part(fixes, printed(wan_yuan)); }
  Book& stated(const std::string& measure, const Fixes& fixes, const Quantity& quantity) {
    entered.postings.push_back({measure, coordinates(fixes), quantity, next_span(), 0});
    return *this;
  }
  Book& stated(const std::string& measure, const Fixes& fixes, const std::string& wan_yuan) {
    return stated(measure, fixes, printed(wan_yuan));
  }

  Entered entered;

 private:
  static std::vector<Coordinate> coordinates(const Fixes& fixes) {
    std::vector<Coordinate> found;
    for (const auto& [axis, member] : fixes) found.push_back({axis, member, "", {}});
    return found;
  }
  Span next_span() {
    last_ += 10;
    return {1, last_, last_ + 5};
  }
  std::string measure_;
  std::uint32_t last_ = 0;
};

/// A settled ledger with the journal it writes to.
struct Settled {
  std::unique_ptr<Journal> journal = std::make_unique<Journal>();
  Diagnostics diagnostics;
  std::optional<Ledger> ledger;

  explicit Settled(const Book& book, Accounts chart = accounts()) {
    ledger = Ledger::settle(std::move(chart), book.entered, *journal, diagnostics);
  }
  [[nodiscard]] Region region(const Fixes& fixes) const {
    Region region = ledger->everything();
    for (const auto& [axis, member] : fixes) REQUIRE(ledger->fix(region, axis, member));
    return region;
  }
  [[nodiscard]] Amount ask(const std::string& measure, const Fixes& fixes = {}) const {
    return ledger->ask(measure, region(fixes));
  }
  /// "874.05", or "未知".
  [[nodiscard]] std::string text(const std::string& measure, const Fixes& fixes = {}) const {
    const Amount amount = ask(measure, fixes);
    if (!amount.known()) return "未知";
    const auto wan_yuan = Rational::divide(amount.quantity.number(), 1000000);
    return wan_yuan->round(2)->text();
  }
};

inline std::string messages(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& found : diagnostics.all()) {
    const char* const severity = found.severity == Severity::error     ? "错误"
                                 : found.severity == Severity::warning ? "警告"
                                                                       : "提示";
    text += std::string(severity) + "[" + found.code + "] " + found.message + "\n";
    for (const Note& note : found.notes) text += "  " + note.message + "\n";
    if (!found.hint.empty()) text += "  提示：" + found.hint + "\n";
  }
  return text;
}

}  // namespace gongkai::sample
