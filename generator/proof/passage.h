#pragma once
// The printed text of a document, piece by piece, as a proofreader reads it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace gongkai {

struct Passage {
  enum class Part : std::uint8_t { heading, paragraph, cell, note } part = Part::paragraph;
  std::string text;  // without the number or label the engine counted
  Span span;         // the template line, or the table's definition
  std::size_t block = 0;
};

/// Headings, paragraphs, table titles, notes and cells that hold words, in order. Figures
/// that stand alone in a cell have nothing to proofread.
[[nodiscard]] std::vector<Passage> passages(const Document& document);

/// The sentence around [begin, end), cut to a readable length with the found words whole.
[[nodiscard]] std::string sentence_around(std::string_view text, std::size_t begin, std::size_t end);

/// Han ideograph, as against punctuation, letters and digits.
[[nodiscard]] bool is_han(char32_t character);

/// The code point before or at a byte offset; 0 at the text's ends.
[[nodiscard]] char32_t character_before(std::string_view text, std::size_t at);
[[nodiscard]] char32_t character_at(std::string_view text, std::size_t at);

}  // namespace gongkai
