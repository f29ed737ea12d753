#include "ledger/table_plan.h"

#include <algorithm>
#include <utility>

#include "ledger/definition.h"

namespace gongkai {
namespace {

class TableReader {
 public:
  TableReader(const Accounts& accounts, Diagnostics& diagnostics) : accounts_(&accounts), read_(diagnostics) {}

  TableDefinition table(const Value& value) {
    read_.only_keys(value,
                    {"标识",   "标题",   "标签", "编号", "版面",     "指标", "坐标",     "栏",   "列",   "行",  "表单",
                     "表头左", "表头右", "零",   "脚注", "空表说明", "来源", "折叠空列", "栏次", "格式", "相等"},
                    "表");
    TableDefinition definition;
    definition.id = read_.required_text(value, "标识", "表");
    definition.code = read_.text(value, "编号");
    definition.title = {read_.required_text(value, "标题", "表"), span_of(value, "标题")};
    definition.label = note(value, "标签");
    definition.left_note = note(value, "表头左");
    definition.right_note = note(value, "表头右");
    if (value.find("零") != nullptr) definition.blank_zero = choice(value, "零", {"空白", "照印"}) == 0;
    definition.landscape = choice(value, "版面", {"竖", "横"}) == 1;
    definition.by_analogy = choice(value, "来源", {"实例", "类推"}) == 1;
    definition.numbers_columns = read_.flag(value, "栏次");
    definition.number_style = read_.text(value, "格式");
    definition.footnotes = notes(value, "脚注");
    definition.equalities = equalities(value.find("相等"));
    definition.empty_statement = note(value, "空表说明");
    definition.definition = value;
    definition.span = value.span;
    definition.form = value.find("表单") != nullptr;
    definition.plan = std::make_shared<const TablePlan>(definition.form ? no_plan(value) : plan(value));
    return definition;
  }

 private:
  std::vector<TableEquality> equalities(const Value* value) {
    std::vector<TableEquality> found;
    const List* const items = value == nullptr ? nullptr : value->if_list();
    for (const Value& item : items == nullptr ? List() : *items) {
      const List* const sides = item.if_list();
      if (sides == nullptr || sides->size() != 2) {
        read_.error("TABLE-22", "“相等”的每一项应是两组指标，如 [[年初, 收入], [支出, 年末]]", item.span);
        continue;
      }
      found.push_back({measures((*sides)[0]), measures((*sides)[1])});
    }
    return found;
  }

  std::vector<std::string> measures(const Value& side) {
    std::vector<std::string> names, known;
    for (const Measure& measure : accounts_->measures) known.push_back(measure.name);
    const List* const items = side.if_list();
    for (const Value& item : items == nullptr ? List() : *items) {
      const std::string name = item.if_text() == nullptr ? "" : *item.if_text();
      if (std::find(known.begin(), known.end(), name) == known.end()) {
        read_.error("TABLE-22", "没有指标“" + name + "”", item.span, DefinitionReader::near_miss(name, known));
      }
      names.push_back(name);
    }
    return names;
  }

  /// A form has cells of its own, and nothing of what makes columns and rows from the accounts.
  TablePlan no_plan(const Value& value) {
    for (const char* const key : {"指标", "坐标", "栏", "列", "行", "折叠空列", "栏次"}) {
      if (const Value* const found = value.find(key)) {
        read_.error("TABLE-14", "表单里不能写“" + std::string(key) + "”", found->span);
      }
    }
    TablePlan plan;
    plan.span = value.span;
    return plan;
  }

  TablePlan plan(const Value& value) {
    TablePlan plan;
    plan.span = value.span;
    plan.place = place(value);
    plan.collapse = read_.flag(value, "折叠空列");
    const Value* const panels = value.find("栏");
    if (panels == nullptr) {
      plan.panels.push_back(panel(value, true));
    } else if (const List* const items = panels->if_list()) {
      for (const Value& item : *items) {
        read_.only_keys(item, {"标题", "指标", "坐标", "列", "行"}, "栏");
        plan.panels.push_back(panel(item, false));
      }
    } else {
      read_.error("TABLE-01", "“栏”应为列表", panels->span);
    }
    return plan;
  }

  /// A table with one panel is its panel; title and place are the table's.
  PlanPanel panel(const Value& value, bool whole_table) {
    PlanPanel panel;
    if (!whole_table) panel.title = read_.text(value, "标题");
    if (!whole_table) panel.place = place(value);
    panel.columns = columns(value, "列");
    panel.rows = rows(value, "行");
    if (panel.columns.empty()) read_.error("TABLE-02", "没有“列”", value.span);
    if (panel.rows.empty()) read_.error("TABLE-02", "没有“行”", value.span);
    return panel;
  }

  /// Position of the chosen word; 0 when left out.
  std::size_t choice(const Value& value, std::string_view key, const std::vector<std::string>& words) {
    const std::string word = read_.text(value, key);
    if (word.empty()) return 0;
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    std::string all;
    for (const std::string& known : words) all += (all.empty() ? "" : "、") + known;
    read_.error("TABLE-03", "“" + std::string(key) + "”应为 " + all + "，却是“" + word + "”", value.find(key)->span);
    return 0;
  }

