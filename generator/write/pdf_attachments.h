#pragma once
// Files that travel inside a PDF and belong to the whole document (ISO 19005-3, 6.8; ISO 32000-1, 7.11.4).

#include <string>
#include <vector>

#include "write/pdf.h"
#include "write/pdf_canvas.h"
#include "write/pdf_stream.h"

namespace gongkai {

/// Each in the list of attachments and associated with the catalogue, by its name; `date` (ISO, or
/// "") is when all of them were changed last.
void add_attachments(PdfCanvas& canvas, Deflater& deflater, std::vector<PdfAttachment> attachments,
                     const std::string& date);

}  // namespace gongkai
