#include "ledger/fact_index.h"

#include <bit>
#include <utility>

namespace gongkai {

FactSet::FactSet(std::size_t facts, bool full) : size_((facts + 63) / 64) {
  if (size_ > few) many_.resize(size_);
  if (!full) return;
  for (std::size_t i = 0; i < size_; ++i) words()[i] = ~std::uint64_t{0};
  if (facts % 64 != 0) words()[size_ - 1] = (std::uint64_t{1} << (facts % 64)) - 1;
}

bool FactSet::empty() const {
  for (std::size_t i = 0; i < size_; ++i) {
    if (words()[i] != 0) return false;
  }
  return true;
}

FactSet& FactSet::operator&=(const FactSet& other) {
  for (std::size_t i = 0; i < size_; ++i) words()[i] &= other.words()[i];
  return *this;
}

FactSet FactSet::without(const FactSet& other) const {
  FactSet rest = *this;
  for (std::size_t i = 0; i < size_; ++i) rest.words()[i] &= ~other.words()[i];
  return rest;
}

FactSet FactSet::common(const FactSet& other) const {
  FactSet both = *this;
  both &= other;
  return both;
}

std::vector<FactId> FactSet::members() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < size_; ++i) count += static_cast<std::size_t>(std::popcount(words()[i]));
  std::vector<FactId> found;
  found.reserve(count);
  visit_while([&](FactId fact) {
    found.push_back(fact);
    return true;
  });
  return found;
}

void FactIndex::finish() {
  std::uint32_t number = 0;
  for (FactList& list : lists_) {
    list.parts = FactSet(facts_.size());
    ++number;
    for (FactId fact = 0; fact < facts_.size(); ++fact) {
      if (facts_[fact].list == number) list.parts.insert(fact);
    }
    set_subtotals_aside(list, number);
    list.nonzero = list.parts;
    for (const FactId fact : list.parts.members()) {
      if (facts_[fact].quantity.is_zero()) list.nonzero.erase(fact);
    }
  }
}

/// {301: 90, 30101: 60, 30102: 30}: in a closed list 301 is a total stated beside its
/// parts; in an open one, where parts may be missing, the details under 301 say nothing
/// about it, and it stays the part.
void FactIndex::set_subtotals_aside(FactList& list, std::uint32_t number) {
  for (FactId fact = 0; fact < facts_.size(); ++fact) {
    if (facts_[fact].list != number || !list.parts.holds(fact)) continue;
    FactSet nested = inside(facts_[fact].point);
    nested &= list.parts;
    nested.erase(fact);
    if (nested.empty()) continue;
    if (list.closed) {
      list.parts.erase(fact);
    } else {
      list.parts = list.parts.without(nested);
    }
  }
}

const FactIndex::Bearing& FactIndex::bearing(std::size_t axis, MemberId member) const {
  if (bearings_.size() <= axis) bearings_.resize(axis + 1);
  std::vector<std::unique_ptr<Bearing>>& of_axis = bearings_[axis];
  if (of_axis.size() <= member) of_axis.resize(member + 1);
  std::unique_ptr<Bearing>& kept = of_axis[member];
  if (kept) return *kept;
  const Side none{FactSet(facts_.size()), 0};
  Bearing made{none, none, none};
  const auto insert = [](Side& side, FactId fact) {
    side.facts.insert(fact);
    ++side.count;
  };
  for (FactId fact = 0; fact < facts_.size(); ++fact) {
    const MemberId at = facts_[fact].point[axis];
    const bool is_inside = space_->within(axis, at, member);
    const bool is_covering = space_->within(axis, member, at);
    if (is_inside) insert(made.inside, fact);
    if (is_covering) insert(made.covering, fact);
    if (is_inside || is_covering) insert(made.touching, fact);
  }
  kept = std::make_unique<Bearing>(std::move(made));
  return *kept;
}

FactSet FactIndex::gather(const Region& region, Side Bearing::*which) const {
  FactSet all(facts_.size(), true);
  for (std::size_t axis = 0; axis < region.size(); ++axis) {
    // Everything is inside the root and touches it: no need to look.
    if (region[axis] == 0 && which != &Bearing::covering) continue;
    const Side& side = bearing(axis, region[axis]).*which;
    if (side.count == facts_.size()) continue;
    if (side.count == 0) return side.facts;
    all &= side.facts;
  }
  return all;
}

Region FactIndex::hull(const FactSet& touching, const Region& region) const {
  Region narrowest = region;
  for (std::size_t axis = 0; axis < region.size(); ++axis) {
    bool first = true;
    touching.visit_while([&](FactId fact) {
      const MemberId at = facts_[fact].point[axis];
      const MemberId met = space_->within(axis, at, region[axis]) ? at : region[axis];
      narrowest[axis] = first ? met : space_->join(axis, narrowest[axis], met);
      first = false;
      return narrowest[axis] != region[axis];
    });
  }
  return narrowest;
}

}  // namespace gongkai
