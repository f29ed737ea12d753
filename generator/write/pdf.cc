#include "write/pdf.h"

#include <utility>
#include <vector>

#include "write/pdf_canvas.h"
#include "write/pdf_content.h"
#include "write/pdf_font.h"
#include "write/pdf_navigation.h"
#include "write/pdf_stream.h"
#include "write/pdf_text.h"

namespace gongkai {
namespace {

/// /Resources of all pages, once it is known which fonts are used.
bool add_fonts(PdfCanvas& canvas, Deflater& deflater, PdfObject resources, const FontSet& fonts, const UsedFonts& used,
               Diagnostics& diagnostics) {
  std::string named;
  bool good = true;
  for (std::size_t index = 0; index < used.uses().size(); ++index) {
    const FontUse& use = used.uses()[index];
    if (!use.used()) continue;
    const Font& font = fonts.font(static_cast<std::uint16_t>(index));
    const auto object = add_font(canvas, deflater, font, use, diagnostics);
    good = good && object.has_value();
    if (object) named += "/F" + std::to_string(index) + " " + reference(*object) + "\n";
  }
  canvas.fill(resources, "/Font <<" + named + ">>\n");
  return good;
}

/// An ISO date as a PDF date without a time; "" for anything else.
std::string pdf_date(const std::string& date) {
  std::string digits;
  for (const char letter : date) {
    if (letter >= '0' && letter <= '9') digits.push_back(letter);
  }
  return date.size() == 10 && digits.size() == 8 ? "(D:" + digits + ")" : "";
}

void add_information(PdfCanvas& canvas, const Pages& pages) {
  const auto add = [&canvas](const std::string& key, const std::string& text) {
    if (!text.empty()) canvas.add_to_info("/" + key + " " + text_string(text) + "\n");
  };
  add("Title", pages.title);
  add("Author", pages.author);
  add("Subject", pages.subject);
  canvas.add_to_info("/Creator (gongkai)\n");
  const std::string date = pdf_date(pages.date);
  if (!date.empty()) canvas.add_to_info("/CreationDate " + date + " /ModDate " + date + "\n");
  canvas.add_to_catalog("/ViewerPreferences <</DisplayDocTitle true>>\n");
  if (!pages.language.empty()) canvas.add_to_catalog("/Lang " + text_string(pages.language) + "\n");
}

}  // namespace

std::optional<std::string> write_pdf(const Pages& pages, const FontSet& fonts, Diagnostics& diagnostics) {
  PdfCanvas canvas;
  Deflater deflater;
  UsedFonts used(fonts.count());
  const PdfObject resources = canvas.reserve();
  std::vector<PdfObject> page_objects;
  page_objects.reserve(pages.pages.size());
  for (const Page& page : pages.pages) {
    const std::string content = page_content(page, fonts, used);
    page_objects.push_back(canvas.add_page(page.width, page.height, resources, deflater.deflate(content)));
  }
  const bool drawn = add_fonts(canvas, deflater, resources, fonts, used, diagnostics);
  const bool led = add_navigation(canvas, pages, page_objects, diagnostics);
  if (!drawn || !led) return std::nullopt;
  add_information(canvas, pages);
  return canvas.save(diagnostics);
}

}  // namespace gongkai
