#include "write/pdf.h"

#include <utility>
#include <vector>

#include "write/pdf_attachments.h"
#include "write/pdf_canvas.h"
#include "write/pdf_content.h"
#include "write/pdf_font.h"
#include "write/pdf_metadata.h"
#include "write/pdf_navigation.h"
#include "write/pdf_stream.h"
#include "write/pdf_structure.h"

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

PdfFile new_file(PdfEdition edition, Deflater& deflater) {
  if (edition == PdfEdition::archive) return {"1.4", PdfFile::Frame::classic, deflater};
  return {"1.7", PdfFile::Frame::compact, deflater};
}

}  // namespace

std::optional<std::string> write_pdf(const Pages& pages, const FontSet& fonts, Diagnostics& diagnostics,
                                     const PdfRequest& request) {
  Deflater deflater;
  PdfCanvas canvas(new_file(request.edition, deflater));
  UsedFonts used(fonts.count());
  const PdfObject resources = canvas.reserve();
  std::vector<PdfObject> page_objects;
  std::vector<std::vector<ElementId>> marked;
  page_objects.reserve(pages.pages.size());
  for (const Page& page : pages.pages) {
    PageContent content = page_content(page, pages.structure, fonts, used);
    page_objects.push_back(canvas.add_page(page.width, page.height, resources, deflater.deflate(content.operators)));
    if (!pages.structure.empty()) canvas.tag_page(page_objects.back(), static_cast<std::uint32_t>(marked.size()));
    content.marked.shrink_to_fit();
    marked.push_back(std::move(content.marked));
  }
  const bool drawn = add_fonts(canvas, deflater, resources, fonts, used, diagnostics);
  const auto links = add_navigation(canvas, pages, page_objects, diagnostics);
  if (!drawn || !links) return std::nullopt;
  add_metadata(canvas, pages, request.edition);
  add_output_intent(canvas, deflater);
  if (request.edition == PdfEdition::attached) add_attachments(canvas, deflater, request.attachments, pages.date);
  if (!pages.structure.empty()) add_structure(canvas, pages, page_objects, marked, *links);
  return canvas.save(diagnostics);
}

}  // namespace gongkai
