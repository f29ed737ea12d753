// gongkai_outlines HOME: every report below HOME/data laid out, its pages told on stdout after a line
// with its name.

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "cli/font_shelf.h"
#include "cli/pipeline.h"
#include "cli/profile_shelf.h"
#include "cli/search.h"
#include "layout/layout.h"
#include "page_outline.h"

namespace {

bool tell(const gongkai::FoundReport& found, const std::filesystem::path& home, gongkai::ProfileShelf& shelf,
          gongkai::FontShelf& fonts) {
  const auto run = gongkai::run_report(found, "", shelf);
  if (!run->document) return run->skipped;
  const auto loaded = fonts.get(home.string());
  if (!loaded->fonts) return false;
  gongkai::Diagnostics diagnostics;
  const auto pages = gongkai::lay_out(*run->document, *loaded->fonts, diagnostics);
  if (!pages) return false;
  const std::string name = gongkai::output_stem(home, found.path).generic_string();
  std::printf("== %s\n%s", name.c_str(), reports::page_outline(*pages).c_str());
  return true;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  const std::filesystem::path home = words[1];
  const gongkai::DiskFiles disk;
  gongkai::ProfileShelf shelf(disk);
  gongkai::FontShelf fonts(disk);
  for (const gongkai::FoundReport& found : gongkai::search_reports({(home / "data").string()}).reports) {
    if (tell(found, home, shelf, fonts)) continue;
    std::fprintf(stderr, "%s can't be laid out\n", found.shown.c_str());
    return 1;
  }
  return 0;
}
