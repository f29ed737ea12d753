// How facts and lists answer a question; nothing here is memoized or journalled.

#include <utility>

#include "ledger/ledger_state.h"

namespace gongkai {
namespace {

/// Closed lists may take turns at narrowing (by function, then by economic class); the
/// turns of real reports are two.
constexpr int most_turns = 4;

Answer answer_of_fact(const Fact& fact, FactId number) {
  Answer answer;
  answer.source = Answer::Source::fact;
  answer.number = number;
  answer.quantity = fact.quantity;
  answer.span = fact.span;
  answer.kind = fact.list == 0 ? OriginKind::stated : OriginKind::entered;
  answer.operands = {fact.origin};
  return answer;
}

void add_facts_at(const Book& book, const Reach& reach, std::vector<Answer>& answers) {
  const FactSet exact = reach.inside.common(reach.covering);
  if (exact.empty()) return;
  for (const bool on_its_own : {true, false}) {
    exact.visit([&](FactId fact) {
      const Fact& found = book.index.facts()[fact];
      if ((found.list == 0) != on_its_own) return;
      answers.push_back(answer_of_fact(found, fact));
      answers.back().origin = found.origin;
    });
  }
}

bool already_there(const std::vector<Answer>& answers, FactId fact) {
  for (const Answer& answer : answers) {
    if (answer.source == Answer::Source::fact && answer.number == fact) return true;
  }
  return false;
}

const Region& narrowed_point(Book& book, const RegionSpace& space, FactId fact) {
  if (book.narrowed.empty()) book.narrowed.resize(book.index.facts().size());
  std::optional<Region>& kept = book.narrowed[fact];
  if (!kept) kept = narrow(book, space, book.index.facts()[fact].point).region;
  return *kept;
}

/// Facts stated for a wider region that has the same parts; `covering` the narrowed one.
void add_facts_with_same_parts(Book& book, const RegionSpace& space, const Region& narrowed, const FactSet& covering,
                               std::vector<Answer>& answers) {
  if (covering.empty()) return;
  for (const bool on_its_own : {true, false}) {
    covering.visit([&](FactId fact) {
      const Fact& found = book.index.facts()[fact];
      if ((found.list == 0) != on_its_own || already_there(answers, fact)) return;
      if (found.point == narrowed || narrowed_point(book, space, fact) == narrowed)
        answers.push_back(answer_of_fact(found, fact));
    });
  }
}

bool covered(const Axis& axis, MemberId member, const std::vector<MemberId>& given) {
  for (const MemberId one : given) {
    if (one == member) return true;
  }
  // A code list is never proof that there are no other codes; a group of it is.
  if (axis.extensible || (axis.coded() && axis.at(member).level > 0)) return false;
  const std::vector<MemberId> children = axis.children(member);
  for (const MemberId child : children) {
    if (!covered(axis, child, given)) return false;
  }
  return !children.empty();
}

/// Do these facts make up the whole region, so that nothing can be missing?
bool make_up(const Book& book, const std::vector<Axis>& axes, const std::vector<FactId>& facts, const Region& region) {
  std::optional<std::size_t> along;
  std::vector<MemberId> given;
  for (const FactId fact : facts) {
    const Region& point = book.index.facts()[fact].point;
    for (std::size_t axis = 0; axis < region.size(); ++axis) {
      if (point[axis] == region[axis]) continue;
      if (along && *along != axis) return false;
      along = axis;
    }
  }
  if (!along) return !facts.empty();
  for (const FactId fact : facts) given.push_back(book.index.facts()[fact].point[*along]);
  return covered(axes[*along], region[*along], given);
}

/// The sum of a list over the region, if its facts can be told apart there.
std::optional<Answer> sum_of_list(const Book& book, const std::vector<Axis>& axes, std::uint32_t number,
                                  const Region& region, const Reach& reach) {
  const FactList& list = book.index.lists()[number];
  const FactSet touching = reach.touching.common(list.parts);
  const FactSet inside = reach.inside.common(list.parts);
  const bool can_be_told_apart = touching.without(inside).visit_while(
      [&](FactId fact) { return book.nonnegative && book.index.facts()[fact].quantity.is_zero(); });
  if (!can_be_told_apart) return std::nullopt;
  const std::vector<FactId> parts = inside.members();
  if (!list.closed && !make_up(book, axes, parts, region)) return std::nullopt;
  Answer answer;
  answer.source = Answer::Source::list;
  answer.number = number;
  answer.quantity = Quantity(0, book.measure->dimension);
  answer.kind = parts.empty() ? OriginKind::inferred : OriginKind::summed;
  answer.span = parts.empty() ? list.span : book.index.facts()[parts.front()].span;
  answer.operands.reserve(parts.size());
  for (const FactId fact : parts) {
    const QuantityResult sum = add(answer.quantity, book.index.facts()[fact].quantity);
    if (!sum.quantity) return std::nullopt;
    answer.quantity = *sum.quantity;
    answer.operands.push_back(book.index.facts()[fact].origin);
  }
  return answer;
}

/// Parts of a zero total of a measure that can't be negative are zero.
void add_zero_totals(const Book& book, const FactSet& covering, std::vector<Answer>& answers) {
  if (!book.nonnegative) return;
  covering.visit([&](FactId fact) {
    const Fact& found = book.index.facts()[fact];
    if (!found.quantity.is_zero() || already_there(answers, fact)) return;
    answers.push_back(answer_of_fact(found, fact));
    answers.back().kind = OriginKind::inferred;
  });
}

/// One turn of all closed lists; how many could say something.
int narrow_once(const Book& book, const RegionSpace& space, Narrowed& result, FactSet& touching) {
  int heard = 0;
  for (const FactList& list : book.index.lists()) {
    if (!list.closed || !space.contains(list.scope, result.region)) continue;
    ++heard;
    const FactSet mass = touching.common(list.nonzero);
    result.nothing = mass.empty();
    if (result.nothing) return heard;
    Region hull = book.index.hull(mass, result.region);
    if (hull == result.region) continue;
    result.region = std::move(hull);
    result.moved = true;
    touching = book.index.touching(result.region);
  }
  return heard;
}

Narrowed narrow_from(const Book& book, const RegionSpace& space, const Region& region, FactSet touching) {
  Narrowed result{region, false};
  for (int turn = 0; turn < most_turns; ++turn) {
    const bool moved = std::exchange(result.moved, false);
    const int heard = narrow_once(book, space, result, touching);
    const bool said_all = result.nothing || heard < 2 || !result.moved;  // a list by itself has, in one turn
    result.moved = result.moved || moved;
    if (said_all) break;
  }
  return result;
}

}  // namespace

Narrowed narrow(const Book& book, const RegionSpace& space, const Region& region) {
  return narrow_from(book, space, region, book.index.touching(region));
}

std::vector<Answer> answers_from_facts(Book& book, const RegionSpace& space, const std::vector<Axis>& axes,
                                       const Region& region) {
  std::vector<Answer> answers;
  const Reach reach = book.index.reach(region);
  add_facts_at(book, reach, answers);
  const Narrowed narrowed = narrow_from(book, space, region, reach.touching);
  std::optional<Reach> narrow_reach;
  if (narrowed.moved) narrow_reach = book.index.reach(narrowed.region);
  const FactSet& covering = narrow_reach ? narrow_reach->covering : reach.covering;
  if (!narrowed.nothing) add_facts_with_same_parts(book, space, narrowed.region, covering, answers);
  for (std::uint32_t list = 0; list < book.index.lists().size(); ++list) {
    const Region& scope = book.index.lists()[list].scope;
    std::optional<Answer> sum;
    if (space.contains(scope, region)) sum = sum_of_list(book, axes, list, region, reach);
    if (!sum && narrow_reach && space.contains(scope, narrowed.region))
      sum = sum_of_list(book, axes, list, narrowed.region, *narrow_reach);
    if (sum) answers.push_back(std::move(*sum));
  }
  add_zero_totals(book, reach.covering, answers);
  return answers;
}

}  // namespace gongkai
