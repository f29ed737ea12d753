// Rows of a panel for one ledger: members that occur, records of the data, fixed lines.

#include <algorithm>

#include "ledger/measure_function.h"
#include "ledger/view_parts.h"

namespace gongkai {
namespace {

/// What some figure column asks of a row; rows occur where one of these has a figure.
struct AskedOf {
  std::string measure;
  Region region;
};

class RowMaker {
 public:
  RowMaker(const std::vector<LeafColumn>& columns, std::uint32_t panel, const RowSettings& settings)
      : columns_(&columns),
        panel_(panel),
        places_(&settings.places),
        scope_(&settings.scope),
        line_text_(&settings.line_text),
        diagnostics_(&settings.diagnostics) {}

  bool make(const std::vector<PlanRow>& plans, const SettledRow& above, std::uint8_t indent, PanelRows& rows) {
    for (const PlanRow& plan : plans) {
      SettledRow row = above;
      row.plan = &plan;
      row.title = plan.title.text;
      row.axis.reset();
      row.indent = indent;
      places_->apply(plan.place, row.stand);
      if (!make_one(plan, row, rows)) return false;
    }
    return true;
  }

 private:
  bool make_one(const PlanRow& plan, const SettledRow& row, PanelRows& rows) {
    std::vector<SettledRow>& target = plan.bottom ? rows.bottom : rows.top;
    switch (plan.kind) {
      case PlanRow::Kind::fixed: return add(row, target, rows);
      case PlanRow::Kind::members: return add_members(plan, row, target, rows);
      case PlanRow::Kind::items: return add_items(plan, row, target, rows);
      case PlanRow::Kind::fill:
        while (target.size() < static_cast<std::size_t>(plan.fill)) target.emplace_back(blank());
        return true;
    }
    return true;
  }

  [[nodiscard]] SettledRow blank() const {
    SettledRow row;
    row.stand = places_->start();
    return row;
  }

  bool add(const SettledRow& row, std::vector<SettledRow>& target, PanelRows& rows) {
    if (row.plan->applies) {
      const auto value = evaluate(*row.plan->applies, row_scope(*scope_, row), *diagnostics_);
      const auto truth = value ? is_true(*value, row.plan->applies->span(), *diagnostics_) : std::nullopt;
      if (!truth) return false;
      if (!*truth) return true;
    }
    target.push_back(row);
    if (!write_title(target.back())) return false;
    return make(row.plan->below, row, static_cast<std::uint8_t>(row.indent + 1), rows);
  }

  /// Of fixed rows and records; a member's row is named by the member.
  bool write_title(SettledRow& row) {
    if (row.plan->kind == PlanRow::Kind::members || row.title.find('{') == std::string::npos) return true;
    auto written = (*line_text_)(row.plan->title, row_scope(*scope_, row));
    if (!written) return false;
    row.title = std::move(*written);
    return true;
  }

  bool add_members(const PlanRow& plan, const SettledRow& above, std::vector<SettledRow>& target, PanelRows& rows) {
    const Axis& axis = places_->ledger().accounts().axes[plan.members.axis];
    const std::vector<MemberId> found = members(plan, above, axis);
    const bool topmost = !above.record;
    if (found.empty() && topmost && has_figure(above)) target.push_back(not_broken_down(above, plan.members.axis));
    for (const MemberId member : found) {
      SettledRow row = above;
      row.axis = plan.members.axis;
      row.member = member;
      Places::fix(row.stand, plan.members.axis, member);
      row.title = axis.at(member).name;
      row.record = member_record(axis, member);
      // 类 stands at the margin, 款 one in; below another row everything is one further in.
      const int level = axis.at(member).level;
      const int first = plan.members.levels.empty() ? (axis.coded() ? 1 : level) : plan.members.levels.front();
      row.indent = static_cast<std::uint8_t>(above.indent + std::max(level - first, 0));
      if (!add(row, target, rows)) return false;
    }
    return true;
  }

