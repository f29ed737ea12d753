#pragma once
// What both forms of `explain --profile`, text and JSON, tell of a profile.

#include <string>
#include <string_view>
#include <vector>

#include "profile/setting.h"

namespace gongkai {

/// A value on one line, as YAML's brackets would write it.
[[nodiscard]] std::string one_line(const Value& value);

/// Titles of what a table's definition marks 来源: 类推, those above joined by “ › ”.
[[nodiscard]] std::vector<std::string> by_analogy(const Value& definition);

/// The settings that `key` names; all for "".
[[nodiscard]] std::vector<Setting> matching(std::vector<Setting> settings, const std::string& key);

/// 章节 that are defined but stand in no 顺序.
[[nodiscard]] std::vector<std::string> sections_left_out(const Profile& profile);

}  // namespace gongkai
