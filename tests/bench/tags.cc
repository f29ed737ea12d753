// What the tags of PDFs cost, and the links from figures to their cells:
//   gongkai_tag_cost [--once] REPORT…
// For each report bytes and milliseconds of processor time (layout and writing, best of many, in turns) without
// either, with tags alone, with both. Times are told, never tested; bytes are the same in one round (--once), and
// tests/pdf/check_tag_size.py holds them to their bound.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "cli/font_shelf.h"
#include "cli/pipeline.h"
#include "layout/layout.h"
#include "write/pdf.h"

namespace {

using namespace gongkai;

constexpr int many_rounds = 31;

struct Cost {
  double milliseconds = 1e9;
  std::size_t bytes = 0;
};

/// Pages as they were before there were tags.
void strip(Pages& pages) {
  pages.structure = {};
  for (Page& page : pages.pages) {
    page.marks.clear();
    for (LinkArea& link : page.links) link.element = decoration;
  }
}

void measure(const Document& document, const FontSet& fonts, bool tagged, Cost& cost) {
  Diagnostics diagnostics;
  const std::clock_t begin = std::clock();
  std::optional<Pages> pages = lay_out(document, fonts, diagnostics);
  if (!pages) return;
  if (!tagged) strip(*pages);
  const std::optional<std::string> pdf = write_pdf(*pages, fonts, diagnostics);
  const double spent = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  cost.milliseconds = std::min(cost.milliseconds, spent);
  cost.bytes = pdf ? pdf->size() : 0;
}

/// No figure of the text has a cell to lead to.
Document without_cells(Document document) {
  for (Block& block : document.blocks) {
    auto* const paragraph = std::get_if<Paragraph>(&block);
    if (paragraph == nullptr) continue;
    for (Inline& piece : paragraph->text)
      if (auto* const figure = std::get_if<Figure>(&piece)) figure->origin = 0;
  }
  return document;
}

double percent(double more, double than) { return 100 * (more - than) / than; }

void tell(const std::string& report, const Document& document, const FontSet& fonts, int rounds) {
  const Document unlinked = without_cells(document);
  Cost plain;
  Cost tagged;
  Cost linked;
  for (int round = 0; round < rounds; ++round) {
    measure(unlinked, fonts, false, plain);
    measure(unlinked, fonts, true, tagged);
    measure(document, fonts, true, linked);
  }
  std::printf("%s\n  plain  %8zu bytes %7.2f ms\n", report.c_str(), plain.bytes, plain.milliseconds);
  for (const auto& [name, cost] : {std::pair{"tags  ", tagged}, std::pair{"+links", linked}})
    std::printf("  %s %8zu bytes %7.2f ms   %+.1f %% size, %+.1f %% time\n", name, cost.bytes, cost.milliseconds,
                percent(static_cast<double>(cost.bytes), static_cast<double>(plain.bytes)),
                percent(cost.milliseconds, plain.milliseconds));
}

}  // namespace

int main(int count, char** words) {
  const DiskFiles disk;
  ProfileShelf shelf(disk);
  FontShelf fonts(disk);
  const bool once = count > 1 && std::string_view(words[1]) == "--once";
  for (int word = once ? 2 : 1; word < count; ++word) {
    ReportRun run(FoundReport{words[word], std::filesystem::absolute(words[word]), true});
    if (!read_report(run, "", shelf) || !settle_report(run, disk) || !fill_report(run)) return 3;
    const auto loaded = fonts.get(run.home.string());
    if (!loaded->fonts) return 3;
    tell(words[word], *run.document, *loaded->fonts, once ? 1 : many_rounds);
  }
  return count > 1 ? 0 : 2;
}
