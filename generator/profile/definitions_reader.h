#pragma once
// The smaller definitions of a profile: names.yaml, wording.yaml, number styles,
// table furniture. Each reports every mistake and gives what it could read.

#include "ledger/definition.h"
#include "profile/profile.h"

namespace gongkai {

[[nodiscard]] std::vector<NamedFigure> read_names(const Value& names, Diagnostics& diagnostics);
[[nodiscard]] std::vector<Wording> read_wording(const Value& wording, Diagnostics& diagnostics);
[[nodiscard]] std::vector<NumberStyle> read_numbers(const Value& settings, Diagnostics& diagnostics);
[[nodiscard]] TableHabits read_table_style(const Value& settings, Diagnostics& diagnostics);
/// 汇总; nullopt when the profile has none.
[[nodiscard]] std::optional<UnitRules> read_unit_rules(const Value& settings, const Accounts& accounts,
                                                       Diagnostics& diagnostics);
/// 正文: the sections named by 顺序, each once, at most four levels deep.
[[nodiscard]] std::vector<Section> read_outline(const Value& settings, Diagnostics& diagnostics);
[[nodiscard]] std::vector<ChartDefinition> read_charts(const Value& charts, Diagnostics& diagnostics);

}  // namespace gongkai
