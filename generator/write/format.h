#pragma once
// One table of output formats. A writer gets the finished document and gives bytes; it
// does no arithmetic and opens no file.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "document/document.h"
#include "document/entered_figure.h"
#include "layout/font_set.h"
#include "value/journal.h"
#include "write/pdf.h"

namespace gongkai {

/// A file of the report, beside the others.
struct WrittenFile {
  std::string name;  // "2023-final-accounts.pdf"
  std::string_view media_type;
};

struct WriteContext {
  const Document& document;
  const Journal& journal;  // for data-origin
  const Sources& sources;
  /// File name of the output without folder and extension ("2023-final-accounts"):
  /// the main file names its companions by it.
  std::string name = {};
  /// Set for a format that needs them.
  const FontSet* fonts = nullptr;
  /// Likewise: what the data gave.
  const std::vector<EnteredFigure>* entered = nullptr;
  PdfRequest pdf = {};
  /// Of a web page: its body alone, to stand inside somebody else's page.
  bool fragment = false;
  /// What is written of this report at once, for a page that names it.
  std::vector<WrittenFile> together = {};
};

/// A file the main file refers to. It is put in place before the main file, so that a
/// page never names a picture that is not there.
struct Companion {
  std::string name;  // relative to the main file's folder, '/' between: "<name>.files/图1.svg"
  std::string bytes;
};

struct Written {
  std::string main;
  std::vector<Companion> companions;
};

struct Format {
  std::string_view name;       // "md", "html"
  std::string_view extension;  // ".md"
  std::string_view media_type;
  /// nullopt after an error in the sink (Markdown and HTML never fail).
  std::optional<Written> (*write)(const WriteContext&, Diagnostics&);
  bool needs_fonts = false;
  bool needs_entered = false;
  /// Open data: written when asked for by name, not among the documents written by default.
  bool on_request = false;
};

[[nodiscard]] const std::vector<Format>& formats();
[[nodiscard]] const Format* find_format(std::string_view name);

}  // namespace gongkai
