#pragma once
// Pages → bytes of a PDF. Only glyphs that are used are embedded, every one with the
// character it stands for; the same pages give the same bytes.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "layout/font_set.h"
#include "layout/page.h"

namespace gongkai {

/// Files of the same pages, all tagged. `screen` keeps what is no stream in compressed object
/// streams (PDF 1.7). `archive` is PDF/A-1b (ISO 19005-1): PDF 1.4, which has none, and says so.
/// `attached` is `screen` with attachments, which says that it is PDF/A-3b (ISO 19005-3).
enum class PdfEdition : std::uint8_t { screen, archive, attached };

/// A file inside the PDF.
struct PdfAttachment {
  enum class Relation : std::uint8_t { data, supplement };  // what the pages show; what is told about them
  std::string name;                                         // "2023.yaml", no two alike
  std::string type;                                         // media type: "application/yaml"
  std::string description;
  Relation relation = Relation::data;
  std::string bytes;
};

struct PdfRequest {
  PdfEdition edition = PdfEdition::screen;
  std::vector<PdfAttachment> attachments = {};  // of `attached` alone: no other edition has any
};

/// nullopt after an error: FONT-08 an outline is damaged, PDF-01 libharu failed, PDF-02 a
/// bookmark, place or link leads nowhere, PDF-03 more glyphs than a font may hold.
[[nodiscard]] std::optional<std::string> write_pdf(const Pages& pages, const FontSet& fonts, Diagnostics& diagnostics,
                                                   const PdfRequest& request = {});

}  // namespace gongkai
