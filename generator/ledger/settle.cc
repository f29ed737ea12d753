// Placing what was entered: every coordinate to its member, every amount to its point.

#include <algorithm>
#include <map>
#include <utility>

#include "base/diagnostic_text.h"
#include "ledger/figure_text.h"
#include "ledger/ledger_state.h"
#include "ledger/likely_member.h"

namespace gongkai {
namespace {

std::string near_miss(const std::string& near) { return near.empty() ? "" : "是否想写“" + near + "”？"; }

/// Makes the axes hold every member the data uses; reports those they can't.
class MemberDesk {
 public:
  MemberDesk(std::vector<Axis>& axes, Diagnostics& diagnostics) : axes_(&axes), diagnostics_(&diagnostics) {
    for (std::size_t i = 0; i < axes.size(); ++i) numbers_.emplace(axes[i].name(), i);
  }

  void admit(const NewMember& member) {
    Axis* const axis = find(member.axis, member.span);
    if (axis == nullptr) return;
    if (const auto known = axis->find(member.member)) {
      const std::string& name = axis->at(*known).name;
      if (name == member.name || member.name.empty()) return;
      diagnostics_->error(
          "LEDGER-04",
          "“" + member.member + "”已在“" + axis->name() + "”中，名称是“" + name + "”，这里写作“" + member.name + "”",
          member.span);
      return;
    }
    if (!axis->extensible) {
      diagnostics_->error("LEDGER-03", "“" + axis->name() + "”不能写“" + member.member + "”", member.span,
                          allowed_words(*axis, member.member));
      return;
    }
    const MemberId parent = member.parent.empty() ? 0 : axis->find(member.parent).value_or(0);
    const auto level = static_cast<std::uint8_t>(axis->at(parent).level + 1);
    axis->add({member.member, member.name.empty() ? member.member : member.name, parent, level, false, true});
  }

  void admit(const Coordinate& coordinate) {
    Axis* const axis = find(coordinate.axis, coordinate.span);
    if (axis == nullptr) return;
    std::optional<MemberId> member = axis->find(coordinate.member);
    if (!member) member = add_unlisted(*axis, coordinate);
    if (member) compare_name(*axis, *member, coordinate);
  }

  /// Codes are admitted shortest first, so that an unlisted 款 is there before its 项.
  void admit_all(const Entered& entered) {
    std::vector<const Coordinate*> all;
    for (const PostedList& list : entered.lists) {
      for (const Coordinate& coordinate : list.scope) all.push_back(&coordinate);
    }
    for (const Posting& posting : entered.postings) {
      for (const Coordinate& coordinate : posting.coordinates) all.push_back(&coordinate);
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Coordinate* a, const Coordinate* b) { return a->member.size() < b->member.size(); });
    for (const Coordinate* const coordinate : all) admit(*coordinate);
  }

  /// nullopt when a coordinate could not be placed (reported when it was admitted).
  [[nodiscard]] std::optional<Region> place(const std::vector<Coordinate>& coordinates, Region region) const {
    for (const Coordinate& coordinate : coordinates) {
      const auto axis = numbers_.find(coordinate.axis);
      if (axis == numbers_.end()) return std::nullopt;
      const auto member = (*axes_)[axis->second].find(coordinate.member);
      if (!member) return std::nullopt;
      region[axis->second] = *member;
    }
    return region;
  }

 private:
  Axis* find(const std::string& name, Span span) {
    const auto found = numbers_.find(name);
    if (found != numbers_.end()) return &(*axes_)[found->second];
    if (reported_.insert(name).second) {
      std::vector<std::string> names;
      for (const Axis& axis : *axes_) names.push_back(axis.name());
      diagnostics_->error("LEDGER-02", "没有维度“" + name + "”", span, near_miss(nearest(name, names)));
    }
    return nullptr;
  }

