// Columns of a table for one ledger: the header tree unrolled, generated columns made.

#include <algorithm>

#include "ledger/view_parts.h"

namespace gongkai {

Standpoint Places::start() const {
  Standpoint stand;
  stand.region = ledger_->everything();
  stand.set.resize(stand.region.size());
  return stand;
}

void Places::apply(const PlanPlace& place, Standpoint& stand) const {
  if (!place.measure.empty()) stand.measure = place.measure;
  for (const PlanPlace::Fix& fixed : place.fixes) {
    // A code below a listed one that neither the list nor this report has.
    const auto member = ledger_->accounts().axes[fixed.axis].find(fixed.member);
    if (!member) stand.nowhere = true;
    fix(stand, fixed.axis, member.value_or(0));
  }
}

void Places::fix(Standpoint& stand, std::size_t axis, MemberId member) {
  stand.region[axis] = member;
  stand.set[axis] = true;
}

bool Places::meet(const Standpoint& column, const Standpoint& row, Region& region) const {
  if (column.nowhere || row.nowhere) return false;
  region = column.region;
  for (std::size_t axis = 0; axis < region.size(); ++axis) {
    const MemberId mine = row.region[axis];
    if (!row.set[axis] || region[axis] == mine) continue;
    const RegionSpace& space = ledger_->space();
    if (!column.set[axis] && space.exclusive(axis)) {
      region[axis] = mine;
    } else if (space.within(axis, mine, region[axis])) {
      region[axis] = mine;
    } else if (!space.within(axis, region[axis], mine)) {
      return false;
    }
  }
  return true;
}

namespace {

ViewColumn::Content content_of(PlanColumn::Kind kind) {
  switch (kind) {
    case PlanColumn::Kind::code:
    case PlanColumn::Kind::level: return ViewColumn::Content::code;
    case PlanColumn::Kind::name: return ViewColumn::Content::name;
    case PlanColumn::Kind::line_number: return ViewColumn::Content::line_number;
    case PlanColumn::Kind::value:
    case PlanColumn::Kind::fixed: return ViewColumn::Content::value;
    case PlanColumn::Kind::group:
    case PlanColumn::Kind::members:
    case PlanColumn::Kind::figure: return ViewColumn::Content::figure;
  }
  return ViewColumn::Content::figure;
}

class ColumnTree {
 public:
  ColumnTree(const Places& places, std::vector<LeafColumn>& leaves) : places_(&places), leaves_(&leaves) {}

  void add_panel(const PlanPanel& panel, std::uint32_t number, const Standpoint& table) {
    panel_ = number;
    Header header;
    header.stand = table;
    places_->apply(panel.place, header.stand);
    if (!panel.title.empty()) open(header, panel.title);
    top_depth_ = header.path.size();
    for (const PlanColumn& column : panel.columns) add(column, header);
  }

 private:
  struct Header {
    std::vector<std::string> path;
    std::vector<std::uint32_t> nodes;
    Standpoint stand;
  };

  void open(Header& header, const std::string& title) {
    header.path.push_back(title);
    header.nodes.push_back(++last_node_);
  }

  void add(const PlanColumn& column, Header header) {
    places_->apply(column.place, header.stand);
    if (column.kind == PlanColumn::Kind::members) return add_members(column, header);
    open(header, column.title);
    if (column.kind == PlanColumn::Kind::group) {
      for (const PlanColumn& inner : column.columns) add(inner, header);
    } else {
      add_leaf(column, header);
    }
  }

  void add_leaf(const PlanColumn& column, const Header& header) {
    LeafColumn leaf;
    leaf.plan = &column;
    leaf.content = content_of(column.kind);
    leaf.path = header.path;
    leaf.nodes = header.nodes;
    leaf.stand = header.stand;
    leaf.panel = panel_;
    leaf.group_start = leaves_->empty() || leaves_->back().panel != panel_ ||
                       leaves_->back().nodes[top_depth_] != header.nodes[top_depth_];
    leaves_->push_back(std::move(leaf));
  }

  /// One column a member; with two levels a group for each of the upper: 小计, then the lower.
  void add_members(const PlanColumn& column, const Header& header) {
    const Axis& axis = places_->ledger().accounts().axes[column.members.axis];
    for (const MemberId member : listed(axis, column.members)) {
      Header inner = header;
      Places::fix(inner.stand, column.members.axis, member);
      open(inner, axis.at(member).name);
      if (column.members.levels.size() < 2) {
        add_leaf(column, inner);
      } else {
        add_subtotal_and_parts(column, axis, member, inner);
      }
    }
  }

  void add_subtotal_and_parts(const PlanColumn& column, const Axis& axis, MemberId member, const Header& group) {
    Header subtotal = group;
    open(subtotal, "小计");
    add_leaf(column, subtotal);
    for (const MemberId part : at_level(axis, column.members.levels[1], member)) {
      Header inner = group;
      Places::fix(inner.stand, column.members.axis, part);
      open(inner, axis.at(part).name);
      add_leaf(column, inner);
    }
  }

  static std::vector<MemberId> at_level(const Axis& axis, int level, MemberId within) {
    std::vector<MemberId> found;
    for (MemberId member = 1; member < axis.size(); ++member) {
      if (axis.at(member).level == level && axis.within(member, within)) found.push_back(member);
    }
    if (axis.coded()) {  // codes the data added stand last in the axis
      std::sort(found.begin(), found.end(), [&](MemberId a, MemberId b) { return axis.at(a).key < axis.at(b).key; });
    }
    return found;
  }

  static std::vector<MemberId> listed(const Axis& axis, const PlanMembers& members) {
    std::vector<MemberId> found;
    for (const std::string& key : members.members) {
      if (const auto member = axis.find(key)) found.push_back(*member);
    }
    if (!members.members.empty()) return found;
    if (!members.levels.empty()) return at_level(axis, members.levels[0], 0);
    for (MemberId member = 1; member < axis.size(); ++member) {
      if (axis.children(member).empty()) found.push_back(member);
    }
    return found;
  }

  const Places* places_;
  std::vector<LeafColumn>* leaves_;
  std::uint32_t panel_ = 0;
  std::uint32_t last_node_ = 0;
  std::size_t top_depth_ = 0;
};

}  // namespace

std::vector<LeafColumn> settle_columns(const TablePlan& plan, const Places& places) {
  Standpoint table = places.start();
  places.apply(plan.place, table);
  table.set.assign(table.set.size(), false);  // the table's place is what columns and rows start from
  std::vector<LeafColumn> leaves;
  ColumnTree tree(places, leaves);
  for (std::uint32_t panel = 0; panel < plan.panels.size(); ++panel) tree.add_panel(plan.panels[panel], panel, table);
  return leaves;
}

}  // namespace gongkai