  std::vector<MemberId> members(const PlanRow& plan, const SettledRow& above, const Axis& axis) const {
    std::vector<MemberId> given;
    for (const std::string& key : plan.members.members) {
      if (const auto member = axis.find(key)) given.push_back(*member);
    }
    if (plan.members.all) return given.empty() ? all_members(plan, axis) : given;
    std::vector<MemberId> found = occurring(plan, above, axis);
    if (!plan.members.members.empty()) {
      std::erase_if(given,
                    [&](MemberId member) { return std::find(found.begin(), found.end(), member) == found.end(); });
      return given;
    }
    std::sort(found.begin(), found.end(), [&](MemberId a, MemberId b) {
      if (axis.coded()) return axis.at(a).key < axis.at(b).key;
      return places_->ledger().space().order(plan.members.axis, a) <
             places_->ledger().space().order(plan.members.axis, b);
    });
    return found;
  }

  static std::vector<MemberId> all_members(const PlanRow& plan, const Axis& axis) {
    std::vector<MemberId> found;
    const auto& levels = plan.members.levels;
    for (MemberId member = 1; member < axis.size(); ++member) {
      if (levels.empty() || std::find(levels.begin(), levels.end(), axis.at(member).level) != levels.end()) {
        found.push_back(member);
      }
    }
    return found;
  }

  std::vector<MemberId> occurring(const PlanRow& plan, const SettledRow& above, const Axis& axis) const {
    std::vector<MemberId> found;
    std::vector<int> levels = plan.members.levels;
    if (levels.empty()) levels.push_back(0);
    if (levels.front() == 0 && !plan.members.members.empty()) levels = levels_of(plan, axis);
    for (const AskedOf& asked : asked_of(above)) {
      for (const int level : levels) {
        for (const MemberId member : places_->ledger().occurring(asked.measure, asked.region, axis.name(), level)) {
          if (std::find(found.begin(), found.end(), member) == found.end()) found.push_back(member);
        }
      }
    }
    return found;
  }

  static std::vector<int> levels_of(const PlanRow& plan, const Axis& axis) {
    std::vector<int> levels;
    for (const std::string& key : plan.members.members) {
      const auto member = axis.find(key);
      const int level = member ? axis.at(*member).level : 0;
      if (std::find(levels.begin(), levels.end(), level) == levels.end()) levels.push_back(level);
    }
    return levels;
  }

  /// Is there something that the missing members would divide?
  bool has_figure(const SettledRow& row) const {
    const std::vector<AskedOf> asked = asked_of(row);
    return std::any_of(asked.begin(), asked.end(), [&](const AskedOf& one) {
      const Amount amount = places_->ledger().ask(one.measure, one.region);
      return amount.known() && !amount.quantity.is_zero();
    });
  }

  /// A total without any of its parts must not look as if there were none.
  static SettledRow not_broken_down(const SettledRow& above, std::size_t axis) {
    SettledRow row = above;
    row.title = "（明细未提供）";
    row.unknown = true;
    row.stand.set[axis] = true;
    return row;
  }

  /// Regions of the panel's figure columns at this row, without those inside another: where
  /// 合计 has nothing, 基本支出 has nothing.
  std::vector<AskedOf> asked_of(const SettledRow& row) const {
    std::vector<AskedOf> asked;
    Region region;
    for (const LeafColumn& column : *columns_) {
      if (column.panel != panel_ || column.content != ViewColumn::Content::figure) continue;
      const std::string& measure = row.stand.measure.empty() ? column.stand.measure : row.stand.measure;
      const bool stands = !measure.empty() && places_->meet(column.stand, row.stand, region);
      if (!stands || is_covered(asked, measure, region)) continue;
      std::erase_if(asked, [&](const AskedOf& other) {
        return other.measure == measure && places_->ledger().space().contains(region, other.region);
      });
      asked.push_back({measure, region});
    }
    return asked;
  }

