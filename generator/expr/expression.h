#pragma once
// The one expression language: names, table cells, rules and templates all use it.
// Grammar and meaning follow Jinja2 where both have the construct; names may be any
// run of letters, digits, _ and non-ASCII characters except full-width blanks
// (so 因公出国（境）费 and “三公”经费 are names).
//
//   expression := or_expr [ 'if' or_expr [ 'else' expression ] ]
//   loosest first: or, and, not; == != < <= > >= in, not in; + -; ~ (join); * / % //; unary -;
//   filters | and tests is, is not
//   literals: 12.5  'text' "text"  true/false/none (真 假 空)  [a, b]  {'k': v}
//   postfix: a.b  a['b']  a[0]  f(x, 名=y)
//
// Different from Jinja2 on purpose: numbers are exact, a figure that was not given (Unknown)
// is never taken for zero, a missing name or key is an error, text and number never compare.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "value/value.h"

namespace gongkai {

struct ExpressionNode;

/// A parsed expression; cheap to copy, immutable.
class Expression {
 public:
  /// `text` stands in source `where.source` beginning at `where.begin`; diagnostics carry
  /// absolute places. nullopt after adding an error.
  [[nodiscard]] static std::optional<Expression> parse(std::string_view text, Span where, Diagnostics& diagnostics);
  /// The expression at the beginning of `text`, without an inline if: what stands between
  /// 'in' and 'if' of a for. `length` becomes the bytes it takes.
  [[nodiscard]] static std::optional<Expression> parse_prefix(std::string_view text, Span where, std::size_t& length,
                                                              Diagnostics& diagnostics);
  [[nodiscard]] Span span() const { return span_; }
  [[nodiscard]] const ExpressionNode& root() const { return *root_; }
  /// Source text, for labels of derived figures.
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Every free name used, in order of first use: lets a profile be checked before any data is read.
  [[nodiscard]] std::vector<std::pair<std::string, Span>> names() const;

 private:
  std::shared_ptr<const ExpressionNode> root_;
  std::string text_;
  Span span_;
};

struct Argument {
  std::string name;  // "" when positional
  Value value;
  Span span;
};

/// What a function or filter is given. `arguments` excludes the piped value of a filter,
/// which stands in `subject`. A function reports its own errors and returns nullopt.
struct Call {
  Value subject;
  std::vector<Argument> arguments;
  Span span;
  Journal& journal;
  Diagnostics& diagnostics;
  /// The call as it is written: label of a derived figure.
  std::string_view text = {};
  /// The positional argument at index or the one named; nullptr when absent.
  [[nodiscard]] const Value* argument(std::size_t index, std::string_view name) const;
};
using Function = std::function<std::optional<Value>(Call&)>;

/// Where names, functions and filters come from. Looked up from the inside out: a scope
/// made by for/set has its own `find` and falls back to the outer one.
struct Scope {
  /// Returns the value of a name; nullopt when the name doesn't exist. Errors met while
  /// working the name out (a formula that fails) are reported by the finder, which then
  /// returns Absent.
  std::function<std::optional<Value>(std::string_view name, Span use)> find;
  std::function<const Function*(std::string_view name)> function;
  std::function<const Function*(std::string_view name)> filter;
  /// All names, for "did you mean".
  std::function<std::vector<std::string>()> names;
  Journal* journal = nullptr;
};

/// The value, or nullopt after at least one diagnostic. Unknown is contagious in
/// arithmetic and makes a comparison Unknown; and, or, not keep it (Unknown and false is
/// false); `is_true` of Unknown is an error at the place that asks. A missing name, a key that a record lacks and a
/// wrong type are errors with the expression's place and, as a note, the data's place. Tests as in Jinja2: `x is
/// defined/已填` (neither Absent nor Unknown), `x is none/空`, `x is unknown/未知` … Right before a test or 默认,
/// x[key] with a missing key is Absent.
[[nodiscard]] std::optional<Value> evaluate(const Expression& expression, const Scope& scope, Diagnostics& diagnostics);

/// Of an expression whose value is Unknown or Absent: the smallest parts of it that are, as written.
[[nodiscard]] std::vector<std::string> unknown_parts(const Expression& expression, const Scope& scope);

/// Truth as in Jinja2: false, none, zero, "" and empty list/record are false. nullopt
/// (with a diagnostic) for Unknown.
[[nodiscard]] std::optional<bool> is_true(const Value& value, Span asked, Diagnostics& diagnostics);

}  // namespace gongkai
