#include "write/format.h"

#include <algorithm>
#include <utility>

#include "layout/layout.h"
#include "write/csv.h"
#include "write/html.h"
#include "write/json.h"
#include "write/markdown.h"

namespace gongkai {

namespace {

bool has_style(const WriteContext& context, Diagnostics& diagnostics) {
  const bool given = context.document.style.given();
  if (!given)
    diagnostics.error("STYLE-03", "方案没有版式，网页和 PDF 排不出来", {},
                      "在 profile.yaml 的“引用”里加 shared/style/report.yaml");
  return given;
}

std::optional<Written> write_page(const WriteContext& context, Diagnostics& diagnostics) {
  if (!has_style(context, diagnostics)) return std::nullopt;
  return write_html(context, diagnostics);
}

/// The one format that goes by way of pages.
std::optional<Written> write_print(const WriteContext& context, Diagnostics& diagnostics) {
  if (!has_style(context, diagnostics)) return std::nullopt;
  const std::optional<Pages> pages = lay_out(context.document, *context.fonts, diagnostics);
  if (!pages) return std::nullopt;
  std::optional<std::string> bytes = write_pdf(*pages, *context.fonts, diagnostics, context.pdf);
  if (!bytes) return std::nullopt;
  return Written{std::move(*bytes), {}};
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"md", ".md", "text/markdown", write_markdown},
      {"html", ".html", "text/html", write_page},
      {"pdf", ".pdf", "application/pdf", write_print, true},
      {"json", ".json", "application/json", write_json, false, true, true},
      {"csv", ".csv", "text/csv", write_csv, false, false, true},
  };
  return all;
}

const Format* find_format(std::string_view name) {
  const auto found =
      std::find_if(formats().begin(), formats().end(), [name](const Format& format) { return format.name == name; });
  return found == formats().end() ? nullptr : &*found;
}

}  // namespace gongkai
