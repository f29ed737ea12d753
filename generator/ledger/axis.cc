#include "ledger/axis.h"

#include <utility>

namespace gongkai {

Axis::Axis(std::string name) : name_(std::move(name)) { members_.emplace_back(); }

MemberId Axis::add(Member member) {
  const auto id = static_cast<MemberId>(members_.size());
  by_key_.emplace(member.key, id);
  members_.push_back(std::move(member));
  return id;
}

std::optional<MemberId> Axis::find(std::string_view key) const {
  const auto found = by_key_.find(std::string(key));
  if (found == by_key_.end()) return std::nullopt;
  return found->second;
}

bool Axis::within(MemberId member, MemberId ancestor) const {
  while (member != ancestor && member != 0) member = members_.at(member).parent;
  return member == ancestor;
}

std::vector<MemberId> Axis::children(MemberId id) const {
  std::vector<MemberId> found;
  for (MemberId child = 1; child < members_.size(); ++child) {
    if (members_[child].parent == id) found.push_back(child);
  }
  return found;
}

MemberId Axis::longest_prefix(std::string_view code) const {
  while (code.size() > 1) {
    code.remove_suffix(1);
    if (const auto found = find(code)) return *found;
  }
  return 0;
}

int Axis::level_of(std::string_view level_name) const {
  for (std::size_t level = 0; level < level_names.size(); ++level) {
    if (level_names[level] == level_name) return static_cast<int>(level) + 1;
  }
  return 0;
}

}  // namespace gongkai
