// Writes the sample PDF of the unit tests to a file: pdf_sample FILE

#include <cstdio>
#include <optional>
#include <string>

#include "write/pdf.h"
#include "write/pdf_sample.h"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  gongkai::Diagnostics diagnostics;
  const std::optional<gongkai::FontSet> fonts = gongkai::testing::open_tree_fonts(diagnostics);
  if (!fonts) return 3;
  const std::optional<std::string> pdf =
      gongkai::write_pdf(gongkai::testing::sample_pages(*fonts), *fonts, diagnostics);
  std::FILE* const file = pdf ? std::fopen(arguments[1], "wb") : nullptr;
  if (file == nullptr) return 4;
  const bool whole = std::fwrite(pdf->data(), 1, pdf->size(), file) == pdf->size();
  return std::fclose(file) == 0 && whole ? 0 : 4;
}