  static Span span_of(const Value& value, std::string_view key) {
    const Value* const found = value.find(key);
    return found == nullptr ? value.span : found->span;
  }

  std::optional<TableNote> note(const Value& value, std::string_view key) {
    const Value* const found = value.find(key);
    if (found == nullptr) return std::nullopt;
    return TableNote{read_.text(value, key), found->span};
  }

  std::vector<TableNote> notes(const Value& value, std::string_view key) {
    std::vector<TableNote> found;
    const Value* const note = value.find(key);
    if (note == nullptr || note->is_absent()) return found;
    const List one{*note};
    for (const Value& item : note->if_list() != nullptr ? *note->if_list() : one) {
      if (const std::string* const text = item.if_text()) {
        found.push_back({*text, item.span});
      } else {
        read_.error("TABLE-04", "“" + std::string(key) + "”应为文字", item.span);
      }
    }
    return found;
  }

  std::optional<std::size_t> axis_number(const std::string& name, Span span) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < accounts_->axes.size(); ++i) {
      if (accounts_->axes[i].name() == name) return i;
      names.push_back(accounts_->axes[i].name());
    }
    read_.error("TABLE-05", "没有维度“" + name + "”", span, DefinitionReader::near_miss(name, names));
    return std::nullopt;
  }

  /// Members the data may add (projects, codes the list lacks) can't be missed here.
  void check_member(std::size_t number, const std::string& member, Span span) {
    const Axis& axis = accounts_->axes[number];
    if (axis.extensible || axis.find(member)) return;
    if (axis.coded() && axis.longest_prefix(member) != 0) return;
    std::vector<std::string> keys;
    for (const Member& known : axis.members()) keys.push_back(known.key);
    read_.error("TABLE-06", "“" + member + "”不是“" + axis.name() + "”的成员", span,
                DefinitionReader::near_miss(member, keys));
  }

  std::string measure(const Value& value) {
    const std::string name = read_.text(value, "指标");
    if (name.empty()) return name;
    std::vector<std::string> names;
    for (const Measure& known : accounts_->measures) {
      if (known.name == name) return name;
      names.push_back(known.name);
    }
    read_.error("TABLE-07", "没有指标“" + name + "”", value.find("指标")->span,
                DefinitionReader::near_miss(name, names));
    return {};
  }

  PlanPlace place(const Value& value) {
    PlanPlace place;
    place.measure = measure(value);
    const Value* const fixes = value.find("坐标");
    const Record* const record = fixes == nullptr ? nullptr : fixes->if_record();
    if (fixes != nullptr && record == nullptr) read_.error("TABLE-08", "“坐标”应为一组“维度: 成员”", fixes->span);
    for (const Entry& entry : record == nullptr ? Record{} : *record) {
      const auto axis = axis_number(entry.key, entry.key_span);
      const std::string* const member = entry.value.if_text();
      if (member == nullptr) read_.error("TABLE-09", "“" + entry.key + "”的成员应为文字", entry.value.span);
      if (!axis || member == nullptr) continue;
      check_member(*axis, *member, entry.value.span);
      place.fixes.push_back({*axis, *member, entry.value.span});
    }
    return place;
  }

  PlanMembers members(const Value& value) {
    PlanMembers found;
    const Value& named = *value.find("逐个");
    const auto axis = axis_number(read_.text(value, "逐个"), named.span);
    if (!axis) return found;
    found.axis = *axis;
    for (const std::string& level : read_.texts(value, "层级")) {
      const int number = accounts_->axes[*axis].level_of(level);
      if (number == 0) {
        read_.error("TABLE-10", "“" + accounts_->axes[*axis].name() + "”没有层级“" + level + "”",
                    value.find("层级")->span, DefinitionReader::near_miss(level, accounts_->axes[*axis].level_names));
      } else {
        found.levels.push_back(number);
      }
    }
    found.members = read_.texts(value, "成员");
    for (const std::string& member : found.members) check_member(*axis, member, value.find("成员")->span);
    found.all = read_.flag(value, "全部");
    return found;
  }

  std::vector<PlanColumn> columns(const Value& value, std::string_view key) {
    std::vector<PlanColumn> found;
    const Value* const columns = value.find(key);
    if (columns == nullptr) return found;
    if (columns->if_list() == nullptr) {
      read_.error("TABLE-11", "“列”应为列表", columns->span);
      return found;
    }
    for (const Value& item : *columns->if_list()) found.push_back(column(item));
    return found;
  }

