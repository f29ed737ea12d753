#pragma once
// One scalar of a data file, typed by its field.

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "load/schema.h"
#include "load/schema_field.h"
#include "value/value.h"

namespace gongkai {

/// 未知, 不详: exists, but was not given.
[[nodiscard]] bool says_unknown(const std::string& text);

/// Without blanks (half- and full-width) and line ends at both ends: indenting paragraphs
/// is the business of the layout.
[[nodiscard]] std::string trimmed(const std::string& text);

/// "2060701 机构运行": code and name, which may be missing.
struct CodeAndName {
  std::string code;
  std::string name;
};
[[nodiscard]] CodeAndName split_code(const std::string& text);

/// Where a code stands: what to call it, its axis, the lengths it may have (empty: any).
struct CodePlace {
  const std::string& field;
  const std::string& axis;
  const std::vector<std::size_t>& digits;
  Span span;
};

/// Reports a code of a wrong shape or length.
[[nodiscard]] bool check_code(const CodeAndName& written, const CodePlace& place, const SchemaAids& aids,
                              Diagnostics& diagnostics);

/// One scalar as written: trimmed text, its place, and what to call it in messages.
struct WrittenScalar {
  std::string text;
  Span span;
  std::string name;
};

/// The figure of a 金额, 数量, 比率 or 分数; `unit` is that of the file.
[[nodiscard]] std::optional<Quantity> read_quantity(const SchemaField& field, const WrittenScalar& written,
                                                    MoneyUnit unit, Diagnostics& diagnostics);

/// Every other scalar: 文字 → Text, 年度 → plain number, 日期 → Text, 是否 → bool, 枚举 and
/// 成员 → Text, 科目 → Record {编码, 名称}. Absent for an error, which is reported.
[[nodiscard]] Value read_scalar(const SchemaField& field, const WrittenScalar& written, const SchemaAids& aids,
                                Diagnostics& diagnostics);

/// 段落: a block of text, a paragraph a line, or a list of texts. → List of Text.
[[nodiscard]] Value read_paragraphs(const std::string& name, const Value& value, Diagnostics& diagnostics);

}  // namespace gongkai