  void fail_unknown(const Axis& axis, const Coordinate& coordinate) {
    const std::string& written = coordinate.member;
    if (!axis.coded()) {
      diagnostics_->error("LEDGER-03", "“" + axis.name() + "”不能写“" + written + "”", coordinate.span,
                          allowed_words(axis, written));
      return;
    }
    const std::string likely = likely_code(axis, written, coordinate.stated_name);
    diagnostics_->error("LEDGER-03", "“" + axis.name() + "”里没有编码“" + written + "”", coordinate.span,
                        near_miss(likely));
  }

  std::optional<MemberId> add_unlisted(Axis& axis, const Coordinate& coordinate) {
    if (!reported_.insert(axis.name() + "/" + coordinate.member).second) return std::nullopt;
    const MemberId parent = axis.coded() ? axis.longest_prefix(coordinate.member) : 0;
    if (parent == 0) {
      fail_unknown(axis, coordinate);
      return std::nullopt;
    }
    const std::string& under = axis.at(parent).key;
    const std::string name = coordinate.stated_name.empty() ? coordinate.member : coordinate.stated_name;
    diagnostics_->warning(
        "LEDGER-05", "编码表中没有科目“" + coordinate.member + "”，归入“" + under + " " + axis.at(parent).name + "”",
        coordinate.span,
        coordinate.stated_name.empty() ? "在编码后写上名称，如“" + coordinate.member + " 某某支出”"
                                       : name_elsewhere(axis, coordinate.stated_name, coordinate.member));
    const auto level = static_cast<std::uint8_t>(axis.at(parent).level + 1);
    return axis.add({coordinate.member, name, parent, level, false, true});
  }

  void compare_name(const Axis& axis, MemberId id, const Coordinate& coordinate) {
    const Member& member = axis.at(id);
    if (coordinate.stated_name.empty() || coordinate.stated_name == member.name) return;
    if (!reported_.insert(axis.name() + "/" + member.key + "/" + coordinate.stated_name).second) return;
    Diagnostic found;
    found.severity = member.from_memory || member.added_by_data ? Severity::warning : Severity::error;
    found.code = "LEDGER-06";
    found.message = "科目“" + member.key + "”的名称是“" + member.name + "”，这里写作“" + coordinate.stated_name + "”";
    found.span = coordinate.span;
    const std::string elsewhere = name_elsewhere(axis, coordinate.stated_name, member.key);
    found.hint = elsewhere.empty() ? "名称应写“" + member.name + "”，或核对编码"
                                   : elsewhere + "；改编码，或把名称改为“" + member.name + "”";
    if (member.from_memory) found.hint = "编码表中的这个名称尚未核对官方文本，请以官方科目为准";
    diagnostics_->add(std::move(found));
  }

  std::vector<Axis>* axes_;
  Diagnostics* diagnostics_;
  std::unordered_map<std::string, std::size_t> numbers_;
  std::set<std::string> reported_;
};

struct SpanHash {
  std::size_t operator()(const Span& span) const { return (std::size_t{span.begin} << 20) ^ span.end ^ span.source; }
};

/// The reader journals every amount it reads; a fact goes on from that line.
std::unordered_map<Span, OriginId, SpanHash> entered_lines(const Journal& journal) {
  std::unordered_map<Span, OriginId, SpanHash> lines;
  for (OriginId id = 1; id <= journal.size(); ++id) {
    const OriginRecord& line = journal.at(id);
    if (line.kind == OriginKind::entered && line.span.known()) lines.emplace(line.span, id);
  }
  return lines;
}

class Settler {
 public:
  Settler(Ledger::State& state, const MemberDesk& desk, Diagnostics& diagnostics)
      : state_(&state), desk_(&desk), diagnostics_(&diagnostics), lines_(entered_lines(*state.journal)) {}

  void settle(const Entered& entered) {
    for (const PostedList& list : entered.lists) settle_list(list);
    for (const Posting& posting : entered.postings) settle_posting(posting);
    for (Placed& placed : placed_) placed.book->index.add_fact(std::move(placed.fact));
    for (Book& book : state_->books) {
      book.index.finish();
      for (FactId fact = 0; fact < book.index.facts().size(); ++fact) {
        const Fact& settled = book.index.facts()[fact];
        const bool closed = settled.list != 0 && book.index.lists()[settled.list - 1].closed;
        if (!closed && !settled.quantity.is_zero()) book.loose.push_back(fact);
      }
      tell_left_out(*state_, book);
    }
  }

