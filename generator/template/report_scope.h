#pragma once
// What the templates of one report see: ledger, names, data, profile; and on top of what
// rules see, the number formats as filters, the wordings as functions, and data texts in
// which the references to figures are worked out.

#include <map>
#include <memory>
#include <string>

#include "base/diagnostic.h"
#include "expr/expression.h"
#include "template/fill.h"

namespace gongkai {

class ReportScope {
 public:
  /// Report, journal and diagnostics must outlive it. Mistakes in data texts are reported here.
  ReportScope(const Report& report, Journal& journal, Diagnostics& diagnostics);
  ReportScope(const ReportScope&) = delete;
  ReportScope& operator=(const ReportScope&) = delete;

  [[nodiscard]] const Scope& scope() const { return scope_; }

 private:
  void add_wordings();
  void add_number_filters();
  void expand_data();
  [[nodiscard]] std::vector<std::string> names() const;

  const Report* report_;
  Diagnostics* diagnostics_;
  Scope ledger_;  // what rules see
  Scope scope_;
  std::map<std::string, Function, std::less<>> filters_, wordings_;
  std::map<std::string, Value, std::less<>> expanded_;  // top keys of the data whose texts held references
  int depth_ = 0;                                       // of wordings that call each other
};

}  // namespace gongkai
