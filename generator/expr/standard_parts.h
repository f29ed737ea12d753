#pragma once
// The standard functions by subject; standard.cc puts them under their names. Each takes
// its first operand as the call's subject. Inner part of the room.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "expr/expression.h"
#include "expr/print.h"

namespace gongkai::standard {

using Result = std::optional<Value>;

// Anything (standard_lists.cc)
Result otherwise(Call& call);  // 默认
Result length(Call& call);
Result first(Call& call);
Result last(Call& call);
Result joined(Call& call);
Result reversed(Call& call);
Result unique(Call& call);
Result sorted(Call& call);
Result picked(Call& call);   // 取: one key of every record
Result kept(Call& call);     // 筛选
Result dropped(Call& call);  // 筛除
Result entries(Call& call);  // 各项: a record as [key, value] pairs
Result range(Call& call);

// Figures (standard_figures.cc)
Result absolute(Call& call);
Result sum(Call& call);
Result greatest(Call& call);
Result least(Call& call);
Result in_chinese(Call& call);  // 12 → 十二

// Texts (standard_texts.cc)
Result trimmed(Call& call);
Result replaced(Call& call);
Result without_end_mark(Call& call);
Result date(Call& call);
Result month(Call& call);
Result days_between(Call& call);  // 天数: from the first date to the second
Result as_text(Call& call);

// What they share (standard.cc)
/// The value, absent, unknown and all, with how the call is written.
[[nodiscard]] Operand subject_of(const Call& call);
/// An error of the call about its subject.
Result wrong_subject(const Call& call, std::string_view wanted);
Result wrong_argument(const Call& call, std::string message, std::string hint = {});
/// The subject as a list (a record gives its keys); null after an error.
[[nodiscard]] std::shared_ptr<const List> items_of(const Call& call);
/// The text argument; nullopt when left out. `valid` turns false after an error.
[[nodiscard]] std::optional<std::string> text_argument(const Call& call, std::size_t index, std::string_view name,
                                                       bool& valid);
/// `item`, or what stands under `key` in it ("" for itself; "a.b" goes two levels down).
Result part_of(const Call& call, const Value& item, const std::string& key);

}  // namespace gongkai::standard
