#pragma once
// Scalars of YAML: where quoted texts, plain texts and blocks of text end, and the slips
// people make in them. Each function begins with the cursor on the scalar, leaves it behind
// it and returns false after a slip. `parent` is the column of the collection around: lines
// that belong to a scalar are indented more; −1 where there is none.

#include <string_view>

#include "load/yaml_cursor.h"

namespace gongkai {

/// On ' or ". Notes the extent.
[[nodiscard]] bool scan_quoted(YamlCursor& cursor, std::ptrdiff_t parent);

/// A plain text outside of brackets, with its further lines. Notes the extent.
[[nodiscard]] bool scan_plain(YamlCursor& cursor, std::ptrdiff_t parent);

/// On | or >. Notes the extent; leaves the cursor at the beginning of a line.
[[nodiscard]] bool scan_block_text(YamlCursor& cursor, std::ptrdiff_t parent);

/// Offset of the ':' that ends a key on this line, or `npos`: followed by a blank or the end.
[[nodiscard]] std::size_t find_colon(const YamlCursor& cursor);

/// Characters that no plain text may begin with: & * ! | > % @ ` , ] } and others.
[[nodiscard]] bool check_first_letter(YamlCursor& cursor);

/// A tab in the indentation, the last one of several at `last`.
bool fail_tab(YamlCursor& cursor, std::size_t last);

/// A text where a key is wanted: names the full-width colon, the missing blank, the missing colon.
bool fail_without_colon(YamlCursor& cursor, std::size_t begin, std::size_t end);

}  // namespace gongkai
