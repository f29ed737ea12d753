#include "ledger/fact_index.h"

#include <bit>
#include <unordered_map>
#include <utility>

namespace gongkai {

FactSet::FactSet(std::size_t facts, bool full) : size_((facts + 63) / 64) {
  if (size_ > few) many_.resize(size_);
  if (!full) return;
  for (std::size_t i = 0; i < size_; ++i) words()[i] = ~std::uint64_t{0};
  if (facts % 64 != 0) words()[size_ - 1] = (std::uint64_t{1} << (facts % 64)) - 1;
}

FactSet FactSet::without(const FactSet& other) const {
  FactSet rest = *this;
  for (std::size_t i = 0; i < size_; ++i) rest.words()[i] &= ~other.words()[i];
  return rest;
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
  sort_by_member();
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
    FactSet nested = reach(facts_[fact].point).inside;
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

void FactIndex::sort_by_member() {
  standing_.assign(space_->axis_count(), {});
  bearings_.resize(space_->axis_count());
  for (std::size_t axis = 0; axis < standing_.size(); ++axis) {
    std::unordered_map<MemberId, std::size_t> places;
    for (FactId fact = 0; fact < facts_.size(); ++fact) {
      const MemberId member = facts_[fact].point[axis];
      const auto [place, is_new] = places.try_emplace(member, standing_[axis].size());
      if (is_new) standing_[axis].push_back({member, FactSet(facts_.size())});
      standing_[axis][place->second].facts.insert(fact);
    }
  }
}

FactIndex::Bearing FactIndex::make_bearing(std::size_t axis, MemberId member) const {
  const FactSet none(facts_.size());
  Bearing made{{none, none, none}, false, true};
  for (const Standing& standing : standing_[axis]) {
    const bool is_inside = space_->within(axis, standing.member, member);
    const bool is_covering = space_->within(axis, member, standing.member);
    if (is_inside) made.facts.inside |= standing.facts;
    if (is_covering) made.facts.covering |= standing.facts;
    if (is_inside || is_covering) made.facts.touching |= standing.facts;
    made.any = made.any || is_inside || is_covering;
    made.all = made.all && is_inside && is_covering;
  }
  return made;
}

const FactIndex::Bearing& FactIndex::bearing(std::size_t axis, MemberId member) const {
  std::vector<std::unique_ptr<Bearing>>& of_axis = bearings_[axis];
  if (of_axis.size() <= member) of_axis.resize(member + 1);
  std::unique_ptr<Bearing>& kept = of_axis[member];
  if (!kept) kept = std::make_unique<Bearing>(make_bearing(axis, member));
  return *kept;
}

Reach FactIndex::reach(const Region& region) const {
  const FactSet all(facts_.size(), true);
  Reach found{all, all, all};
  for (std::size_t axis = 0; axis < region.size(); ++axis) {
    const Bearing& here = bearing(axis, region[axis]);
    if (here.all) continue;
    if (!here.any) return here.facts;
    found.covering &= here.facts.covering;
    if (region[axis] == 0) continue;  // everything is inside the root and touches it
    found.inside &= here.facts.inside;
    found.touching &= here.facts.touching;
  }
  return found;
}

FactSet FactIndex::touching(const Region& region) const {
  FactSet found(facts_.size(), true);
  for (std::size_t axis = 0; axis < region.size(); ++axis) {
    if (region[axis] != 0) found &= bearing(axis, region[axis]).facts.touching;
  }
  return found;
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
