#pragma once
// Tables in Markdown: a pipe table where one can hold it, else a compact HTML table.

#include <string>

#include "document/table.h"

namespace gongkai {

/// One header row and no merged cell: what a pipe table can say.
[[nodiscard]] bool fits_pipes(const Table& table);

/// The grid only, one row a line; title and notes stand around it.
void append_markdown_grid(std::string& out, const Table& table);

/// One pipe-table cell: text escaped, line breaks as <br>.
void append_pipe_cell(std::string& out, const Inlines& content);

}  // namespace gongkai
