#pragma once
// What a PDF says of itself: the information dictionary, the same as XMP, and the colours
// its numbers mean.

#include "layout/page.h"
#include "write/pdf.h"
#include "write/pdf_canvas.h"
#include "write/pdf_stream.h"

namespace gongkai {

/// Title, author, subject, date and language; both tell the same, as PDF/A demands (ISO 19005-1,
/// 6.7.3). XMP is not compressed, so that those find it who don't know PDF.
void add_metadata(PdfCanvas& canvas, const Pages& pages, PdfEdition edition);
/// An ISO date as a PDF date without a time; "" if it is none.
[[nodiscard]] std::string pdf_date(const std::string& date);
/// The output intent: sRGB.
void add_output_intent(PdfCanvas& canvas, Deflater& deflater);

}  // namespace gongkai
