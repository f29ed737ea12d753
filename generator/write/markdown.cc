#include "write/markdown.h"

#include <algorithm>
#include <set>

#include "base/iri.h"
#include "layout/drawing.h"
#include "write/front_matter.h"
#include "write/heading_nesting.h"
#include "write/markdown_escape.h"
#include "write/markdown_table.h"
#include "write/svg.h"

namespace gongkai {

namespace {

struct MarkdownPage {
  const WriteContext& context;
  std::string out;
  std::vector<Companion> companions;
  std::set<std::string> names;  // of pictures, so that none replaces another
  HeadingNesting nesting;
};

// A line of text; a LineBreak goes on in the next line of the same paragraph.
void append_text(std::string& out, const Inlines& inlines, std::string_view line_break = "\\\n") {
  bool line_begins = out.empty() || out.back() == '\n';
  bool after_strong = false;
  for (const Inline& part : inlines) {
    const auto* text = std::get_if<PlainText>(&part);
    const auto* figure = std::get_if<Figure>(&part);
    const auto* strong = std::get_if<Strong>(&part);
    if (text != nullptr || figure != nullptr) {
      const std::string& words = text != nullptr ? text->text : figure->text;
      line_begins ? append_markdown_line(out, words) : append_markdown(out, words);
      line_begins = line_begins && words.empty();
    } else if (strong != nullptr) {
      append_markdown_strong(out, strong->text, after_strong);
      line_begins = false;
    } else {
      out += line_break;
      line_begins = out.back() == '\n';
    }
    after_strong = strong != nullptr;
  }
}

void append_line(std::string& out, std::string_view text) {
  append_markdown_line(out, text);
  out += "\n\n";
}

// An anchor of our own: the ids viewers make of headings differ from one to the next.
void append_anchor(std::string& out, std::string_view id) {
  if (!id.empty()) out.append("<a id=\"").append(iri_path(id)).append("\"></a>");
}

void append_heading(MarkdownPage& page, const Heading& heading) {
  page.out.append(std::min<std::size_t>(page.nesting.enter(heading.level) + 1, 6), '#') += ' ';
  append_anchor(page.out, heading.id);
  append_markdown(page.out, heading.number + number_gap(heading));
  append_text(page.out, heading.text, " ");
  page.out += "\n\n";
}

// "12." is a list item of Markdown itself, which shows the number it is given.
bool is_list_number(const std::string& label) {
  if (label.size() < 2 || label.size() > 10 || label.back() != '.') return false;
  return std::all_of(label.begin(), label.end() - 1,
                     [](char character) { return character >= '0' && character <= '9'; });
}

void append_paragraph(MarkdownPage& page, const Paragraph& paragraph) {
  if (paragraph.role == ParagraphRole::draft) page.out += "> ";
  if (is_list_number(paragraph.label)) {
    page.out += paragraph.label + ' ';
    std::string text;  // begins a line of its own inside the item
    append_text(text, paragraph.text, "<br>");
    page.out += text;
  } else {
    std::string text;
    append_markdown_line(text, paragraph.label);
    append_text(text, paragraph.text, paragraph.role == ParagraphRole::draft ? "<br>" : "\\\n");
    page.out += text;
  }
  page.out += "\n\n";
}

void append_contents(MarkdownPage& page, const Contents& contents) {
  page.out += "## ";
  append_markdown(page.out, contents.title);
  page.out += "\n\n";
  const std::vector<ContentsLine> lines = contents_lines(page.context.document, contents.levels);
  for (const ContentsLine& line : lines) {
    page.out.append(static_cast<std::size_t>(2 * (std::max(line.level, 1) - 1)), ' ');
    page.out += "- [";
    append_markdown(page.out, line.text);
    page.out += "](#" + iri_path(line.id) + ")\n";
  }
  page.out += '\n';
}

// At the end of a line closing asterisks count even after punctuation.
void append_strong_line(std::string& out, const std::string& text) {
  if (text.empty()) return;
  out += "**";
  append_markdown(out, text);
  out += "**";
}

// Code and title, and below them the notes, one a line.
void append_table_head(std::string& out, const Table& table, bool titled) {
  append_anchor(out, table.id);
  append_markdown(out, table.code);
  if (!titled) {
    if (!table.code.empty()) out += ' ';
    append_strong_line(out, table.title);
  }
  bool begun = !titled || !table.code.empty();
  for (const std::string& note : {table.left_note, table.right_note}) {
    if (note.empty()) continue;
    if (begun) out += "\\\n";
    append_markdown_line(out, note);
    begun = true;
  }
  out += "\n\n";
}

/// `titled`: the heading just above says the table's title already.
void append_table(MarkdownPage& page, const Table& table, bool titled) {
  append_table_head(page.out, table, titled);
  append_markdown_grid(page.out, table);
  page.out += '\n';
  for (const std::string& footnote : table.footnotes) append_line(page.out, footnote);
  if (!table.statement.empty()) append_line(page.out, table.statement);
}

// A name every file system takes; the number of the chart where it has one.
std::string picture_name(MarkdownPage& page, const Chart& chart) {
  constexpr std::string_view refused = "/\\:*?\"<>| .";
  std::string name;
  for (const char character : chart.number.empty() ? chart.id : chart.number) {
    const bool plain =
        static_cast<unsigned char>(character) > 0x20 && refused.find(character) == std::string_view::npos;
    name += plain ? character : '-';
  }
  if (name.empty()) name = "chart";
  std::string unused = name;
  for (std::size_t i = 2; !page.names.insert(unused).second; ++i) unused = name + '-' + std::to_string(i);
  return page.context.name + ".files/" + unused + ".svg";
}

void append_values(std::string& out, const Chart& chart) {
  const bool shares = std::any_of(chart.values.begin(), chart.values.end(),
                                  [](const ChartValue& value) { return !value.printed_share.empty(); });
  out += "| 项目 | ";
  append_markdown(out, chart.unit);
  out += shares ? " | 占比 |\n| --- | ---: | ---: |\n" : " |\n| --- | ---: |\n";
  for (const ChartValue& value : chart.values) {
    out += "| ";
    append_markdown(out, value.label);
    out += " | ";
    append_markdown(out, value.printed);
    if (shares) {
      out += " | ";
      append_markdown(out, value.printed_share);
    }
    out += " |\n";
  }
  out += '\n';
}

void append_chart(MarkdownPage& page, const Chart& chart) {
  const std::string name = chart.number.empty() ? chart.title : chart.number + ' ' + chart.title;
  append_anchor(page.out, chart.id);
  append_strong_line(page.out, name);
  page.out += "\n\n";
  const Drawing drawing = draw_chart(chart, page.context.document.style.chart);
  if (drawing.width > 0) {
    const std::string file = picture_name(page, chart);
    page.companions.push_back({file, svg_file(drawing, {name, chart.alternative})});
    page.out += "![";
    append_markdown(page.out, chart.alternative.empty() ? name : chart.alternative);
    page.out += "](" + iri_path(file) + ")\n\n";
  }
  if (!chart.statement.empty()) append_line(page.out, chart.statement);
  if (!chart.values.empty()) append_values(page.out, chart);
}

void append_block(MarkdownPage& page, std::size_t index) {
  const std::vector<Block>& blocks = page.context.document.blocks;
  const Block& block = blocks[index];
  if (const auto* heading = std::get_if<Heading>(&block)) append_heading(page, *heading);
  if (const auto* paragraph = std::get_if<Paragraph>(&block)) append_paragraph(page, *paragraph);
  if (const auto* table = std::get_if<Table>(&block)) append_table(page, *table, is_titled_by_heading(blocks, index));
  if (const auto* chart = std::get_if<Chart>(&block)) append_chart(page, *chart);
  if (const auto* contents = std::get_if<Contents>(&block)) append_contents(page, *contents);
}

void append_title(MarkdownPage& page, const FrontMatter& front) {
  page.out += "# ";
  append_anchor(page.out, front.id);
  for (const std::string& line : front.title) append_markdown(page.out, line);
  page.out += "\n\n";
}

// For whoever opens the raw file to change a figure: it is changed in the data.
void append_source(MarkdownPage& page) {
  const std::string& source = page.context.document.source;
  const bool ends_comment = source.find("--") != std::string::npos;
  if (!source.empty() && !ends_comment) page.out += "<!-- 由 " + source + " 生成，请勿手工修改 -->\n";
}

}  // namespace

std::optional<Written> write_markdown(const WriteContext& context, Diagnostics&) {
  MarkdownPage page{context, {}, {}, {}, {}};
  const FrontMatter front = front_matter(context.document);
  if (front.title_blocks == 0) append_title(page, front);
  for (std::size_t i = 0; i < context.document.blocks.size(); ++i) {
    const bool of_title = i >= front.title_block && i < front.title_block + front.title_blocks;
    if (of_title && i == front.title_block) append_title(page, front);
    if (!of_title && i != front.again) append_block(page, i);
  }
  append_source(page);
  while (page.out.size() > 1 && page.out.back() == '\n' && page.out[page.out.size() - 2] == '\n') page.out.pop_back();
  return Written{std::move(page.out), std::move(page.companions)};
}

}  // namespace gongkai
