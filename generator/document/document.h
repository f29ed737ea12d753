#pragma once
// The finished report, before any page or markup: a list of blocks.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/source.h"
#include "document/chart.h"
#include "document/inline.h"
#include "document/style.h"
#include "document/table.h"

namespace gongkai {

/// Level 1 第一部分, 2 一、, 3 （一）, 4 1.; number is counted by the engine.
struct Heading {
  int level = 1;
  std::string number;  // "第一部分", "一、", "（一）", "1."
  Inlines text;
  std::string id;  // unique anchor: s1-2-3
  bool in_contents = true;
  Span span;
};

enum class ParagraphRole : std::uint8_t {
  body,  // indented two characters
  item,  // numbered item: label "1." "（1）"
  cover_title,
  cover_subtitle,
  cover_line,
  centred,
  note,
  closing,  // 落款: right-aligned
  caption,
  annexes,  // 附件说明: an annex a line, below the text
  draft     // draft: text the report says about itself (未提供…), shown set apart
};

struct Paragraph {
  ParagraphRole role = ParagraphRole::body;
  std::string label;  // of an item: "1."; of an annex: "附件：1. ", below it blanks as wide and "2. "
  int level = 0;      // of an item: 0 for 1., 1 for （1）; of an annex: 0 for the first, 1 for the others
  Inlines text;
  Span span;
};

/// Where the table of contents goes. Its lines are the headings up to `levels`; a table
/// appears through the heading before it.
struct Contents {
  std::string title = "目录";
  int levels = 3;
};

struct PageBreak {};

using Block = std::variant<Heading, Paragraph, Table, Chart, Contents, PageBreak>;

struct Document {
  std::string title;    // 凉山州科学技术协会2023年度部门决算
  std::string author;   // the department
  std::string subject;  // 部门决算
  std::string date;     // ISO date from the data, "" when none
  std::string period;   // the year the figures are of: "2023"
  std::string language = "zh-CN";
  std::string profile;             // sichuan/final-accounts
  std::string year;                // fiscal year, four digits
  std::vector<std::string> names;  // of departments, units, projects, and set phrases: what lines of titles keep whole
  std::string source;              // path of the data file, relative to the home; "" when outside
  Style style;
  std::vector<Block> blocks;
};

/// Number and title on one line, with a blank between them unless the number ends in a
/// mark: "第一部分 部门概况", "一、部门职责". What contents, bookmarks and outlines show.
[[nodiscard]] std::string heading_text(const Heading& heading);

/// The heading just above the table at `index` says its title already: it is printed once.
[[nodiscard]] bool is_titled_by_heading(const std::vector<Block>& blocks, std::size_t index);

/// Lines of the contents, in order: what Markdown and HTML link and the PDF numbers.
struct ContentsLine {
  int level = 1;
  std::string text;  // number and title
  std::string id;
};
[[nodiscard]] std::vector<ContentsLine> contents_lines(const Document& document, int levels);

/// "" when the document is whole; else the first breach in words: grid not covered
/// exactly once, header cells outside the header rows (but in a form) or reaching out of them, cells not
/// row-major, a blank cell with content, an id missing or used twice, an empty heading, a
/// figure without text, a chart with neither values nor a statement, invalid UTF-8. Run
/// after every fill in debug builds and in all tests.
[[nodiscard]] std::string verify(const Document& document);

/// Indented text dump for tests and goldens: one block a line, tables as grids; figures
/// stand in ‹ ›, ← and ↑ where a spanning cell reaches (dump.cc).
[[nodiscard]] std::string dump(const Document& document);

}  // namespace gongkai