 private:
  struct Placed {
    Book* book;
    Fact fact;
    std::vector<std::string> counterparts;
  };

  Book* find_book(const std::string& measure, Span span) {
    Book* const book = state_->book(measure);
    if (book == nullptr) {
      std::vector<std::string> names;
      for (const Measure& known : state_->accounts.measures) names.push_back(known.name);
      diagnostics_->error("LEDGER-01", "没有指标“" + measure + "”", span, near_miss(nearest(measure, names)));
    }
    return book;
  }

  /// A list number is the place of its posted list within its measure's book.
  void settle_list(const PostedList& list) {
    Book* const book = find_book(list.measure, list.span);
    const auto scope = desk_->place(list.scope, state_->space.everything());
    numbers_.push_back(0);
    if (book == nullptr || !scope) return;
    book->index.add_list({*scope, list.closed, list.span, {}, {}});
    numbers_.back() = static_cast<std::uint32_t>(book->index.lists().size());
  }

  void settle_posting(const Posting& posting) {
    Book* const book = find_book(posting.measure, posting.span);
    const auto point = desk_->place(posting.coordinates, state_->space.everything());
    if (book == nullptr || !point || !axes_fit(*book, posting)) return;
    Fact fact{*point, posting.quantity, posting.span, origin_of(*book, posting, *point), 0};
    if (posting.list != 0 && posting.list <= numbers_.size()) fact.list = numbers_[posting.list - 1];
    if (joined(*book, posting, fact)) return;
    if (posting.origin != 0) {
      book->nonnegative = false;  // an entry that takes something out
    } else if (posting.quantity.sign() < 0 && book->measure->nonnegative) {
      warn_negative(*book, fact);
    }
    placed_.push_back({book, std::move(fact), {posting.counterpart.unit}});
  }

  bool axes_fit(const Book& book, const Posting& posting) {
    for (const Coordinate& coordinate : posting.coordinates) {
      const auto axis = state_->axis_numbers.find(coordinate.axis);
      if (axis == state_->axis_numbers.end() || book.has_axis[axis->second]) continue;
      if (state_->space.exclusive(axis->second) && coordinate.member == default_of(axis->second)) continue;
      diagnostics_->error("LEDGER-07", "指标“" + posting.measure + "”不分“" + coordinate.axis + "”", posting.span);
      return false;
    }
    return true;
  }

  const std::string& default_of(std::size_t axis) const {
    const Axis& tree = state_->accounts.axes[axis];
    return tree.at(tree.default_member).key;
  }

  OriginId origin_of(const Book& book, const Posting& posting, const Region& point) {
    if (posting.origin != 0) return posting.origin;
    const auto found = lines_.find(posting.span);
    if (found != lines_.end()) return found->second;
    return state_->journal->add({OriginKind::entered, posting.span, state_->label(book, point), posting.quantity, {}});
  }

  /// Another amount at the same point. Transfers to several units are one figure; anything
  /// else was given twice.
  bool joined(const Book& book, const Posting& posting, const Fact& fact) {
    auto& taken = taken_[{book.measure->name, fact.list}];
    const auto [first, is_new] = taken.emplace(fact.point, placed_.size());
    if (is_new) return false;
    Placed& there = placed_[first->second];
    const bool takes_out = posting.origin != 0;
    const bool of_other = std::find(there.counterparts.begin(), there.counterparts.end(), posting.counterpart.unit) ==
                          there.counterparts.end();
    if (takes_out || of_other) {
      join(there, posting, fact);
    } else {
      report_twice(book, fact, there.fact);
    }
    return true;
  }

  void join(Placed& there, const Posting& posting, const Fact& fact) {
    const QuantityResult sum = add(there.fact.quantity, fact.quantity);
    if (!sum.quantity) return;
    there.fact.quantity = *sum.quantity;
    there.counterparts.push_back(posting.counterpart.unit);
    there.fact.origin = state_->journal->add({OriginKind::summed,
                                              there.fact.span,
                                              state_->label(*there.book, fact.point),
                                              *sum.quantity,
                                              {there.fact.origin, fact.origin}});
  }

