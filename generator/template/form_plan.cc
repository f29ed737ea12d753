#include "template/form_plan.h"

#include <algorithm>
#include <utility>

#include "ledger/definition.h"
#include "template/form_grid.h"

namespace gongkai {
namespace {

class FormReader {
 public:
  explicit FormReader(Diagnostics& diagnostics) : read_(diagnostics) {}

  FormPlan form(const TableDefinition& definition) {
    const Value& value = *definition.definition.find("表单");
    FormPlan plan;
    plan.table = definition.id;
    if (value.if_record() == nullptr) {
      read_.error("FORM-01", "“表单”应为一组设置，却是" + std::string(kind_name(value)), value.span);
      return plan;
    }
    read_.only_keys(value, {"列宽", "表头", "行"}, "表单");
    plan.shares = shares(value);
    if (plan.shares.empty()) return plan;
    const auto width = static_cast<std::uint32_t>(plan.shares.size());
    plan.header = rows(value, "表头", {0, width});
    for (const FormRow& row : plan.header) {
      if (row.cells.empty() || row.applies)
        read_.error("FORM-05", "表头的行只能是格子的列表", value.find("表头")->span);
    }
    plan.rows = rows(value, "行", {0, width});
    if (plan.rows.empty()) read_.error("FORM-04", "表单没有“行”", value.span);
    return plan;
  }

 private:
  std::vector<std::uint16_t> shares(const Value& value) {
    const Value* const listed = value.find("列宽");
    const List* const items = listed == nullptr ? nullptr : listed->if_list();
    std::vector<std::uint16_t> found;
    for (const Value& item : items == nullptr ? List{} : *items) found.push_back(share(item));
    const bool good = !found.empty() && std::find(found.begin(), found.end(), 0) == found.end();
    if (good) return found;
    read_.error("FORM-02", "“列宽”应为一列 1 到 1000 的整数，每栏一个，按比例分宽度",
                listed == nullptr ? value.span : listed->span);
    return {};
  }

  /// 0: not a share.
  static std::uint16_t share(const Value& value) {
    const std::string* const text = value.if_text();
    if (text == nullptr || text->empty() || text->size() > 4) return 0;
    std::uint16_t number = 0;
    for (const char digit : *text) {
      if (digit < '0' || digit > '9') return 0;
      number = static_cast<std::uint16_t>(number * 10 + (digit - '0'));
    }
    return number <= 1000 ? number : std::uint16_t{0};
  }

  std::vector<FormRow> rows(const Value& value, std::string_view key, FormGrid grid) {
    std::vector<FormRow> found;
    const Value* const listed = value.find(key);
    if (listed == nullptr || listed->is_absent()) return found;
    if (listed->if_list() == nullptr) {
      read_.error("FORM-03", "“" + std::string(key) + "”应为列表", listed->span);
      return found;
    }
    for (const Value& item : *listed->if_list()) found.push_back(row(item, grid));
    if (grid.is_reached_into()) read_.error("FORM-06", "“跨行”伸出了最后一行", listed->span);
    return found;
  }

  FormRow row(const Value& value, FormGrid& grid) {
    FormRow row;
    if (value.if_list() != nullptr) {
      row.cells = whole_row(value, value, grid);
      return row;
    }
    const bool group = value.find("行") != nullptr;
    if (group) {
      read_.only_keys(value, {"行", "逐条", "为", "当", "边"}, "表单的一组行");
    } else {
      read_.only_keys(value, {"格", "当", "样式"}, "表单的行");
    }
    row.applies = read_.expression(value, "当");
    if ((group || row.applies) && grid.is_reached_into()) {
      read_.error("FORM-06", "“跨行”只能伸进固定的行，不能伸进有条件的行和一组行", value.span);
    }
    if (group) {
      read_group(value, grid, row);
    } else if (const Value* const listed = value.find("格")) {
      row.role = role(value);
      row.cells = whole_row(*listed, value, grid);
    } else {
      read_.error("FORM-04", "表单的行应为格子的列表，或写“格”，或写“行”成为一组", value.span);
    }
    return row;
  }

  void read_group(const Value& value, FormGrid& grid, FormRow& row) {
    row.items = read_.expression(value, "逐条");
    row.item_name = read_.text(value, "为");
    grid.begin_row();
    if (const Value* const margin = value.find("边")) {
      row.margin = cells(*margin, grid);
      if (grid.free_columns() == 0) {
        read_.error("FORM-07", "“边”没有给这一组的行留下栏", margin->span);
        return;
      }
    }
    row.rows = rows(value, "行", grid.rest());
  }

