#include "ledger/consolidation.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/diagnostic_text.h"
#include "ledger/figure_text.h"

namespace gongkai {
namespace {

using Coordinates = std::vector<Coordinate>;

std::string quoted(const std::string& text) { return "“" + text + "”"; }

void put(Coordinates& coordinates, const std::string& axis, const std::string& member, Span span) {
  std::erase_if(coordinates, [&](const Coordinate& one) { return one.axis == axis; });
  coordinates.push_back({axis, member, "", span});
}

const Axis* find_axis(const Accounts& accounts, const std::string& name) {
  const auto found =
      std::find_if(accounts.axes.begin(), accounts.axes.end(), [&](const Axis& axis) { return axis.name() == name; });
  return found == accounts.axes.end() ? nullptr : &*found;
}

/// A unit's file and the unit that lists it ("": the department).
struct Part {
  const UnitEntered* unit = nullptr;
  std::string parent;
};

void add_parts(const std::vector<UnitEntered>& units, const std::string& parent, std::vector<Part>& parts) {
  for (const UnitEntered& unit : units) {
    parts.push_back({&unit, parent});
    add_parts(unit.units, unit.name, parts);
  }
}

/// Lists of all units that are one list of the department: the same list of the schema over
/// the same scope. A list that some unit lacks stays that of its unit.
class ListTable {
 public:
  explicit ListTable(const UnitRules& rules) : rules_(rules) {}

  void count(const UnitEntered& unit) {
    if (!unit.units.empty()) return;  // has lists of its own only beside those of its units
    ++count_;
    std::map<std::string, std::size_t> seen;
    for (const PostedList& list : unit.entered.lists) ++seen[key_of(list)];
    for (const auto& [key, times] : seen) {
      if (times == 1) ++units_[key];
    }
  }

  /// The number (index + 1) of the list in the department that takes this one of a unit's.
  std::uint32_t take(const PostedList& list, const UnitEntered& unit, Entered& department) {
    const std::string key = key_of(list);
    const bool everywhere = unit.units.empty() && units_[key] == count_;
    if (everywhere && numbers_[key] != 0) {
      PostedList& known = department.lists[numbers_[key] - 1];
      known.closed = known.closed && list.closed;
      return numbers_[key];
    }
    PostedList taken = list;
    std::erase_if(taken.scope, [&](const Coordinate& one) { return one.axis == rules_.axis; });
    if (!everywhere) put(taken.scope, rules_.axis, unit.name, unit.place);
    department.lists.push_back(std::move(taken));
    const auto number = static_cast<std::uint32_t>(department.lists.size());
    if (everywhere) numbers_[key] = number;
    return number;
  }

 private:
  std::string key_of(const PostedList& list) const {
    std::vector<std::string> scope;
    for (const Coordinate& one : list.scope) {
      if (one.axis != rules_.axis) scope.push_back(one.axis + "=" + one.member);
    }
    std::sort(scope.begin(), scope.end());
    std::string key = list.measure + "|" + list.field;
    for (const std::string& one : scope) key += "|" + one;
    return key;
  }

  const UnitRules& rules_;
  std::size_t count_ = 0;
  std::map<std::string, std::size_t> units_;  // that have the list once
  std::map<std::string, std::uint32_t> numbers_;
};

/// What one unit says of a transfer to or from another.
struct Side {
  Quantity quantity;
  Span span;
  std::size_t lines = 0;
};

struct Transfer {
  Side paid, received;
};

class Consolidator {
 public:
  Consolidator(const Consolidation& how, Entered& department, Journal& journal, Diagnostics& diagnostics)
      : accounts_(how.accounts),
        rules_(how.rules),
        is_part_(how.is_part),
        department_(department),
        journal_(journal),
        diagnostics_(diagnostics),
        own_lists_(department.lists.size()) {}

  std::vector<Disagreement> add(const std::vector<UnitEntered>& units) {
    std::vector<Part> parts;
    add_parts(units, {}, parts);
    name_units(parts);
    ListTable lists(rules_);
    for (const Part& part : parts) lists.count(*part.unit);
    for (const Part& part : parts) {
      std::vector<std::uint32_t> numbers;
      for (const PostedList& list : part.unit->entered.lists)
        numbers.push_back(lists.take(list, *part.unit, department_));
      for (const Posting& posting : part.unit->entered.postings) take(posting, *part.unit, numbers);
    }
    if (!taken_out_.empty()) take_out();
    department_.whole_axes.push_back(rules_.axis);
    return compare_sides();
  }

 private:
  /// How a unit was named: where, below which, and whether it adds up others.
  struct Named {
    Span place;
    std::string parent;
    bool adds_up = false;
  };

