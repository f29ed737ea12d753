#pragma once
// Plain text as Markdown that shows exactly that text: no emphasis, link, code, HTML,
// entity, list or heading ever comes out of data.

#include <string>
#include <string_view>

namespace gongkai {

/// Inside a line: paragraphs, headings, table cells, alternative texts of pictures. Line
/// ends become blanks.
void append_markdown(std::string& out, std::string_view text);

/// The same where a line begins: also what would start a list, a quotation, a rule, an
/// underlined heading or an indented block.
void append_markdown_line(std::string& out, std::string_view text);

/// **text**, or <strong>text</strong> where asterisks would not be taken for emphasis:
/// beside punctuation, as “ and ）, they only count next to a blank.
void append_markdown_strong(std::string& out, std::string_view text, bool after_strong);

}  // namespace gongkai
