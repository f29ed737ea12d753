#pragma once
// Code lists (codes/*.csv): code,name,level,source. RFC 4180 and nothing looser: fields
// may be quoted, "" is a quote, lines end in LF or CRLF.

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"
#include "ledger/axis.h"

namespace gongkai {

struct CsvField {
  std::string text;
  Span span;
};
using CsvRow = std::vector<CsvField>;

/// Rows of a source, header included; nullopt after an error (a stray or unclosed quote, a
/// row with another number of fields).
[[nodiscard]] std::optional<std::vector<CsvRow>> read_csv(const Source& source, SourceId id, Diagnostics& diagnostics);

/// Puts a code list's members into an axis. A code stands under the longest listed code it
/// begins with; `level` (class, section, item) must say the same depth. The first letter
/// of `source` being M marks a name from memory. Groups (归组) were added before; `group_of`
/// gives the group of a top-level code, or the root.
class CodeListReader {
 public:
  CodeListReader(Axis& axis, const std::vector<std::pair<std::string, MemberId>>& group_of, Diagnostics& diagnostics)
      : axis_(&axis), group_of_(&group_of), diagnostics_(&diagnostics) {}
  void read(const Source& source, SourceId id);

 private:
  void add_row(const CsvRow& row);
  [[nodiscard]] MemberId group(const std::string& code) const;

  Axis* axis_;
  const std::vector<std::pair<std::string, MemberId>>* group_of_;
  Diagnostics* diagnostics_;
};

}  // namespace gongkai
