#pragma once
// gongkai check --list-rules PROFILE: what is checked, how severely, on what basis, and
// what the profile switched off or changed, with its reason.

#include <string>

#include "profile/profile.h"

namespace gongkai {

/// Rules in the catalogue's order, then those only this profile has; one of the catalogue
/// the profile does not check says so.
[[nodiscard]] std::string rule_list(const Profile& profile);

/// Why a rule of the catalogue is not among those of a profile.
[[nodiscard]] std::string why_unchecked(const CatalogueEntry& entry);

}  // namespace gongkai
