#pragma once
// From the events of a reader to one Value: what YAML and JSON have in common. Counts the
// depth, refuses keys written twice (with both places).

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostic.h"
#include "value/value.h"

namespace gongkai {

/// Deeper than any report, shallow enough for recursion over values.
inline constexpr std::size_t deepest_nesting = 100;

class ValueTree {
 public:
  /// `family` is "YAML" or "JSON": the codes 06 and 07 of reader.h.
  ValueTree(std::string family, Diagnostics& diagnostics) : family_(std::move(family)), diagnostics_(diagnostics) {}

  /// False when the nesting gets too deep; it is reported.
  [[nodiscard]] bool begin_list(Span first) { return begin(false, first); }
  [[nodiscard]] bool begin_record(Span first) { return begin(true, first); }
  /// The span of a container ends at `end`, or with its last part when that is 0.
  void end(std::uint32_t end = 0);
  void key(std::string text, Span span);
  void add(Value value);

  [[nodiscard]] bool expects_key() const { return !open_.empty() && open_.back().is_record && !open_.back().has_key; }
  [[nodiscard]] bool in_record() const { return !open_.empty() && open_.back().is_record; }
  [[nodiscard]] Span key_span() const { return open_.back().key_span; }
  [[nodiscard]] bool has_duplicates() const { return has_duplicates_; }
  [[nodiscard]] Value take() { return std::move(root_); }

 private:
  struct Open {
    bool is_record = false;
    Span span;
    List items;
    Record entries;
    std::unordered_map<std::string, Span> keys;
    bool has_key = false;
    bool duplicate = false;  // the value to come belongs to a key written twice
    std::string key;
    Span key_span;
  };
  [[nodiscard]] bool begin(bool record, Span first);

  std::string family_;
  Diagnostics& diagnostics_;
  std::vector<Open> open_;
  Value root_;
  bool has_duplicates_ = false;
};

}  // namespace gongkai
