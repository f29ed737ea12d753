#pragma once
// What somebody meant by a code or a word that an axis does not have.

#include <string>

#include "ledger/axis.h"

namespace gongkai {

/// "2060701 机构运行" for 260701, or for a wrong code beside that name: the member of this
/// name, of several the one whose code is nearest; else the nearest code. "" when none is near.
[[nodiscard]] std::string likely_code(const Axis& axis, const std::string& code, const std::string& name);

/// "“科普活动”的编码是 2060702": where the name stands under another code than `code`; "" if nowhere.
[[nodiscard]] std::string name_elsewhere(const Axis& axis, const std::string& name, const std::string& code);

/// What may be written instead of a word, as a hint: the near miss and, where they are few,
/// all the members.
[[nodiscard]] std::string allowed_words(const Axis& axis, const std::string& word);

}  // namespace gongkai
