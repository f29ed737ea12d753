#pragma once
// Pages → bytes of a PDF. Only glyphs that are used are embedded, every one with the
// character it stands for; the same pages give the same bytes.

#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "layout/font_set.h"
#include "layout/page.h"

namespace gongkai {

/// Two files of the same pages, both tagged. `screen` keeps what is no stream in compressed object
/// streams (PDF 1.7). `archive` is PDF/A-1b (ISO 19005-1): PDF 1.4, which has none, and says so.
enum class PdfEdition : std::uint8_t { screen, archive };

/// nullopt after an error: FONT-08 an outline is damaged, PDF-01 libharu failed, PDF-02 a
/// bookmark, place or link leads nowhere, PDF-03 more glyphs than a font may hold.
[[nodiscard]] std::optional<std::string> write_pdf(const Pages& pages, const FontSet& fonts, Diagnostics& diagnostics,
                                                   PdfEdition edition = PdfEdition::screen);

}  // namespace gongkai
