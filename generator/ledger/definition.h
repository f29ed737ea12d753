#pragma once
// Reading definitions (tables, rules, measures …) out of a profile's YAML: every mistake
// reported with its place, none fatal at once.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "expr/expression.h"
#include "value/value.h"

namespace gongkai {

class DefinitionReader {
 public:
  explicit DefinitionReader(Diagnostics& diagnostics) : diagnostics_(&diagnostics) {}

  /// Reports every key of the record that is not among `keys`; `what` names the record.
  void only_keys(const Value& record, std::initializer_list<std::string_view> keys, const std::string& what);
  /// "" when the key is left out; reports anything but text.
  std::string text(const Value& record, std::string_view key);
  /// Like text(), but the key must be there; `what` names the record.
  std::string required_text(const Value& record, std::string_view key, const std::string& what);
  /// 是 or 否 (true, false); `otherwise` when left out.
  bool flag(const Value& record, std::string_view key, bool otherwise = false);
  std::optional<int> integer(const Value& record, std::string_view key, int least, int most);
  /// The texts of a list, or the one text; empty when left out.
  std::vector<std::string> texts(const Value& record, std::string_view key);
  std::optional<Expression> expression(const Value& record, std::string_view key);
  std::optional<Expression> parse(const Value& scalar);

  void error(std::string code, std::string message, Span span, std::string hint = {});
  /// "是否想写“…”？" or "".
  [[nodiscard]] static std::string near_miss(const std::string& word, const std::vector<std::string>& candidates);
  [[nodiscard]] Diagnostics& diagnostics() { return *diagnostics_; }

 private:
  std::optional<std::string> scalar(const Value& value, std::string_view key);
  Diagnostics* diagnostics_;
};

}  // namespace gongkai
