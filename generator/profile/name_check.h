#pragma once
// Names, functions and filters used in a profile's expressions, checked before any data is
// read: a slip in a branch that today's data never takes is found too.

#include <map>
#include <set>
#include <string>

#include "profile/profile.h"

namespace gongkai {

struct ExpressionNode;

/// What a profile gives: named figures, keys of the data, settings; measures, wordings;
/// number formats; and what the language has of itself.
class NameCheck {
 public:
  /// Both must outlive it.
  NameCheck(const Profile& profile, Diagnostics& diagnostics);

  using Locals = std::set<std::string, std::less<>>;
  /// Reports (NAME-02) what neither the profile nor `locals` give, with the near miss and
  /// where that is defined.
  void check(const Expression& expression, const Locals& locals);

 private:
  using Known = std::map<std::string, Span, std::less<>>;  // and where it is defined
  void check(const ExpressionNode& node, const Locals& locals);
  void missing(const std::string& kind, const std::string& name, Span span, const Known& known, const Locals& locals);

  Diagnostics* diagnostics_;
  Known names_, functions_, filters_;
};

/// Named figures, 沿用 of the schema, rules, wordings and the tables of the profile's order; not
/// the texts.
void check_names(const Profile& profile, Diagnostics& diagnostics);

}  // namespace gongkai
