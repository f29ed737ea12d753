#include "ledger/consolidation.h"

#include <algorithm>
#include <map>
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

/// Lists of all units that are one list of the department: the same list of the schema over
/// the same scope. A list that some unit lacks stays that of its unit.
class ListTable {
 public:
  explicit ListTable(const UnitRules& rules) : rules_(rules) {}

  void count(const Entered& entered) {
    std::map<std::string, std::size_t> seen;
    for (const PostedList& list : entered.lists) ++seen[key_of(list)];
    for (const auto& [key, times] : seen) {
      if (times == 1) ++units_[key];
    }
  }

  /// The number (index + 1) of the list in the department that takes this one of a unit's.
  std::uint32_t take(const PostedList& list, const UnitEntered& unit, std::size_t units, Entered& department) {
    const std::string key = key_of(list);
    const bool everywhere = units_[key] == units;
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
  Consolidator(const Accounts& accounts, const UnitRules& rules, Entered& department, Journal& journal,
               Diagnostics& diagnostics)
      : accounts_(accounts),
        rules_(rules),
        department_(department),
        journal_(journal),
        diagnostics_(diagnostics),
        own_lists_(department.lists.size()) {}

  std::vector<Disagreement> add(const std::vector<UnitEntered>& units) {
    name_units(units);
    ListTable lists(rules_);
    for (const UnitEntered& unit : units) lists.count(unit.entered);
    for (const UnitEntered& unit : units) {
      std::vector<std::uint32_t> numbers;
      for (const PostedList& list : unit.entered.lists) {
        numbers.push_back(lists.take(list, unit, units.size(), department_));
      }
      for (const Posting& posting : unit.entered.postings) take(posting, unit, numbers);
    }
    if (!taken_out_.empty()) take_out();
    department_.whole_axes.push_back(rules_.axis);
    return compare_sides();
  }

 private:
  void name_units(const std::vector<UnitEntered>& units) {
    std::vector<NewMember> members;
    for (const UnitEntered& unit : units) {
      const auto [first, is_new] = names_.emplace(unit.name, unit.place);
      if (!is_new) {
        diagnostics_.add({Severity::error,
                          Fault::input,
                          "UNIT-01",
                          quoted(unit.name) + "有两个文件",
                          unit.place,
                          {{"另一个", first->second}},
                          "删去其中一个，或改正单位的名称"});
      }
      members.push_back({rules_.axis, unit.name, unit.name, unit.place});
      for (const NewMember& member : unit.entered.members) {
        if (member.axis != rules_.axis) members.push_back(member);
      }
    }
    for (const NewMember& member : department_.members) check_named(member);
    std::erase_if(department_.members, [&](const NewMember& member) { return member.axis == rules_.axis; });
    members.insert(members.end(), department_.members.begin(), department_.members.end());
    department_.members = std::move(members);
  }

  void check_named(const NewMember& member) {
    if (member.axis != rules_.axis || names_.contains(member.member)) return;
    diagnostics_.error("UNIT-03", "汇总的文件里没有" + quoted(member.member), member.span, near_name(member.member));
  }

  std::string near_name(const std::string& word) const {
    std::vector<std::string> all;
    for (const auto& [name, place] : names_) all.push_back(name);
    const std::string near = nearest(word, all);
    return near.empty() ? "单位应有自己的数据文件，列在“汇总”里" : "是否想写" + quoted(near) + "？";
  }

  void take(const Posting& posting, const UnitEntered& unit, const std::vector<std::uint32_t>& numbers) {
    Posting taken = posting;
    put(taken.coordinates, rules_.axis, unit.name, unit.place);
    if (posting.list != 0) taken.list = numbers[posting.list - 1];
    if (!posting.counterpart.unit.empty()) note_transfer(taken, unit);
    department_.postings.push_back(std::move(taken));
  }

  void note_transfer(const Posting& posting, const UnitEntered& unit) {
    const std::string& other = posting.counterpart.unit;
    if (!names_.contains(other) || other == unit.name) {
      diagnostics_.error("UNIT-02", quoted(other) + "不是本部门汇总的其他单位", posting.counterpart.span,
                         names_.contains(other) ? "单位对自己没有往来" : near_name(other));
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

  /// Each transfer is taken out of every list it is in, and of one that holds nothing else: for
  /// whatever was not paid among units that one says zero.
  void take_out() {
    const Span place = taken_out_.front().counterpart.span;
    const Coordinate member{rules_.axis, rules_.eliminations, "", place};
    department_.members.push_back({rules_.axis, rules_.eliminations, rules_.eliminations, place});
    for (const Measure& measure : accounts_.measures) {
      const bool divided = std::find(measure.axes.begin(), measure.axes.end(), rules_.axis) != measure.axes.end();
      if (divided && !measure.formula) add_empty_lists(measure, 0, {member});
    }
    for (Posting posting : taken_out_) {
      const OriginId read = line_of(posting.span);
      put(posting.coordinates, rules_.axis, rules_.eliminations, posting.counterpart.span);
      posting.quantity = posting.quantity.negated();
      posting.origin = journal_.add({OriginKind::derived,
                                     posting.counterpart.span,
                                     rules_.eliminations + " / " + posting.measure,
                                     posting.quantity,
                                     {read}});
      posting.counterpart = {};
      for (std::size_t list = own_lists_; list < department_.lists.size(); ++list) {
        posting.list = static_cast<std::uint32_t>(list + 1);
        if (covers(department_.lists[list], posting)) department_.postings.push_back(posting);
      }
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
    department_.lists.push_back({measure.name, scope, true, scope.front().span, rules_.eliminations});
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
      found.push_back({rules_.paid, {rules_.axis}, std::move(finding)});
    }
    return found;
  }

  std::string told(const std::string& unit, const std::string& verb, const std::string& other, const Side& side) const {
    if (side.lines == 0) return unit + "没有填" + verb + other + "的数";
    return unit + "填" + verb + other + " " + figure_text(side.quantity, department_.unit);
  }

  const Accounts& accounts_;
  const UnitRules& rules_;
  Entered& department_;
  Journal& journal_;
  Diagnostics& diagnostics_;
  std::size_t own_lists_;  // of the department itself, before those of its units
  std::map<std::string, Span> names_;
  std::map<std::pair<std::string, std::string>, Transfer> transfers_;  // by payer and receiver
  std::vector<Posting> taken_out_;
};

}  // namespace

std::vector<Disagreement> consolidate(const Accounts& accounts, const UnitRules& rules,
                                      const std::vector<UnitEntered>& units, Entered& department, Journal& journal,
                                      Diagnostics& diagnostics) {
  return Consolidator(accounts, rules, department, journal, diagnostics).add(units);
}

}  // namespace gongkai
