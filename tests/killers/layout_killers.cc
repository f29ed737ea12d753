// Documents made to break the page layout: each is laid out and written whole, within
// seconds and 300 MB. Prints what each took; exit code 1 names the one that failed.
#include <sys/resource.h>

#include <cstdio>
#include <string>

#include "fonts_of_tree.h"
#include "layout/gallery.h"
#include "layout/layout.h"
#include "write/pdf.h"

using namespace gongkai;

namespace {

constexpr long most_megabytes = 300;
constexpr double most_seconds = 20;  // of processor time, on a slow and busy machine

struct Spent {
  double seconds = 0;
  long megabytes = 0;
};

Spent spent() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss / 1024};
}

Table long_cell() {
  Table table = gallery::table("T", 3, 4);
  gallery::cell_at(table, 2, 0).content = gallery::words(gallery::times("二兆字的格子", 2'000'000 / 18));
  return table;
}

Table one_long_word() {
  Table table = gallery::table("T", 3, 4);
  gallery::cell_at(table, 2, 0).content = gallery::words(gallery::times("w", 2'000'000));
  return table;
}

Table tall_row() {
  Table table = gallery::table("T", 4, 3);
  gallery::cell_at(table, 2, 0).content = gallery::words(gallery::times("比整页还高的一行", 2000));
  return table;
}

Table spanned_rows() {
  Table table = gallery::table("T", 3, 120);
  gallery::span_rows(table, 3, 100, gallery::times("跨三页的格子", 200));
  return table;
}

Table everything_spanned() {
  Table table = gallery::table("T", 2, 20'000);
  gallery::span_rows(table, 1, 20'000, "跨所有行");
  return table;
}

Table wide() { return gallery::table("T", 2'000, 5); }

struct Killer {
  const char* name;
  Table (*make)();
};

constexpr Killer killers[] = {
    {"rows", [] { return gallery::table("T", 4, 100'000); }},
    {"cell", long_cell},
    {"word", one_long_word},
    {"tall", tall_row},
    {"span", spanned_rows},
    {"all-spanned", everything_spanned},
    {"columns", wide},
};

int run(const Killer& killer) {
  Document document;
  document.style = testing::report_style();
  document.blocks.emplace_back(killer.make());
  Diagnostics diagnostics;
  const FontSet& fonts = testing::tree_fonts();
  const auto pages = lay_out(document, fonts, diagnostics);
  const auto pdf = pages ? write_pdf(*pages, fonts, diagnostics) : std::nullopt;
  const Spent after = spent();
  const std::string said = testing::told(diagnostics);
  std::printf("%s: %.1f s, %ld MB, %zu pages, %zu bytes %s\n", killer.name, after.seconds, after.megabytes,
              pages ? pages->pages.size() : 0, pdf ? pdf->size() : 0, said.c_str());
  const bool told_why = pdf || said.find("行第") != std::string::npos;
  return told_why && after.megabytes <= most_megabytes && after.seconds <= most_seconds ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  for (const Killer& killer : killers)
    if (count == 2 && std::string(arguments[1]) == killer.name) return run(killer);
  std::puts("which of: rows cell word tall span all-spanned columns");
  return 2;
}
