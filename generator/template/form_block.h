#pragma once
// A form (表单) and the data → a Table. No figure is worked out here.

#include <optional>

#include "template/fill.h"
#include "template/form_plan.h"
#include "template/table_surroundings.h"

namespace gongkai {

/// nullopt after errors; all of the form's are reported.
[[nodiscard]] std::optional<Table> make_form(const TableDefinition& definition, const FormPlan& plan,
                                             const Profile& profile, const LineWriter& writer,
                                             Diagnostics& diagnostics);

}  // namespace gongkai
