#include "write/html.h"

#include "write/escape.h"
#include "write/html_dataset.h"
#include "write/html_fragment.h"
#include "write/html_look.h"
#include "write/html_parts.h"

namespace gongkai {

namespace {

void append_meta(HtmlPage& page, std::string_view name, std::string_view content) {
  if (content.empty()) return;
  page.out.append("<meta name=\"").append(name).append("\" content=\"");
  append_escaped(page.out, content);
  page.out += "\">\n";
}

void append_head(HtmlPage& page) {
  const Document& document = page.context.document;
  page.out += "<!DOCTYPE html>\n<html lang=\"" + escaped(document.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  page.out += "<title>" + escaped(document.title) + "</title>\n";
  append_meta(page, "viewport", "width=device-width, initial-scale=1");
  append_meta(page, "description",
              document.subject.empty() ? document.title : document.title + "（" + document.subject + "）");
  append_meta(page, "author", document.author);
  append_meta(page, "dcterms.date", document.date);
  append_meta(page, "dcterms.source", document.source);
  append_meta(page, "generator", "gongkai");
  append_meta(page, "color-scheme", "light dark");
  page.out += "<script type=\"application/ld+json\">" + html_dataset(document, page.context.together) + "</script>\n";
  page.out.append("<style>\n").append(html_look(document.style)).append(html_style()).append("</style>\n</head>\n");
}

// The page a fragment stands in has its own h1.
void append_title(HtmlPage& page, const FrontMatter& front) {
  const bool fragment = page.context.fragment;
  page.out += fragment ? "<p class=\"main-title\"" : "<h1";
  if (!front.id.empty()) page.out += " id=\"" + page.id(front.id) + '"';
  page.out += '>';
  for (const std::string& line : front.title) {
    page.out += "<span>";
    append_name(page, {PlainText{line}});
    page.out += "</span>";
  }
  page.out += fragment ? "</p>\n" : "</h1>\n";
}

void append_cover(HtmlPage& page, const FrontMatter& front) {
  const std::vector<Block>& blocks = page.context.document.blocks;
  page.out += front.cover ? "<header class=\"cover\">\n" : "<header>\n";
  if (front.title_blocks == 0) append_title(page, front);
  for (std::size_t i = 0; i < front.end; ++i) {
    if (front.title_blocks > 0 && i == front.title_block) append_title(page, front);
    const bool of_title = i >= front.title_block && i < front.title_block + front.title_blocks;
    const auto* paragraph = std::get_if<Paragraph>(&blocks[i]);
    if (!of_title && paragraph != nullptr) append_paragraph(page, *paragraph);
  }
  page.out += "</header>\n";
}

void append_provenance(HtmlPage& page) {
  const std::string records = page.provenance.json();
  if (records.empty()) return;
  page.out += "<script type=\"application/json\" id=\"provenance\">" + records + "</script>\n";
  page.out.append("<script>\n").append(html_script()).append("</script>\n");
}

const Contents* contents_after(const Document& document, const FrontMatter& front) {
  return front.end < document.blocks.size() ? std::get_if<Contents>(&document.blocks[front.end]) : nullptr;
}

void append_report(HtmlPage& page, const FrontMatter& front, const Contents* contents) {
  append_cover(page, front);
  if (contents != nullptr) append_contents(page, *contents);
  page.out += page.context.fragment ? "<div class=\"main\">\n" : "<main id=\"main\">\n";
  append_blocks(page, contents != nullptr ? front.end + 1 : front.end, front.again);
  page.out += page.context.fragment ? "</div>\n" : "</main>\n";
}

}  // namespace

std::optional<Written> write_html(const WriteContext& context, Diagnostics&) {
  HtmlPage page(context);
  const FrontMatter front = front_matter(context.document);
  const Contents* contents = contents_after(context.document, front);
  if (context.fragment) {
    page.out += "<div class=\"gongkai\" id=\"" + page.fragment + "\" lang=\"" + escaped(context.document.language) +
                "\" data-source=\"" + escaped(context.document.source) + "\">\n<style>\n";
    page.out += html_fragment_style(context.document.style, page.fragment) + "</style>\n";
    append_report(page, front, contents);
    page.out += "</div>\n";
    return Written{std::move(page.out), {}};
  }
  append_head(page);
  page.out += contents != nullptr ? "<body class=\"with-contents\">\n" : "<body>\n";
  page.out += "<a class=\"skip\" href=\"#main\">跳到正文</a>\n";
  append_report(page, front, contents);
  append_provenance(page);
  page.out += "</body>\n</html>\n";
  return Written{std::move(page.out), {}};
}

}  // namespace gongkai
