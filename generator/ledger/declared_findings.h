#pragma once
// The findings of one check, those that the data declares (声明) turned into warnings. Inner part
// of the room.

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "ledger/check.h"
#include "ledger/rule.h"

namespace gongkai {

class DeclaredFindings {
 public:
  explicit DeclaredFindings(const std::vector<Declaration>& declarations)
      : declarations_(&declarations), used_(declarations.size()) {}
  /// The reason for which the data accepts the finding; "" when it does not.
  std::string add(Diagnostic finding);
  [[nodiscard]] const Diagnostics& all() const { return found_; }
  /// A warning for each declaration of nothing. `known` are the ids that may be declared; another id
  /// is a slip of the pen.
  void warn_unused(const std::vector<std::string>& known, const CheckRequest& request);
  /// Everything found, in order; what has no place is shown at `report`.
  void move_to(Diagnostics& findings, Span report);

 private:
  const std::vector<Declaration>* declarations_;
  std::vector<bool> used_;
  Diagnostics found_;
};

}  // namespace gongkai
