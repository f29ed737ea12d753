#pragma once
// Which layer of a profile set what: its files key by key, and whom each key overrode.

#include <string>
#include <vector>

#include "profile/profile.h"

namespace gongkai {

/// What one layer says of a key.
struct SetBy {
  std::string layer;  // sichuan/final-accounts, or the shared file
  Span span;          // of the key, or of the item of a list
  Value value;        // Absent for texts (文件.…)
};

/// A key of a profile. The key begins as in the file: 数字.万元.位数, 表.顺序, 措辞.增减.参数;
/// tables stand under 表.<标识>, rules and what is adjusted of them under 规则.<编号>, the
/// catalogue of rules under 规则目录, terms.yaml under 名词, texts under 文件.<path>. Rules add up: one checked twice
/// is two settings of one key.
struct Setting {
  std::vector<std::string> path;
  std::vector<SetBy> by;  // root first; the last one holds
  [[nodiscard]] std::string key() const;
};

/// Every key that holds a scalar, a list or a text, in the order of the files.
[[nodiscard]] std::vector<Setting> settings_of(const Profile& profile);

}  // namespace gongkai
