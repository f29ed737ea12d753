#pragma once
// Values of style.yaml: lengths, 字号, colours, words. Each is read into its goal when it is there and
// right; what is wrong is reported (STYLE-01) and leaves the goal as it was.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "document/style.h"
#include "ledger/definition.h"

namespace gongkai {

class StyleValues {
 public:
  explicit StyleValues(Diagnostics& diagnostics)
      : diagnostics_(diagnostics), before_(diagnostics.count(Severity::error)), read_(diagnostics) {}

  /// The group under `key`; nullptr, told, when it is missing or no group. `what` names the parent.
  const Value* group(const Value& parent, std::string_view key, const std::string& what);
  void only_keys(const Value& group, std::initializer_list<std::string_view> keys, const std::string& what);
  /// Reports each of the keys that is missing (STYLE-02): every layer together must give it.
  void need(const Value& group, std::initializer_list<std::string_view> keys, const std::string& what);

  /// Points, at most three decimals.
  void length(const Value& group, std::string_view key, Length& goal);
  /// Characters `em` wide, at most three decimals.
  void characters(const Value& group, std::string_view key, Length em, Length& goal);
  void millimetres(const Value& group, std::string_view key, Length& goal);
  /// Points, or a 字号 as word processors take it.
  void size(const Value& group, std::string_view key, Length& goal);
  void sizes(const Value& group, std::string_view key, std::vector<Length>& goal);
  void percent(const Value& group, std::string_view key, int& goal);
  void weight(const Value& group, std::string_view key, int& goal);  // 100 … 900
  void colour(const Value& group, std::string_view key, std::string& goal);
  void colours(const Value& group, std::string_view key, std::vector<std::string>& goal);  // four or more
  void face(const Value& group, std::string_view key, FontRole& goal);
  void side(const Value& group, std::string_view key, Justification& goal);
  /// Which of two words it is; `goal` is true for `yes`.
  void choice(const Value& group, std::string_view key, std::string_view yes, std::string_view no, bool& goal);
  void text(const Value& group, std::string_view key, std::string& goal);
  /// Names of font families, which go into a style sheet as they stand.
  void families(const Value& group, std::string_view key, std::vector<std::string>& goal);

  [[nodiscard]] bool has_errors() const { return diagnostics_.count(Severity::error) != before_; }
  /// STYLE-04: a colour that does not stand out enough; `hint` says which way to change it.
  void faint(const Value& value, const std::string& what, const std::string& hint) {
    read_.error("STYLE-04", what, value.span, hint);
  }
  void wrong(const Value& value, const std::string& what, const std::string& hint = {}) {
    read_.error("STYLE-01", what, value.span, hint);
  }

 private:
  Diagnostics& diagnostics_;
  std::size_t before_;  // errors
  DefinitionReader read_;
};

}  // namespace gongkai
