#pragma once
// What `render --attach` puts into the PDF: the report's data file as it is, and what its check came to.

#include <vector>

#include "cli/pipeline.h"
#include "write/pdf.h"

namespace gongkai {

/// The run is checked. Named after the data file: "2023.yaml", "2023.check.json" (check.schema.json), whose
/// places are told from the home, so that it is the same wherever the program is run.
[[nodiscard]] std::vector<PdfAttachment> attachments_of(const ReportRun& run);

}  // namespace gongkai
