#include "ledger/region_space.h"

namespace gongkai {
namespace {

/// Children of every member, so that numbering needs one pass whatever the tree's size.
std::vector<std::vector<MemberId>> children_by_member(const Axis& axis) {
  std::vector<std::vector<MemberId>> children(axis.size());
  for (MemberId id = 1; id < axis.size(); ++id) children[axis.at(id).parent].push_back(id);
  return children;
}

}  // namespace

RegionSpace::RegionSpace(const std::vector<Axis>& axes) {
  for (const Axis& axis : axes) {
    trees_.push_back(number(axis));
    everything_.push_back(axis.exclusive ? axis.default_member : 0);
  }
}

RegionSpace::Tree RegionSpace::number(const Axis& axis) {
  Tree tree;
  tree.children = children_by_member(axis);
  tree.exclusive = axis.exclusive;
  tree.enter.resize(axis.size());
  tree.leave.resize(axis.size());
  for (MemberId id = 0; id < axis.size(); ++id) tree.parent.push_back(axis.at(id).parent);
  std::uint32_t next = 0;
  std::vector<std::pair<MemberId, bool>> open{{0, false}};  // second: its children are done
  while (!open.empty()) {
    const auto [id, done] = open.back();
    open.pop_back();
    if (done) {
      tree.leave[id] = next;
      continue;
    }
    tree.enter[id] = next++;
    open.emplace_back(id, true);
    for (auto child = tree.children[id].rbegin(); child != tree.children[id].rend(); ++child)
      open.emplace_back(*child, false);
  }
  return tree;
}

bool RegionSpace::contains(const Region& outer, const Region& inner) const {
  for (std::size_t axis = 0; axis < trees_.size(); ++axis) {
    if (!within(axis, inner[axis], outer[axis])) return false;
  }
  return true;
}

MemberId RegionSpace::join(std::size_t axis, MemberId a, MemberId b) const {
  while (!within(axis, b, a)) a = trees_[axis].parent[a];
  return a;
}

}  // namespace gongkai
