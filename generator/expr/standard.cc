#include "expr/standard.h"

#include <algorithm>
#include <map>
#include <utility>

#include "expr/evaluator.h"
#include "expr/standard_parts.h"

namespace gongkai {
namespace {

using standard::Result;
using Body = Result (*)(Call&);

enum class Use : std::uint8_t { both, function_only };

struct Standard {
  std::string_view chinese, english, short_english;
  Body body;
  Use use = Use::both;
};

constexpr Standard standards[] = {{"默认", "default", "d", standard::otherwise},
                                  {"长度", "length", "count", standard::length},
                                  {"首个", "first", "", standard::first},
                                  {"末个", "last", "", standard::last},
                                  {"列举", "join", "", standard::joined},
                                  {"倒序", "reverse", "", standard::reversed},
                                  {"去重", "unique", "", standard::unique},
                                  {"排序", "sort", "", standard::sorted},
                                  {"取", "map", "", standard::picked},
                                  {"筛选", "", "", standard::kept},
                                  {"筛除", "", "", standard::dropped},
                                  {"各项", "items", "", standard::entries},
                                  {"范围", "range", "", standard::range, Use::function_only},
                                  {"绝对值", "abs", "", standard::absolute},
                                  {"求和", "sum", "", standard::sum},
                                  {"最大", "max", "", standard::greatest},
                                  {"最小", "min", "", standard::least},
                                  {"中文数", "", "", standard::in_chinese},
                                  {"去空白", "trim", "", standard::trimmed},
                                  {"替换", "replace", "", standard::replaced},
                                  {"去尾标点", "", "", standard::without_end_mark},
                                  {"年月日", "", "", standard::date},
                                  {"年月", "", "", standard::month},
                                  {"天数", "", "", standard::days_between},
                                  {"转文字", "string", "", standard::as_text}};

/// A filter passes Unknown on: only 默认 makes something of it.
Result run_filter(const Standard& entry, Call& call) {
  if (call.subject.is_unknown() && entry.body != standard::otherwise) return call.subject;
  return entry.body(call);
}

bool takes_many(const Standard& entry) { return entry.body == standard::greatest || entry.body == standard::least; }

/// 最大(a, b, c): the positional arguments are the list.
void gather(Call& call) {
  List items;
  std::vector<Argument> named;
  for (Argument& argument : call.arguments) {
    if (argument.name.empty()) {
      items.push_back(std::move(argument.value));
    } else {
      named.push_back(std::move(argument));
    }
  }
  call.subject = Value::list(std::move(items), call.span);
  call.arguments = std::move(named);
}

Result run_function(const Standard& entry, Call& call) {
  if (entry.use == Use::function_only) return entry.body(call);
  if (call.arguments.empty() || !call.arguments.front().name.empty()) {
    return standard::wrong_argument(call, "“" + std::string(entry.chinese) + "()”的括号里要写一个值");
  }
  if (takes_many(entry) && call.arguments.front().value.if_list() == nullptr) {
    gather(call);
  } else {
    call.subject = std::move(call.arguments.front().value);
    call.arguments.erase(call.arguments.begin());
  }
  return run_filter(entry, call);
}

using Table = std::map<std::string_view, Function>;

void add(Table& table, const Standard& entry, const Function& function) {
  for (const std::string_view name : {entry.chinese, entry.english, entry.short_english}) {
    if (!name.empty()) table.emplace(name, function);
  }
}

Table functions() {
  Table table;
  for (const Standard& entry : standards) {
    add(table, entry, [&entry](Call& call) { return run_function(entry, call); });
  }
  return table;
}

Table filters() {
  Table table;
  for (const Standard& entry : standards) {
    if (entry.use == Use::both) add(table, entry, [&entry](Call& call) { return run_filter(entry, call); });
  }
  return table;
}

const Function* find(const Table& table, std::string_view name) {
  const auto found = table.find(name);
  return found == table.end() ? nullptr : &found->second;
}

}  // namespace

const Function* standard_function(std::string_view name) {
  static const Table table = functions();
  return find(table, name);
}

const Function* standard_filter(std::string_view name) {
  static const Table table = filters();
  return find(table, name);
}

const std::vector<std::string>& standard_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const Standard& entry : standards) {
      for (const std::string_view name : {entry.chinese, entry.english}) {
        if (!name.empty()) all.emplace_back(name);
      }
    }
    return all;
  }();
  return names;
}

namespace standard {

Operand subject_of(const Call& call) { return {call.subject, call.text, call.span}; }

Result wrong_subject(const Call& call, std::string_view wanted) {
  const bool absent = call.subject.is_absent();
  operand_error(
      call.diagnostics, "EXPR-06",
      absent ? quoted(call.text) + "所用的值没有填写"
             : quoted(call.text) + "要的是" + std::string(wanted) + "，却是" + std::string(kind_name(call.subject)),
      subject_of(call), absent ? "先用 is 已填 判断，或用 | 默认(…)" : "");
  return std::nullopt;
}

Result wrong_argument(const Call& call, std::string message, std::string hint) {
  const Span span = call.arguments.empty() ? call.span : call.arguments.front().span;
  call.diagnostics.error("EXPR-10", std::move(message), span, std::move(hint));
  return std::nullopt;
}

std::shared_ptr<const List> items_of(const Call& call) {
  using Shared = std::shared_ptr<const List>;
  if (const Shared* const list = std::get_if<Shared>(&call.subject.data)) return *list;
  if (const Record* const record = call.subject.if_record()) {
    List keys;
    for (const Entry& entry : *record) keys.push_back(Value::text(entry.key, entry.key_span));
    return std::make_shared<const List>(std::move(keys));
  }
  wrong_subject(call, "列表");
  return nullptr;
}

std::optional<std::string> text_argument(const Call& call, std::size_t index, std::string_view name, bool& valid) {
  const Value* const argument = call.argument(index, name);
  if (argument == nullptr) return std::nullopt;
  auto text = characters(*argument);
  if (!text) {
    wrong_argument(call, quoted(call.text) + "的参数要写文字，却是" + std::string(kind_name(*argument)), "加上引号");
    valid = false;
  }
  return text;
}

Result part_of(const Call& call, const Value& item, const std::string& key) {
  const Value* at = &item;
  std::size_t begin = 0;
  while (begin < key.size() && at != nullptr && !at->is_absent() && !at->is_unknown()) {
    const std::size_t end = std::min(key.find('.', begin), key.size());
    const Value* const next = at->find(key.substr(begin, end - begin));
    if (next == nullptr) {
      std::vector<std::string> keys;
      const Record none;
      for (const Entry& entry : at->if_record() ? *at->if_record() : none) keys.push_back(entry.key);
      operand_error(call.diagnostics, "EXPR-04", quoted(call.text) + "：这一项没有“" + key + "”",
                    {*at, call.text, call.span}, near_miss(key, keys));
      return std::nullopt;
    }
    at = next;
    begin = end + 1;
  }
  return *at;
}

}  // namespace standard
}  // namespace gongkai
