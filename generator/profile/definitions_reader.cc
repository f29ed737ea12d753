#include "profile/definitions_reader.h"

namespace gongkai {
namespace {

/// Entries of a section that is a mapping; none when it is left out.
Record section(const Value& value, std::string_view key, DefinitionReader& read) {
  const Value* const found = value.find(key);
  if (found == nullptr || found->is_absent()) return {};
  if (found->if_record() != nullptr) return *found->if_record();
  read.error("DEF-01", "“" + std::string(key) + "”应为一组键，却是" + std::string(kind_name(*found)), found->span);
  return {};
}

void add_names(const std::string& prefix, const Record& entries, DefinitionReader& read,
               std::vector<NamedFigure>& found) {
  for (const Entry& entry : entries) {
    if (const Record* const inner = entry.value.if_record()) {
      add_names(prefix + entry.key + ".", *inner, read, found);
    } else if (auto expression = read.parse(entry.value)) {
      found.push_back({prefix + entry.key, std::move(*expression)});
    }
  }
}

WordingBranch read_branch(const Value& value, DefinitionReader& read) {
  read.only_keys(value, {"当", "文"}, "措辞的一支");
  WordingBranch branch;
  branch.span = value.span;
  if (const Value* const when = value.find("当")) {
    const std::string* const text = when->if_text();
    branch.when_unknown = text != nullptr && *text == "未知";
    if (!branch.when_unknown) branch.condition = read.parse(*when);
  }
  const Value* const words = value.find("文");
  if (words == nullptr) {
    read.error("WORDING-01", "措辞的一支缺少“文”", value.span);
  } else if (const std::string* const text = words->if_text()) {
    branch.text = *text;
    branch.span = words->span;
  } else if (!words->is_absent()) {
    read.error("WORDING-02", "“文”应为文字", words->span);
  }
  return branch;
}

Wording read_one_wording(const Entry& entry, DefinitionReader& read) {
  read.only_keys(entry.value, {"参数", "设", "各支", "说明"}, "措辞“" + entry.key + "”");
  Wording wording;
  wording.name = entry.key;
  wording.span = entry.key_span;
  wording.parameters = read.texts(entry.value, "参数");
  for (const Entry& let : section(entry.value, "设", read)) {
    if (auto expression = read.parse(let.value)) wording.lets.emplace_back(let.key, std::move(*expression));
  }
  const Value* const branches = entry.value.find("各支");
  const List* const items = branches == nullptr ? nullptr : branches->if_list();
  if (items == nullptr || items->empty()) {
    read.error("WORDING-03", "措辞“" + entry.key + "”缺少“各支”", entry.key_span);
    return wording;
  }
  for (const Value& item : *items) wording.branches.push_back(read_branch(item, read));
  for (std::size_t i = 0; i + 1 < wording.branches.size(); ++i) {
    const WordingBranch& branch = wording.branches[i];
    if (!branch.condition && !branch.when_unknown) {
      read.error("WORDING-04", "没有“当”的一支总是适用，应放在最后", branch.span);
    }
  }
  return wording;
}

NumberStyle read_number(const Entry& entry, DefinitionReader& read) {
  constexpr int most_digits = 8;
  read.only_keys(entry.value, {"单位", "位数", "去尾零", "千分位", "不足"}, "数字格式“" + entry.key + "”");
  NumberStyle style;
  style.name = entry.key;
  style.span = entry.key_span;
  const std::string unit = read.text(entry.value, "单位");
  // A percentage says so by its name or by its unit.
  style.percent = unit == "%" || (unit.empty() && entry.key.starts_with("百分比"));
  style.suffix = style.percent ? "%" : unit;
  style.format.unit = unit == "元" ? MoneyUnit::yuan : MoneyUnit::wan_yuan;
  style.format.digits = read.integer(entry.value, "位数", 0, most_digits).value_or(style.format.digits);
  style.format.trim = read.flag(entry.value, "去尾零");
  style.format.grouping = read.flag(entry.value, "千分位");
  style.mark_tiny = read.flag(entry.value, "不足");
  return style;
}

std::optional<TableNote> note(const Value& table, std::string_view key, DefinitionReader& read) {
  const Value* const value = table.find(key);
  if (value == nullptr || value->is_absent()) return std::nullopt;
  return TableNote{read.text(table, key), value->span};
}

}  // namespace

std::vector<NamedFigure> read_names(const Value& names, Diagnostics& diagnostics) {
  DefinitionReader read(diagnostics);
  read.only_keys(names, {"数字"}, "names.yaml");
  std::vector<NamedFigure> found;
  add_names("", section(names, "数字", read), read, found);
  return found;
}

std::vector<Wording> read_wording(const Value& wording, Diagnostics& diagnostics) {
  DefinitionReader read(diagnostics);
  read.only_keys(wording, {"措辞"}, "wording.yaml");
  std::vector<Wording> found;
  for (const Entry& entry : section(wording, "措辞", read)) found.push_back(read_one_wording(entry, read));
  return found;
}

std::vector<NumberStyle> read_numbers(const Value& settings, Diagnostics& diagnostics) {
  DefinitionReader read(diagnostics);
  std::vector<NumberStyle> found;
  for (const Entry& entry : section(settings, "数字", read)) found.push_back(read_number(entry, read));
  return found;
}

TableHabits read_table_style(const Value& settings, Diagnostics& diagnostics) {
  DefinitionReader read(diagnostics);
  TableHabits style;
  const Value* const table = settings.find("表");
  if (table == nullptr || table->is_absent()) return style;
  read.only_keys(*table,
                 {"编号", "顺序", "标题行", "格式", "栏次", "零", "未知", "表头左", "表头右", "折叠说明", "未提供说明",
                  "部分未提供说明", "尾差说明"},
                 "profile.yaml 的“表”");
  if (const std::string number = read.text(*table, "格式"); !number.empty()) style.number = number;
  if (const std::string zero = read.text(*table, "零"); !zero.empty()) style.blank_zero = zero == "空白";
  style.numbers_columns = read.flag(*table, "栏次");
  if (const std::string unknown = read.text(*table, "未知"); !unknown.empty()) style.unknown = unknown;
  style.heading = note(*table, "标题行", read);
  style.left_note = note(*table, "表头左", read);
  style.right_note = note(*table, "表头右", read);
  style.collapsed_note = note(*table, "折叠说明", read);
  style.unknown_statement = note(*table, "未提供说明", read);
  style.partly_unknown_statement = note(*table, "部分未提供说明", read);
  style.tail_note = note(*table, "尾差说明", read);
  return style;
}

std::vector<ChartDefinition> read_charts(const Value& charts, Diagnostics& diagnostics) {
  DefinitionReader read(diagnostics);
  read.only_keys(charts, {"图"}, "charts.yaml");
  std::vector<ChartDefinition> found;
  for (const Entry& entry : section(charts, "图", read)) found.push_back({entry.key, entry.value});
  return found;
}

}  // namespace gongkai
