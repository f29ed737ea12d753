#include "cli/attachments.h"

#include "cli/findings_form.h"

namespace gongkai {
namespace {

std::string check_result(const ReportRun& run) {
  Totals totals;
  totals.add(run.diagnostics);
  const FindingsForm form = json_form();
  const std::string report = form.add(findings_from_home(run));
  return report + form.end(totals);
}

}  // namespace

std::vector<PdfAttachment> attachments_of(const ReportRun& run) {
  const std::filesystem::path& path = run.found.path;
  const bool json = path.extension() == ".json";
  return {{.name = path.filename().string(),
           .type = json ? "application/json" : "application/yaml",
           .description = "本报告的数据",
           .relation = PdfAttachment::Relation::data,
           .bytes = run.sources.at(run.data_source).text()},
          {.name = path.stem().string() + ".check.json",
           .type = "application/json",
           .description = "本报告的核对结果",
           .relation = PdfAttachment::Relation::supplement,
           .bytes = check_result(run)}};
}

}  // namespace gongkai
