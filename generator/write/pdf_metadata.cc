#include "write/pdf_metadata.h"

#include <string>

#include "write/escape.h"
#include "write/pdf_profile.h"
#include "write/pdf_text.h"

namespace gongkai {
namespace {

bool is_iso_date(const std::string& date) {
  constexpr std::string_view shape = "0000-00-00";
  if (date.size() != shape.size()) return false;
  for (std::size_t at = 0; at < shape.size(); ++at) {
    const bool digit = date[at] >= '0' && date[at] <= '9';
    if (shape[at] == '0' ? !digit : date[at] != shape[at]) return false;
  }
  return true;
}

void add_information(PdfCanvas& canvas, const Pages& pages) {
  const auto add = [&canvas](const std::string& key, const std::string& text) {
    if (!text.empty()) canvas.add_to_info("/" + key + " " + text_string(text) + "\n");
  };
  add("Title", pages.title);
  add("Author", pages.author);
  add("Subject", pages.subject);
  canvas.add_to_info("/Creator (gongkai)\n/Producer (libharu)\n");
  const std::string date = pdf_date(pages.date);
  if (date.empty()) return;
  canvas.add_to_info("/CreationDate " + date + " /ModDate " + date + "\n");
}

std::string in_language(const std::string& name, const std::string& text) {
  if (text.empty()) return {};
  return "<" + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) + "</rdf:li></rdf:Alt></" + name +
         ">\n";
}

std::string listed(const std::string& name, const std::string& kind, const std::string& text) {
  if (text.empty()) return {};
  return "<" + name + "><rdf:" + kind + "><rdf:li>" + escaped(text) + "</rdf:li></rdf:" + kind + "></" + name + ">\n";
}

std::string plain(const std::string& name, const std::string& text) {
  return text.empty() ? std::string() : "<" + name + ">" + text + "</" + name + ">\n";
}

/// ISO 16684-1; the packet's id is the standard's own.
std::string packet(const Pages& pages, PdfEdition edition) {
  const std::string date = is_iso_date(pages.date) ? pages.date : "";
  std::string text =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
      "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n";
  text += in_language("dc:title", pages.title) + listed("dc:creator", "Seq", pages.author) +
          in_language("dc:description", pages.subject) + listed("dc:language", "Bag", pages.language) +
          plain("dc:format", "application/pdf") + plain("xmp:CreatorTool", "gongkai") +
          plain("pdf:Producer", "libharu") + plain("xmp:CreateDate", date) + plain("xmp:ModifyDate", date);
  if (edition != PdfEdition::screen)
    text += plain("pdfaid:part", edition == PdfEdition::archive ? "1" : "3") + plain("pdfaid:conformance", "B");
  return text + "</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

}  // namespace

std::string pdf_date(const std::string& date) {
  if (!is_iso_date(date)) return {};
  return "(D:" + date.substr(0, 4) + date.substr(5, 2) + date.substr(8, 2) + ")";
}

void add_metadata(PdfCanvas& canvas, const Pages& pages, PdfEdition edition) {
  add_information(canvas, pages);
  const PdfObject xmp = canvas.add_stream("/Type /Metadata /Subtype /XML\n", packet(pages, edition));
  canvas.add_to_catalog("/Metadata " + reference(xmp) + "\n/ViewerPreferences <</DisplayDocTitle true>>\n");
  if (!pages.language.empty()) canvas.add_to_catalog("/Lang " + text_string(pages.language) + "\n");
}

void add_output_intent(PdfCanvas& canvas, Deflater& deflater) {
  const PdfObject profile = canvas.add_stream("/N 3 /Filter /FlateDecode\n", deflater.deflate(srgb_profile()));
  canvas.add_to_catalog(
      "/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) "
      "/RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) /DestOutputProfile " +
      reference(profile) + ">>]\n");
}

}  // namespace gongkai
