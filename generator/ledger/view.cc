#include "ledger/view.h"

#include <algorithm>
#include <utility>

#include "ledger/view_parts.h"

namespace gongkai {
namespace {

using Kind = ViewCell::Kind;

bool is_label(ViewColumn::Content content) {
  return content == ViewColumn::Content::code || content == ViewColumn::Content::name ||
         content == ViewColumn::Content::title;
}

/// Panels side by side: rows meet from the top, those of the bottom from below.
std::vector<std::vector<const SettledRow*>> zip(const std::vector<PanelRows>& panels) {
  // A panel without bottom rows may use their height for its own.
  std::size_t height = 0;
  for (const PanelRows& panel : panels) height = std::max(height, panel.top.size() + panel.bottom.size());
  std::vector<std::vector<const SettledRow*>> rows(height, std::vector<const SettledRow*>(panels.size()));
  for (std::size_t panel = 0; panel < panels.size(); ++panel) {
    for (std::size_t i = 0; i < panels[panel].top.size(); ++i) rows[i][panel] = &panels[panel].top[i];
    const std::size_t first = height - panels[panel].bottom.size();
    for (std::size_t i = 0; i < panels[panel].bottom.size(); ++i) rows[first + i][panel] = &panels[panel].bottom[i];
  }
  return rows;
}

class Grid {
 public:
  Grid(const TablePlan& plan, const Places& places, const Scope& scope, Diagnostics& diagnostics, View& view)
      : places_(&places), scope_(&scope), diagnostics_(&diagnostics), view_(&view) {
    for (const PlanPanel& panel : plan.panels) lists_records_.push_back(lists_records(panel.rows));
  }

  /// Columns that `hold_nothing` (so they will be left out) are asked in their first row
  /// only: whether they are zero or unknown.
  bool fill(const std::vector<LeafColumn>& columns, const std::vector<std::vector<const SettledRow*>>& rows,
            const std::vector<bool>& hold_nothing) {
    view_->rows.clear();
    bool good = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      ViewRow row;
      row.role = role_of(rows[i]);
      row.cells.reserve(columns.size());
      for (std::size_t number = 0; number < columns.size(); ++number) {
        const LeafColumn& column = columns[number];
        ViewCell& target = row.cells.emplace_back();
        if (rows[i][column.panel] != nullptr) target.run = rows[i][column.panel]->run;
        if (i != 0 && hold_nothing[number]) continue;
        good = cell(column, rows[i][column.panel], column.panel * rows.size() + i + 1, target) && good;
      }
      span_titles(columns, rows[i], row.cells);
      view_->rows.push_back(std::move(row));
    }
    return good;
  }

 private:
  static ViewRow::Role role_of(const std::vector<const SettledRow*>& panels) {
    ViewRow::Role role = ViewRow::Role::blank;
    for (const SettledRow* const row : panels) {
      if (row == nullptr || row->plan == nullptr) continue;
      if (role == ViewRow::Role::blank) role = ViewRow::Role::normal;
      if (row->plan->role == ViewRow::Role::total) return ViewRow::Role::total;
      if (row->plan->role == ViewRow::Role::subtotal) role = ViewRow::Role::subtotal;
    }
    return role;
  }

  /// false after an error.
  bool cell(const LeafColumn& column, const SettledRow* row, std::size_t line, ViewCell& cell) {
    if (column.content == ViewColumn::Content::line_number) {
      cell.kind = Kind::label;
      cell.text = std::to_string(line);
      return true;
    }
    if (row == nullptr || row->plan == nullptr) return true;
    if (is_label(column.content)) {
      cell.text = label_text(column, *row, places_->ledger());
      cell.kind = cell.text.empty() ? Kind::blank : Kind::label;
      if (column.plan->indented) cell.indent = row->indent;
      return true;
    }
    if (column.content == ViewColumn::Content::figure) {
      figure(column, *row, cell);
      return true;
    }
    if (column.plan->kind == PlanColumn::Kind::fixed) {
      cell.kind = Kind::text;
      cell.text = column.plan->fixed;
      return true;
    }
    return value(column, *row, cell);
  }

