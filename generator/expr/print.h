#pragma once
// What a value looks like inside a sentence.

#include <optional>
#include <string_view>

#include "base/diagnostic.h"
#include "value/value.h"

namespace gongkai {

/// An operand with how it is written, for messages.
struct Operand {
  const Value& value;
  std::string_view text;
  Span span;
};

/// Text and phrases as they are, counts, points and plain numbers as digits (a plain number
/// is no figure of the report). Money and ratios need a number format, Absent and Unknown
/// have nothing to print: errors that name the expression and, as a note, the data.
[[nodiscard]] std::optional<Phrase> in_print(const Operand& operand, Diagnostics& diagnostics);

/// A phrase without figures is text.
[[nodiscard]] Value phrase_value(Phrase phrase, Span span);

/// The characters of a Text or Phrase; nullopt for anything else.
[[nodiscard]] std::optional<std::string> characters(const Value& value);

/// `text` in Chinese quotation marks, cut to a readable length.
[[nodiscard]] std::string quoted(std::string_view text);

/// An error about an operand: its place, and the data's where that is another.
void operand_error(Diagnostics& diagnostics, std::string code, std::string message, const Operand& operand,
                   std::string hint = {});

}  // namespace gongkai
