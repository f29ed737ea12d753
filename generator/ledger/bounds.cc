// Parts that are not all known: what is known of them can't be more than the whole.

#include <algorithm>

#include "ledger/figure_text.h"
#include "ledger/ledger_state.h"
#include "ledger/slip.h"

namespace gongkai {
namespace {

/// Figures that lie apart from each other within a region, some of whose parts may be missing.
struct KnownParts {
  Region whole;
  Quantity sum;
  Span span;                      // of the largest
  std::string label;              // how a message calls them
  std::vector<std::string> axes;  // along which they lie
};

bool exceeds(const Quantity& parts, const Quantity& whole) {
  return compare(parts, whole) > 0 && !agree_within_tail(parts, whole);
}

/// Something is said of that data line already.
bool told(const Ledger::State& state, const Span& line) {
  return std::any_of(state.disagreements.begin(), state.disagreements.end(), [&](const Disagreement& other) {
    const auto& notes = other.finding.notes;
    return other.finding.span == line ||
           std::any_of(notes.begin(), notes.end(), [&](const Note& note) { return note.span == line; });
  });
}

/// Is the whole known? Then the parts are compared with it.
bool compare_with_whole(Ledger::State& state, Book& book, const KnownParts& parts) {
  const Amount whole = state.ask(book, parts.whole);
  if (!whole.known()) return false;
  if (!exceeds(parts.sum, whole.quantity) || told(state, parts.span)) return true;
  const QuantityResult apart = subtract(parts.sum, whole.quantity);
  if (!apart.quantity) return true;
  Diagnostic finding;
  finding.fault = Fault::finding;
  finding.code = "SUM-00";
  finding.message = parts.label + " " + figure_text(parts.sum, state.unit) + "，大于" + state.label(book, parts.whole) +
                    " " + figure_text(whole.quantity, state.unit) + "，多 " + figure_text(*apart.quantity, state.unit);
  finding.span = parts.span;
  if (whole.span != parts.span) finding.notes.push_back({"合计", whole.span});
  finding.hint = shifted_point(parts.sum, whole.quantity, state.unit);
  Comparison compared{book.measure->name, parts.axes, state.label(book, parts.whole)};
  compared.sides = {{parts.label, parts.sum, parts.span}, {"合计", whole.quantity, whole.span}};
  compared.partial = true;
  state.disagree(std::move(compared), std::move(finding));
  return true;
}

/// What an open list names, added up.
std::optional<KnownParts> parts_of_list(const Ledger::State& state, const Book& book, const FactList& list) {
  KnownParts parts{list.scope, Quantity(0, book.measure->dimension), list.span, {}, {}};
  std::vector<bool> along(list.scope.size());
  const Fact* largest = nullptr;
  for (const FactId id : list.nonzero.members()) {
    const Fact& fact = book.index.facts()[id];
    const QuantityResult sum = add(parts.sum, fact.quantity);
    if (!sum.quantity) return std::nullopt;
    parts.sum = *sum.quantity;
    for (std::size_t axis = 0; axis < along.size(); ++axis) {
      along[axis] = along[axis] || fact.point[axis] != list.scope[axis];
    }
    if (largest == nullptr || compare(fact.quantity, largest->quantity) > 0) largest = &fact;
  }
  if (largest == nullptr) return std::nullopt;
  parts.span = largest->span;
  for (std::size_t axis = 0; axis < along.size(); ++axis) {
    if (along[axis]) parts.axes.push_back(state.accounts.axes[axis].name());
  }
  std::string path = state.journal->at(largest->origin).label;
  const std::size_t bar = path.rfind(" / ");
  parts.label = "所列各项（" + (bar == std::string::npos ? path : path.substr(0, bar)) + "）之和";
  return parts;
}

/// One figure against the nearest known whole that holds it along one axis.
void compare_with_ancestors(Ledger::State& state, Book& book, const Fact& fact, const Region& told_with) {
  for (std::size_t axis = 0; axis < fact.point.size(); ++axis) {
    const bool summed = told_with[axis] != fact.point[axis];  // its list is compared as a sum
    if (summed || state.space.exclusive(axis)) continue;
    const Axis& tree = state.accounts.axes[axis];
    KnownParts part{fact.point, fact.quantity, fact.span, state.label(book, fact.point), {tree.name()}};
    while (part.whole[axis] != 0) {
      part.whole[axis] = tree.at(part.whole[axis]).parent;
      if (compare_with_whole(state, book, part)) break;
    }
  }
}

}  // namespace

void compare_known_parts(Ledger::State& state, Book& book) {
  if (!book.nonnegative) return;
  const std::vector<FactList>& lists = book.index.lists();
  for (const FactList& list : lists) {
    if (list.closed) continue;
    if (const auto parts = parts_of_list(state, book, list)) compare_with_whole(state, book, *parts);
  }
  for (const FactId id : book.loose) {
    const Fact& fact = book.index.facts()[id];
    compare_with_ancestors(state, book, fact, fact.list == 0 ? fact.point : lists[fact.list - 1].scope);
  }
}

}  // namespace gongkai