  void figure(const LeafColumn& column, const SettledRow& row, ViewCell& cell) {
    const std::string& measure = row.stand.measure.empty() ? column.stand.measure : row.stand.measure;
    if (measure.empty() || !places_->meet(column.stand, row.stand, asked_)) return;
    cell.kind = Kind::figure;
    const Amount amount = places_->ledger().ask(measure, asked_);
    // Where there is nothing to divide, the parts nobody gave are nothing too.
    if (!row.unknown || (amount.known() && amount.quantity.is_zero())) cell.amount = amount;
  }

  static bool lists_records(const std::vector<PlanRow>& rows) {
    return std::any_of(rows.begin(), rows.end(),
                       [](const PlanRow& row) { return row.kind == PlanRow::Kind::items || lists_records(row.below); });
  }

  /// A row of its own beside records (合计) has no value of theirs.
  bool value(const LeafColumn& column, const SettledRow& row, ViewCell& cell) {
    if (!row.record && lists_records_[column.panel]) return true;
    auto found = evaluate(*column.plan->value, row_scope(*scope_, row), *diagnostics_);
    if (!found) return false;
    if (found->is_absent()) return true;
    cell.kind = Kind::text;
    cell.value = std::move(found);
    return true;
  }

  /// 合计 stands over the code and name columns of its panel.
  static void span_titles(const std::vector<LeafColumn>& columns, const std::vector<const SettledRow*>& panels,
                          std::vector<ViewCell>& cells) {
    for (std::size_t first = 0; first < columns.size();) {
      std::size_t end = first + 1;
      if (is_label(columns[first].content)) {
        while (end < columns.size() && columns[end].panel == columns[first].panel && is_label(columns[end].content))
          ++end;
        const SettledRow* const row = panels[columns[first].panel];
        if (row != nullptr && row->plan != nullptr && row->plan->kind == PlanRow::Kind::fixed) {
          join_labels(cells, first, end);
        }
      }
      first = end;
    }
  }

  static void join_labels(std::vector<ViewCell>& cells, std::size_t first, std::size_t end) {
    std::size_t written = end;
    for (std::size_t i = first; i < end; ++i) {
      if (cells[i].kind == Kind::blank) continue;
      if (written != end) return;  // a code and a name: each its own cell
      written = i;
    }
    if (written == end || end - first < 2) return;
    std::swap(cells[first], cells[written]);
    cells[first].column_span = static_cast<std::uint32_t>(end - first);
  }

  const Places* places_;
  const Scope* scope_;
  Diagnostics* diagnostics_;
  View* view_;
  std::vector<bool> lists_records_;  // by panel: has rows of 逐条
  Region asked_;                     // of the cell at hand
};

std::optional<bool> is_zero(const ViewCell& cell) {
  if (cell.kind == Kind::figure)
    return cell.amount.known() ? std::optional(cell.amount.quantity.is_zero()) : std::nullopt;
  const Quantity* const quantity = cell.value ? cell.value->if_quantity() : nullptr;
  return quantity == nullptr ? std::nullopt : std::optional(quantity->is_zero());
}

bool is_unknown(const ViewCell& cell) {
  return (cell.kind == Kind::figure && !cell.amount.known()) || (cell.value && cell.value->is_unknown());
}

void tell_state(View& view) {
  std::size_t known = 0;
  std::size_t unknown = 0;
  bool something = false;
  for (const ViewRow& row : view.rows) {
    for (const ViewCell& cell : row.cells) {
      const std::optional<bool> zero = is_zero(cell);
      if (is_unknown(cell)) ++unknown;
      if (zero) ++known;
      if (zero && !*zero) something = true;
      if (cell.value && !cell.value->is_unknown() && cell.value->if_quantity() == nullptr) something = true;
    }
  }
  view.all_zero = !something && unknown == 0;
  view.all_unknown = known == 0 && unknown != 0 && !something;
  view.some_unknown = unknown != 0 && !view.all_unknown;
}

bool has_figure(const View& view, std::size_t column) {
  return std::any_of(view.rows.begin(), view.rows.end(), [&](const ViewRow& row) {
    const std::optional<bool> zero = is_zero(row.cells[column]);
    return zero && !*zero;
  });
}

/// Columns to keep. Where nothing is left to print, the first figure column of each
/// top-level header stays, so that the empty table keeps its grid.
std::vector<bool> kept_columns(const View& view) {
  std::vector<bool> kept;
  bool any = false;
  for (std::size_t column = 0; column < view.columns.size(); ++column) {
    const bool figure = view.columns[column].content == ViewColumn::Content::figure;
    kept.push_back(!figure || has_figure(view, column));
    any = any || (figure && kept.back());
  }
  for (std::size_t column = 0; !any && column < kept.size(); ++column) {
    if (view.columns[column].group_start) kept[column] = true;
  }
  return kept;
}

template <typename T>
void keep(std::vector<T>& items, const std::vector<bool>& kept) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i] && next != i) items[next] = std::move(items[i]);
    if (kept[i]) ++next;
  }
  items.resize(next);
}

