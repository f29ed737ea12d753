#include "cli/attachments.h"

#include "cli/findings_json.h"

namespace gongkai {

std::vector<PdfAttachment> attachments_of(const ReportRun& run) {
  const std::filesystem::path& path = run.found.path;
  Totals totals;
  totals.add(run.diagnostics);
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
           .bytes = findings_json({findings_from_home(run)}, totals)}};
}

}  // namespace gongkai
