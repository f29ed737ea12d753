#pragma once
// Rules over a small ledger, and what they find.

#include <string>
#include <utility>
#include <vector>

#include "ledger/check.h"
#include "ledger/sample_ledger.h"

namespace gongkai::sample {

using Names = std::vector<std::pair<std::string, Expression>>;

inline Expression parse(const std::string& text) {
  Diagnostics diagnostics;
  auto expression = Expression::parse(text, {2, 100, 100 + static_cast<std::uint32_t>(text.size())}, diagnostics);
  INFO(messages(diagnostics));
  REQUIRE(expression.has_value());
  return *expression;
}

inline Names named(const std::vector<std::pair<std::string, std::string>>& texts) {
  Names names;
  for (const auto& [name, text] : texts) names.emplace_back(name, parse(text));
  return names;
}

inline Accounts chart_with_totals() {
  Accounts chart = accounts();
  Measure total;
  total.name = "收入总计";
  total.axes = {"版本", "资金"};
  total.formula = parse("收入 + 年初结转和结余");
  chart.measures.push_back(total);
  return chart;
}

inline Book income_and_spending() {
  Book book;
  book.list("收入").part({{"资金", "一般公共预算"}}, "870.00").part({{"资金", "事业"}}, "4.05");
  book.stated("年初结转和结余", {}, "360.45");
  book.list("支出")
      .part({{"功能分类", "2060701"}, {"支出性质", "基本支出"}}, "800.00")
      .part({{"功能分类", "2101101"}, {"支出性质", "项目支出"}}, "434.05");
  return book;
}

struct Checked {
  Settled settled;
  Diagnostics diagnostics;
  Diagnostics findings;

  explicit Checked(const Book& book) : settled(book, chart_with_totals()) { REQUIRE(settled.ledger.has_value()); }

  std::string run(const std::vector<Rule>& rules, const std::vector<Declaration>& declarations = {},
                  const Names& names = {}, const Value& record = {}, const Value& constants = {}) {
    const Scope scope = ledger_scope(*settled.ledger, names, record, *settled.journal, diagnostics, constants);
    check({.rules = rules, .declarations = declarations, .ledger = *settled.ledger, .scope = scope}, findings);
    return messages(diagnostics) + messages(findings);
  }

  std::optional<Value> value(const std::string& text, const Names& names = {}, const Value& record = {},
                             const Value& constants = {}) {
    const Scope scope = ledger_scope(*settled.ledger, names, record, *settled.journal, diagnostics, constants);
    return evaluate(parse(text), scope, diagnostics);
  }
};

inline std::string wan_yuan(const std::optional<Value>& value) {
  if (!value) return "错误";
  if (value->is_unknown()) return "未知";
  const Quantity* const quantity = value->if_quantity();
  REQUIRE(quantity != nullptr);
  return Rational::divide(quantity->number(), 1000000)->round(2)->text();
}

inline Rule rule(const std::string& id, const std::string& name) {
  Rule made;
  made.id = id;
  made.name = name;
  made.span = {2, 1, 2};
  return made;
}

inline Rule balance() {
  Rule made = rule("BAL-01", "收支总计平衡");
  made.operands = named({{"收入", "收入总计()"}, {"支出", "支出()"}});
  made.compared = {"收入", "支出"};
  made.tolerance = Tolerance::same_print;
  return made;
}

}  // namespace gongkai::sample
