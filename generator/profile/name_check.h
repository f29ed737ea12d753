#pragma once
// Names used in rules, named figures, tables and wording, checked before any data is read.

#include "profile/profile.h"

namespace gongkai {

/// Reports every name that nothing gives: no named figure, no key of the data, no setting,
/// no measure or function, nothing the expression's own place binds.
void check_names(const Profile& profile, Diagnostics& diagnostics);

}  // namespace gongkai
