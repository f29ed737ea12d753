// Fills lines of the template language over a JSON context: {"context": {…}, "lines": […]}
// on stdin, a list of {"text": …} or {"error": …} on stdout. compare.py asks Jinja2 the same.

#include <cstdio>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "expr/standard.h"
#include "template/line_filler.h"
#include "value/decimal.h"

using namespace gongkai;
using Json = nlohmann::ordered_json;

namespace {

/// Numbers come as {"#": "2.5"}, so that no binary fraction stands between.
Value value_of(const Json& json) {
  if (json.is_boolean()) return Value(Value::Data(json.get<bool>()));
  if (json.is_string()) return Value::text(json.get<std::string>());
  if (json.is_array()) {
    List items;
    for (const Json& item : json) items.push_back(value_of(item));
    return Value::list(std::move(items));
  }
  if (!json.is_object()) return {};
  if (json.contains("#")) {
    const auto decimal = Decimal::parse(json["#"].get<std::string>());
    return Value(Quantity(Rational::of(decimal.value()), Dimension::plain));
  }
  Record record;
  for (const auto& [key, item] : json.items()) record.push_back({key, {}, value_of(item)});
  return Value::record(std::move(record));
}

Json filled(const std::string& text, const Scope& scope) {
  Diagnostics diagnostics;
  const Line line = parse_line(text, {}, Marks::none, diagnostics);
  if (diagnostics.has_errors()) return {{"error", diagnostics.all().front().message}};
  const Inlines inlines = LineFiller(scope, diagnostics).fill(line);
  if (diagnostics.has_errors()) return {{"error", diagnostics.all().front().message}};
  return {{"text", plain_text(inlines)}};
}

}  // namespace

int main() {
  const std::string input((std::istreambuf_iterator<char>(std::cin)), {});
  const Json asked = Json::parse(input);
  const Value context = value_of(asked["context"]);
  Journal journal;
  Scope scope;
  scope.journal = &journal;
  scope.function = standard_function;
  scope.filter = standard_filter;
  scope.names = [] { return std::vector<std::string>(); };
  scope.find = [&context](std::string_view name, Span) -> std::optional<Value> {
    const Value* const found = context.find(name);
    return found == nullptr ? std::nullopt : std::optional(*found);
  };
  Json answers = Json::array();
  for (const Json& line : asked["lines"]) answers.push_back(filled(line.get<std::string>(), scope));
  const std::string output = answers.dump();
  return std::fwrite(output.data(), 1, output.size(), stdout) == output.size() ? 0 : 1;
}