  bool is_covered(const std::vector<AskedOf>& asked, const std::string& measure, const Region& region) const {
    return std::any_of(asked.begin(), asked.end(), [&](const AskedOf& other) {
      return other.measure == measure && places_->ledger().space().contains(other.region, region);
    });
  }

  bool add_items(const PlanRow& plan, const SettledRow& above, std::vector<SettledRow>& target, PanelRows& rows) {
    const auto items = evaluate(*plan.items, row_scope(*scope_, above), *diagnostics_);
    if (!items) return false;
    if (items->is_absent() || items->is_unknown()) return true;
    const List* const list = items->if_list();
    if (list == nullptr) {
      diagnostics_->error("TABLE-20", "“逐条”应得到列表，却是" + std::string(kind_name(*items)), plan.items->span());
      return false;
    }
    const std::uint32_t run = ++runs_;
    for (const Value& item : *list) {
      SettledRow row = above;
      row.record = item;
      row.run = run;
      if (!plan.item_name.empty()) row.named.emplace_back(plan.item_name, item);
      if (!add(row, target, rows)) return false;
    }
    return true;
  }

  const std::vector<LeafColumn>* columns_;
  std::uint32_t panel_;
  const Places* places_;
  const Scope* scope_;
  const NoteText* line_text_;
  Diagnostics* diagnostics_;
  std::uint32_t runs_ = 0;
};

/// The member a code column shows: that of its 维度, else the row's own, else the one the
/// row fixes; only codes count.
struct Shown {
  const Axis* axis = nullptr;
  MemberId member = 0;
};

Shown shown_member(const LeafColumn& column, const SettledRow& row, const Ledger& ledger) {
  const std::vector<Axis>& axes = ledger.accounts().axes;
  if (column.plan->axis)
    return {&axes[*column.plan->axis], row.stand.set[*column.plan->axis] ? row.stand.region[*column.plan->axis] : 0};
  if (row.axis) return axes[*row.axis].coded() ? Shown{&axes[*row.axis], row.member} : Shown{};
  for (std::size_t axis = 0; axis < axes.size(); ++axis) {
    if (row.stand.set[axis] && axes[axis].coded()) return {&axes[axis], row.stand.region[axis]};
  }
  return {};
}

}  // namespace

std::optional<PanelRows> settle_rows(const PlanPanel& panel, const std::vector<LeafColumn>& columns,
                                     std::uint32_t panel_number, const RowSettings& settings) {
  SettledRow start;
  start.stand = settings.places.start();
  PanelRows rows;
  RowMaker maker(columns, panel_number, settings);
  if (!maker.make(panel.rows, start, 0, rows)) return std::nullopt;
  return rows;
}

std::string label_text(const LeafColumn& column, const SettledRow& row, const Ledger& ledger) {
  if (row.plan == nullptr) return {};
  const Shown shown = shown_member(column, row, ledger);
  if (column.content == ViewColumn::Content::name) {
    if (column.plan->axis && shown.member != 0) return shown.axis->at(shown.member).name;
    return row.title;
  }
  if (shown.axis == nullptr || shown.member == 0) return {};
  if (column.plan->kind == PlanColumn::Kind::code) {
    const bool group = shown.axis->coded() && shown.axis->at(shown.member).level == 0;
    return group ? std::string() : shown.axis->at(shown.member).key;
  }
  MemberId at = shown.member;
  while (at != 0 && level_name(*shown.axis, at) != column.plan->level) at = shown.axis->at(at).parent;
  return at == 0 ? std::string() : short_code(*shown.axis, at);
}

Scope row_scope(const Scope& outer, const SettledRow& row) {
  Scope scope = outer;
  scope.find = [&outer, &row](std::string_view name, Span use) -> std::optional<Value> {
    if (row.record && name == "行") return *row.record;
    for (auto named = row.named.rbegin(); named != row.named.rend(); ++named) {
      if (named->first == name) return named->second;
    }
    return outer.find(name, use);
  };
  return scope;
}

}  // namespace gongkai
