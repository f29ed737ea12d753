#pragma once
// The facts of one measure and the lists they stand in, indexed so that a question about
// a region costs a few machine words per sixty-four facts: for every member ever asked
// for, three bit sets say which facts lie inside it, touch it, or hold all of it.

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <vector>

#include "ledger/region_space.h"
#include "value/journal.h"

namespace gongkai {

using FactId = std::uint32_t;

struct Fact {
  Region point;
  Quantity quantity;
  Span span;
  OriginId origin = 0;
  std::uint32_t list = 0;  // index into lists + 1; 0: stated on its own
};

/// A set of facts. A few hundred facts, as most reports have, need no memory of their own.
class FactSet {
 public:
  FactSet() = default;
  explicit FactSet(std::size_t facts, bool full = false);
  void insert(FactId fact) { words()[fact / 64] |= std::uint64_t{1} << (fact % 64); }
  void erase(FactId fact) { words()[fact / 64] &= ~(std::uint64_t{1} << (fact % 64)); }
  [[nodiscard]] bool holds(FactId fact) const { return ((words()[fact / 64] >> (fact % 64)) & 1) != 0; }
  [[nodiscard]] bool empty() const {
    for (std::size_t i = 0; i < size_; ++i) {
      if (words()[i] != 0) return false;
    }
    return true;
  }
  FactSet& operator&=(const FactSet& other) {
    for (std::size_t i = 0; i < size_; ++i) words()[i] &= other.words()[i];
    return *this;
  }
  FactSet& operator|=(const FactSet& other) {
    for (std::size_t i = 0; i < size_; ++i) words()[i] |= other.words()[i];
    return *this;
  }
  [[nodiscard]] FactSet without(const FactSet& other) const;
  [[nodiscard]] FactSet common(const FactSet& other) const {
    FactSet both = *this;
    both &= other;
    return both;
  }
  [[nodiscard]] std::vector<FactId> members() const;
  template <typename Visit>
  void visit(const Visit& visit_one) const {
    visit_while([&](FactId fact) {
      visit_one(fact);
      return true;
    });
  }
  /// Calls `visit` with each fact until it returns false; false if it did.
  template <typename Visit>
  bool visit_while(const Visit& visit) const {
    for (std::size_t i = 0; i < size_; ++i) {
      for (std::uint64_t word = words()[i]; word != 0; word &= word - 1) {
        if (!visit(static_cast<FactId>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))))) return false;
      }
    }
    return true;
  }

 private:
  static constexpr std::size_t few = 4;
  [[nodiscard]] std::uint64_t* words() { return size_ <= few ? few_.data() : many_.data(); }
  [[nodiscard]] const std::uint64_t* words() const { return size_ <= few ? few_.data() : many_.data(); }

  std::size_t size_ = 0;  // words
  std::array<std::uint64_t, few> few_{};
  std::vector<std::uint64_t> many_;
};

/// The facts about a region: what lies wholly in it, what shares something with it, what holds
/// all of it.
struct Reach {
  FactSet inside, touching, covering;
};

/// A posted list in the ledger's terms.
struct FactList {
  Region scope;
  bool closed = true;
  Span span;
  FactSet parts;    // what its sums add up; a subtotal written among its own parts is not one
  FactSet nonzero;  // parts that are not zero
};

class FactIndex {
 public:
  explicit FactIndex(const RegionSpace& space) : space_(&space) {}

  /// All lists first, then all facts, then finish().
  void add_list(FactList list) { lists_.push_back(std::move(list)); }
  void add_fact(Fact fact) { facts_.push_back(std::move(fact)); }
  void finish();

  [[nodiscard]] const std::vector<Fact>& facts() const { return facts_; }
  [[nodiscard]] const std::vector<FactList>& lists() const { return lists_; }

  [[nodiscard]] Reach reach(const Region& region) const;
  [[nodiscard]] FactSet touching(const Region& region) const;
  /// The smallest region in which all that these facts have in `region` lies.
  [[nodiscard]] Region hull(const FactSet& touching, const Region& region) const;

 private:
  /// How facts lie to one member; `any`: whether some touch it, `all`: whether all cover it and lie inside it.
  struct Bearing {
    Reach facts;
    bool any = false, all = false;
  };
  /// The facts that stand at one member of an axis.
  struct Standing {
    MemberId member = 0;
    FactSet facts;
  };
  [[nodiscard]] const Bearing& bearing(std::size_t axis, MemberId member) const;
  [[nodiscard]] Bearing make_bearing(std::size_t axis, MemberId member) const;
  void sort_by_member();
  void set_subtotals_aside(FactList& list, std::uint32_t number);

  const RegionSpace* space_;
  std::vector<Fact> facts_;
  std::vector<FactList> lists_;
  std::vector<std::vector<Standing>> standing_;                          // by axis
  mutable std::vector<std::vector<std::unique_ptr<Bearing>>> bearings_;  // by axis and member, when asked for
};

}  // namespace gongkai
