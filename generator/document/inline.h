#pragma once
// What a line of text is made of. Data can never become markup: a writer escapes text.

#include <string>
#include <variant>
#include <vector>

#include "value/journal.h"
#include "value/quantity.h"

namespace gongkai {

struct PlainText {
  std::string text;
};

/// A printed figure with its exact value and origin.
struct Figure {
  std::string text;
  Quantity quantity;
  OriginId origin = 0;
};

struct Strong {
  std::string text;
};

struct LineBreak {};

using Inline = std::variant<PlainText, Figure, Strong, LineBreak>;
using Inlines = std::vector<Inline>;

/// The text without marks; a LineBreak counts as "\n".
[[nodiscard]] std::string plain_text(const Inlines& inlines);

}  // namespace gongkai
