#include "ledger/ledger.h"

#include <algorithm>
#include <utility>

#include "expr/standard.h"
#include "ledger/ledger_state.h"

namespace gongkai {

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

const Accounts& Ledger::accounts() const { return state_->accounts; }
Region Ledger::everything() const { return state_->space.everything(); }
const RegionSpace& Ledger::space() const { return state_->space; }
MoneyUnit Ledger::unit() const { return state_->unit; }
const Diagnostics& Ledger::disagreements() const { return state_->shown; }
const std::vector<Disagreement>& Ledger::all_disagreements() const { return state_->disagreements; }
const std::vector<Comparison>& Ledger::comparisons() const { return state_->agreeing; }

const Measure* Ledger::find_measure(const std::string& name) const {
  const Book* const book = state_->book(name);
  return book == nullptr ? nullptr : book->measure;
}

const Axis* Ledger::find_axis(const std::string& name) const {
  const auto found = state_->axis_numbers.find(name);
  return found == state_->axis_numbers.end() ? nullptr : &state_->accounts.axes[found->second];
}

bool Ledger::fix(Region& region, const std::string& axis, const std::string& member) const {
  const auto fix_on = [&](std::size_t number) {
    const std::optional<MemberId> found = state_->accounts.axes[number].find(member);
    if (found) region[number] = *found;
    return found.has_value();
  };
  if (!axis.empty()) {
    const auto named = state_->axis_numbers.find(axis);
    return named != state_->axis_numbers.end() && fix_on(named->second);
  }
  for (std::size_t number = 0; number < state_->accounts.axes.size(); ++number) {
    if (fix_on(number)) return true;
  }
  return false;
}

Amount Ledger::ask(const std::string& measure, const Region& region) const {
  Book* const book = state_->book(measure);
  return book == nullptr ? Amount{} : state_->ask(*book, region);
}

/// A figure at a member needs, on every axis, some fact at or below the member: facts of
/// wider regions only answer where narrower ones say that they have the same parts.
bool Ledger::may_have_figure(const std::string& measure, const Region& region) const {
  const Book* const book = state_->book(measure);
  if (book == nullptr || book->measure->formula) return book != nullptr;
  const std::vector<Fact>& facts = book->index.facts();
  for (std::size_t axis = 0; axis < region.size(); ++axis) {
    const bool found = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
      return !fact.quantity.is_zero() && state_->space.within(axis, fact.point[axis], region[axis]);
    });
    if (!found) return false;
  }
  return true;
}

std::optional<Question> Ledger::question_of(OriginId origin) const {
  if (origin >= state_->questions.size()) return std::nullopt;
  const State::Asked& asked = state_->questions[origin];
  if (asked.book == nullptr) return std::nullopt;
  return Question{asked.book->measure->name, *asked.region};
}

std::string Ledger::label(const std::string& measure, const Region& region) const {
  const Book* const book = state_->book(measure);
  return book == nullptr ? measure : state_->label(*book, region);
}

void Ledger::reconcile() const {
  for (Book& book : state_->books) {
    const std::vector<FactList>& lists = book.index.lists();
    for (const FactList& list : lists) state_->ask(book, list.scope);
    // A lone list has nothing to disagree with but the totals stated beside it.
    const bool lone = lists.size() == 1;
    for (const Fact& fact : book.index.facts()) {
      const bool a_part =
          fact.list != 0 && lists[fact.list - 1].parts.holds(static_cast<FactId>(&fact - book.index.facts().data()));
      if (!lone || !a_part) state_->ask(book, fact.point);
    }
  }
  for (Book& book : state_->books) compare_known_parts(*state_, book);
}

Book* Ledger::State::book(const std::string& measure) {
  const auto found = measure_numbers.find(measure);
  return found == measure_numbers.end() ? nullptr : &books[found->second];
}

std::string Ledger::State::label(const Book& book, const Region& region) const {
  constexpr std::size_t usual = 96;  // bytes
  std::string text;
  text.reserve(usual);
  text = book.measure->name;
  for (const std::size_t axis : book.axes) {
    if (region[axis] != space.everything()[axis]) text.append(" / ").append(accounts.axes[axis].at(region[axis]).key);
  }
  return text;
}

Amount Ledger::State::ask(Book& book, const Region& region) {
  const auto given = book.answered.find(region);
  if (given != book.answered.end()) return given->second;
  const auto& [asked, amount] = *book.answered.emplace(region, work_out(book, region)).first;
  if (!amount.known()) return amount;
  if (questions.size() <= amount.origin) questions.resize(journal->size() + 1);
  if (questions[amount.origin].book == nullptr) questions[amount.origin] = {&book, &asked};
  return amount;
}

