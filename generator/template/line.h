#pragma once
// One line of the template language: text, values, and if, for, set inside the line. What
// paragraphs, headings, wordings, titles and notes are made of.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "document/inline.h"
#include "expr/expression.h"
#include "template/scanner.h"
#include "template/statement.h"
#include "value/journal.h"

namespace gongkai {

struct Report;
struct LinePart;
using Line = std::vector<LinePart>;

struct LineText {
  std::string text;
};
struct LineStrong {
  std::string text;
};
struct LineValue {
  Expression expression;
};
struct LineSet {
  std::string name;
  Expression expression;
};
struct LineBranch {
  std::optional<Expression> condition;  // none: else
  Line body;
};
struct LineIf {
  std::vector<LineBranch> branches;
};
struct LineFor {
  ForHead head;
  Line body;
  Line otherwise;  // when there is no item
};

struct LinePart {
  std::variant<LineText, LineStrong, LineValue, LineSet, LineIf, LineFor> content;
  Span span;
};

enum class Marks : std::uint8_t { none, strong };  // strong: **text** means something

/// What was scanned, as a tree; mistakes are reported and left out.
[[nodiscard]] Line parse_line(const TemplateLine& scanned, const Placement& placement, Marks marks,
                              Diagnostics& diagnostics);
[[nodiscard]] Line parse_line(std::string_view text, Span where, Marks marks, Diagnostics& diagnostics);

/// Parses and fills one line that stands in a definition (a title, a note of a table).
/// nullopt after an error.
[[nodiscard]] std::optional<Inlines> fill_line(std::string_view text, Span where, const Report& report,
                                               const Scope& scope, Journal& journal, Diagnostics& diagnostics);

}  // namespace gongkai
