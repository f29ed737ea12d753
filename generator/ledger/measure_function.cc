#include "ledger/measure_function.h"

#include <algorithm>

#include "base/diagnostic_text.h"

namespace gongkai {
namespace {

std::string near_miss(const std::string& word, const std::vector<std::string>& candidates) {
  const std::string near = nearest(word, candidates);
  return near.empty() ? "" : "是否想写“" + near + "”？";
}

/// The key a value stands for: text, or the 编码 of a member's record.
const std::string* member_key(const Value& value) {
  if (const Value* const code = value.find("编码")) return code->if_text();
  return value.if_text();
}

std::vector<std::string> keys_of_measure(const Ledger& ledger, const Measure& measure) {
  std::vector<std::string> keys;
  for (const std::string& name : measure.axes) {
    const Axis* const axis = ledger.find_axis(name);
    if (axis == nullptr) continue;
    for (const Member& member : axis->members()) keys.push_back(member.key);
  }
  return keys;
}

bool fix_on(const Ledger& ledger, Region& region, const std::string& axis, const std::string& key,
            const Argument& argument, Diagnostics& diagnostics) {
  if (ledger.fix(region, axis, key)) return true;
  std::vector<std::string> keys;
  for (const Member& member : ledger.find_axis(axis)->members()) keys.push_back(member.key);
  diagnostics.error("ASK-02", "“" + key + "”不是“" + axis + "”的成员", argument.span, near_miss(key, keys));
  return false;
}

bool fix_positional(const Ledger& ledger, const Measure& measure, Region& region, const std::string& key,
                    const Argument& argument, Diagnostics& diagnostics) {
  for (const std::string& axis : measure.axes) {
    if (ledger.fix(region, axis, key)) return true;
  }
  Region elsewhere = region;
  const bool of_other_axis = ledger.fix(elsewhere, "", key);
  diagnostics.error(
      "ASK-02",
      of_other_axis ? "指标“" + measure.name + "”不分“" + key + "”所属的维度" : "“" + key + "”不是任何维度的成员",
      argument.span, of_other_axis ? "" : near_miss(key, keys_of_measure(ledger, measure)));
  return false;
}

/// Fixes what one argument says; false after an error.
bool fix_argument(const Ledger& ledger, const Measure& measure, Region& region, const Argument& argument,
                  Diagnostics& diagnostics) {
  if (argument.value.is_absent()) return true;  // left open: 支出(行.科目, 版本=行.版本)
  const std::string* const key = member_key(argument.value);
  if (key == nullptr) {
    diagnostics.error("ASK-01", "这里要写成员的名称或编码，却是" + std::string(kind_name(argument.value)),
                      argument.span, argument.value.if_quantity() != nullptr ? "编码要加引号，如 \"206\"" : "");
    return false;
  }
  if (argument.name.empty()) return fix_positional(ledger, measure, region, *key, argument, diagnostics);
  if (std::find(measure.axes.begin(), measure.axes.end(), argument.name) == measure.axes.end()) {
    diagnostics.error("ASK-03", "指标“" + measure.name + "”没有维度“" + argument.name + "”", argument.span,
                      near_miss(argument.name, measure.axes));
    return false;
  }
  return fix_on(ledger, region, argument.name, *key, argument, diagnostics);
}

/// With room for as many more entries.
Record code_and_name(const Axis& axis, MemberId member, std::size_t more) {
  const Member& found = axis.at(member);
  Record record;
  record.reserve(3 + more);
  record.push_back({"编码", {}, Value::text(found.key)});
  record.push_back({"名称", {}, Value::text(found.name)});
  record.push_back({"短码", {}, Value::text(short_code(axis, member))});
  return record;
}

/// The arguments of 成员() that are not coordinates.
struct MembersCall {
  std::string axis, measure, level;
};

bool take_members_arguments(Call& call, MembersCall& asked) {
  std::size_t position = 0;
  for (const Argument& argument : call.arguments) {
    const std::string* const text = argument.value.if_text();
    std::string* const target = argument.name == "指标"                    ? &asked.measure
                                : argument.name == "层级"                  ? &asked.level
                                : argument.name.empty() && position++ == 0 ? &asked.axis
                                                                           : nullptr;
    if (target == nullptr) continue;
    if (text == nullptr) {
      call.diagnostics.error("ASK-01", "成员() 的参数要写文字", argument.span);
      return false;
    }
    *target = *text;
  }
  if (!asked.axis.empty() && !asked.measure.empty()) return true;
  call.diagnostics.error("ASK-04", "成员() 要写明维度和指标，如 成员(\"功能分类\", 指标=\"支出\", 层级=\"项\")",
                         call.span);
  return false;
}

std::optional<Region> members_region(const Ledger& ledger, const Measure& measure, Call& call) {
  Region region = ledger.everything();
  std::size_t position = 0;
  for (const Argument& argument : call.arguments) {
    if (argument.name == "指标" || argument.name == "层级") continue;
    if (argument.name.empty() && position++ == 0) continue;
    if (!fix_argument(ledger, measure, region, argument, call.diagnostics)) return std::nullopt;
  }
  return region;
}

std::optional<Value> members(const Ledger& ledger, Call& call) {
  MembersCall asked;
  if (!take_members_arguments(call, asked)) return std::nullopt;
  const Axis* const axis = ledger.find_axis(asked.axis);
  const Measure* const measure = ledger.find_measure(asked.measure);
  if (axis == nullptr || measure == nullptr) {
    call.diagnostics.error(
        "ASK-05", axis == nullptr ? "没有维度“" + asked.axis + "”" : "没有指标“" + asked.measure + "”", call.span);
    return std::nullopt;
  }
  const int level = asked.level.empty() ? 0 : axis->level_of(asked.level);
  if (!asked.level.empty() && level == 0) {
    call.diagnostics.error("ASK-06", "“" + asked.axis + "”没有层级“" + asked.level + "”", call.span,
                           near_miss(asked.level, axis->level_names));
    return std::nullopt;
  }
  const auto region = members_region(ledger, *measure, call);
  if (!region) return std::nullopt;
  List found;
  for (const MemberId member : ledger.occurring(asked.measure, *region, asked.axis, level)) {
    found.push_back(member_record(*axis, member));
  }
  return Value::list(std::move(found), call.span);
}

}  // namespace

Function measure_function(const Ledger& ledger, const std::string& measure) {
  const Measure* const asked = ledger.find_measure(measure);
  return [&ledger, asked](Call& call) -> std::optional<Value> {
    Region region = ledger.everything();
    for (const Argument& argument : call.arguments) {
      if (!fix_argument(ledger, *asked, region, argument, call.diagnostics)) return std::nullopt;
    }
    const Amount amount = ledger.ask(asked->name, region);
    if (!amount.known()) return Value(Unknown{}, call.span);
    return Value(amount.quantity, amount.span, amount.origin);
  };
}

Function members_function(const Ledger& ledger) {
  return [&ledger](Call& call) { return members(ledger, call); };
}

bool same_print(const Quantity& a, const Quantity& b) {
  if (a.dimension() != b.dimension()) return compare(a, b) == 0;
  // The forms are printed in 万元 and percent, each with two digits (domain: X0).
  Rational step;
  if (a.dimension() == Dimension::money) step = 10000;
  if (a.dimension() == Dimension::ratio) step = *Rational::ratio(1, 10000);
  if (step.sign() == 0) return compare(a, b) == 0;
  const auto first = a.printed_at(step);
  const auto second = b.printed_at(step);
  return first && second && first->number() == second->number();
}

Function same_print_function() {
  return [](Call& call) -> std::optional<Value> {
    const Value* const a = call.argument(0, "");
    const Value* const b = call.argument(1, "");
    if (a != nullptr && b != nullptr && (a->is_unknown() || b->is_unknown())) return Value(Unknown{}, call.span);
    const Quantity* const first = a == nullptr ? nullptr : a->if_quantity();
    const Quantity* const second = b == nullptr ? nullptr : b->if_quantity();
    if (first == nullptr || second == nullptr || call.arguments.size() != 2) {
      call.diagnostics.error("ASK-07", "印数相同() 要写两个数", call.span);
      return std::nullopt;
    }
    return Value(Value::Data(same_print(*first, *second)), call.span);
  };
}

std::string short_code(const Axis& axis, MemberId member) {
  const Member& found = axis.at(member);
  const std::string& above = axis.at(found.parent).key;
  const bool continues = found.parent != 0 && found.level > 1 && found.key.starts_with(above);
  return continues ? found.key.substr(above.size()) : found.key;
}

std::string_view level_name(const Axis& axis, MemberId member) {
  const std::size_t level = axis.at(member).level;
  return level == 0 || level > axis.level_names.size() ? std::string_view() : axis.level_names[level - 1];
}

Value member_record(const Axis& axis, MemberId member) {
  std::vector<MemberId> line;  // from the member up
  for (MemberId at = member; at != 0; at = axis.at(at).parent) line.push_back(at);
  Record record = code_and_name(axis, member, 1 + line.size());
  record.push_back({"层级", {}, Value::text(std::string(level_name(axis, member)))});
  for (auto at = line.rbegin(); at != line.rend(); ++at) {
    const std::string_view level = level_name(axis, *at);
    if (!level.empty()) record.push_back({std::string(level), {}, Value::record(code_and_name(axis, *at, 0))});
  }
  return Value::record(std::move(record));
}

}  // namespace gongkai