  RowRole role(const Value& value) {
    const std::string word = read_.text(value, "样式");
    if (word == "合计") return RowRole::total;
    if (word == "小计") return RowRole::subtotal;
    if (!word.empty() && word != "普通") {
      read_.error("FORM-08", "“样式”应为 普通、合计、小计，却是“" + word + "”", value.find("样式")->span);
    }
    return RowRole::normal;
  }

  /// The cells of a row, which must fill what is free of it.
  std::vector<FormCell> whole_row(const Value& listed, const Value& row, FormGrid& grid) {
    grid.begin_row();
    const std::uint32_t width = grid.free_columns();
    std::vector<FormCell> found = cells(listed, grid);
    if (grid.free_columns() != 0 && !failed_) {
      read_.error("FORM-07",
                  columns_text("这一行的格子占", width - grid.free_columns()) + columns_text("，应占", width),
                  row.span);
    }
    return found;
  }

  static std::string asked_columns(const FormCell& cell) { return columns_text("", std::max(cell.column_span, 1U)); }

  static std::string columns_text(const char* before, std::uint32_t columns) {
    return before + (" " + std::to_string(columns)) + " 栏";
  }

  std::vector<FormCell> cells(const Value& listed, FormGrid& grid) {
    std::vector<FormCell> found;
    failed_ = listed.if_list() == nullptr;
    if (failed_) {
      read_.error("FORM-03", "一行的格子应为列表，却是" + std::string(kind_name(listed)), listed.span);
      return found;
    }
    for (const Value& item : *listed.if_list()) {
      FormCell one = cell(item);
      const FormGrid::Place place = grid.take(one.column_span, one.row_span);
      if (place.columns == 0) {
        failed_ = true;
        read_.error("FORM-07", "这一格要" + asked_columns(one) + "，这一行只剩" + columns_text("", grid.free_columns()),
                    item.span);
        return found;
      }
      one.column = place.column;
      one.column_span = place.columns;
      found.push_back(std::move(one));
    }
    return found;
  }

  /// column_span 0: to the right edge.
  FormCell cell(const Value& value) {
    FormCell cell;
    if (value.if_text() != nullptr) {
      cell.line = line(value);
      return cell;
    }
    read_.only_keys(value, {"头", "文", "值", "跨列", "跨行", "对齐", "合并"}, "表单的一格");
    constexpr int most = 1000;
    const std::string columns = read_.text(value, "跨列");
    cell.column_span =
        static_cast<std::uint32_t>(columns == "余" ? 0 : read_.integer(value, "跨列", 1, most).value_or(1));
    cell.row_span = static_cast<std::uint32_t>(read_.integer(value, "跨行", 1, most).value_or(1));
    cell.merges = read_.flag(value, "合并");
    cell.align = align(value);
    content(value, cell);
    return cell;
  }

  void content(const Value& value, FormCell& cell) {
    const Value* const label = value.find("头");
    const Value* const text = value.find("文");
    cell.value = read_.expression(value, "值");
    const bool valued = value.find("值") != nullptr;
    if ((label != nullptr) + (text != nullptr) + valued != 1) {
      read_.error("FORM-09", "一格应写“头”“文”“值”中的一个", value.span);
      return;
    }
    if (valued) {
      cell.kind = FormCell::Kind::value;
    } else {
      cell.kind = label != nullptr ? FormCell::Kind::label : FormCell::Kind::text;
      cell.line = line(label != nullptr ? *label : *text);
    }
  }

  std::optional<Align> align(const Value& value) {
    const std::string word = read_.text(value, "对齐");
    if (word.empty()) return std::nullopt;
    if (word == "左") return Align::start;
    if (word == "中") return Align::centre;
    if (word == "右") return Align::end;
    read_.error("FORM-08", "“对齐”应为 左、中、右，却是“" + word + "”", value.find("对齐")->span);
    return std::nullopt;
  }

  Line line(const Value& value) {
    if (value.is_absent()) return {};
    const std::string* const text = value.if_text();
    if (text == nullptr) {
      read_.error("FORM-03", "格子里应为文字，却是" + std::string(kind_name(value)), value.span);
      return {};
    }
    return parse_line(*text, value.span, Marks::none, read_.diagnostics());
  }

  bool failed_ = false;  // the row being read has an error: its width says nothing
  DefinitionReader read_;
};

}  // namespace

FormPlan read_form_plan(const TableDefinition& definition, Diagnostics& diagnostics) {
  return FormReader(diagnostics).form(definition);
}

}  // namespace gongkai