  void name_units(const std::vector<Part>& parts) {
    std::vector<NewMember> members;
    for (const auto& [unit, parent] : parts) {
      const auto [first, is_new] = names_.emplace(unit->name, Named{unit->place, parent, !unit->units.empty()});
      if (!is_new) tell_twice(*unit, first->second.place);
      members.push_back({rules_.axis, unit->name, unit->name, unit->place, parent});
      for (const NewMember& member : unit->entered.members) {
        if (member.axis != rules_.axis) members.push_back(member);
      }
    }
    for (const NewMember& member : department_.members) check_named(member);
    std::erase_if(department_.members, [&](const NewMember& member) { return member.axis == rules_.axis; });
    members.insert(members.end(), department_.members.begin(), department_.members.end());
    department_.members = std::move(members);
  }

  void tell_twice(const UnitEntered& unit, Span first) {
    diagnostics_.add({Severity::error,
                      Fault::input,
                      "UNIT-01",
                      quoted(unit.name) + "有两个文件",
                      unit.place,
                      {{"另一个", first}},
                      "删去其中一个，或改正单位的名称"});
  }

  void check_named(const NewMember& member) {
    if (member.axis != rules_.axis || names_.contains(member.member)) return;
    diagnostics_.error("UNIT-03", "汇总的文件里没有" + quoted(member.member), member.span, near_name(member.member));
  }

  std::string near_name(const std::string& word) const {
    std::vector<std::string> all;
    for (const auto& [name, named] : names_) all.push_back(name);
    const std::string near = nearest(word, all);
    return near.empty() ? "单位应有自己的数据文件，列在“汇总”里" : "是否想写" + quoted(near) + "？";
  }

  void take(const Posting& posting, const UnitEntered& unit, const std::vector<std::uint32_t>& numbers) {
    Posting taken = posting;
    if (unit.units.empty() || !says_unit(posting)) put(taken.coordinates, rules_.axis, unit.name, unit.place);
    if (posting.list != 0) taken.list = numbers[posting.list - 1];
    if (!posting.counterpart.unit.empty()) note_transfer(taken, unit);
    department_.postings.push_back(std::move(taken));
  }

  /// What a unit that adds up others says of one of them.
  bool says_unit(const Posting& posting) const {
    return std::any_of(posting.coordinates.begin(), posting.coordinates.end(),
                       [&](const Coordinate& one) { return one.axis == rules_.axis && names_.contains(one.member); });
  }

  void note_transfer(const Posting& posting, const UnitEntered& unit) {
    const std::string& other = posting.counterpart.unit;
    const auto named = names_.find(other);
    if (named == names_.end() && is_part_) return;
    if (named == names_.end() || named->second.adds_up || other == unit.name) {
      diagnostics_.error("UNIT-02", quoted(other) + wrong_side(named), posting.counterpart.span,
                         named == names_.end() ? near_name(other) : "");
      return;
    }
    const bool pays = posting.measure == rules_.paid;
    if (!pays && posting.measure != rules_.received) return;
    Transfer& transfer = transfers_[pays ? std::pair(unit.name, other) : std::pair(other, unit.name)];
    Side& side = pays ? transfer.paid : transfer.received;
    const QuantityResult sum =
        side.lines == 0 ? QuantityResult{posting.quantity, {}} : gongkai::add(side.quantity, posting.quantity);
    side.quantity = sum.quantity.value_or(side.quantity);
    if (++side.lines == 1) side.span = posting.span;
    taken_out_.push_back(posting);
  }

  std::string wrong_side(std::map<std::string, Named>::const_iterator named) const {
    if (named == names_.end()) return "不是本部门汇总的其他单位";
    return named->second.adds_up ? "由几个单位汇总，应写明是其中哪一个" : "是本单位，单位对自己没有往来";
  }

  /// The lowest that adds up both; "" for the department.
  std::string adds_up_both(const std::string& one, const std::string& other) const {
    for (std::string above = parent_of(one); !above.empty(); above = parent_of(above)) {
      for (std::string also = parent_of(other); !also.empty(); also = parent_of(also)) {
        if (also == above) return above;
      }
    }
    return {};
  }

  std::string parent_of(const std::string& unit) const {
    const auto named = names_.find(unit);
    return named == names_.end() ? std::string() : named->second.parent;
  }

  /// The member that takes transfers out for the one who adds up both sides.
  std::string eliminations_for(const std::string& whole) const {
    return whole.empty() ? rules_.eliminations : rules_.eliminations + "（" + whole + "）";
  }

  std::string unit_of(const Posting& posting) const {
    for (const Coordinate& one : posting.coordinates) {
      if (one.axis == rules_.axis) return one.member;
    }
    return {};
  }

  /// Each transfer is taken out of every list it is in, and of one that holds nothing else: for
  /// whatever was not paid among units that one says zero.
  void take_out() {
    std::set<std::string> prepared;
    for (const Posting& posting : taken_out_) {
      const std::string whole = adds_up_both(unit_of(posting), posting.counterpart.unit);
      if (prepared.insert(whole).second) prepare_eliminations(whole, posting.counterpart.span);
    }
    for (const Posting& posting : taken_out_)
      take_out(posting, eliminations_for(adds_up_both(unit_of(posting), posting.counterpart.unit)));
  }

