#pragma once
// The words of an expression. Inner part of the room.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace gongkai {

/// Where a text given for parsing stands in its source. A quoted scalar's span holds its
/// quotes; a folded or escaped one can't be mapped, so everything in it has its whole span.
class Placement {
 public:
  Placement(std::string_view text, Span where);
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const;

 private:
  Span where_;
  std::uint32_t shift_ = 0;
  bool exact_ = true;
};

struct Token {
  enum class Kind : std::uint8_t { name, number, text, symbol, end } kind = Kind::end;
  std::string text;  // the name, the number, the symbol; of a text: without quotes and escapes
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] bool is(std::string_view symbol) const { return kind == Kind::symbol && text == symbol; }
  [[nodiscard]] bool is_word(std::string_view word) const { return kind == Kind::name && text == word; }
};

/// All tokens, the last of kind end; nullopt after an error.
[[nodiscard]] std::optional<std::vector<Token>> tokenize(std::string_view text, const Placement& placement,
                                                         Diagnostics& diagnostics);

/// May stand in a name: letters, digits, _ and whatever is not ASCII, but for blanks and
/// the full-width twins of punctuation that means something here.
[[nodiscard]] bool is_name_character(char32_t code_point);

/// Bytes of the name at the beginning of `text`; 0 when there is none.
[[nodiscard]] std::size_t name_length(std::string_view text);

}  // namespace gongkai