  PlanColumn column(const Value& value) {
    read_.only_keys(
        value,
        {"标题", "列", "内容", "值", "固定", "指标", "坐标", "缩进", "合并", "维度", "逐个", "层级", "成员", "全部"},
        "列");
    PlanColumn column;
    column.title = read_.text(value, "标题");
    column.place = place(value);
    column.indented = read_.flag(value, "缩进");
    column.merges = read_.flag(value, "合并");
    if (const Value* const axis = value.find("维度")) column.axis = axis_number(read_.text(value, "维度"), axis->span);
    if (value.find("列") != nullptr) {
      column.kind = PlanColumn::Kind::group;
      column.columns = columns(value, "列");
    } else if (value.find("逐个") != nullptr) {
      column.kind = PlanColumn::Kind::members;
      column.members = members(value);
    } else if (value.find("值") != nullptr) {
      column.kind = PlanColumn::Kind::value;
      column.value = read_.expression(value, "值");
    } else if (value.find("固定") != nullptr) {
      column.kind = PlanColumn::Kind::fixed;
      column.fixed = read_.text(value, "固定");
    } else if (value.find("内容") != nullptr) {
      set_content(column, read_.text(value, "内容"), value.find("内容")->span);
    }
    return column;
  }

  void set_content(PlanColumn& column, const std::string& content, Span span) {
    std::vector<std::string> words{"编码", "名称", "标题", "行次"};
    for (const Axis& axis : accounts_->axes)
      words.insert(words.end(), axis.level_names.begin(), axis.level_names.end());
    if (std::find(words.begin(), words.end(), content) == words.end()) {
      read_.error("TABLE-12", "“内容”没有“" + content + "”这一种", span, DefinitionReader::near_miss(content, words));
    }
    column.kind = content == "编码"                        ? PlanColumn::Kind::code
                  : content == "行次"                      ? PlanColumn::Kind::line_number
                  : content == "名称" || content == "标题" ? PlanColumn::Kind::name
                                                           : PlanColumn::Kind::level;
    column.level = content;
  }

  std::vector<PlanRow> rows(const Value& value, std::string_view key) {
    std::vector<PlanRow> found;
    const Value* const rows = value.find(key);
    if (rows == nullptr) return found;
    if (rows->if_list() == nullptr) {
      read_.error("TABLE-13", "“" + std::string(key) + "”应为列表", rows->span);
      return found;
    }
    for (const Value& item : *rows->if_list()) found.push_back(row(item));
    return found;
  }

  PlanRow row(const Value& value) {
    read_.only_keys(value,
                    {"标题", "指标", "坐标", "样式", "对齐底", "空行补至", "逐个", "层级", "成员", "全部", "其下",
                     "逐条", "为", "当"},
                    "行");
    PlanRow row;
    row.title = {read_.text(value, "标题"), span_of(value, "标题")};
    row.place = place(value);
    row.bottom = read_.flag(value, "对齐底");
    row.applies = read_.expression(value, "当");
    const std::size_t style = choice(value, "样式", {"普通", "合计", "小计", "分级"});
    if (style == 1) row.role = ViewRow::Role::total;
    if (style == 2) row.role = ViewRow::Role::subtotal;
    if (value.find("逐个") != nullptr) {
      row.kind = PlanRow::Kind::members;
      row.members = members(value);
    } else if (value.find("逐条") != nullptr) {
      row.kind = PlanRow::Kind::items;
      row.items = read_.expression(value, "逐条");
      row.item_name = read_.text(value, "为");
    } else if (value.find("空行补至") != nullptr) {
      constexpr int most_rows = 10000;
      row.kind = PlanRow::Kind::fill;
      row.fill = read_.integer(value, "空行补至", 1, most_rows).value_or(0);
    }
    row.below = rows(value, "其下");
    return row;
  }

  const Accounts* accounts_;
  DefinitionReader read_;
};

void add_columns(const std::vector<PlanColumn>& columns, const std::vector<std::string>& locals,
                 std::vector<PlanExpression>& found) {
  for (const PlanColumn& column : columns) {
    if (column.value) found.push_back({*column.value, locals});
    add_columns(column.columns, locals, found);
  }
}

void add_rows(const std::vector<PlanRow>& rows, std::vector<std::string>& locals, std::vector<PlanExpression>& found) {
  for (const PlanRow& row : rows) {
    if (row.items) found.push_back({*row.items, locals});
    if (!row.item_name.empty()) locals.push_back(row.item_name);
    if (row.applies) found.push_back({*row.applies, locals});
    add_rows(row.below, locals, found);
  }
}

}  // namespace

std::optional<TableDefinition> read_table(const Value& definition, const Accounts& accounts, Diagnostics& diagnostics) {
  Diagnostics own;
  TableDefinition table = TableReader(accounts, own).table(definition);
  const bool good = !own.has_errors();
  diagnostics.append(std::move(own));
  if (!good) return std::nullopt;
  return table;
}

std::vector<PlanExpression> expressions_of(const TablePlan& plan) {
  std::vector<PlanExpression> found;
  std::vector<std::string> locals{"行"};
  for (const PlanPanel& panel : plan.panels) add_rows(panel.rows, locals, found);
  for (const PlanPanel& panel : plan.panels) add_columns(panel.columns, locals, found);
  return found;
}

}  // namespace gongkai