/// An axis the measure does not have leaves the figure undivided: what is asked is known
/// only if there is nothing to divide. Another version is always another figure.
Amount Ledger::State::work_out(Book& book, const Region& region) {
  bool divided = false;
  for (const std::size_t axis : book.other_axes) {
    if (region[axis] == space.everything()[axis]) continue;
    if (space.exclusive(axis)) return {};
    divided = true;
  }
  if (!divided) return ask_where_it_can(book, region);
  Region without = region;
  for (const std::size_t axis : book.other_axes) without[axis] = space.everything()[axis];
  const Amount whole = ask(book, without);
  return whole.known() && whole.quantity.is_zero() ? whole : Amount{};
}

namespace {

/// The measure's formula over the other measures at the same region.
std::optional<Answer> answer_of_formula(Ledger::State& state, Book& book, const Region& region) {
  if (!book.measure->formula || book.in_formula) return std::nullopt;
  Scope scope;
  scope.find = [&](std::string_view name, Span) -> std::optional<Value> {
    Book* const operand = state.book(std::string(name));
    if (operand == nullptr) return std::nullopt;
    const Amount amount = state.ask(*operand, region);
    if (!amount.known()) return Value(Unknown{}, amount.span);
    return Value(amount.quantity, amount.span, amount.origin);
  };
  scope.function = standard_function;
  scope.filter = standard_filter;
  scope.names = [] { return std::vector<std::string>(); };
  scope.journal = state.journal;
  book.in_formula = true;
  Diagnostics mistakes;
  const std::optional<Value> value = evaluate(*book.measure->formula, scope, mistakes);
  book.in_formula = false;
  for (const Diagnostic& mistake : mistakes.all()) state.disagree({book.measure->name, {}}, mistake);
  const Quantity* const quantity = value ? value->if_quantity() : nullptr;
  if (quantity == nullptr) return std::nullopt;
  Answer answer;
  answer.source = Answer::Source::formula;
  answer.quantity = *quantity;
  answer.span = value->span.known() ? value->span : book.measure->span;
  answer.kind = OriginKind::derived;
  answer.operands = {value->origin};
  return answer;
}

/// Could parts of the region along this axis be known while the whole is not? Only where a
/// list was given for some part, or a figure of its own stands in one; to look first is
/// what keeps questions without an answer cheap.
bool given_in_parts(const Ledger::State& state, const Book& book, const Region& region, std::size_t along) {
  const RegionSpace& space = state.space;
  const auto is_part = [&](const Region& given) {
    return given[along] != region[along] && space.within(along, given[along], region[along]);
  };
  const auto touches = [&](const Region& given) {
    for (std::size_t axis = 0; axis < region.size(); ++axis) {
      const bool apart =
          !space.within(axis, given[axis], region[axis]) && !space.within(axis, region[axis], given[axis]);
      if (apart) return false;
    }
    return true;
  };
  const auto& lists = book.index.lists();
  return std::any_of(lists.begin(), lists.end(),
                     [&](const FactList& list) { return is_part(list.scope) && touches(list.scope); }) ||
         std::any_of(book.loose.begin(), book.loose.end(), [&](FactId fact) {
           const Region& point = book.index.facts()[fact].point;
           return is_part(point) && space.contains(region, point);
         });
}

bool is_whole(const Ledger::State& state, std::size_t axis) {
  return std::find(state.whole_axes.begin(), state.whole_axes.end(), axis) != state.whole_axes.end();
}

/// 财政拨款 asked as its funds one by one; only along axes whose listed members are all
/// there are and few. The first unknown part ends it.
std::optional<Answer> answer_of_parts(Ledger::State& state, Book& book, const Region& region, std::size_t along) {
  const Axis& axis = state.accounts.axes[along];
  if (axis.exclusive || axis.extensible) return std::nullopt;
  if (!is_whole(state, along) && !given_in_parts(state, book, region, along)) return std::nullopt;
  if (axis.coded() && (region[along] == 0 || axis.at(region[along]).level > 0)) return std::nullopt;
  Answer answer;
  answer.source = Answer::Source::parts;
  answer.quantity = Quantity(0, book.measure->dimension);
  for (const MemberId child : state.space.children(along, region[along])) {
    Region part = region;
    part[along] = child;
    std::optional<Answer> known;
    std::vector<Answer> direct = answers_from_facts(book, state.space, state.accounts.axes, part);
    if (!direct.empty()) known = std::move(direct.front());
    if (!known) known = answer_of_parts(state, book, part, along);
    if (!known) return std::nullopt;
    const QuantityResult sum = add(answer.quantity, known->quantity);
    if (!sum.quantity) return std::nullopt;
    answer.quantity = *sum.quantity;
    answer.span = answer.span.known() ? answer.span : known->span;
    if (!known->quantity.is_zero())
      answer.operands.insert(answer.operands.end(), known->operands.begin(), known->operands.end());
  }
  if (!answer.span.known()) return std::nullopt;  // no children, or nothing to point at
  return answer;
}

/// A figure the department states itself is compared with its units' where nothing else is
/// told of it.
void add_units_of_stated(Ledger::State& state, Book& book, const Region& region, std::vector<Answer>& answers) {
  if (answers.size() != 1 || answers.front().kind != OriginKind::stated) return;
  for (const std::size_t axis : state.whole_axes) {
    if (auto units = answer_of_parts(state, book, region, axis)) answers.push_back(std::move(*units));
  }
}

}  // namespace

