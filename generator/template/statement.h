#pragma once
// What stands between {% and %}.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "expr/expression.h"

namespace gongkai {

/// for k, v in items if condition
struct ForHead {
  std::vector<std::string> targets;
  std::optional<Expression> items;
  std::optional<Expression> condition;
  Span span;
};

struct Statement {
  enum class Kind : std::uint8_t {
    if_begin,
    elif,
    otherwise,
    if_end,
    for_begin,
    for_end,
    set,
    include,
    outline,
    table,
    all_tables,
    chart,
    contents,
    page_break
  } kind = Kind::if_begin;
  std::optional<Expression> expression;  // if, elif, set
  ForHead head;                          // for
  std::string name;                      // set: the name; include: the path; table, chart: the id
  Span name_span;
  Span span;  // the whole tag
};

/// `text` is the tag's without its braces and stands at `where`; `span` is the whole tag.
[[nodiscard]] std::optional<Statement> parse_statement(std::string_view text, Span where, Span span,
                                                       Diagnostics& diagnostics);

}  // namespace gongkai
