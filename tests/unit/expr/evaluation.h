#pragma once
// Expressions over a handful of names: figures of each kind, texts, what is left out and
// what was not given.

#include <string>

#include "base/diagnostic_text.h"
#include "expr/expression.h"
#include "expr/standard.h"

namespace gongkai {

class Evaluation {
 public:
  explicit Evaluation(const std::string& text) : text_(text) {
    const SourceId id = sources_.add("e", text_);
    data_ = sources_.add("data.yaml", "年: 1\n金额: 2\n");
    scope_.journal = &journal_;
    scope_.function = standard_function;
    scope_.filter = standard_filter;
    scope_.names = [] {
      return std::vector<std::string>{"金额", "另额", "人数", "得分", "未报", "没填", "局", "名单"};
    };
    scope_.find = [this](std::string_view name, Span) { return find(name); };
    const auto expression = Expression::parse(text_, {id, 0, static_cast<std::uint32_t>(text_.size())}, diagnostics_);
    if (expression) value_ = evaluate(*expression, scope_, diagnostics_);
  }
  Evaluation(const Evaluation&) = delete;
  Evaluation& operator=(const Evaluation&) = delete;

  [[nodiscard]] const std::optional<Value>& value() const { return value_; }
  [[nodiscard]] const Journal& journal() const { return journal_; }
  [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

  /// The value's dump, or every message as it is shown.
  [[nodiscard]] std::string shown() const {
    if (value_) return dump(*value_);
    std::string messages;
    for (const Diagnostic& diagnostic : diagnostics_.all()) messages += show(diagnostic, sources_);
    return messages;
  }

 private:
  /// Entered at a line of its own, so that notes can point there.
  Value figure(const Quantity& quantity) {
    const Span span{data_, 4, 5};
    return Value(quantity, span, journal_.add({OriginKind::entered, span, "所填", quantity, {}}));
  }

  std::optional<Value> find(std::string_view name) {
    if (name == "金额") return figure(Quantity(87'405'000, Dimension::money));
    if (name == "另额") return figure(Quantity(1'000'000, Dimension::money));
    if (name == "人数") return figure(Quantity(12, Dimension::count));
    if (name == "得分") return figure(Quantity(*Rational::ratio(195, 2), Dimension::points));
    if (name == "未报") return Value(Unknown{}, {data_, 13, 14});
    if (name == "没填") return Value(Absent{}, {data_, 13, 14});
    if (name == "局")
      return Value::record({{"名称", {}, Value::text("科协")}, {"级别", {}, Value::text("州")}}, {data_, 0, 3});
    if (name == "名单") return Value::list({Value::text("甲"), Value::text("乙")}, {data_, 0, 3});
    return std::nullopt;
  }

  std::string text_;
  Sources sources_;
  SourceId data_ = 0;
  Journal journal_;
  Diagnostics diagnostics_;
  Scope scope_;
  std::optional<Value> value_;
};

inline std::string shown(const std::string& text) { return Evaluation(text).shown(); }

}  // namespace gongkai