  void report_twice(const Book& book, const Fact& fact, const Fact& first) {
    Diagnostic found;
    found.code = "LEDGER-08";
    found.message = state_->label(book, fact.point) + " 填了两次";
    found.span = fact.span;
    found.notes.push_back({"第一次", first.span});
    const bool same = compare(fact.quantity, first.quantity) == 0;
    found.hint = fact.list == 0 ? "删去其中一个"
                 : same ? "两行的金额也相同，多半是重复粘贴，删去一行；确是两笔的，合并成一行"
                        : "合并成一行，或用支出性质、项目等把两行分开";
    diagnostics_->add(std::move(found));
  }

  void warn_negative(Book& book, const Fact& fact) {
    Diagnostic found;
    found.severity = Severity::warning;
    found.fault = Fault::finding;
    found.code = "SUM-05";
    found.message = state_->label(book, fact.point) + " 为负数 " + figure_text(fact.quantity, state_->unit);
    found.span = fact.span;
    state_->disagree({book.measure->name, {}}, std::move(found));
  }

  Ledger::State* state_;
  const MemberDesk* desk_;
  Diagnostics* diagnostics_;
  std::unordered_map<Span, OriginId, SpanHash> lines_;
  std::vector<std::uint32_t> numbers_;  // of each posted list within its book
  std::vector<Placed> placed_;
  std::map<std::pair<std::string, std::uint32_t>, std::unordered_map<Region, std::size_t, RegionHash>> taken_;
};

/// From here on the members these axes have are all there are.
void close_axes(std::vector<Axis>& axes, const std::vector<std::string>& whole) {
  for (Axis& axis : axes) {
    if (std::find(whole.begin(), whole.end(), axis.name()) != whole.end()) axis.extensible = false;
  }
}

void open_books(Ledger::State& state) {
  for (std::size_t i = 0; i < state.accounts.axes.size(); ++i)
    state.axis_numbers.emplace(state.accounts.axes[i].name(), i);
  state.books.reserve(state.accounts.measures.size());
  for (const Measure& measure : state.accounts.measures) {
    state.measure_numbers.emplace(measure.name, state.books.size());
    Book& book = state.books.emplace_back(measure, state.space);
    book.has_axis.resize(state.accounts.axes.size());
    for (const std::string& axis : measure.axes) {
      const auto number = state.axis_numbers.find(axis);
      if (number == state.axis_numbers.end()) continue;
      book.has_axis[number->second] = true;
      book.axes.push_back(number->second);
    }
    for (std::size_t axis = 0; axis < book.has_axis.size(); ++axis) {
      if (!book.has_axis[axis]) book.other_axes.push_back(axis);
    }
  }
}

}  // namespace

std::optional<Ledger> Ledger::settle(Accounts accounts, const Entered& entered, Journal& journal,
                                     Diagnostics& diagnostics, std::vector<Disagreement> known) {
  Diagnostics own;
  MemberDesk desk(accounts.axes, own);
  for (const NewMember& member : entered.members) desk.admit(member);
  close_axes(accounts.axes, entered.whole_axes);
  desk.admit_all(entered);
  journal.kept_in(entered.unit);
  auto state = std::make_unique<State>(std::move(accounts), journal, entered.unit);
  open_books(*state);
  for (const std::string& axis : entered.whole_axes) state->whole_axes.push_back(state->axis_numbers.at(axis));
  for (Disagreement& disagreement : known) {
    state->shown.add(disagreement.finding);
    state->disagreements.push_back(std::move(disagreement));
  }
  const MemberDesk placed(state->accounts.axes, own);
  Settler(*state, placed, own).settle(entered);
  const bool usable = !own.has_errors();
  diagnostics.append(std::move(own));
  if (!usable) return std::nullopt;
  return Ledger(std::move(state));
}

}  // namespace gongkai
