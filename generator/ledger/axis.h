#pragma once
// An axis is a tree of members: 功能分类 (类 款 项), 经济分类, 资金, 支出性质, 三公, 项目,
// 单位, 版本. The root is "everything". Trees come from the profile (axes.yaml and code
// lists); a data file may add members below (projects, units, codes the list lacks).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"

namespace gongkai {

using MemberId = std::uint32_t;  // 0 is the root

struct Member {
  std::string key;   // code or name; unique in the axis
  std::string name;  // 科学技术支出; equals key where there are no codes
  MemberId parent = 0;
  std::uint8_t level = 0;      // root 0, 类 1, 款 2, 项 3
  bool from_memory = false;    // code list row marked M: its name may warn, never fail
  bool added_by_data = false;  // not in the list
};

class Axis {
 public:
  explicit Axis(std::string name);
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Level names, e.g. {类, 款, 项}; levels are counted from 1.
  std::vector<std::string> level_names;
  /// true: a query that leaves the axis open means the default member, not the sum of
  /// all (版本: 本年决算 and 上年决算 are never added up).
  bool exclusive = false;
  MemberId default_member = 0;
  /// The data file may add members (项目, 单位): the listed ones are never all.
  bool extensible = false;
  /// Members are codes with names (功能分类, 经济分类): a code the list lacks may be used.
  [[nodiscard]] bool coded() const { return !level_names.empty(); }

  /// The key must be new. The parent exists already.
  MemberId add(Member member);
  [[nodiscard]] std::optional<MemberId> find(std::string_view key) const;
  [[nodiscard]] const Member& at(MemberId id) const { return members_.at(id); }
  [[nodiscard]] std::size_t size() const { return members_.size(); }
  [[nodiscard]] bool within(MemberId member, MemberId ancestor) const;
  [[nodiscard]] std::vector<MemberId> children(MemberId id) const;               // in order
  [[nodiscard]] const std::vector<Member>& members() const { return members_; }  // root first
  /// The listed member whose key is the longest proper beginning of `code`; the root if none.
  [[nodiscard]] MemberId longest_prefix(std::string_view code) const;
  /// 1-based level of this name; 0 when the axis has no such level.
  [[nodiscard]] int level_of(std::string_view level_name) const;

 private:
  std::string name_;
  std::vector<Member> members_;
  std::unordered_map<std::string, MemberId> by_key_;
};

}  // namespace gongkai
