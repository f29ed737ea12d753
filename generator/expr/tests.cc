// x is …

#include <algorithm>
#include <array>
#include <utility>

#include "expr/evaluator.h"

namespace gongkai {
namespace {

enum class Test : std::uint8_t {
  filled,
  absent,
  unknown,
  text,
  number,
  money,
  list,
  record,
  truth,
  yes,
  no,
  even,
  odd,
  divisible,
  equal,
  unequal,
  member
};

struct TestName {
  std::string_view chinese, english;
  Test test;
};

constexpr std::array<TestName, 17> test_names = {{{"已填", "defined", Test::filled},
                                                  {"空", "none", Test::absent},
                                                  {"未知", "unknown", Test::unknown},
                                                  {"文字", "string", Test::text},
                                                  {"数字", "number", Test::number},
                                                  {"金额", "money", Test::money},
                                                  {"列表", "sequence", Test::list},
                                                  {"组", "mapping", Test::record},
                                                  {"是否", "boolean", Test::truth},
                                                  {"真", "true", Test::yes},
                                                  {"假", "false", Test::no},
                                                  {"偶数", "even", Test::even},
                                                  {"奇数", "odd", Test::odd},
                                                  {"整除", "divisibleby", Test::divisible},
                                                  {"等于", "eq", Test::equal},
                                                  {"不等于", "ne", Test::unequal},
                                                  {"属于", "in", Test::member}}};

std::optional<Test> find_test(std::string_view name) {
  if (name == "==") return Test::equal;
  if (name == "!=") return Test::unequal;
  for (const TestName& known : test_names) {
    if (name == known.chinese || name == known.english) return known.test;
  }
  return std::nullopt;
}

std::vector<std::string> all_test_names() {
  std::vector<std::string> names;
  for (const TestName& known : test_names) {
    names.emplace_back(known.chinese);
    names.emplace_back(known.english);
  }
  return names;
}

bool takes_argument(Test test) {
  return test == Test::divisible || test == Test::equal || test == Test::unequal || test == Test::member;
}

Truth truth(bool holds) { return holds ? Truth::yes : Truth::no; }

std::optional<Truth> divides(const TestNode& test, const Operand& subject, std::int64_t divisor, std::int64_t remainder,
                             Diagnostics& diagnostics) {
  if (subject.value.is_unknown()) return Truth::unknown;
  const auto number = whole_number(subject.value);
  if (number && divisor != 0) return truth((*number % divisor + divisor) % divisor == remainder);
  operand_error(diagnostics, "EXPR-06",
                divisor == 0 ? "不能被 0 整除" : quoted(subject.text) + "不是整数，不能判断是不是" + test.test,
                subject);
  return std::nullopt;
}

std::optional<Truth> with_argument(const TestNode& test, Test kind, const Operand& subject, const Operand& argument,
                                   Diagnostics& diagnostics) {
  if (kind == Test::equal) return compare_values(Comparator::equal, subject, argument, diagnostics);
  if (kind == Test::unequal) return compare_values(Comparator::unequal, subject, argument, diagnostics);
  if (kind == Test::member) return compare_values(Comparator::in, subject, argument, diagnostics);
  const auto divisor = whole_number(argument.value);
  if (divisor) return divides(test, subject, *divisor, 0, diagnostics);
  operand_error(diagnostics, "EXPR-06", quoted(argument.text) + "不是整数，不能作除数", argument);
  return std::nullopt;
}

bool is_kind(Test kind, const Value& value) {
  const bool* const flag = std::get_if<bool>(&value.data);
  const Quantity* const quantity = value.if_quantity();
  switch (kind) {
    case Test::filled: return !value.is_absent() && !value.is_unknown();
    case Test::absent: return value.is_absent();
    case Test::unknown: return value.is_unknown();
    case Test::text: return value.if_text() != nullptr || std::holds_alternative<Phrase>(value.data);
    case Test::number: return quantity != nullptr;
    case Test::money: return quantity != nullptr && quantity->dimension() == Dimension::money;
    case Test::list: return value.if_list() != nullptr;
    case Test::record: return value.if_record() != nullptr;
    case Test::truth: return flag != nullptr;
    case Test::yes: return flag != nullptr && *flag;
    case Test::no: return flag != nullptr && !*flag;
    default: return false;
  }
}

}  // namespace

std::optional<Truth> run_test(const TestNode& test, const Operand& subject, const Operand* argument,
                              Diagnostics& diagnostics) {
  const auto kind = find_test(test.test);
  if (!kind) {
    diagnostics.error("EXPR-05", "没有判断“is " + test.test + "”", test.name_span,
                      near_miss(test.test, all_test_names()));
    return std::nullopt;
  }
  if (takes_argument(*kind) != (argument != nullptr)) {
    diagnostics.error(
        "EXPR-10",
        takes_argument(*kind) ? "“is " + test.test + "”后面还要写一个值" : "“is " + test.test + "”后面不能再写值",
        test.name_span, takes_argument(*kind) ? "如 is " + test.test + "(3)" : "两个条件之间要写 and 或 or");
    return std::nullopt;
  }
  if (argument != nullptr) return with_argument(test, *kind, subject, *argument, diagnostics);
  constexpr std::int64_t two = 2;
  if (*kind == Test::even) return divides(test, subject, two, 0, diagnostics);
  if (*kind == Test::odd) return divides(test, subject, two, 1, diagnostics);
  return truth(is_kind(*kind, subject.value));
}

}  // namespace gongkai
