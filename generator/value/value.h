#pragma once
// A located value: what readers produce, schemas type, expressions compute with and
// templates print. Lists and records are immutable and shared (a loop over 200 codes
// must not copy them); everything else is held by value.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source.h"
#include "value/journal.h"
#include "value/quantity.h"

namespace gongkai {

/// Nothing there: a key left out, an empty YAML value. Printing it is an error.
struct Absent {};

/// A figure that exists but was not given. Prints as the profile says; never zero.
struct Unknown {};

/// Text as written plus whether it was quoted (a quoted "12" is text, not a number).
struct Text {
  std::string text;
  bool quoted = false;
};

/// A run of printed text in which figures are still known: what filters and the
/// wording of change produce. Joining texts and pieces keeps the figures.
struct Piece {
  std::string text;
  std::optional<Quantity> quantity;  // set when the text is a printed figure
  OriginId origin = 0;
};
using Phrase = std::vector<Piece>;

class Value;
struct Entry;
using List = std::vector<Value>;
using Record = std::vector<Entry>;  // in the order of the file; keys are unique

class Value {
 public:
  using Data = std::variant<Absent, Unknown, bool, Text, Quantity, Phrase, std::shared_ptr<const List>,
                            std::shared_ptr<const Record>>;

  Value() = default;
  explicit Value(Data contents, Span where = {}, OriginId from = 0)
      : data(std::move(contents)), span(where), origin(from) {}
  [[nodiscard]] static Value text(std::string text, Span where = {});
  [[nodiscard]] static Value list(List items, Span where = {});
  [[nodiscard]] static Value record(Record entries, Span where = {});

  [[nodiscard]] bool is_absent() const { return std::holds_alternative<Absent>(data); }
  [[nodiscard]] bool is_unknown() const { return std::holds_alternative<Unknown>(data); }
  [[nodiscard]] const std::string* if_text() const;  // Text only
  [[nodiscard]] const Quantity* if_quantity() const;
  [[nodiscard]] const List* if_list() const;
  [[nodiscard]] const Record* if_record() const;
  /// The entry's value, or nullptr when this is no record or has no such key.
  [[nodiscard]] const Value* find(std::string_view key) const;

  Data data;
  Span span;
  OriginId origin = 0;
};

struct Entry {
  std::string key;
  Span key_span;
  Value value;
};

/// Chinese name of the kind for messages: 空, 未知, 是/否, 文字, 金额, 数字, 列表, 组.
[[nodiscard]] std::string_view kind_name(const Value& value);

/// Indented dump for tests: kinds, texts, quantities, no addresses.
[[nodiscard]] std::string dump(const Value& value);

}  // namespace gongkai
