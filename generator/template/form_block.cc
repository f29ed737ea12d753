#include "template/form_block.h"

#include <algorithm>
#include <utility>

#include "template/cell_printer.h"
#include "template/line_filler.h"

namespace gongkai {
namespace {

/// A row as it will be printed; spans over rows of a group are known when the group is done.
struct FilledCell {
  Cell cell;
  bool merges = false;
};
struct FilledRow {
  std::vector<FilledCell> cells;
  RowRole role = RowRole::normal;
  std::uint32_t run = 0;  // the 逐条 it comes from; 0: none
};

bool is_row_of_labels(const FormRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const FormCell& cell) { return cell.kind == FormCell::Kind::label; });
}

class FormMaker {
 public:
  FormMaker(const TableDefinition& definition, const FormPlan& plan, const CellPrinter& printer, LineFiller& lines,
            Diagnostics& diagnostics)
      : definition_(&definition), plan_(&plan), printer_(&printer), lines_(&lines), diagnostics_(&diagnostics) {}

  Table make() {
    for (const FormRow& row : plan_->header) add_cells(row, 0);
    const std::size_t header = rows_.size();
    add(plan_->rows, 0);
    Table table;
    table.id = definition_->id;
    table.code = definition_->code;
    table.form = true;
    table.landscape = definition_->landscape;
    table.span = definition_->span;
    for (const std::uint16_t share : plan_->shares) table.columns.push_back({CellKind::text, false, false, 0, share});
    table.header_rows = static_cast<std::uint32_t>(header);
    CellMerger merger(table);
    for (std::uint32_t row = 0; row < rows_.size(); ++row) place(row, table, merger);
    std::sort(table.cells.begin(), table.cells.end(),
              [](const Cell& a, const Cell& b) { return a.row != b.row ? a.row < b.row : a.column < b.column; });
    return table;
  }

  /// What the cells turned out to be.
  [[nodiscard]] TableState state(const Table& table) const {
    TableState state;
    state.some_unknown = std::any_of(table.cells.begin(), table.cells.end(),
                                     [](const Cell& cell) { return cell.state == CellState::unknown; });
    state.empty = groups_ != 0 && items_ == 0;
    return state;
  }

 private:
  void add(const std::vector<FormRow>& rows, std::uint32_t run) {
    for (const FormRow& row : rows) {
      if (row.rows.empty()) {
        if (applies(row)) add_cells(row, run);
      } else if (row.items) {
        add_records(row);
      } else if (applies(row)) {
        add_group(row, run);
      }
    }
  }

  bool applies(const FormRow& row) { return !row.applies || lines_->holds(*row.applies).value_or(false); }

  void add_records(const FormRow& group) {
    ++groups_;
    const auto found = lines_->value(*group.items);
    if (!found || found->is_absent() || found->is_unknown()) return;
    const List* const records = found->if_list();
    if (records == nullptr) {
      diagnostics_->error("TABLE-20", "“逐条”应得到列表，却是" + std::string(kind_name(*found)), group.items->span());
      return;
    }
    const std::uint32_t run = ++runs_;
    for (const Value& record : *records) {
      const Locals::Frame frame(lines_->locals());
      lines_->locals().set("行", record);
      if (!group.item_name.empty()) lines_->locals().set(group.item_name, record);
      if (!applies(group)) continue;
      ++items_;
      add_group(group, run);
    }
  }

  /// The margin stands in the group's first row and reaches down to its last.
  void add_group(const FormRow& group, std::uint32_t run) {
    const std::size_t first = rows_.size();
    std::vector<FilledCell> margin;
    for (const FormCell& cell : group.margin) margin.push_back(filled(cell, CellKind::row_header));
    add(group.rows, run);
    if (rows_.size() == first) return;
    for (FilledCell& cell : margin) cell.cell.row_span = static_cast<std::uint32_t>(rows_.size() - first);
    std::vector<FilledCell>& cells = rows_[first].cells;
    cells.insert(cells.begin(), std::make_move_iterator(margin.begin()), std::make_move_iterator(margin.end()));
  }

  void add_cells(const FormRow& plan, std::uint32_t run) {
    const CellKind label = is_row_of_labels(plan) ? CellKind::column_header : CellKind::row_header;
    FilledRow row;
    row.role = plan.role;
    row.run = run;
    for (const FormCell& cell : plan.cells) row.cells.push_back(filled(cell, label));
    rows_.push_back(std::move(row));
  }

  FilledCell filled(const FormCell& plan, CellKind label) {
    FilledCell found;
    found.merges = plan.merges;
    Cell& cell = found.cell;
    cell.column = plan.column;
    cell.column_span = plan.column_span;
    cell.row_span = plan.row_span;
    if (plan.kind == FormCell::Kind::value) {
      print_value(*plan.value, cell);
    } else {
      cell.content = lines_->fill(plan.line);
      if (cell.content.empty()) cell.state = CellState::blank;
    }
    if (plan.kind == FormCell::Kind::label) {
      cell.kind = label;
      cell.align = Align::centre;
    }
    if (plan.align) cell.align = *plan.align;
    return found;
  }

  void print_value(const Expression& expression, Cell& cell) {
    const auto found = lines_->value(expression);
    if (found && !CellPrinter::is_printable(*found)) {
      diagnostics_->error("TABLE-21", "表格里不能印" + std::string(kind_name(*found)), expression.span());
    }
    printer_->print(found.value_or(Value()), cell);
  }

  void place(std::uint32_t number, Table& table, CellMerger& merger) {
    FilledRow& source = rows_[number];
    const bool header = number < table.header_rows;
    const bool total_follows = number + 1 < rows_.size() && rows_[number + 1].role == RowRole::total;
    table.rows.push_back({header ? RowRole::header : source.role, header || total_follows});
    merger.begin_row();
    for (FilledCell& filled : source.cells) {
      filled.cell.row = number;
      merger.add(std::move(filled.cell), filled.merges, source.run);
    }
  }

  const TableDefinition* definition_;
  const FormPlan* plan_;
  const CellPrinter* printer_;
  LineFiller* lines_;
  Diagnostics* diagnostics_;
  std::vector<FilledRow> rows_;
  std::uint32_t runs_ = 0;
  std::size_t groups_ = 0;  // 逐条 asked
  std::size_t items_ = 0;   // records they had
};

}  // namespace

std::optional<Table> make_form(const TableDefinition& definition, const FormPlan& plan, const Profile& profile,
                               const LineWriter& writer, Diagnostics& diagnostics) {
  Diagnostics mistakes;
  LineFiller lines(writer.scope, mistakes);
  const CellPrinter printer(definition, profile);
  FormMaker maker(definition, plan, printer, lines, mistakes);
  Table table = maker.make();
  const bool written = write_surroundings(definition, maker.state(table), profile.table_style, writer, table);
  const bool good = written && !mistakes.has_errors();
  diagnostics.append(std::move(mistakes));
  return good ? std::optional(std::move(table)) : std::nullopt;
}

}  // namespace gongkai
