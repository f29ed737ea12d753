#pragma once
// How regions lie to each other: a region is one member per axis, so every question here
// is answered axis by axis. Trees are numbered in preorder once, which makes "within" two
// integer comparisons.

#include <cstdint>
#include <vector>

#include "ledger/axis.h"
#include "ledger/ledger.h"

namespace gongkai {

class RegionSpace {
 public:
  explicit RegionSpace(const std::vector<Axis>& axes);

  [[nodiscard]] std::size_t axis_count() const { return trees_.size(); }
  /// Everything: the root of each axis, the default of an exclusive one.
  [[nodiscard]] const Region& everything() const { return everything_; }
  [[nodiscard]] bool within(std::size_t axis, MemberId member, MemberId ancestor) const {
    const Tree& tree = trees_[axis];
    return tree.enter[ancestor] <= tree.enter[member] && tree.enter[member] < tree.leave[ancestor];
  }
  [[nodiscard]] bool exclusive(std::size_t axis) const { return trees_[axis].exclusive; }
  /// Place of the member in axis order.
  [[nodiscard]] std::uint32_t order(std::size_t axis, MemberId member) const { return trees_[axis].enter[member]; }

  [[nodiscard]] const std::vector<MemberId>& children(std::size_t axis, MemberId member) const {
    return trees_[axis].children[member];
  }

  /// Does `outer` hold all of `inner`?
  [[nodiscard]] bool contains(const Region& outer, const Region& inner) const;
  /// The nearest member that has both below it.
  [[nodiscard]] MemberId join(std::size_t axis, MemberId a, MemberId b) const;

 private:
  struct Tree {
    std::vector<std::uint32_t> enter, leave;  // by member, preorder
    std::vector<MemberId> parent;
    std::vector<std::vector<MemberId>> children;  // in axis order
    bool exclusive = false;
  };
  static Tree number(const Axis& axis);

  std::vector<Tree> trees_;
  Region everything_;
};

}  // namespace gongkai