void collapse(View& view, std::vector<LeafColumn>& columns) {
  const std::vector<bool> kept = kept_columns(view);
  view.collapsed = static_cast<std::size_t>(std::count(kept.begin(), kept.end(), false));
  if (view.collapsed == 0) return;
  // A group whose first column goes begins at the next one that stays.
  for (std::size_t i = 0; i + 1 < kept.size(); ++i) {
    if (!kept[i] && view.columns[i].group_start && view.columns[i + 1].panel == view.columns[i].panel) {
      view.columns[i + 1].group_start = true;
    }
  }
  for (ViewRow& row : view.rows) keep(row.cells, kept);
  keep(view.columns, kept);
  keep(columns, kept);
}

/// Columns of a table that leaves empty ones out in which no row can have a figure.
std::vector<bool> columns_that_hold_nothing(const TablePlan& plan, const std::vector<LeafColumn>& columns,
                                            const std::vector<PanelRows>& panels, const Ledger& ledger) {
  std::vector<bool> nothing(columns.size(), false);
  if (!plan.collapse) return nothing;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const LeafColumn& column = columns[i];
    const auto own_measure = [](const SettledRow& row) { return !row.stand.measure.empty(); };
    const PanelRows& rows = panels[column.panel];
    const bool overridden = std::any_of(rows.top.begin(), rows.top.end(), own_measure) ||
                            std::any_of(rows.bottom.begin(), rows.bottom.end(), own_measure);
    if (column.content != ViewColumn::Content::figure || overridden || column.stand.nowhere) continue;
    nothing[i] = !ledger.may_have_figure(column.stand.measure, column.stand.region);
  }
  return nothing;
}

bool any_figure(const View& view) {
  for (std::size_t column = 0; column < view.columns.size(); ++column) {
    if (view.columns[column].content == ViewColumn::Content::figure && has_figure(view, column)) return true;
  }
  return false;
}

}  // namespace

std::optional<View> settle_view(const TableDefinition& definition, const Ledger& ledger, const Scope& scope,
                                const NoteText& line_text, Diagnostics& diagnostics) {
  const TablePlan& plan = *definition.plan;
  const Places places(ledger);
  std::vector<LeafColumn> columns = settle_columns(plan, places);
  std::vector<PanelRows> panels;
  for (std::uint32_t panel = 0; panel < plan.panels.size(); ++panel) {
    auto rows = settle_rows(plan.panels[panel], columns, panel, {places, scope, line_text, diagnostics});
    if (!rows) return std::nullopt;
    panels.push_back(std::move(*rows));
  }
  View view;
  for (const LeafColumn& column : columns) {
    view.columns.push_back(
        {column.path, column.nodes, column.content, column.group_start, column.panel, column.plan->merges});
  }
  const auto rows = zip(panels);
  Grid grid(plan, places, scope, diagnostics, view);
  const std::vector<bool> hold_nothing = columns_that_hold_nothing(plan, columns, panels, ledger);
  if (!grid.fill(columns, rows, hold_nothing)) return std::nullopt;
  // An empty table keeps some of its columns, so all are asked after all.
  const bool empty = plan.collapse && !any_figure(view);
  if (empty && !grid.fill(columns, rows, std::vector<bool>(columns.size(), false))) return std::nullopt;
  tell_state(view);
  if (plan.collapse) collapse(view, columns);
  if (definition.step.sign() != 0) view.has_tail = shows_tail(view, columns, rows, ledger.space(), definition);
  return view;
}

}  // namespace gongkai