Amount Ledger::State::ask_where_it_can(Book& book, const Region& region) {
  std::vector<Answer> answers = answers_from_facts(book, space, accounts.axes, region);
  if (auto formula = answer_of_formula(*this, book, region)) answers.push_back(std::move(*formula));
  for (std::size_t axis = 0; answers.empty() && axis < region.size(); ++axis) {
    if (auto parts = answer_of_parts(*this, book, region, axis)) answers.push_back(std::move(*parts));
  }
  if (answers.empty()) return {};
  add_units_of_stated(*this, book, region, answers);
  if (answers.size() > 1) {
    compare_answers(*this, book, region, answers);
    // A total that stands beside its parts names them as its operands.
    Answer& printed = answers.front();
    if (printed.kind == OriginKind::stated && answers[1].source != Answer::Source::fact) {
      const auto& parts = answers[1].operands;
      printed.operands.insert(printed.operands.end(), parts.begin(), parts.end());
      printed.origin = 0;
    }
  }
  return record(book, region, answers.front());
}

Amount Ledger::State::record(Book& book, const Region& region, const Answer& answer) {
  Amount amount;
  amount.state = Amount::State::known;
  amount.quantity = answer.quantity;
  amount.span = answer.span;
  amount.origin = answer.origin;
  if (amount.origin == 0) {
    // A part of a list that is all there is in the region: a sum of one.
    const OriginKind kind = answer.kind == OriginKind::entered ? OriginKind::summed : answer.kind;
    OriginRecord line{kind, answer.span, label(book, region), answer.quantity, answer.operands};
    if (kind == OriginKind::derived) line.span = book.measure->formula->span();
    amount.origin = journal->add(std::move(line));
  }
  return amount;
}

namespace {

std::vector<MemberId> distinct_ancestors(const FactIndex& index, const RegionSpace& space, const Region& region,
                                         const Axis& axis, std::size_t number, int level) {
  std::vector<MemberId> found;
  for (const FactId fact : index.touching(region).members()) {
    if (index.facts()[fact].quantity.is_zero()) continue;
    MemberId member = index.facts()[fact].point[number];
    while (level != 0 && axis.at(member).level > level) member = axis.at(member).parent;
    const bool at_level = level == 0 ? member != 0 : axis.at(member).level == level && member != 0;
    if (!at_level || !space.within(number, member, region[number])) continue;
    if (std::find(found.begin(), found.end(), member) == found.end()) found.push_back(member);
  }
  return found;
}

void keep_leaves(std::vector<MemberId>& members, const RegionSpace& space, std::size_t axis) {
  const std::vector<MemberId> all = members;
  std::erase_if(members, [&](MemberId member) {
    return std::any_of(all.begin(), all.end(),
                       [&](MemberId other) { return other != member && space.within(axis, other, member); });
  });
}

}  // namespace

std::vector<MemberId> Ledger::occurring(const std::string& measure, const Region& region, const std::string& axis,
                                        int level) const {
  Book* const book = state_->book(measure);
  const auto number = state_->axis_numbers.find(axis);
  if (book == nullptr || number == state_->axis_numbers.end()) return {};
  const Axis& tree = state_->accounts.axes[number->second];
  std::vector<MemberId> found = distinct_ancestors(book->index, state_->space, region, tree, number->second, level);
  if (book->measure->formula) {
    for (const auto& [operand, span] : book->measure->formula->names()) {
      if (operand == measure) continue;
      for (const MemberId member : occurring(operand, region, axis, level)) {
        if (std::find(found.begin(), found.end(), member) == found.end()) found.push_back(member);
      }
    }
  }
  if (level == 0) keep_leaves(found, state_->space, number->second);
  std::erase_if(found, [&](MemberId member) {
    Region part = region;
    part[number->second] = member;
    const Amount amount = state_->ask(*book, part);
    return amount.known() && amount.quantity.is_zero();
  });
  std::sort(found.begin(), found.end(), [&](MemberId a, MemberId b) {
    if (tree.coded()) return tree.at(a).key < tree.at(b).key;
    return state_->space.order(number->second, a) < state_->space.order(number->second, b);
  });
  return found;
}

}  // namespace gongkai
