#pragma once
// What a data file of a profile may hold, in which unit, and what each amount posts to
// the ledger. The schema itself is data (schema.yaml of the profile; its properties are
// listed in schema_definition.cc and explained in templates/README.md).
//
// | code      | what is wrong in the data                                                |
// |-----------|--------------------------------------------------------------------------|
// | DATA-01   | unknown key, with the near miss or the place where it belongs            |
// | DATA-02   | missing key, shown at what it is missing from                            |
// | DATA-03   | required, but empty; list item without content                           |
// | DATA-04   | list, keys or text where something else is wanted                        |
// | DATA-05   | unit or currency sign written beside a figure, also a wrong unit         |
// | DATA-06   | thousands separators                                                     |
// | DATA-07   | full-width digits or signs                                               |
// | DATA-08   | more decimals than the unit has                                          |
// | DATA-09   | negative                                                                 |
// | DATA-10   | no number                                                                |
// | DATA-11   | number too large                                                         |
// | DATA-12   | code with a wrong number of digits (a leading zero lost)                 |
// | DATA-13   | code with other signs in it, or no code                                  |
// | DATA-14   | neither 是 nor 否                                                        |
// | DATA-15   | not among the choices                                                    |
// | DATA-16   | year                                                                     |
// | DATA-17   | date                                                                     |
// | DATA-18   | 未知 where a value is required                                           |
// | DATA-19   | several lines where one paragraph is wanted                              |
// | DATA-20   | too few items                                                            |
// | DATA-21   | format version this program does not know                                |
// | DATA-22   | the same member twice in a table                                         |
// | SCHEMA-01 | unknown property in the definition                                       |
// | SCHEMA-02 | unknown type                                                             |
// | SCHEMA-03 | property that does not belong to the type                                |
// | SCHEMA-04 | missing property                                                         |
// | SCHEMA-05 | property with a wrong value                                              |
// | SCHEMA-06 | a list whose amounts post does not say whether it is complete            |
// | SCHEMA-07 | 封闭: 看 <key> without such a key beside it                              |

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "load/skeleton.h"
#include "value/posting.h"
#include "value/value.h"

namespace gongkai {

struct SchemaField;

/// What a caller that knows more than the schema may add to its messages, and take from
/// data that has mistakes.
struct SchemaAids {
  /// "2060701 机构运行" for a code of the wrong length on this axis and the name beside it; "".
  std::function<std::string(const std::string& axis, const std::string& code, const std::string& name)> likely_code;
  /// The units of the department report on their own: what they can give need not stand here.
  bool has_units = false;
  /// Gets what could be read when apply() gives nullopt: no more than enough to look for
  /// further mistakes.
  Entered* readable = nullptr;
};

/// Which file an editor is to be told about.
enum class SchemaUse : std::uint8_t {
  report,    // beside files it shares (shared_data.h), which may give all but 模板 and 年度
  complete,  // a report that shares nothing: what is required stands in it
  shared     // what reports share: keys of other kinds of report may stand at the top
};

class Schema {
 public:
  /// Reads the definition (the merged schema.yaml as a Value); reports every mistake in it.
  [[nodiscard]] static std::optional<Schema> read(const Value& definition, Diagnostics& diagnostics);
  /// Types a data file. All mistakes are reported in one run: unknown and missing keys
  /// (with the near miss), wrong units, digits, codes. nullopt if there was any error.
  /// `journal` gets an OriginKind::entered record for every amount, count, ratio, score and
  /// year, with the span of its posting and the path of its keys ("支出 / 2060701 机构运行 / 金额").
  /// The typed record has all keys of a 组 in the order of the schema, Absent where left out,
  /// and those of a 表 as written, of "206 科学技术支出" the code alone.
  [[nodiscard]] std::optional<Entered> apply(const Value& data, Journal& journal, Diagnostics& diagnostics,
                                             const SchemaAids& aids = {}) const;
  /// Puts into the typed record of a department what its fields with 汇总 take from the typed
  /// records of its units. Gives a finding for every figure of the department that is not
  /// their sum. Amounts that post are the ledger's business (ledger/consolidation.h).
  [[nodiscard]] std::vector<Diagnostic> gather(Value& department, const std::vector<const Value*>& units,
                                               Journal& journal) const;
  /// JSON Schema (draft 2020-12) with Chinese titles and descriptions, for editors.
  [[nodiscard]] std::string json_schema(const std::string& title, SchemaUse use = SchemaUse::report) const;
  /// A data file to be filled in, in YAML (load/skeleton.h).
  [[nodiscard]] std::string skeleton(const SkeletonSources& sources) const;
  /// What fields with 沿用 ask of last year's report: the text of an expression and its place.
  struct Kept {
    std::string expression;
    Span span;
  };
  [[nodiscard]] std::vector<Kept> kept() const;

 private:
  std::shared_ptr<const SchemaField> root_;
};

}  // namespace gongkai
