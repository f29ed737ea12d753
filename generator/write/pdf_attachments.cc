#include "write/pdf_attachments.h"

#include <algorithm>

#include "write/pdf_metadata.h"
#include "write/pdf_text.h"

namespace gongkai {
namespace {

const char* relationship(PdfAttachment::Relation relation) {
  return relation == PdfAttachment::Relation::data ? "Data" : "Supplement";
}

/// A media type as a name: its slash escaped.
std::string type_name(const std::string& type) {
  std::string name = "/";
  for (const char character : type) name += character == '/' ? std::string("#2F") : std::string(1, character);
  return name;
}

PdfObject add_file(PdfCanvas& canvas, Deflater& deflater, const PdfAttachment& attachment, const std::string& date) {
  const std::string changed = pdf_date(date);
  const PdfObject stream =
      canvas.add_stream("/Type /EmbeddedFile /Subtype " + type_name(attachment.type) + " /Params <</Size " +
                            std::to_string(attachment.bytes.size()) + (changed.empty() ? "" : " /ModDate " + changed) +
                            ">> /Filter /FlateDecode\n",
                        deflater.deflate(attachment.bytes));
  const std::string name = text_string(attachment.name);
  return canvas.add("/Type /Filespec /F " + name + " /UF " + name + " /Desc " + text_string(attachment.description) +
                    " /AFRelationship /" + relationship(attachment.relation) + " /EF <</F " + reference(stream) +
                    " /UF " + reference(stream) + ">>");
}

}  // namespace

void add_attachments(PdfCanvas& canvas, Deflater& deflater, std::vector<PdfAttachment> attachments,
                     const std::string& date) {
  if (attachments.empty()) return;
  std::vector<std::pair<std::string, PdfAttachment*>> named;  // a tree of names is in the order of its keys
  for (PdfAttachment& attachment : attachments) named.emplace_back(text_string(attachment.name), &attachment);
  std::sort(named.begin(), named.end());
  std::string names;
  std::string associated;
  for (const auto& [key, attachment] : named) {
    const std::string file = reference(add_file(canvas, deflater, *attachment, date));
    names += key + file + " ";
    associated += file + " ";
  }
  canvas.add_to_names("/EmbeddedFiles <</Names [" + names + "]>>");
  canvas.add_to_catalog("/AF [" + associated + "]\n");
}

}  // namespace gongkai
