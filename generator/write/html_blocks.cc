#include <algorithm>

#include "write/escape.h"
#include "write/heading_nesting.h"
#include "write/html_parts.h"

namespace gongkai {

namespace {

std::string_view paragraph_class(ParagraphRole role) {
  switch (role) {
    case ParagraphRole::body: return "";
    case ParagraphRole::item: return "item";
    case ParagraphRole::cover_title: return "cover-title";
    case ParagraphRole::cover_subtitle: return "cover-subtitle";
    case ParagraphRole::cover_line: return "cover-line";
    case ParagraphRole::centred: return "centred";
    case ParagraphRole::note: return "note";
    case ParagraphRole::closing: return "closing";
    case ParagraphRole::caption: return "caption";
    case ParagraphRole::annexes: return "annexes";
    case ParagraphRole::draft: return "draft";
  }
  return "";
}

// Headings as nested sections. The element follows the nesting, so that no level is
// skipped even where a report skips one; the class keeps the report's own level.
class Sections {
 public:
  explicit Sections(HtmlPage& page) : page_(page) {}

  void begin(const Heading& heading) {
    const std::size_t depth = nesting_.enter(heading.level);
    while (open_ >= depth) end();
    ++open_;
    const std::string element = "h" + std::to_string(std::min<std::size_t>(depth + 1, 6));
    page_.out += "<section>\n<" + element + " id=\"" + page_.id(heading.id) + "\" class=\"level-" +
                 std::to_string(heading.level) + "\">";
    if (!heading.number.empty()) {
      page_.out += "<span class=\"number\">" + escaped(heading.number) + "</span>" + number_gap(heading);
    }
    append_name(page_, heading.text);
    page_.out += "</" + element + ">\n";
  }
  void end_all() {
    while (open_ > 0) end();
  }

 private:
  void end() {
    page_.out += "</section>\n";
    --open_;
  }

  HtmlPage& page_;
  HeadingNesting nesting_;
  std::size_t open_ = 0;
};

void append_block(HtmlPage& page, Sections& sections, std::size_t index) {
  const std::vector<Block>& blocks = page.context.document.blocks;
  const Block& block = blocks[index];
  if (const auto* heading = std::get_if<Heading>(&block)) sections.begin(*heading);
  if (const auto* paragraph = std::get_if<Paragraph>(&block)) append_paragraph(page, *paragraph);
  if (const auto* table = std::get_if<Table>(&block)) append_table(page, *table, is_titled_by_heading(blocks, index));
  if (const auto* chart = std::get_if<Chart>(&block)) append_chart(page, *chart);
  if (const auto* contents = std::get_if<Contents>(&block)) append_contents(page, *contents);
  if (std::holds_alternative<PageBreak>(block)) page.out += "<div class=\"page-break\"></div>\n";
}

}  // namespace

void append_paragraph(HtmlPage& page, const Paragraph& paragraph) {
  const std::string_view name = paragraph_class(paragraph.role);
  page.out += "<p";
  if (!name.empty()) page.out.append(" class=\"").append(name);
  if (paragraph.role == ParagraphRole::item && paragraph.level > 0) {
    page.out += " deeper";
  }
  if (!name.empty()) page.out += '"';
  if (paragraph.role == ParagraphRole::draft) page.out += " role=\"note\"";
  page.out += '>';
  if (!paragraph.label.empty()) page.out += "<span class=\"label\">" + escaped(paragraph.label) + "</span>";
  append_inlines(page, paragraph.text);
  page.out += "</p>\n";
}

void append_contents(HtmlPage& page, const Contents& contents) {
  const std::vector<ContentsLine> lines = contents_lines(page.context.document, contents.levels);
  page.out += "<nav class=\"contents\" aria-labelledby=\"" + page.id("contents") + "\">\n<h2 id=\"" +
              page.id("contents") + "\">" + escaped(contents.title) + "</h2>\n";
  std::vector<int> open;  // levels of the lists around the next line
  for (const ContentsLine& line : lines) {
    while (!open.empty() && open.back() > line.level) {
      page.out += "</li>\n</ol>\n";
      open.pop_back();
    }
    if (!open.empty() && open.back() == line.level) {
      page.out += "</li>\n";
    } else {
      page.out += "<ol>\n";
      open.push_back(line.level);
    }
    page.out += "<li><a href=\"#" + page.id(line.id) + "\">";
    append_name(page, {PlainText{line.text}});
    page.out += "</a>";
  }
  for (; !open.empty(); open.pop_back()) page.out += "</li>\n</ol>\n";
  page.out += "</nav>\n";
}

void append_blocks(HtmlPage& page, std::size_t first, std::optional<std::size_t> left_out) {
  Sections sections(page);
  for (std::size_t i = first; i < page.context.document.blocks.size(); ++i) {
    if (i != left_out) append_block(page, sections, i);
  }
  sections.end_all();
}

}  // namespace gongkai