  void prepare_eliminations(const std::string& whole, Span place) {
    const std::string name = eliminations_for(whole);
    department_.members.push_back({rules_.axis, name, name, place, whole});
    for (const Measure& measure : accounts_.measures) {
      const bool divided = std::find(measure.axes.begin(), measure.axes.end(), rules_.axis) != measure.axes.end();
      if (divided && !measure.formula) add_empty_lists(measure, 0, {{rules_.axis, name, "", place}});
    }
  }

  void take_out(Posting posting, const std::string& member) {
    const OriginId read = line_of(posting.span);
    put(posting.coordinates, rules_.axis, member, posting.counterpart.span);
    posting.quantity = posting.quantity.negated();
    posting.origin = journal_.add(
        {OriginKind::derived, posting.counterpart.span, member + " / " + posting.measure, posting.quantity, {read}});
    posting.counterpart = {};
    for (std::size_t list = own_lists_; list < department_.lists.size(); ++list) {
      posting.list = static_cast<std::uint32_t>(list + 1);
      if (covers(department_.lists[list], posting)) department_.postings.push_back(posting);
    }
  }

  /// A closed list for each version of the measure: exclusive axes are never added up.
  void add_empty_lists(const Measure& measure, std::size_t axis, const Coordinates& scope) {
    while (axis < measure.axes.size()) {
      const Axis* const tree = find_axis(accounts_, measure.axes[axis++]);
      if (tree == nullptr || !tree->exclusive) continue;
      for (MemberId member = 1; member < tree->size(); ++member) {
        Coordinates version = scope;
        version.push_back({tree->name(), tree->at(member).key, "", scope.front().span});
        add_empty_lists(measure, axis, version);
      }
      return;
    }
    department_.lists.push_back({measure.name, scope, true, scope.front().span, scope.front().member});
  }

  bool covers(const PostedList& list, const Posting& posting) const {
    if (list.measure != posting.measure) return false;
    return std::all_of(accounts_.axes.begin(), accounts_.axes.end(), [&](const Axis& axis) {
      const std::string scope = member_on(axis, list.scope);
      const std::string point = member_on(axis, posting.coordinates);
      if (scope.empty() || scope == point) return true;
      const auto outer = axis.find(scope);
      const auto inner = axis.find(point);
      return outer && inner && axis.within(*inner, *outer);
    });
  }

  /// "" for everything.
  static std::string member_on(const Axis& axis, const Coordinates& coordinates) {
    for (const Coordinate& one : coordinates) {
      if (one.axis == axis.name()) return one.member;
    }
    return axis.exclusive ? axis.at(axis.default_member).key : std::string();
  }

  OriginId line_of(Span span) const {
    for (OriginId id = 1; id <= journal_.size(); ++id) {
      if (journal_.at(id).span == span && journal_.at(id).kind == OriginKind::entered) return id;
    }
    return 0;
  }

  std::vector<Disagreement> compare_sides() const {
    std::vector<Disagreement> found;
    for (const auto& [pair, transfer] : transfers_) {
      const auto& [paid, received] = transfer;
      if (paid.lines != 0 && received.lines != 0 && agree_within_tail(paid.quantity, received.quantity)) continue;
      Diagnostic finding;
      finding.fault = Fault::finding;
      finding.code = "SUM-00";
      finding.message = "内部往来两边不符：" + told(pair.first, "付", pair.second, paid) + "，" +
                        told(pair.second, "收", pair.first, received);
      finding.span = paid.lines != 0 ? paid.span : received.span;
      if (paid.lines != 0 && received.lines != 0) finding.notes.push_back({"另一边", received.span});
      finding.hint = "两个单位的数据文件里，金额和对方应当对得上";
      found.push_back({{rules_.paid, {rules_.axis}}, std::move(finding)});
    }
    return found;
  }

  std::string told(const std::string& unit, const std::string& verb, const std::string& other, const Side& side) const {
    if (side.lines == 0) return unit + "没有填" + verb + other + "的数";
    return unit + "填" + verb + other + " " + figure_text(side.quantity, department_.unit);
  }

  const Accounts& accounts_;
  const UnitRules& rules_;
  bool is_part_;
  Entered& department_;
  Journal& journal_;
  Diagnostics& diagnostics_;
  std::size_t own_lists_;  // of the department itself, before those of its units
  std::map<std::string, Named> names_;
  std::map<std::pair<std::string, std::string>, Transfer> transfers_;  // by payer and receiver
  std::vector<Posting> taken_out_;
};

}  // namespace

std::vector<Disagreement> consolidate(const Consolidation& how, const std::vector<UnitEntered>& units,
                                      Entered& department, Journal& journal, Diagnostics& diagnostics) {
  return Consolidator(how, department, journal, diagnostics).add(units);
}

}  // namespace gongkai
