#include "template/fill.h"

#include "template/filler.h"
#include "template/report_scope.h"
#include "value/number_text.h"

namespace gongkai {

std::optional<Document> fill(const Report& report, Journal& journal, Diagnostics& diagnostics) {
  if (report.profile.base_only) {
    diagnostics.error("TPL-08", "模板 " + report.profile.id + " 是底本，只供别的模板继承", {});
    return std::nullopt;
  }
  const auto& texts = report.templates.parsed().texts;
  const auto main = texts.find("report.md");
  if (main == texts.end()) {
    diagnostics.error("TPL-08", "模板 " + report.profile.id + " 没有 report.md", {});
    return std::nullopt;
  }
  Diagnostics mistakes;
  const ReportScope scope(report, journal, mistakes);
  Document document = Filler(report, scope.scope(), journal, mistakes).run(main->second);
  const bool failed = mistakes.has_errors();
  diagnostics.append(std::move(mistakes));
  if (failed) return std::nullopt;
  document.profile = report.profile.id;
  if (const Value* const year = report.entered.record.find("年度"); year != nullptr && year->if_quantity() != nullptr) {
    document.year = machine_text(*year->if_quantity());
  }
  return document;
}

std::optional<Inlines> fill_line(std::string_view text, Span where, const Report&, const Scope& scope, Journal&,
                                 Diagnostics& diagnostics) {
  Diagnostics mistakes;
  const Line line = parse_line(text, where, Marks::none, mistakes);
  Inlines inlines = LineFiller(scope, mistakes).fill(line);
  const bool failed = mistakes.has_errors();
  diagnostics.append(std::move(mistakes));
  if (failed) return std::nullopt;
  return inlines;
}

}  // namespace gongkai
