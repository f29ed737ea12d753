#pragma once
// A profile as its layers make it: what stands where, which layer set it, what it overrode.

#include <string>

#include "base/source.h"
#include "profile/profile.h"

namespace gongkai {

/// Everything, a line each, for a terminal of 80 columns and more: layers, sections, tables
/// with what is 类推 in them, then key by key. Layers are told by their number.
[[nodiscard]] std::string profile_overview(const Profile& profile, const Sources& sources);

/// The keys that are `key` or stand below it (表.顺序, 措辞.增减, 规则.BAL-01, or a part of it:
/// 增减), each with all layers that set it and its whole value. "" when there is none.
[[nodiscard]] std::string profile_key(const Profile& profile, const Sources& sources, const std::string& key);

/// The known key nearest to a word, or "".
[[nodiscard]] std::string nearest_key(const Profile& profile, const std::string& key);

/// All of it, or of `key`, as JSON: template, layers, sections, tables, settings; described
/// in templates/README.md.
[[nodiscard]] std::string profile_json(const Profile& profile, const Sources& sources, const std::string& key);

}  // namespace gongkai
